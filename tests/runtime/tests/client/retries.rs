//! Retries, timeouts and redirects of whole calls, on a mock whose clock jumps.

use std::time::Duration;

use tintype_runtime_tests::clerk::{Clerk, CreateSignInTokenRequestBody};
use tintype_runtime_tests::runtime::{Error, ErrorKind, MockReply, RetryConfig};

use crate::{TOKEN, mocked};

fn body() -> CreateSignInTokenRequestBody {
    CreateSignInTokenRequestBody::new().user_id("user_1")
}

#[tokio::test]
async fn an_idempotent_call_is_repeated_until_it_succeeds() {
    let (clerk, mock) = mocked();
    mock.push(MockReply::new(503, "text/plain", "busy"));
    mock.push(MockReply::interrupt());
    let response = clerk.users().list_users().send().await.unwrap();
    assert_eq!(response.attempts(), 3);
    assert_eq!(response.elapsed(), mock.elapsed());
    assert!(
        mock.elapsed() <= Duration::from_millis(1500),
        "{:?}",
        mock.elapsed()
    );
    assert_eq!(response.into_inner(), ["user_1"]);
}

#[tokio::test]
async fn a_post_that_may_have_been_received_is_not_sent_twice() {
    let failures = [
        MockReply::json(500, "{}"),
        MockReply::interrupt(),
        MockReply::ignore(),
    ];
    for failure in failures {
        let (clerk, mock) = mocked();
        mock.push(failure);
        let error = clerk
            .sign_in_tokens()
            .create_sign_in_token(&body())
            .await
            .unwrap_err();
        assert!(error.was_sent());
        assert_eq!((error.attempts(), mock.requests().len()), (1, 1));
    }
}

#[tokio::test]
async fn a_post_that_was_never_sent_or_was_rate_limited_is_repeated() {
    for failure in [
        MockReply::refuse(),
        MockReply::json(429, "{}").header("retry-after", "7"),
    ] {
        let (clerk, mock) = mocked();
        mock.push(failure);
        let response = clerk
            .sign_in_tokens()
            .create_sign_in_token(&body())
            .send()
            .await
            .unwrap();
        assert_eq!(response.attempts(), 2);
    }
}

#[tokio::test]
async fn the_call_waits_as_long_as_the_server_asks() {
    let (clerk, mock) = mocked();
    mock.push(MockReply::json(429, "{}").header("retry-after", "7"));
    clerk.users().list_users().await.unwrap();
    let (asked, most) = (Duration::from_secs(7), Duration::from_millis(8_750));
    assert!(
        asked <= mock.elapsed() && mock.elapsed() <= most,
        "{:?}",
        mock.elapsed()
    );
}

#[tokio::test]
async fn an_idempotency_key_makes_a_post_repeatable() {
    let (clerk, mock) = mocked();
    mock.push(MockReply::json(500, "{}"));
    let request = clerk
        .sign_in_tokens()
        .create_sign_in_token(&body())
        .idempotency_key("k_1");
    assert_eq!(request.send().await.unwrap().attempts(), 2);
    for request in mock.requests() {
        assert_eq!(request.headers["idempotency-key"], "k_1");
    }
}

#[tokio::test]
async fn a_call_that_may_not_be_retried_is_not() {
    let (clerk, mock) = mocked();
    mock.push(MockReply::json(503, "{}").header("retry-after", "1"));
    let error = clerk
        .users()
        .list_users()
        .retries(RetryConfig::NEVER)
        .await
        .unwrap_err();
    assert_eq!(error.attempts(), 1);
    assert_eq!(error.retry_after(), Some(Duration::from_secs(1)));
}

#[tokio::test]
async fn a_server_that_never_answers_costs_the_timeouts_and_no_more() {
    let (clerk, mock) = mocked();
    (0..20).for_each(|_| mock.push(MockReply::ignore()));
    let error = clerk.users().list_users().await.unwrap_err();
    assert!(error.is_timeout() && error.was_sent());
    assert_eq!(error.attempts(), 2);
    assert_eq!(mock.elapsed(), Duration::from_secs(60));
    let text = "ListUsers: there was no answer within 60s after 2 attempts";
    assert_eq!(error.to_string(), text);

    let request = clerk
        .users()
        .list_users()
        .attempt_timeout(Duration::from_secs(1));
    let error = request.await.unwrap_err();
    assert_eq!(error.attempts(), 3);
    assert!(error.elapsed() <= Duration::from_millis(4500));
    assert!(
        error
            .to_string()
            .contains("there was no answer within 1s after 3 attempts"),
        "{error}"
    );
}

#[tokio::test]
async fn a_call_without_time_is_not_sent() {
    let (clerk, mock) = mocked();
    let error = clerk
        .users()
        .list_users()
        .timeout(Duration::ZERO)
        .await
        .unwrap_err();
    assert!(error.is_timeout() && !error.was_sent());
    assert_eq!((error.attempts(), mock.requests().len()), (0, 0));
}

#[tokio::test]
async fn retries_of_a_client_share_one_budget() {
    let (clerk, mock) = mocked();
    let mut attempts = 0;
    for _ in 0..60 {
        (0..3).for_each(|_| mock.push(MockReply::json(500, "{}")));
        attempts += clerk
            .clone()
            .users()
            .list_users()
            .await
            .unwrap_err()
            .attempts();
        while mock.requests().len() % 3 != 0 {
            clerk
                .users()
                .list_users()
                .retries(RetryConfig::NEVER)
                .await
                .unwrap_err();
        }
    }
    assert_eq!(attempts, 60 + 100);
}

#[tokio::test]
async fn a_redirect_within_the_server_is_followed_with_the_credential() {
    let (clerk, mock) = mocked();
    mock.push(MockReply::new(307, "", "").header("location", "/v2/users?page=1"));
    let response = clerk.users().list_users().send().await.unwrap();
    assert_eq!(response.attempts(), 1);
    let requests = mock.requests();
    assert_eq!(
        requests[1].url.as_str(),
        "https://api.clerk.com/v2/users?page=1"
    );
    assert!(requests[1].headers.contains_key("authorization"));
}

#[tokio::test]
async fn a_redirect_to_another_origin_takes_no_credential_along() {
    let elsewhere = [
        "https://files.test/users",
        "//files.test/users",
        "https://api.clerk.com:8443/v1/users",
    ];
    for location in elsewhere {
        let (clerk, mock) = mocked();
        mock.push(MockReply::new(302, "", "").header("location", location));
        clerk
            .users()
            .list_users()
            .header("x-own", "1")
            .await
            .unwrap();
        let headers = &mock.requests()[1].headers;
        assert_eq!(headers.len(), 2, "{location}: {headers:?}");
        assert!(headers.contains_key("accept") && headers.contains_key("user-agent"));
    }
}

#[tokio::test]
async fn a_redirect_out_of_https_or_http_is_not_followed() {
    for (location, why) in [
        ("http://api.clerk.com/v1/users", "from HTTPS to HTTP"),
        ("ftp://api.clerk.com/v1/users", "to neither HTTP nor HTTPS"),
        ("https://", "does not say where"),
    ] {
        let (clerk, mock) = mocked();
        mock.push(MockReply::new(302, "", "").header("location", location));
        let error = clerk.users().list_users().await.unwrap_err();
        assert_eq!(error.status().unwrap(), 302);
        let text = error.to_string();
        assert!(text.contains("the redirect was not followed"), "{text}");
        assert!(text.contains(why), "{text}");
        assert_eq!(mock.requests().len(), 1, "{location}");
    }
}

#[tokio::test]
async fn a_choice_is_not_followed_and_says_that_its_status_names_no_place() {
    let (clerk, mock) = mocked();
    mock.push(MockReply::new(300, "", "").header("location", "/v2/users"));
    let error = clerk.users().list_users().await.unwrap_err();
    let text = error.to_string();
    assert!(
        text.contains("300 does not say what to do instead"),
        "{text}"
    );
    assert_eq!(mock.requests().len(), 1);
}

#[tokio::test]
async fn a_redirect_of_a_post_is_not_followed() {
    let (clerk, mock) = mocked();
    mock.push(MockReply::new(307, "", "").header("location", "/v2/sign_in_tokens"));
    let error = clerk
        .sign_in_tokens()
        .create_sign_in_token(&body())
        .await
        .unwrap_err();
    assert_eq!(
        (error.kind(), mock.requests().len()),
        (ErrorKind::Status, 1)
    );
}

#[tokio::test]
async fn redirects_in_a_circle_come_to_an_end() {
    let (clerk, mock) = mocked();
    (0..20).for_each(|_| mock.push(MockReply::new(302, "", "").header("location", "/v1/users")));
    let error = clerk.users().list_users().await.unwrap_err();
    assert_eq!(
        (error.status().unwrap().as_u16(), mock.requests().len()),
        (302, 11)
    );
    assert!(
        error.to_string().contains("more than 10 in a row"),
        "{error}"
    );
}

#[tokio::test]
async fn a_body_over_the_limit_is_refused_and_not_asked_for_again() {
    let mock = tintype_runtime_tests::runtime::MockTransport::new(&[]);
    let clerk = Clerk::builder("sk")
        .transport(mock.clone())
        .max_response_bytes(16)
        .build()
        .unwrap();
    mock.push(MockReply::json(200, r#"["0123456789ab"]"#));
    assert_eq!(clerk.users().list_users().await.unwrap(), ["0123456789ab"]);
    mock.push(MockReply::json(200, r#"["0123456789abc"]"#));
    let error = clerk.users().list_users().await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::TooLarge, 1));
    assert_eq!(error.status().unwrap(), 200);
    assert_eq!(
        error.to_string(),
        "ListUsers: 200 OK: the body is larger than 16 bytes"
    );
}

#[tokio::test]
async fn a_call_that_is_dropped_leaves_the_client_usable() {
    let (clerk, mock) = mocked();
    let request = clerk.users().list_users();
    drop(request.clone().send());
    assert!(
        mock.requests().is_empty(),
        "nothing happens before the first poll"
    );
    mock.push(MockReply::json(200, TOKEN));
    assert!(request.await.is_err());
    assert_eq!(clerk.users().list_users().await.unwrap(), ["user_1"]);
}

#[tokio::test]
async fn the_text_of_a_timeout_says_the_limit_that_was_set_and_not_what_was_left_of_it() {
    let (clerk, mock) = mocked();
    (0..20).for_each(|_| mock.push(MockReply::ignore()));
    let request = || clerk.users().list_users();
    let said = |error: Error| {
        error
            .to_string()
            .replace("ListUsers: there was no answer ", "")
    };
    let attempt = request().attempt_timeout(Duration::from_millis(300)).await;
    assert_eq!(said(attempt.unwrap_err()), "within 300ms after 3 attempts");
    let call = request()
        .attempt_timeout(Duration::from_secs(1))
        .timeout(Duration::from_millis(1700));
    assert_eq!(
        said(call.await.unwrap_err()),
        "within 1.7s after 2 attempts"
    );
}
