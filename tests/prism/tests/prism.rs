//! The generated SDK against Prism, which answers from the document alone: both operations, each documented error, and
//! requests that Prism must refuse.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "what the tests share fails as they do"
)]

use clerk_backend_api::models::{CreateSignInTokenRequestBody, SignInToken, SignInTokenStatus};
use clerk_backend_api::operations::sign_in_tokens::{
    CreateSignInTokenError, RevokeSignInTokenError,
};
use clerk_backend_api::{Clerk, SdkError as Error};
use tintype_prism_tests::{Mode, Prism};

const DOCUMENT: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../spec/sign_in_tokens.yaml"
);
const ID: &str = "tok_test_1234567890";

/// Prism, and a client that calls it.
fn start(mode: Mode) -> (Prism, Clerk) {
    let prism = match Prism::start(DOCUMENT.as_ref(), mode) {
        Ok(prism) => prism,
        Err(error) => panic!("{error}"),
    };
    let clerk = Clerk::builder("sk_test_prism")
        .server_url(prism.url())
        .build();
    (prism, clerk.expect("a client of Prism"))
}

async fn create(clerk: &Clerk) -> Result<SignInToken, Error> {
    let body = CreateSignInTokenRequestBody::new()
        .user_id("user_12345")
        .expires_in_seconds(2_592_000);
    clerk.sign_in_tokens().create_sign_in_token(&body).await
}

async fn create_fails(clerk: &Clerk, status: u16) -> Error {
    let body = CreateSignInTokenRequestBody::new().user_id("user_12345");
    let request = clerk.sign_in_tokens().create_sign_in_token(&body);
    let error = request
        .header("prefer", format!("code={status}"))
        .await
        .expect_err("the error that was asked for");
    assert_eq!(error.status().map(|status| status.as_u16()), Some(status));
    error
}

async fn revoke_fails(clerk: &Clerk, status: u16) -> Error {
    let request = clerk.sign_in_tokens().revoke_sign_in_token(ID);
    let error = request
        .header("prefer", format!("code={status}"))
        .await
        .expect_err("the error that was asked for");
    assert_eq!(error.status().map(|status| status.as_u16()), Some(status));
    error
}

#[tokio::test]
async fn both_operations_give_the_examples_of_the_document() {
    let (_prism, clerk) = start(Mode::Static);
    let token = create(&clerk).await.expect("a token");
    assert_eq!(token.id, "token_12345");
    assert_eq!(token.status, SignInTokenStatus::Pending);
    assert_eq!(token.user_id, "user_12345");
    assert_eq!(
        (token.created_at, token.updated_at),
        (1_609_459_200, 1_612_137_600)
    );
    assert_eq!(token.token.as_deref(), Some("secret_token"));
    assert_eq!(
        token.url.value().map(String::as_str),
        Some("https://example.com/signin/token")
    );

    let token = clerk
        .sign_in_tokens()
        .revoke_sign_in_token(ID)
        .await
        .expect("the revoked token");
    assert_eq!(token.id, ID);
    assert_eq!(token.status, SignInTokenStatus::Revoked);
    assert_eq!(token.token, None);
    assert!(token.url.is_null());
}

#[tokio::test]
async fn an_empty_body_is_a_right_one() {
    let (_prism, clerk) = start(Mode::Static);
    let body = CreateSignInTokenRequestBody::new();
    clerk
        .sign_in_tokens()
        .create_sign_in_token(&body)
        .await
        .expect("a token");
}

#[tokio::test]
async fn documented_errors_have_the_examples_of_the_document() {
    let (_prism, clerk) = start(Mode::Static);
    match create_fails(&clerk, 404).await.documented() {
        Some(CreateSignInTokenError::NotFound(errors)) => {
            assert_eq!(errors.errors[0].code, "resource_not_found");
        }
        other => panic!("{other:?}"),
    }
    match create_fails(&clerk, 422).await.documented() {
        Some(CreateSignInTokenError::UnprocessableEntity(errors)) => {
            assert_eq!(errors.errors[0].code, "form_param_value_invalid");
            let meta = errors.errors[0].meta.as_ref().expect("details");
            assert_eq!(meta["param_name"], "expires_in_seconds");
            assert_eq!(errors.clerk_trace_id.as_deref(), Some("trace_create_422"));
        }
        other => panic!("{other:?}"),
    }
    match revoke_fails(&clerk, 400).await.documented() {
        Some(RevokeSignInTokenError::BadRequest(errors)) => {
            assert_eq!(errors.errors[0].code, "sign_in_token_not_pending");
        }
        other => panic!("{other:?}"),
    }
    match revoke_fails(&clerk, 404).await.documented() {
        Some(RevokeSignInTokenError::NotFound(errors)) => {
            assert_eq!(errors.errors[0].code, "resource_not_found");
        }
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn whatever_fits_the_schemas_is_read() {
    let (_prism, clerk) = start(Mode::Dynamic);
    // Prism makes up new values each time.
    for _ in 0..10 {
        let token = create(&clerk).await.expect("a token");
        assert!(token.status.is_known());
        let token = clerk
            .sign_in_tokens()
            .revoke_sign_in_token(ID)
            .await
            .expect("a token");
        assert!(token.status.is_known());

        let error = create_fails(&clerk, 404).await;
        assert!(
            matches!(
                error.documented(),
                Some(CreateSignInTokenError::NotFound(_))
            ),
            "{error:?}"
        );
        let error = create_fails(&clerk, 422).await;
        assert!(
            matches!(
                error.documented(),
                Some(CreateSignInTokenError::UnprocessableEntity(_))
            ),
            "{error:?}"
        );
        let error = revoke_fails(&clerk, 400).await;
        assert!(
            matches!(
                error.documented(),
                Some(RevokeSignInTokenError::BadRequest(_))
            ),
            "{error:?}"
        );
        let error = revoke_fails(&clerk, 404).await;
        assert!(
            matches!(
                error.documented(),
                Some(RevokeSignInTokenError::NotFound(_))
            ),
            "{error:?}"
        );
    }
}

/// Without this, a Prism that accepts anything would pass all the rest.
#[test]
fn a_wrong_body_is_refused() {
    for mode in [Mode::Static, Mode::Dynamic] {
        let (prism, _) = start(mode);
        for body in [
            r#"{"user_id": 5}"#,
            r#"{"expires_in_seconds": "soon"}"#,
            r#"["user_12345"]"#,
        ] {
            let answer = prism.post_raw("/sign_in_tokens", body).expect("an answer");
            assert_eq!(answer.status, 422, "{body}: {}", answer.text);
            assert!(
                answer.text.contains("sl-violations"),
                "{body}: {}",
                answer.text
            );
        }
        let answer = prism
            .post_raw("/sign_in_tokens", r#"{"user_id": "user_12345"}"#)
            .expect("an answer");
        assert_eq!(answer.status, 200, "{}", answer.text);
    }
}

/// The path of an id is one segment: the encoded slash is not one that leads elsewhere.
#[tokio::test]
async fn an_id_cannot_leave_its_place_in_the_path() {
    let (prism, clerk) = start(Mode::Static);
    let answer = prism
        .post_raw("/sign_in_tokens/a/b/revoke", "")
        .expect("an answer");
    assert_eq!(answer.status, 404, "{}", answer.text);
    let token = clerk
        .sign_in_tokens()
        .revoke_sign_in_token("../users/x?y=")
        .await
        .expect("the route is found");
    assert_eq!(token.status, SignInTokenStatus::Revoked);
}
