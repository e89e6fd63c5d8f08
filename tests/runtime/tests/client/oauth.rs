//! OAuth 2: a token that calls share, which is renewed when it expires or is refused.

use std::time::{Duration, Instant};

use tintype_runtime_tests::clerk::{ANSWERS, Clerk, RevokeSignInToken};
use tintype_runtime_tests::runtime::{
    BoxFuture, Error, ErrorKind, HttpRequest, HttpResponse, MockReply, MockRequest, MockTransport,
    OAuth, Transport, TransportError,
};

use crate::TOKEN;

const URL: &str = "https://auth.example.com/token";

/// A mock that does not answer at once.
#[derive(Clone)]
struct Slow(MockTransport);

impl Transport for Slow {
    fn send(&self, request: HttpRequest) -> BoxFuture<'_, Result<HttpResponse, TransportError>> {
        Box::pin(async move {
            tokio::task::yield_now().await;
            self.0.send(request).await
        })
    }

    fn sleep(&self, time: Duration) -> BoxFuture<'static, ()> {
        // No time passes while somebody works.
        if time > Duration::from_secs(60) {
            Box::pin(std::future::pending())
        } else {
            self.0.sleep(time)
        }
    }

    fn now(&self) -> Instant {
        self.0.now()
    }
}

fn client(oauth: OAuth) -> (Clerk, MockTransport) {
    let mock = MockTransport::new(ANSWERS);
    mock.always::<RevokeSignInToken>(MockReply::json(200, TOKEN));
    let builder = Clerk::builder(oauth).transport(Slow(mock.clone()));
    let long = Duration::from_secs(600);
    let builder = builder
        .timeout(long)
        .attempt_timeout(long)
        .read_timeout(long);
    (builder.build().unwrap(), mock)
}

fn own() -> OAuth {
    OAuth::client_credentials(URL, "shop 1", "s:cret")
        .scope("read")
        .scope("write")
}

fn token(secret: &str, more: &str) -> MockReply {
    MockReply::json(
        200,
        format!(r#"{{"access_token":"{secret}","token_type":"Bearer"{more}}}"#),
    )
}

async fn call(clerk: &Clerk) -> Result<(), Error> {
    clerk
        .sign_in_tokens()
        .revoke_sign_in_token("a")
        .await
        .map(drop)
}

fn body(request: &MockRequest) -> &str {
    std::str::from_utf8(&request.body).unwrap()
}

fn asked(mock: &MockTransport) -> Vec<MockRequest> {
    let requests = mock.requests().into_iter();
    requests.filter(|one| one.operation == "token").collect()
}

fn bearers(mock: &MockTransport) -> Vec<String> {
    let requests = mock.requests().into_iter();
    let calls = requests.filter(|one| one.operation != "token");
    calls
        .map(|one| one.header("authorization").unwrap().to_owned())
        .collect()
}

#[tokio::test]
async fn many_calls_wait_for_one_token() {
    let (clerk, mock) = client(own());
    mock.push(token("t1", ""));
    let calls = (0..20).map(|_| {
        let clerk = clerk.clone();
        tokio::spawn(async move { call(&clerk).await })
    });
    for call in calls.collect::<Vec<_>>() {
        call.await.unwrap().unwrap();
    }
    let asked = asked(&mock);
    assert_eq!(asked.len(), 1);
    assert_eq!(
        body(&asked[0]),
        "grant_type=client_credentials&scope=read%20write"
    );
    // `shop%201:s%3Acret`
    assert_eq!(
        asked[0].header("authorization"),
        Some("Basic c2hvcCUyMDE6cyUzQWNyZXQ=")
    );
    assert_eq!(bearers(&mock), vec!["Bearer t1"; 20]);
}

#[tokio::test]
async fn a_token_is_renewed_before_it_expires() {
    let (clerk, mock) = client(own());
    mock.push(token("t1", r#","expires_in":60"#));
    // The wait is so long that the token is not used any more.
    mock.push(MockReply::json(429, "{}").header("retry-after", "31"));
    call(&clerk).await.unwrap();
    mock.push(token("t2", r#","expires_in":3600"#));
    call(&clerk).await.unwrap();
    call(&clerk).await.unwrap();
    assert_eq!(
        bearers(&mock),
        ["Bearer t1", "Bearer t1", "Bearer t2", "Bearer t2"]
    );
}

#[tokio::test]
async fn a_refused_token_is_renewed_once() {
    let (clerk, mock) = client(own());
    for reply in [token("t1", ""), MockReply::json(401, "{}"), token("t2", "")] {
        mock.push(reply);
    }
    call(&clerk).await.unwrap();
    assert_eq!(bearers(&mock), ["Bearer t1", "Bearer t2"]);
    for reply in [
        MockReply::json(401, "{}"),
        token("t3", ""),
        MockReply::json(401, "{}"),
    ] {
        mock.push(reply);
    }
    let error = call(&clerk).await.unwrap_err();
    assert_eq!(error.status().unwrap(), 401);
    assert_eq!(error.attempts(), 2);
    assert_eq!(bearers(&mock).len(), 4);
}

#[tokio::test]
async fn what_fails_after_a_refused_token_counts_what_was_sent_before() {
    let (clerk, mock) = client(own());
    mock.push(token("t1", ""));
    mock.push(MockReply::json(401, "{}"));
    mock.push(MockReply::json(400, r#"{"error":"invalid_client"}"#));
    let error = call(&clerk).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Credential);
    assert_eq!((error.attempts(), error.was_sent()), (1, true));
}

#[tokio::test]
async fn a_renewed_call_has_what_is_left_of_its_time() {
    let mock = MockTransport::new(ANSWERS);
    let builder = Clerk::builder(own()).transport(mock.clone());
    let clerk = builder.timeout(Duration::from_secs(60)).build().unwrap();
    let busy = || MockReply::json(429, "{}").header("retry-after", "30");
    let refused = MockReply::json(401, "{}");
    // A second wait as long as the first one ends when the time is over.
    for reply in [token("t1", ""), busy(), refused, token("t2", ""), busy()] {
        mock.push(reply);
    }
    let error = call(&clerk).await.unwrap_err();
    assert_eq!(error.status().unwrap(), 429);
    assert_eq!(error.attempts(), 3);
}

#[tokio::test]
async fn a_fixed_credential_that_is_refused_is_not_sent_again() {
    let mock = MockTransport::new(ANSWERS);
    let clerk = Clerk::builder("key")
        .transport(mock.clone())
        .build()
        .unwrap();
    mock.push(MockReply::json(401, "{}"));
    call(&clerk).await.unwrap_err();
    assert_eq!(mock.requests().len(), 1);
}

#[tokio::test]
async fn a_refresh_token_that_is_replaced_is_used_from_then_on() {
    let (clerk, mock) = client(OAuth::refresh_token(URL, "app", "r1"));
    let replies = [
        token("t1", r#","refresh_token":"r2""#),
        MockReply::json(401, "{}"),
        token("t2", ""),
    ];
    for reply in replies {
        mock.push(reply);
    }
    call(&clerk).await.unwrap();
    let asked = asked(&mock);
    let first = "grant_type=refresh_token&refresh_token=r1&client_id=app";
    assert_eq!(body(&asked[0]), first);
    assert_eq!(body(&asked[1]), first.replace("r1", "r2"));
    assert_eq!(asked[0].header("authorization"), None);
}

#[tokio::test]
async fn why_there_is_no_token_is_said_without_the_secret() {
    let (clerk, mock) = client(own());
    mock.push(MockReply::json(400, r#"{"error":"invalid_client"}"#));
    let error = call(&clerk).await.unwrap_err();
    assert_eq!(
        (error.kind(), error.was_sent()),
        (ErrorKind::Credential, false)
    );
    let source = std::error::Error::source(&error).unwrap().to_string();
    assert_eq!(
        source,
        "the token endpoint answered with 400: invalid_client"
    );
    assert!(!format!("{error:?} {:?}", own()).contains("s:cret"));
    let (clerk, mock) = client(OAuth::client_credentials(
        "http://auth.example.com",
        "a",
        "b",
    ));
    let error = call(&clerk).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Credential);
    assert!(mock.requests().is_empty());
}
