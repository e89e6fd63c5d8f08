//! What is sent again, and when.

use std::time::Duration;

use clerk_backend_api::{ErrorKind, RetryConfig, SdkError as Error};

use crate::{ERRORS, PATIENT, Reply, Server, TOKEN, body, builder, clerk, create_with};

fn too_many() -> Reply {
    Reply::json(429, ERRORS)
}

/// What a client makes of the wait that a 429 asks for, without waiting.
async fn asked(reply: Reply) -> Error {
    let server = Server::with([reply]);
    let error = clerk(&server)
        .sign_in_tokens()
        .create_sign_in_token(&body())
        .retries(RetryConfig::NEVER)
        .await
        .unwrap_err();
    assert!(error.is_rate_limited());
    assert_eq!(error.attempts(), 1);
    server.request();
    error
}

/// Clerk's Python SDK never repeats it.
#[tokio::test]
async fn a_429_is_sent_again_and_the_second_request_is_the_first_one() {
    let (result, requests) = create_with([too_many(), Reply::json(200, TOKEN)]).await;
    assert_eq!(result.unwrap().id, "token_12345");
    assert_eq!(requests.len(), 2);
    assert_eq!(requests[0], requests[1]);
}

#[tokio::test]
async fn the_answer_tells_how_many_attempts_it_took() {
    let server = Server::with([too_many(), too_many(), Reply::json(200, TOKEN)]);
    let response = clerk(&server)
        .sign_in_tokens()
        .revoke_sign_in_token("token_12345")
        .send()
        .await
        .unwrap();
    assert_eq!(response.attempts(), 3);
    assert_eq!(server.requests().len(), 3);
}

#[tokio::test]
async fn a_429_that_does_not_end_is_given_after_two_retries() {
    let (result, requests) = create_with([too_many(), too_many(), too_many()]).await;
    let error = result.unwrap_err();
    assert!(error.is_rate_limited());
    assert_eq!(error.attempts(), 3);
    assert!(error.clerk_errors().is_some());
    assert!(error.to_string().ends_with("after 3 attempts"), "{error}");
    assert_eq!(requests.len(), 3);
}

#[tokio::test]
async fn every_form_of_retry_after_is_obeyed() {
    let date = "Sun, 06 Nov 1994 08:49:37 GMT";
    for reply in [
        too_many().header("retry-after-ms", "1"),
        too_many().header("retry-after", "0"),
        too_many().header("retry-after", date).header("date", date),
        too_many().header("retry-after", date),
    ] {
        let server = Server::with([reply.clone(), Reply::json(200, TOKEN)]);
        let result = builder(&server)
            .retries(PATIENT)
            .build()
            .unwrap()
            .sign_in_tokens()
            .create_sign_in_token(&body())
            .await;
        assert!(result.is_ok(), "{reply:?}: {result:?}");
        assert_eq!(server.requests().len(), 2);
    }
}

#[tokio::test]
async fn every_form_of_retry_after_is_told_to_the_caller() {
    let now = "Sun, 06 Nov 1994 08:49:37 GMT";
    for (reply, milliseconds) in [
        (too_many().header("retry-after", "7"), Some(7_000)),
        (too_many().header("Retry-After-Ms", "1500"), Some(1_500)),
        (
            too_many()
                .header("retry-after", "7")
                .header("retry-after-ms", "20"),
            Some(20),
        ),
        (
            too_many()
                .header("date", now)
                .header("retry-after", "Sun, 06 Nov 1994 08:51:07 GMT"),
            Some(90_000),
        ),
        (
            too_many()
                .header("date", now)
                .header("retry-after", "Sunday, 06-Nov-94 08:49:38 GMT"),
            Some(1_000),
        ),
        (
            too_many()
                .header("date", now)
                .header("retry-after", "Sun Nov  6 08:49:39 1994"),
            Some(2_000),
        ),
        (
            too_many()
                .header("date", now)
                .header("retry-after", "Sun, 06 Nov 1994 08:49:00 GMT"),
            Some(0),
        ),
        (too_many(), None),
        (too_many().header("retry-after", "soon"), None),
        (too_many().header("retry-after", "-1"), None),
        (too_many().header("retry-after", ""), None),
    ] {
        let wait = asked(reply.clone()).await.retry_after();
        assert_eq!(wait, milliseconds.map(Duration::from_millis), "{reply:?}");
    }
}

#[tokio::test]
async fn a_wait_that_nobody_can_read_is_as_good_as_none() {
    let (result, requests) = create_with([
        too_many().header("retry-after", "soon"),
        Reply::json(200, TOKEN),
    ])
    .await;
    assert!(result.is_ok(), "{result:?}");
    assert_eq!(requests.len(), 2);
}

#[tokio::test]
async fn a_server_that_asks_for_more_than_a_minute_gets_no_retry() {
    let server = Server::with([too_many().header("retry-after", "61")]);
    let error = clerk(&server)
        .sign_in_tokens()
        .create_sign_in_token(&body())
        .timeout(Duration::from_secs(600))
        .await
        .unwrap_err();
    assert_eq!(error.retry_after(), Some(Duration::from_secs(61)));
    server.request();
}

#[tokio::test]
async fn a_wait_beyond_the_deadline_gives_the_error_at_once() {
    let server = Server::with([too_many().header("retry-after", "59")]);
    let error = clerk(&server)
        .sign_in_tokens()
        .create_sign_in_token(&body())
        .timeout(Duration::from_secs(30))
        .await
        .unwrap_err();
    assert!(error.is_rate_limited());
    assert!(error.elapsed() < Duration::from_secs(30));
    server.request();
}

/// Clerk's Python SDK repeats it for up to an hour.
#[tokio::test]
async fn a_post_is_not_sent_twice_however_the_server_fails() {
    for status in [408, 500, 502, 503, 504] {
        let reply = Reply::json(status, ERRORS).header("retry-after", "0");
        let (result, requests) = create_with([reply]).await;
        let error = result.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Status);
        assert_eq!(error.attempts(), 1);
        assert_eq!(error.retry_after(), Some(Duration::ZERO));
        assert!(error.was_sent());
        assert_eq!(requests.len(), 1, "{status}");
    }
}

#[tokio::test]
async fn a_post_with_an_idempotency_key_is_sent_again_with_the_same_key() {
    for first in [
        Reply::json(500, ERRORS),
        Reply::json(503, ERRORS).header("retry-after", "0"),
        Reply::nothing().then_close(),
        Reply::nothing().then_reset(),
        Reply::json(200, TOKEN).without_last(10).then_close(),
    ] {
        let server = Server::with([first.clone(), Reply::json(200, TOKEN)]);
        let result = clerk(&server)
            .sign_in_tokens()
            .create_sign_in_token(&body())
            .idempotency_key("key_1")
            .await;
        assert!(result.is_ok(), "{first:?}: {result:?}");
        let requests = server.requests();
        assert_eq!(requests.len(), 2, "{first:?}");
        assert_eq!(requests[0], requests[1]);
        assert_eq!(requests[0].header("idempotency-key"), Some("key_1"));
    }
}

#[tokio::test]
async fn other_failures_are_not_sent_again_even_with_an_idempotency_key() {
    for status in [400, 401, 403, 404, 409, 422, 501, 505] {
        let server = Server::with([Reply::json(status, ERRORS)]);
        let error = clerk(&server)
            .sign_in_tokens()
            .create_sign_in_token(&body())
            .idempotency_key("key_1")
            .await
            .unwrap_err();
        assert_eq!(error.attempts(), 1, "{status}");
        server.request();
    }
}

#[test]
fn the_generator_and_the_crate_say_the_same_of_what_may_be_repeated() {
    let known = tintype::method::Method::KNOWN.into_iter();
    for told in
        known.chain(["COPY", "LINK"].map(|name| tintype::method::Method::other(name).unwrap()))
    {
        let name: &'static str = told.name().to_owned().leak();
        let held = clerk_backend_api::transport::Method::other(name);
        assert_eq!(told.is_idempotent(), held.is_idempotent(), "{name}");
        assert!(!told.only_reads() || held.is_safe(), "{name}");
    }
}
