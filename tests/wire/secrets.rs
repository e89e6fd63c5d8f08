//! The secret key goes into one header, and nowhere else.

use std::convert::Infallible;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use clerk_backend_api::{Clerk, Credential, ErrorKind};

use crate::{ERRORS, PROMPT, Reply, SECRET, Server, TOKEN, body, builder, clerk, create, shown};

/// clerk-rs prints it in `Debug` of its client.
#[tokio::test]
async fn the_secret_is_not_in_the_debug_of_anything() {
    let server = Server::with([Reply::json(200, TOKEN)]);
    let builder = builder(&server);
    let mut shown = vec![format!("{builder:?} {builder:#?}")];
    let clerk = builder.build().unwrap();
    let calls = clerk.sign_in_tokens();
    let request = calls
        .create_sign_in_token(&body())
        .header("authorization", "Bearer sk_other");
    shown.push(format!(
        "{clerk:?} {clerk:#?} {calls:?} {request:?} {request:#?}"
    ));
    shown.push(format!("{:?}", Credential::from(SECRET)));
    shown.push(request.to_curl().unwrap());
    shown.push(format!("{:?}", request.clone().send()));
    shown.push(format!("{:?}", request.clone().into_future()));
    let response = request.send().await.unwrap();
    shown.push(format!("{response:?} {response:#?}"));
    let shown = shown.join("\n");
    for secret in [SECRET, "sk_other", "secret_token", "example.com/signin"] {
        assert!(!shown.contains(secret), "{secret} is in {shown}");
    }
    assert_eq!(
        server.request().header("authorization"),
        Some("Bearer sk_other")
    );
}

#[tokio::test]
async fn the_secret_is_not_in_an_error_whatever_failed() {
    for reply in [
        Reply::json(401, ERRORS),
        Reply::new(500, "text/html", "<html></html>"),
        Reply::json(200, "{}"),
        Reply::json(200, &TOKEN.replace("1609459200", "\"x\"")),
        Reply::nothing().then_reset(),
        Reply::json(200, TOKEN).without_last(20).then_close(),
    ] {
        let shown = shown(&create(reply).await.unwrap_err());
        for secret in [SECRET, "secret_token", "example.com/signin"] {
            assert!(!shown.contains(secret), "{secret} is in {shown}");
        }
    }
}

#[tokio::test]
async fn a_secret_that_no_header_can_hold_is_refused_and_not_shown() {
    let server = Server::with([]);
    let clerk = Clerk::builder("sk_test_\nwire")
        .server_url(server.url())
        .build()
        .unwrap();
    let error = clerk
        .sign_in_tokens()
        .create_sign_in_token(&body())
        .await
        .unwrap_err();
    assert!(!error.was_sent());
    assert!(!shown(&error).contains("sk_test_"), "{error:?}");
    assert_eq!(server.requests(), []);
}

#[tokio::test]
async fn a_client_without_a_credential_is_given_one_by_each_call() {
    let server = Server::with([Reply::json(200, TOKEN)]);
    let clerk = Clerk::builder_without_credential()
        .server_url(server.url())
        .build()
        .unwrap();
    let (calls, body) = (clerk.sign_in_tokens(), body());
    let error = calls.create_sign_in_token(&body).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Credential);
    assert!(!error.was_sent());
    let own = calls.create_sign_in_token(&body).credential("sk_own");
    own.await.unwrap();
    assert_eq!(
        server.request().header("authorization"),
        Some("Bearer sk_own")
    );
}

#[tokio::test]
async fn to_curl_shows_the_request_without_the_secret() {
    let server = Server::with([]);
    let clerk = clerk(&server);
    let text = clerk
        .sign_in_tokens()
        .create_sign_in_token(&body())
        .to_curl()
        .unwrap();
    let expected = format!(
        "curl -X POST '{}/sign_in_tokens' \\\n  \
         -H 'accept: application/json' \\\n  \
         -H 'user-agent: clerk-backend-api/0.1.0 (API 2025-11-10)' \\\n  \
         -H 'authorization: Bearer [redacted]' \\\n  \
         -H 'content-type: application/json' \\\n  \
         --data-raw '{{\"user_id\":\"user_12345\",\"expires_in_seconds\":2592000}}'",
        server.url()
    );
    assert_eq!(text, expected);
    assert_eq!(server.requests(), []);
}

#[tokio::test]
async fn the_secret_does_not_go_over_plain_http_to_another_machine() {
    for url in [
        "http://api.clerk.com/v1",
        "http://localhost.example.com",
        "http://192.0.2.1",
        "http://127.0.0.1.example.com",
    ] {
        let error = Clerk::builder(SECRET)
            .server_url(url)
            .retries(PROMPT)
            .build()
            .unwrap()
            .sign_in_tokens()
            .create_sign_in_token(&body())
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Credential, "{url}");
        assert_eq!((error.attempts(), error.was_sent()), (0, false));
    }
}

#[tokio::test]
async fn a_function_gives_the_secret_of_each_call() {
    let server = Server::with([
        Reply::json(200, TOKEN),
        Reply::json(429, ERRORS),
        Reply::json(200, TOKEN),
    ]);
    let asked = Arc::new(AtomicU32::new(0));
    let credential = Credential::from_fn(move || {
        let asked = Arc::clone(&asked);
        async move { Ok::<_, Infallible>(format!("sk_{}", asked.fetch_add(1, Ordering::Relaxed))) }
    });
    let clerk = Clerk::builder(credential)
        .server_url(server.url())
        .retries(PROMPT)
        .build()
        .unwrap();
    for _ in 0..2 {
        let calls = clerk.sign_in_tokens();
        calls.create_sign_in_token(&body()).await.unwrap();
    }
    let requests = server.requests();
    let sent: Vec<_> = requests
        .iter()
        .map(|request| request.header("authorization").unwrap())
        .collect();
    assert_eq!(sent, ["Bearer sk_0", "Bearer sk_1", "Bearer sk_1"]);
}

#[tokio::test]
async fn a_function_that_has_no_secret_ends_the_call_before_anything_is_sent() {
    let server = Server::with([]);
    let credential =
        Credential::from_fn(|| async { Err::<String, _>("the vault is locked".to_owned()) });
    let error = Clerk::builder(credential)
        .server_url(server.url())
        .build()
        .unwrap()
        .sign_in_tokens()
        .create_sign_in_token(&body())
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Credential);
    assert!(!error.was_sent());
    assert!(error.to_string().contains("the vault is locked"), "{error}");
    assert_eq!(server.requests(), []);
}
