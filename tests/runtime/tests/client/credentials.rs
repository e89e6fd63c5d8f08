//! Credentials: which ones are sent, when they are asked for, and where they may not go.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use tintype_runtime_tests::clerk::{ANSWERS, Clerk, ClerkBuilder};
use tintype_runtime_tests::runtime::{Credential, Error, ErrorKind, MockReply, MockTransport};

use crate::{SECRET, mocked};

async fn list(builder: ClerkBuilder) -> (Result<Vec<String>, Error>, MockTransport) {
    let mock = MockTransport::new(ANSWERS);
    let clerk = builder.transport(mock.clone()).build().unwrap();
    (clerk.users().list_users().await, mock)
}

#[tokio::test]
async fn a_function_is_asked_once_for_each_call() {
    let asked = Arc::new(AtomicU32::new(0));
    let counter = Arc::clone(&asked);
    let credential = Credential::from_fn(move || {
        let count = counter.fetch_add(1, Ordering::Relaxed);
        async move { Ok::<_, std::io::Error>(format!("token_{count}")) }
    });
    let mock = MockTransport::new(ANSWERS);
    let clerk = Clerk::builder(credential)
        .transport(mock.clone())
        .build()
        .unwrap();
    assert_eq!(asked.load(Ordering::Relaxed), 0);
    mock.push(MockReply::json(503, "{}"));
    clerk.users().list_users().await.unwrap();
    clerk.users().list_users().await.unwrap();
    let sent: Vec<_> = mock
        .requests()
        .iter()
        .map(|request| request.headers["authorization"].clone())
        .collect();
    assert_eq!(sent, ["Bearer token_0", "Bearer token_0", "Bearer token_1"]);
}

#[tokio::test]
async fn a_credential_is_made_of_any_text_and_of_what_refers_to_one() {
    let secret = String::from("a");
    let made: [Credential; 3] = [(&secret).into(), (*secret).into(), secret.clone().into()];
    for credential in made {
        let (result, mock) = list(Clerk::builder(credential)).await;
        result.unwrap();
        assert_eq!(mock.requests()[0].header("authorization"), Some("Bearer a"));
    }
}

#[tokio::test]
async fn a_function_that_fails_ends_the_call_before_it_is_sent() {
    let credential = Credential::from_fn(|| async { Err::<String, _>("the vault is sealed") });
    let (result, mock) = list(Clerk::builder(credential)).await;
    let error = result.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Credential);
    assert_eq!(
        error.to_string(),
        "ListUsers: there is no credential for bearerAuth: the vault is sealed"
    );
    assert!(!error.was_sent() && mock.requests().is_empty());
}

#[tokio::test]
async fn a_function_that_never_answers_costs_the_timeout() {
    let credential = Credential::from_fn(std::future::pending::<Result<String, std::io::Error>>);
    let (result, mock) = list(Clerk::builder(credential)).await;
    let error = result.unwrap_err();
    assert!(error.is_timeout() && !error.was_sent());
    assert_eq!(mock.elapsed().as_secs(), 60);
}

#[tokio::test]
async fn a_credential_with_the_end_of_a_line_is_an_error_that_does_not_show_it() {
    let (result, _) = list(Clerk::builder(format!("{SECRET}\n"))).await;
    let error = result.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
    assert!(!format!("{error} {error:?}").contains(SECRET));
}

#[tokio::test]
async fn a_credential_is_refused_over_plain_http() {
    for server in [
        "http://api.clerk.com",
        "http://10.0.0.1",
        "http://localhost.evil.test",
        "http://[::2]",
    ] {
        let (result, mock) = list(Clerk::builder(SECRET).server_url(server)).await;
        assert_eq!(
            result.unwrap_err().kind(),
            ErrorKind::Credential,
            "{server}"
        );
        assert!(mock.requests().is_empty());
    }
}

#[tokio::test]
async fn a_key_in_the_query_is_refused_over_plain_http_too() {
    let mock = MockTransport::new(ANSWERS);
    let builder = Clerk::builder_without_credential()
        .credential("queryKey", SECRET)
        .transport(mock.clone());
    let clerk = builder.server_url("http://api.test").build().unwrap();
    let error = clerk.users().delete_user("u").await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Credential);
    assert!(mock.requests().is_empty());
}

#[tokio::test]
async fn a_credential_may_go_to_this_machine_or_where_it_is_allowed() {
    for server in [
        "http://localhost:1",
        "http://app.localhost",
        "http://127.0.0.2",
        "http://[::1]",
        "https://a.test",
    ] {
        list(Clerk::builder(SECRET).server_url(server))
            .await
            .0
            .unwrap();
    }
    let allowed = Clerk::builder(SECRET)
        .server_url("http://10.0.0.1")
        .allow_plain_http(true);
    list(allowed).await.0.unwrap();
}

#[tokio::test]
async fn a_secret_in_a_header_of_the_caller_is_refused_over_plain_http_too() {
    let mock = MockTransport::new(ANSWERS);
    let clerk = Clerk::builder(SECRET)
        .transport(mock)
        .server_url("http://api.test")
        .build()
        .unwrap();
    let request = clerk
        .users()
        .list_users()
        .header("authorization", "Bearer other");
    assert_eq!(request.await.unwrap_err().kind(), ErrorKind::Credential);
}

#[tokio::test]
async fn the_first_alternative_with_all_its_credentials_is_used() {
    let (clerk, mock) = mocked();
    mock.push(MockReply::new(204, "", ""));
    clerk.users().delete_user("u").await.unwrap();
    assert!(mock.requests()[0].headers.contains_key("authorization"));

    let mock = MockTransport::new(ANSWERS);
    let builder = Clerk::builder("sk")
        .credential("queryKey", "a&b")
        .transport(mock.clone());
    mock.push(MockReply::new(204, "", ""));
    builder
        .build()
        .unwrap()
        .users()
        .delete_user("u")
        .await
        .unwrap();
    let request = &mock.requests()[0];
    assert_eq!(request.url.query(), Some("key=a%26b"));
    assert!(!request.headers.contains_key("authorization"));
}

#[tokio::test]
async fn an_operation_without_its_credential_is_not_sent() {
    let mock = MockTransport::new(ANSWERS);
    let clerk = Clerk::builder_without_credential()
        .transport(mock.clone())
        .build()
        .unwrap();
    let error = clerk.users().delete_user("u").await.unwrap_err();
    let text = "DeleteUser: the client has no credential for queryKey or bearerAuth or basicAuth";
    assert_eq!(error.to_string(), text);
    assert_eq!(error.kind(), ErrorKind::Credential);
    assert_eq!(clerk.users().list_users().await.unwrap(), ["user_1"]);
    assert_eq!(mock.requests().len(), 1);
}
