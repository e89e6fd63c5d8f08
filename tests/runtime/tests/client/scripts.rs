//! The mock as a user's test has it: replies by operation, scripts through the real retries, functions, recorded requests.

use std::time::Duration;

use tintype_runtime_tests::clerk::{
    Clerk, CreateSignInToken, CreateSignInTokenRequestBody, RevokeSignInToken,
};
use tintype_runtime_tests::runtime::{ErrorKind, MockReply, MockTransport};

use crate::{TOKEN, mocked};

#[tokio::test]
async fn a_script_of_a_503_a_cut_body_and_the_example_is_one_call() {
    let (clerk, mock) = mocked();
    mock.on::<CreateSignInToken>(MockReply::status(503));
    mock.on::<CreateSignInToken>(MockReply::json(200, TOKEN).cut_after(10));
    mock.on::<CreateSignInToken>(MockReply::example());
    let body = CreateSignInTokenRequestBody::new();
    let create = clerk.sign_in_tokens().create_sign_in_token(&body);
    let response = create.idempotency_key("1").send().await.unwrap();
    assert_eq!(response.attempts(), 3);
    assert_eq!(mock.requests_of::<CreateSignInToken>().len(), 3);
    assert!(mock.elapsed() < Duration::from_secs(2));
}

#[tokio::test]
async fn without_a_key_a_post_that_was_cut_is_not_repeated() {
    let (clerk, mock) = mocked();
    mock.on::<CreateSignInToken>(MockReply::json(200, TOKEN).cut_after(0));
    let body = CreateSignInTokenRequestBody::new();
    let error = clerk
        .sign_in_tokens()
        .create_sign_in_token(&body)
        .await
        .unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Connection, 1));
    assert!(error.was_sent());
}

#[tokio::test]
async fn replies_of_an_operation_are_for_no_other_one() {
    let (clerk, mock) = mocked();
    mock.on::<RevokeSignInToken>(MockReply::json(404, "{}"));
    mock.always::<CreateSignInToken>(MockReply::status(429).header("retry-after", "600"));
    let body = CreateSignInTokenRequestBody::new();
    for _ in 0..2 {
        let error = clerk
            .sign_in_tokens()
            .create_sign_in_token(&body)
            .await
            .unwrap_err();
        assert!(error.is_rate_limited());
    }
    let error = clerk
        .sign_in_tokens()
        .revoke_sign_in_token("a")
        .await
        .unwrap_err();
    assert_eq!(error.status().unwrap(), 404);
    assert_eq!(mock.requests_of::<CreateSignInToken>().len(), 2);
    assert_eq!(mock.requests_of::<RevokeSignInToken>().len(), 1);
}

#[tokio::test]
async fn a_function_sees_the_request_and_the_request_is_recorded() {
    let (clerk, mock) = mocked();
    mock.always::<CreateSignInToken>(MockReply::from_fn(|request| {
        let named = request.json().is_some_and(|body| body["user_id"] == "u");
        if named {
            MockReply::example()
        } else {
            MockReply::json(422, "{}")
        }
    }));
    let body = CreateSignInTokenRequestBody::new();
    let tokens = || clerk.sign_in_tokens();
    let error = tokens().create_sign_in_token(&body).await.unwrap_err();
    assert_eq!(error.status().unwrap(), 422);
    let body = body.user_id("u");
    let request = tokens()
        .create_sign_in_token(&body)
        .query_pair("a b", "c&d");
    request.header("x-trace", "1").await.unwrap();
    let sent = mock.requests().pop().unwrap();
    assert_eq!(sent.header("X-Trace"), Some("1"));
    assert_eq!(sent.query("a b").as_deref(), Some("c&d"));
    assert_eq!(sent.json().unwrap()["user_id"], "u");
}

#[test]
fn what_is_shown_of_a_reply_is_no_body() {
    let shown = format!("{:?}", MockReply::json(200, TOKEN));
    assert!(!shown.contains("sit_1"), "{shown}");
}

#[tokio::test]
async fn a_call_without_a_reply_ends_at_once_and_says_how_to_give_one() {
    let mock = MockTransport::new(&[]);
    let clerk = Clerk::builder("a").transport(mock.clone()).build().unwrap();
    for replies in [vec![], vec![MockReply::example()]] {
        for reply in replies {
            mock.push(reply);
        }
        let error = clerk.users().list_users().await.unwrap_err();
        let text = "ListUsers: the mock has no reply: the document gives no example of an answer; \
            give the mock a reply with `on`, `always` or `push`";
        assert_eq!(error.to_string(), text);
        assert_eq!((error.attempts(), error.was_sent()), (1, false));
        assert_eq!(error.kind(), ErrorKind::Configuration);
    }
}
