//! Errors: what they know and how they read.

use std::error::Error as _;

use tintype_runtime_tests::clerk::{CreateSignInTokenError, CreateSignInTokenRequestBody};
use tintype_runtime_tests::runtime::{Error, ErrorKind, MockReply};

use crate::{ERRORS, mocked};

pub(crate) async fn create(reply: MockReply) -> Error {
    let (clerk, mock) = mocked();
    mock.push(reply);
    let body = CreateSignInTokenRequestBody::new();
    clerk
        .sign_in_tokens()
        .create_sign_in_token(&body)
        .await
        .unwrap_err()
}

#[test]
fn an_error_is_small_and_goes_to_any_thread() {
    fn fits<T: std::error::Error + Send + Sync + 'static>() -> usize {
        size_of::<T>()
    }
    assert!(fits::<Error>() <= 16);
}

#[tokio::test]
async fn a_documented_error_is_chosen_by_status() {
    let error = create(MockReply::json(404, ERRORS)).await;
    assert!(matches!(
        error.documented(),
        Some(CreateSignInTokenError::NotFound(_))
    ));
    let error = create(MockReply::json(422, ERRORS)).await;
    let Some(CreateSignInTokenError::UnprocessableEntity(errors)) = error.documented() else {
        panic!("{error}")
    };
    assert_eq!(errors.errors[0].code, "resource_not_found");
}

#[tokio::test]
async fn an_undocumented_status_with_the_error_model_still_gives_it() {
    let error = create(MockReply::json(401, ERRORS)).await;
    assert_eq!(error.documented::<CreateSignInTokenError>(), None);
    assert_eq!(
        error.clerk_errors().unwrap().errors[0].code,
        "resource_not_found"
    );
}

#[tokio::test]
async fn an_error_of_another_operation_is_not_read_as_one_of_this() {
    let (clerk, mock) = mocked();
    mock.push(MockReply::json(404, ERRORS));
    let error = clerk
        .sign_in_tokens()
        .revoke_sign_in_token("a")
        .await
        .unwrap_err();
    assert_eq!(error.documented::<CreateSignInTokenError>(), None);
}

#[tokio::test]
async fn a_documented_status_with_a_body_that_does_not_fit_keeps_the_body() {
    let error = create(MockReply::json(422, r#"{"errors":3}"#)).await;
    assert_eq!(error.documented::<CreateSignInTokenError>(), None);
    assert_eq!(error.body(), Some(br#"{"errors":3}"#.as_slice()));
}

#[tokio::test]
async fn an_error_reads_as_operation_status_code_message_and_request_id() {
    let error = create(MockReply::json(404, ERRORS)).await;
    let text =
        "CreateSignInToken: 404 Not Found: resource_not_found: No such user (request id trace_7)";
    assert_eq!(error.to_string(), text);
    let error = create(MockReply::json(404, ERRORS).header("x-request-id", "req_1")).await;
    assert_eq!(error.request_id().unwrap(), "req_1");
}

#[tokio::test]
async fn what_a_main_that_gives_an_error_prints_is_a_sentence() {
    let error = create(MockReply::json(404, ERRORS)).await;
    assert_eq!(format!("{error:?}"), error.to_string());
    let parts = format!("{error:#?}");
    assert!(parts.contains("kind: Status") && parts.contains("attempts: 1"));
}

#[tokio::test]
async fn the_usual_shapes_of_error_bodies_are_understood() {
    let shapes = [
        (r#"{"error":{"code":"c","type":"t","message":"m"}}"#, "c: m"),
        (r#"{"error":{"type":"t","message":"m"}}"#, "t: m"),
        (
            r#"{"error":"invalid_grant","error_description":"m"}"#,
            "invalid_grant: m",
        ),
        (r#"{"error":"m"}"#, "m"),
        (r#"{"message":"m","documentation_url":"u"}"#, "m"),
        (r#"{"code":40101,"message":"m"}"#, "40101: m"),
        (
            r#"{"type":"about:blank","title":"t","detail":"d","status":400}"#,
            "d",
        ),
        (r#"{"title":"t"}"#, "t"),
        (r#"{"errors":[{"long_message":"m"}]}"#, "m"),
    ];
    for (body, expected) in shapes {
        let error = create(MockReply::json(400, body)).await;
        assert_eq!(
            error.to_string(),
            format!("CreateSignInToken: 400 Bad Request: {expected}"),
            "{body}"
        );
    }
}

#[tokio::test]
async fn an_error_with_a_body_that_says_nothing_names_its_kind_and_size() {
    let error = create(MockReply::new(500, "text/html", "<html>oops</html>")).await;
    let text = "CreateSignInToken: 500 Internal Server Error: the body does not say why, text/html (17 bytes)";
    assert_eq!(error.to_string(), text);
    assert_eq!(error.body(), Some(b"<html>oops</html>".as_slice()));
    let empty = create(MockReply::json(400, "")).await.to_string();
    assert_eq!(
        empty,
        "CreateSignInToken: 400 Bad Request: the answer has no body"
    );
    for body in [
        "null",
        "[]",
        "3",
        "{}",
        r#"{"errors":[]}"#,
        r#"{"error":null}"#,
    ] {
        let text = create(MockReply::json(400, body)).await.to_string();
        assert!(text.contains("the body does not say why"), "{text}");
    }
}

#[tokio::test]
async fn a_text_of_the_server_cannot_forge_lines_of_a_log() {
    let long = "x".repeat(500);
    let body = format!(r#"{{"message":"a\r\nERROR forged\u001b[31m {long}"}}"#);
    let text = create(MockReply::json(400, body)).await.to_string();
    assert!(!text.contains(|c: char| c.is_control()), "{text:?}");
    assert!(text.chars().count() < 260, "{text}");
}

#[tokio::test]
async fn a_body_that_is_not_as_documented_names_the_place_and_is_kept() {
    let error = create(MockReply::json(200, r#"{"object":"sign_in_token","id":3}"#)).await;
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert_eq!(error.decode_error().unwrap().pointer(), "/id");
    let text = "CreateSignInToken: 200 OK: the body is not what the document describes: \
        at /id: expected a string, found the number 3";
    assert_eq!(error.to_string(), text);
    assert_eq!(error.body().unwrap().len(), 33);
    assert!(error.source().is_some());
    assert_eq!(error.clerk_errors(), None);
}

#[tokio::test]
async fn a_page_in_place_of_json_is_named_for_what_it_is() {
    let error = create(MockReply::new(200, "text/html", "<html>")).await;
    let text = error.decode_error().unwrap().to_string();
    assert_eq!(text, "expected JSON, found text/html (6 bytes)");
}

#[tokio::test]
async fn json_under_a_wrong_name_is_read_all_the_same() {
    let (clerk, mock) = mocked();
    mock.push(MockReply::new(200, "text/plain", r#"["user_2"]"#));
    assert_eq!(clerk.users().list_users().await.unwrap(), ["user_2"]);
}

#[tokio::test]
async fn a_rate_limit_is_known_as_one() {
    let error = create(MockReply::json(429, "{}").header("retry-after", "90")).await;
    assert!(error.is_rate_limited());
    assert_eq!(error.retry_after().unwrap().as_secs(), 90);
    assert_eq!(error.attempts(), 1);
}

#[tokio::test]
async fn a_failed_connection_names_its_root_cause() {
    let (clerk, mock) = mocked();
    (0..3).for_each(|_| mock.push(MockReply::refuse()));
    let error = clerk.users().list_users().await.unwrap_err();
    let text = "ListUsers: there is no connection to the server: the mock refuses the connection after 3 attempts";
    assert_eq!(error.to_string(), text);
    assert_eq!(error.kind(), ErrorKind::Connection);
    assert!(!error.was_sent());
}
