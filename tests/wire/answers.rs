//! Answers of success, and bodies that are not what they should be.

use clerk_backend_api::models::{SignInToken, SignInTokenObject, SignInTokenStatus};
use clerk_backend_api::{ErrorKind, OptionalNullable};
use serde_json::{Value, json};

use crate::{Reply, Server, TOKEN, body, builder, clerk, create, revoke};

/// A token with one field set, or taken away.
fn token_with(field: &str, value: Option<Value>) -> Value {
    let mut token: Value = serde_json::from_str(TOKEN).unwrap();
    let fields = token.as_object_mut().unwrap();
    match value {
        Some(value) => drop(fields.insert(field.to_owned(), value)),
        None => drop(fields.remove(field)),
    }
    token
}

async fn token(json: &Value) -> SignInToken {
    create(Reply::json(200, &json.to_string())).await.unwrap()
}

fn written(token: &SignInToken) -> Value {
    serde_json::to_value(token).unwrap()
}

#[tokio::test]
async fn a_200_gives_every_field_of_the_token() {
    let token = create(Reply::json(200, TOKEN)).await.unwrap();
    assert_eq!(token.object, SignInTokenObject::SignInToken);
    assert_eq!(token.id, "token_12345");
    assert_eq!(token.status, SignInTokenStatus::Pending);
    assert_eq!(token.user_id, "user_12345");
    assert_eq!(token.token.as_deref(), Some("secret_token"));
    let url = "https://example.com/signin/token".to_owned();
    assert_eq!(token.url, OptionalNullable::Value(url));
    assert_eq!(token.created_at, 1_609_459_200);
    assert_eq!(token.updated_at, 1_612_137_600);
    assert_eq!(revoke(Reply::json(200, TOKEN)).await.unwrap(), token);
}

#[tokio::test]
async fn send_gives_the_status_the_headers_and_the_attempts() {
    let server = Server::with([Reply::json(200, TOKEN).header("x-request-id", "req_1")]);
    let response = clerk(&server)
        .sign_in_tokens()
        .create_sign_in_token(&body())
        .send()
        .await
        .unwrap();
    assert_eq!(response.status().as_u16(), 200);
    assert_eq!(response.headers()["x-request-id"], "req_1");
    assert_eq!(response.request_id(), Some("req_1"));
    assert_eq!(response.attempts(), 1);
    assert_eq!(response.body(), TOKEN.as_bytes());
    assert_eq!(response.into_inner().id, "token_12345");
}

/// With Clerk's Python SDK it fails the whole answer.
#[tokio::test]
async fn a_status_that_is_not_known_yet_is_kept_and_written_back() {
    let json = token_with("status", Some(json!("expired")));
    let token = token(&json).await;
    assert!(!token.status.is_known());
    assert_eq!(token.status.as_str(), "expired");
    assert_eq!(written(&token), json);
}

#[tokio::test]
async fn a_field_that_is_not_known_is_ignored() {
    let json = token_with("org_id", Some(json!({"deep": [1, null]})));
    assert_eq!(
        written(&token(&json).await),
        token_with("org_id", None),
        "the rest is the same"
    );
}

#[tokio::test]
async fn a_url_that_is_null_stays_null() {
    let json = token_with("url", Some(Value::Null));
    let token = token(&json).await;
    assert_eq!(token.url, OptionalNullable::Null);
    assert_eq!(written(&token), json);
}

#[tokio::test]
async fn a_url_that_is_absent_stays_absent() {
    let json = token_with("url", None);
    let token = token(&json).await;
    assert_eq!(token.url, OptionalNullable::Absent);
    assert_eq!(written(&token), json);
}

/// The document says that `token` is never null; a server that says so all the same is understood.
#[tokio::test]
async fn an_optional_field_that_is_null_does_not_fail_the_answer() {
    let token = token(&token_with("token", Some(Value::Null))).await;
    assert_eq!(token.token, None);
}

#[tokio::test]
async fn a_field_that_does_not_fit_is_named_by_its_pointer() {
    for (field, value, expected, found) in [
        (
            "created_at",
            Some(json!("today")),
            "integer",
            "the string \"today\"",
        ),
        ("created_at", Some(json!(1.5)), "integer", "the number 1.5"),
        (
            "created_at",
            Some(json!(9_223_372_036_854_775_808_u64)),
            "integer",
            "the number 9223372036854775808",
        ),
        ("id", Some(json!(7)), "string", "the number 7"),
        ("id", Some(Value::Null), "string", "null"),
        ("id", None, "a required value", "a missing field"),
        (
            "object",
            Some(json!("user")),
            "sign_in_token",
            "the string \"user\"",
        ),
    ] {
        let json = token_with(field, value).to_string();
        let error = create(Reply::json(200, &json)).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode, "{json}");
        let why = error.decode_error().unwrap();
        assert_eq!(why.pointer(), format!("/{field}"));
        assert!(why.expected().contains(expected), "{why}");
        assert_eq!(why.found(), found);
        assert_eq!(error.body(), Some(json.as_bytes()), "the body is kept");
        assert_eq!(error.status().unwrap().as_u16(), 200);
        let text = error.to_string();
        assert!(text.starts_with("CreateSignInToken: 200 OK"), "{text}");
        assert!(text.contains(&format!("at /{field}: ")), "{text}");
    }
}

#[tokio::test]
async fn json_that_breaks_off_is_a_decode_error_that_keeps_the_text() {
    let cut = &TOKEN[..TOKEN.len() - 10];
    let error = create(Reply::json(200, cut)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert_eq!(error.body(), Some(cut.as_bytes()));
    assert!(error.was_sent());
    assert!(error.to_string().contains("not JSON"), "{error}");
}

#[tokio::test]
async fn html_in_place_of_json_is_named_and_not_quoted() {
    let page = "<html>please log in to the hotel's network</html>";
    let error = create(Reply::new(200, "text/html; charset=utf-8", page))
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert_eq!(error.body(), Some(page.as_bytes()));
    let text = error.to_string();
    assert!(
        text.contains("text/html; charset=utf-8 (49 bytes)"),
        "{text}"
    );
    assert!(!text.contains("hotel"), "{text}");
}

#[tokio::test]
async fn json_under_a_wrong_content_type_is_read_all_the_same() {
    for kind in ["text/plain", "application/octet-stream", "text/html"] {
        let token = create(Reply::new(200, kind, TOKEN)).await.unwrap();
        assert_eq!(token.id, "token_12345", "{kind}");
    }
}

#[tokio::test]
async fn an_empty_body_is_an_error_of_its_own() {
    for reply in [Reply::json(200, ""), Reply::bytes("HTTP/1.1 204 \r\n\r\n")] {
        let error = create(reply).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::NoBody);
        assert!(
            error.to_string().contains("the answer has no body"),
            "{error}"
        );
    }
}

#[tokio::test]
async fn a_body_in_pieces_is_one_body() {
    let (start, end) = TOKEN.split_at(30);
    let chunks = format!(
        "{:x}\r\n{start}\r\n{:x}\r\n{end}\r\n0\r\n\r\n",
        start.len(),
        end.len()
    );
    let head = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n";
    let token = create(Reply::bytes(format!("{head}{chunks}")))
        .await
        .unwrap();
    assert_eq!(token.id, "token_12345");
}

#[tokio::test]
async fn a_body_above_the_limit_is_refused_and_not_asked_for_again() {
    let server = Server::with([Reply::json(200, TOKEN)]);
    let error = builder(&server)
        .max_response_bytes(100)
        .build()
        .unwrap()
        .sign_in_tokens()
        .create_sign_in_token(&body())
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::TooLarge);
    assert_eq!(error.status().unwrap().as_u16(), 200);
    server.request();
}
