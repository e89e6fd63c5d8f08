//! What is sent.

use clerk_backend_api::models::CreateSignInTokenRequestBody;
use clerk_backend_api::{Clerk, ErrorKind};

use crate::{Reply, SECRET, Server, TOKEN, body, builder, clerk};

#[tokio::test]
async fn creating_a_token_sends_exactly_these_bytes() {
    let server = Server::with([Reply::json(200, TOKEN)]);
    clerk(&server)
        .sign_in_tokens()
        .create_sign_in_token(&body())
        .await
        .unwrap();
    let request = server.request();
    assert_eq!(request.line, "POST /v1/sign_in_tokens HTTP/1.1");
    assert_eq!(
        request.headers,
        [
            "accept: application/json",
            "authorization: Bearer sk_test_wire",
            "content-length: 53",
            "content-type: application/json",
            &format!("host: {}", server.host()),
            "user-agent: clerk-backend-api/0.1.0 (API 2025-11-10)",
        ]
    );
    assert_eq!(
        request.body,
        r#"{"user_id":"user_12345","expires_in_seconds":2592000}"#
    );
}

#[tokio::test]
async fn revoking_a_token_sends_exactly_these_bytes() {
    let server = Server::with([Reply::json(200, TOKEN)]);
    clerk(&server)
        .sign_in_tokens()
        .revoke_sign_in_token("tok_test_1234567890")
        .await
        .unwrap();
    let request = server.request();
    assert_eq!(
        request.line,
        "POST /v1/sign_in_tokens/tok_test_1234567890/revoke HTTP/1.1"
    );
    assert_eq!(
        request.headers,
        [
            "accept: application/json",
            "authorization: Bearer sk_test_wire",
            "content-length: 0",
            &format!("host: {}", server.host()),
            "user-agent: clerk-backend-api/0.1.0 (API 2025-11-10)",
        ]
    );
    assert_eq!(request.body, "");
}

/// clerk-rs sends them as `null`.
#[tokio::test]
async fn fields_that_are_not_set_are_not_sent() {
    assert_eq!(body_sent(&CreateSignInTokenRequestBody::new()).await, "{}");
}

/// Clerk's Python SDK sends `expires_in_seconds: 2592000` of its own accord.
#[tokio::test]
async fn a_default_of_the_document_is_not_sent() {
    let body = CreateSignInTokenRequestBody::new().user_id("user_12345");
    assert_eq!(body_sent(&body).await, r#"{"user_id":"user_12345"}"#);
}

#[tokio::test]
async fn text_in_a_body_arrives_as_it_was_given() {
    let body = CreateSignInTokenRequestBody::new().user_id("\"é😀\u{0}\n\\");
    assert_eq!(body_sent(&body).await, r#"{"user_id":"\"é😀\u0000\n\\"}"#);
}

async fn body_sent(body: &CreateSignInTokenRequestBody) -> String {
    let server = Server::with([Reply::json(200, TOKEN)]);
    clerk(&server)
        .sign_in_tokens()
        .create_sign_in_token(body)
        .await
        .unwrap();
    server.request().body
}

/// Clerk's Python SDK puts the first of them in as it is, and so revokes nothing but bans a user.
#[tokio::test]
async fn an_id_is_one_segment_of_the_path_whatever_it_holds() {
    for (id, segment) in [
        ("../users/x?y=", "..%2Fusers%2Fx%3Fy%3D"),
        ("../users/victim/ban?x=", "..%2Fusers%2Fvictim%2Fban%3Fx%3D"),
        ("a b+c&d=e#f", "a%20b%2Bc%26d%3De%23f"),
        ("%2e%2e", "%252e%252e"),
        ("%2E", "%252E"),
        ("..\\..", "..%5C.."),
        ("...", "..."),
        (".\t.", ".%09."),
        ("é😀", "%C3%A9%F0%9F%98%80"),
        (" ", "%20"),
        ("a-b_c.d~e", "a-b_c.d~e"),
    ] {
        let server = Server::with([Reply::json(200, TOKEN)]);
        let result = clerk(&server)
            .sign_in_tokens()
            .revoke_sign_in_token(id)
            .await;
        assert!(result.is_ok(), "{id:?}: {result:?}");
        let path = format!("/v1/sign_in_tokens/{segment}/revoke");
        assert_eq!(server.request().path(), path, "{id:?}");
    }
}

/// progenitor keeps them, and so calls another operation.
#[tokio::test]
async fn an_id_that_would_change_the_path_is_refused_before_anything_is_sent() {
    for id in ["", ".", ".."] {
        let server = Server::with([]);
        let error = clerk(&server)
            .sign_in_tokens()
            .revoke_sign_in_token(id)
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidRequest, "{id:?}");
        assert_eq!((error.attempts(), error.was_sent()), (0, false), "{id:?}");
        assert_eq!(error.operation(), Some("RevokeSignInToken"));
        assert!(error.to_string().contains("`sign_in_token_id`"), "{error}");
        assert_eq!(server.requests(), []);
    }
}

#[tokio::test]
async fn a_header_of_the_call_is_sent_in_place_of_that_of_the_client() {
    let server = Server::with([Reply::json(200, TOKEN), Reply::json(200, TOKEN)]);
    let clerk = builder(&server)
        .header("x-trace", "client")
        .header("user-agent", "own/1.0")
        .build()
        .unwrap();
    let calls = clerk.sign_in_tokens();
    calls.create_sign_in_token(&body()).await.unwrap();
    calls
        .create_sign_in_token(&body())
        .header("X-Trace", "call")
        .await
        .unwrap();
    let requests = server.requests();
    assert_eq!(requests[0].header("x-trace"), Some("client"));
    assert_eq!(requests[0].header("user-agent"), Some("own/1.0"));
    assert_eq!(requests[1].header("x-trace"), Some("call"));
}

#[tokio::test]
async fn a_header_that_cannot_be_is_refused_before_anything_is_sent() {
    for (name, value) in [("x-trace", "a\r\nx-evil: 1"), ("x trace", "1"), ("", "1")] {
        let server = Server::with([]);
        let error = clerk(&server)
            .sign_in_tokens()
            .create_sign_in_token(&body())
            .header(name, value)
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidRequest, "{name:?}");
        assert_eq!(server.requests(), []);
    }
}

#[tokio::test]
async fn a_call_goes_to_the_server_that_it_names() {
    let (usual, other) = (Server::with([]), Server::with([Reply::json(200, TOKEN)]));
    clerk(&usual)
        .sign_in_tokens()
        .create_sign_in_token(&body())
        .server_url(other.url())
        .await
        .unwrap();
    assert_eq!(usual.requests(), []);
    assert_eq!(other.request().header("host"), Some(&*other.host()));
}

#[tokio::test]
async fn a_slash_at_the_end_of_a_server_url_changes_nothing() {
    let server = Server::with([Reply::json(200, TOKEN)]);
    Clerk::builder(SECRET)
        .server_url(format!("{}/", server.url()))
        .build()
        .unwrap()
        .sign_in_tokens()
        .create_sign_in_token(&body())
        .await
        .unwrap();
    assert_eq!(server.request().path(), "/v1/sign_in_tokens");
}

#[tokio::test]
async fn a_request_that_is_not_awaited_sends_nothing() {
    let server = Server::with([Reply::json(200, TOKEN)]);
    let clerk = clerk(&server);
    let request = clerk.sign_in_tokens().create_sign_in_token(&body());
    drop(request.clone());
    drop(request.clone().send());
    drop(request.clone().into_future());
    request.await.unwrap();
    server.request();
}

#[test]
fn the_blocking_call_sends_the_same_request() {
    let server = Server::with([Reply::json(200, TOKEN)]);
    let token = clerk(&server)
        .sign_in_tokens()
        .create_sign_in_token(&body())
        .call()
        .unwrap();
    assert_eq!(token.id, "token_12345");
    assert_eq!(
        server.request().body,
        r#"{"user_id":"user_12345","expires_in_seconds":2592000}"#
    );
}

#[tokio::test]
async fn a_blocking_call_where_waiting_is_not_allowed_is_an_error_and_no_panic() {
    let server = Server::with([]);
    let error = clerk(&server)
        .sign_in_tokens()
        .create_sign_in_token(&body())
        .call()
        .unwrap_err();
    assert!(error.to_string().contains("await"), "{error}");
    assert_eq!(server.requests(), []);
}
