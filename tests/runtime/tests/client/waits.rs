//! What decides whether, and how late, a call is made again.

use tintype_runtime_tests::runtime::{MockReply, RetryConfig};

use crate::mocked;
use crate::server::{Server, answer};

#[tokio::test]
async fn a_classifier_sees_each_attempt_and_knows_better_than_the_status() {
    let retries = RetryConfig::default().classifier(|attempt| {
        let said = attempt.headers()?.get("x-should-retry")?;
        Some(said == "true" && attempt.status()? == 409 && attempt.body()? == b"busy")
    });
    let (clerk, mock) = mocked();
    mock.push(MockReply::new(409, "text/plain", "busy").header("x-should-retry", "true"));
    let response = clerk
        .users()
        .list_users()
        .retries(retries)
        .send()
        .await
        .unwrap();
    assert_eq!(response.attempts(), 2);
    mock.push(MockReply::new(503, "text/plain", "").header("x-should-retry", "false"));
    let error = clerk
        .users()
        .list_users()
        .retries(retries)
        .await
        .unwrap_err();
    assert_eq!(error.attempts(), 1);
}

#[tokio::test]
async fn statuses_worth_a_retry_may_come_from_anywhere() {
    let read = vec![418..=418, 500..=599];
    let (clerk, mock) = mocked();
    let retries = RetryConfig::default().statuses(&read);
    drop(read);
    mock.push(MockReply::json(418, "{}"));
    mock.push(MockReply::json(599, "{}"));
    let call = clerk.users().list_users().retries(retries);
    assert_eq!(call.send().await.unwrap().attempts(), 3);
    mock.push(MockReply::json(429, "{}"));
    assert!(clerk.users().list_users().retries(retries).await.is_err());
    let shown = format!("{:?}", retries.statuses(&[1..=2, 600..=700, 65535..=65535]));
    assert!(
        shown.contains("statuses: {1, 2, 600,") && !shown.contains("65535"),
        "{shown}"
    );
    assert_eq!(
        retries,
        RetryConfig::default().statuses(&[418..=418, 500..=599])
    );
}

#[tokio::test]
async fn a_wait_that_no_number_holds_is_long() {
    for wait in [
        "99999999999999999999999999",
        "1e400",
        "18446744073709551616",
    ] {
        let server = Server::start([answer(
            "503 Service Unavailable",
            &format!("retry-after: {wait}\r\n"),
            "",
        )])
        .await;
        let error = server.client().users().list_users().await.unwrap_err();
        assert_eq!(error.attempts(), 1, "{wait}");
        assert!(error.retry_after().unwrap().as_secs() > 1 << 40);
    }
}
