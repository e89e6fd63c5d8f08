//! Answers that say that the call failed.

use clerk_backend_api::models::ClerkErrors;
use clerk_backend_api::operations::sign_in_tokens::{
    CreateSignInTokenError, RevokeSignInTokenError,
};
use clerk_backend_api::{ErrorKind, SdkError as Error};
use serde_json::{Value, json};

use crate::{ERRORS, Reply, Server, TOKEN, body, clerk, create, revoke, shown};

/// The one body that all these tests get, as the model.
fn errors() -> ClerkErrors {
    serde_json::from_str(ERRORS).unwrap()
}

async fn create_fails(status: u16) -> Error {
    create(Reply::json(status, ERRORS)).await.unwrap_err()
}

/// clerk-rs takes the first model that fits, and so calls a 422 a 404.
#[tokio::test]
async fn each_documented_error_of_create_is_chosen_by_its_status() {
    assert_eq!(
        create_fails(404).await.documented(),
        Some(CreateSignInTokenError::NotFound(errors()))
    );
    assert_eq!(
        create_fails(422).await.documented(),
        Some(CreateSignInTokenError::UnprocessableEntity(errors()))
    );
}

#[tokio::test]
async fn a_documented_error_is_an_error_of_rust_that_shows_nothing_of_the_answer() {
    let error: Option<CreateSignInTokenError> = create_fails(404).await.documented();
    let error: Box<dyn std::error::Error> = error.unwrap().into();
    assert_eq!(
        error.to_string(),
        "documented error `CreateSignInTokenError::NotFound`"
    );
}

#[tokio::test]
async fn each_documented_error_of_revoke_is_chosen_by_its_status() {
    for (status, expected) in [
        (400, RevokeSignInTokenError::BadRequest(errors())),
        (404, RevokeSignInTokenError::NotFound(errors())),
    ] {
        let error = revoke(Reply::json(status, ERRORS)).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Status);
        assert_eq!(error.status().unwrap().as_u16(), status);
        assert_eq!(error.documented(), Some(expected));
    }
}

#[tokio::test]
async fn a_status_that_only_another_operation_documents_is_not_documented() {
    let error = create_fails(400).await;
    assert_eq!(error.documented::<CreateSignInTokenError>(), None);
    assert_eq!(error.documented::<RevokeSignInTokenError>(), None);
    let error = create_fails(404).await;
    assert_eq!(error.documented::<RevokeSignInTokenError>(), None);
}

/// Clerk's Python SDK gives it empty.
#[tokio::test]
async fn the_meta_of_an_error_is_not_lost() {
    let Some(CreateSignInTokenError::UnprocessableEntity(errors)) =
        create_fails(422).await.documented()
    else {
        panic!("a 422 is not documented");
    };
    let meta = errors.errors[0].meta.as_ref().unwrap();
    assert_eq!(meta["param_name"], "user_id");
    assert_eq!(meta["limits"], json!([1, 2.5]));
    assert_eq!(errors.meta.as_ref().unwrap()["region"], "eu");
    let json: Value = serde_json::from_str(ERRORS).unwrap();
    assert_eq!(serde_json::to_value(errors).unwrap(), json);
}

/// They are untyped in Clerk's Python SDK.
#[tokio::test]
async fn an_undocumented_status_with_an_error_body_gives_the_error_model() {
    for status in [400, 401, 402, 403, 409, 410, 418, 500, 503] {
        let error = create_fails(status).await;
        assert_eq!(error.kind(), ErrorKind::Status);
        assert_eq!(error.status().unwrap().as_u16(), status);
        assert_eq!(error.documented::<CreateSignInTokenError>(), None);
        assert_eq!(error.clerk_errors(), Some(errors()), "{status}");
        assert_eq!(error.body(), Some(ERRORS.as_bytes()));
    }
}

/// AWS's SDK prints "service error".
#[tokio::test]
async fn an_error_names_the_operation_the_status_the_code_the_message_and_the_request() {
    assert_eq!(
        create_fails(401).await.to_string(),
        "CreateSignInToken: 401 Unauthorized: resource_not_found: not found (request id trace_1)"
    );
}

#[tokio::test]
async fn a_500_with_an_html_page_keeps_the_page_and_does_not_print_it() {
    let page = "<html><h1>Something is broken</h1></html>";
    let reply = Reply::new(500, "text/html", page).header("cf-ray", "ray_1");
    let error = create(reply).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Status);
    assert_eq!(error.status().unwrap().as_u16(), 500);
    assert_eq!(error.headers().unwrap()["content-type"], "text/html");
    assert_eq!(error.body(), Some(page.as_bytes()));
    assert_eq!(error.clerk_errors(), None);
    assert_eq!(error.documented::<CreateSignInTokenError>(), None);
    assert!(error.was_sent());
    let text = error.to_string();
    assert!(text.contains("500 Internal Server Error"), "{text}");
    assert!(text.contains("text/html (41 bytes)"), "{text}");
    assert!(text.contains("ray_1"), "{text}");
    assert!(!shown(&error).contains("broken"), "{}", shown(&error));
}

#[tokio::test]
async fn a_documented_status_with_another_body_is_not_the_documented_error() {
    for reply in [
        Reply::new(404, "text/html", "<html></html>"),
        Reply::json(404, r#"{"error":"nothing here"}"#),
        Reply::json(404, r#"{"errors":[{"message":"no code"}]}"#),
        Reply::json(404, r#"{"errors":"#),
        Reply::json(404, ""),
    ] {
        let error = create(reply.clone()).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Status, "{reply:?}");
        assert_eq!(error.status().unwrap().as_u16(), 404);
        assert_eq!(error.documented::<CreateSignInTokenError>(), None);
        assert_eq!(error.clerk_errors(), None, "{reply:?}");
    }
}

#[tokio::test]
async fn an_error_body_of_another_shape_still_says_what_it_says() {
    let reply = Reply::json(400, r#"{"error":{"code":"E7","message":"no\nway"}}"#);
    assert_eq!(
        create(reply).await.unwrap_err().to_string(),
        "CreateSignInToken: 400 Bad Request: E7: no way"
    );
}

#[tokio::test]
async fn a_success_is_never_an_error_model() {
    let error = create(Reply::json(200, ERRORS)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert_eq!(error.clerk_errors(), None);
    assert_eq!(error.documented::<CreateSignInTokenError>(), None);
}

#[tokio::test]
async fn a_redirect_takes_neither_body_nor_credential_to_another_server() {
    for status in [301, 302, 303, 307, 308] {
        let elsewhere = Server::with([Reply::json(200, TOKEN)]);
        let reply = Reply::json(status, "").header("location", &elsewhere.url());
        let server = Server::with([reply]);
        let error = clerk(&server)
            .sign_in_tokens()
            .create_sign_in_token(&body())
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Status);
        assert_eq!(error.status().unwrap().as_u16(), status);
        assert!(error.to_string().contains("redirect"), "{error}");
        server.request();
        assert_eq!(elsewhere.requests(), []);
    }
}

#[tokio::test]
async fn a_redirect_does_not_send_a_post_again_even_within_the_same_server() {
    for status in [301, 302, 303, 307, 308] {
        let error = create(Reply::json(status, "").header("location", "/v1/elsewhere"))
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Status);
        assert_eq!(error.status().unwrap().as_u16(), status);
    }
}
