//! Secrets do not show in anything that is printed.

use tintype_runtime_tests::clerk::{Clerk, CreateSignInTokenRequestBody};
use tintype_runtime_tests::runtime::{Credential, MockReply, RetryConfig};

use crate::{SECRET, mocked};

#[tokio::test]
async fn debug_shows_no_secret() {
    let (clerk, mock) = mocked();
    let builder = Clerk::builder(SECRET)
        .credential("queryKey", SECRET)
        .header("x-key", SECRET);
    let body = CreateSignInTokenRequestBody::new().user_id(SECRET);
    let request = clerk
        .sign_in_tokens()
        .create_sign_in_token(&body)
        .header("x-key", SECRET)
        .idempotency_key(SECRET)
        .retries(RetryConfig::NEVER);
    let list = clerk
        .users()
        .list_users()
        .query(SECRET)
        .session(SECRET)
        .tenant(SECRET);
    let before = format!(
        "{builder:?} {:?} {clerk:?} {request:?} {list:?}",
        Credential::from(SECRET)
    );
    list.await.unwrap();
    mock.push(
        MockReply::json(500, SECRET)
            .header("set-cookie", SECRET)
            .header("x-key", SECRET),
    );
    let error = request.await.unwrap_err();
    let after = format!("{mock:?} {error:?} {error} {:?}", builder.build().unwrap());
    for shown in [before, after] {
        assert!(!shown.contains(SECRET), "{shown}");
        assert!(shown.contains("[redacted]"), "{shown}");
    }
}

#[test]
fn a_request_shows_itself_as_a_command_line_without_the_credential() {
    let (clerk, _) = mocked();
    let body = CreateSignInTokenRequestBody::new().user_id("it's");
    let request = clerk
        .sign_in_tokens()
        .create_sign_in_token(&body)
        .header("cookie", SECRET);
    let expected = r#"curl -X POST 'https://api.clerk.com/v1/sign_in_tokens' \
  -H 'accept: application/json' \
  -H 'user-agent: clerk-backend-api/0.0.0 (API 2025-11-10)' \
  -H 'authorization: Bearer [redacted]' \
  -H 'content-type: application/json' \
  -H 'cookie: [redacted]' \
  --data-raw '{"user_id":"it'\''s"}'"#;
    assert_eq!(request.to_curl().unwrap(), expected);
}

#[test]
fn a_command_line_hides_a_key_in_the_query() {
    let builder = Clerk::builder(SECRET).credential("queryKey", SECRET);
    let clerk = builder.build().unwrap();
    let command = clerk.users().delete_user("a'b").to_curl().unwrap();
    assert!(
        command.starts_with("curl -X DELETE 'https://api.clerk.com/v1/users/a%27b?key=[redacted]'"),
        "{command}"
    );
}

#[test]
fn a_request_that_is_refused_has_no_command_line() {
    let (clerk, _) = mocked();
    let error = clerk
        .sign_in_tokens()
        .revoke_sign_in_token("")
        .to_curl()
        .unwrap_err();
    assert_eq!(error.operation(), Some("RevokeSignInToken"));
}
