//! What decides whether, and how late, a call is made again.

use std::time::Duration;

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

#[test]
fn settings_are_read_from_a_file_and_a_wrong_one_says_where() {
    let read =
        |text: &str| serde_json::from_str::<RetryConfig>(text).map_err(|error| error.to_string());
    let settings = r#"{"max_retries":4,"initial_backoff":"250ms","max_backoff":8,"max_elapsed":"1.5 m","statuses":[429,"500-504"]}"#;
    let expected = RetryConfig::default()
        .max_retries(4)
        .initial_backoff(Duration::from_millis(250))
        .max_elapsed(Duration::from_secs(90))
        .statuses(&[429..=429, 500..=504]);
    assert_eq!(read(settings), Ok(expected));
    assert_eq!(read("{}"), Ok(RetryConfig::default()));
    let wrong = [
        (r#"{"max_retry":4}"#, "at /max_retry: expected a known key"),
        (
            r#"{"max_backoff":"8 h"}"#,
            "at /max_backoff: expected seconds",
        ),
        (r#"{"max_backoff":-1}"#, "at /max_backoff: expected seconds"),
        (
            r#"{"statuses":[429,"504-500"]}"#,
            "at /statuses/1: expected a status",
        ),
        (r#"{"statuses":[42]}"#, "at /statuses/0: expected a status"),
    ];
    for (text, said) in wrong {
        let error = read(text).unwrap_err();
        assert!(error.contains(said), "{error}");
    }
}
