//! Calls to a real server, as far as the generated SDK has no operation for them: idempotent ones, and keys in the query.

use std::time::Duration;

use http::HeaderValue;
use tintype_runtime_tests::clerk::{Clerk, CreateSignInTokenRequestBody};
use tintype_runtime_tests::runtime::{
    BoxFuture, ErrorKind, HttpRequest, HttpResponse, HttpTransport, RetryConfig, Transport,
    TransportError,
};
use tokio::io::AsyncWriteExt;
use tokio::net::TcpListener;
use tokio::time::timeout;

use crate::SECRET;
use crate::server::{Play, Server, answer, json};

const SOON: RetryConfig = RetryConfig::DEFAULT.initial_backoff(Duration::from_millis(5));

const HEAD: &str =
    "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n";

#[tokio::test]
async fn a_get_is_repeated_as_soon_as_the_server_allows() {
    let busy = |wait: &str| answer("429 Too Many Requests", wait, "{}");
    let date =
        "date: Tue, 10 Nov 2026 10:00:00 GMT\r\nretry-after: Tue, 10 Nov 2026 10:00:00 GMT\r\n";
    let plays = [
        busy("retry-after-ms: 5\r\n"),
        busy(date),
        json("200 OK", r#"["user_1"]"#),
    ];
    let server = Server::start(plays).await;
    let response = server.client().users().list_users().send().await.unwrap();
    assert_eq!(response.attempts(), 3);
    assert!(
        response.elapsed() < Duration::from_millis(400),
        "{:?}",
        response.elapsed()
    );
}

#[tokio::test]
async fn a_redirect_within_the_server_is_followed() {
    let plays = [
        answer("302 Found", "location: /v2/users\r\n", ""),
        json("200 OK", r#"["user_1"]"#),
    ];
    let server = Server::start(plays).await;
    assert_eq!(
        server.client().users().list_users().await.unwrap(),
        ["user_1"]
    );
    assert!(server.requests()[1].starts_with("GET /v2/users HTTP/1.1\r\n"));
}

#[tokio::test]
async fn what_wraps_the_default_transport_is_middleware() {
    let server = Server::start([json("200 OK", r#"["user_1"]"#)]).await;
    let inner = HttpTransport::builder().no_proxy().build().unwrap();
    let clerk = server.builder().transport(Stamped(inner)).build().unwrap();
    assert_eq!(clerk.users().list_users().await.unwrap(), ["user_1"]);
    let request = &server.requests()[0];
    assert!(request.contains("x-stamp: ListUsers\r\n"), "{request}");
}

/// Adds a header, and leaves the rest to the default transport.
struct Stamped(HttpTransport);

impl Transport for Stamped {
    fn send(
        &self,
        mut request: HttpRequest,
    ) -> BoxFuture<'_, Result<HttpResponse, TransportError>> {
        let stamp = HeaderValue::from_static(request.operation);
        request.headers.insert("x-stamp", stamp);
        self.0.send(request)
    }
}

#[tokio::test]
async fn a_refused_connection_was_not_sent_and_even_a_post_is_tried_again() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    let clerk = Clerk::builder(SECRET)
        .server_url(&url)
        .retries(SOON)
        .build()
        .unwrap();
    let error = clerk
        .sign_in_tokens()
        .create_sign_in_token(&CreateSignInTokenRequestBody::new())
        .await
        .unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Connection, 3));
    assert!(!error.was_sent());
    assert!(error.to_string().contains("onnection refused"), "{error}");
}

#[tokio::test]
async fn a_name_that_does_not_exist_was_not_sent() {
    let clerk = Clerk::builder(SECRET)
        .server_url("https://tintype.invalid")
        .build()
        .unwrap();
    let call = clerk.users().list_users().retries(RetryConfig::NEVER);
    let error = call.timeout(Duration::from_secs(10)).await.unwrap_err();
    assert!(!error.was_sent() || error.is_timeout(), "{error}");
}

#[tokio::test]
async fn a_server_that_does_not_speak_tls_was_not_sent_anything() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("https://{}", listener.local_addr().unwrap());
    let clerk = Clerk::builder(SECRET).server_url(&url).build().unwrap();
    let call = clerk.users().list_users().send();
    let answer = async {
        let (mut stream, _) = listener.accept().await.unwrap();
        stream
            .write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n")
            .await
            .unwrap();
        stream
    };
    let (result, _stream) = tokio::join!(call, answer);
    let error = result.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Connection);
    assert!(!error.was_sent(), "{error}");
    assert_eq!(error.attempts(), 1, "it will not learn it in a second");
}

#[tokio::test]
async fn a_server_that_stops_in_the_middle_of_a_body_costs_the_timeout() {
    let server = Server::start([Play::Hang]).await;
    let clerk = server
        .builder()
        .attempt_timeout(Duration::from_millis(50))
        .retries(SOON)
        .build()
        .unwrap();
    let error = clerk.users().list_users().await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Timeout, 3));
}

#[tokio::test]
async fn a_get_that_is_reset_is_repeated() {
    let plays = [
        Play::Reset(String::new()),
        Play::Reset(format!("{HEAD}[\"us")),
        json("200 OK", r#"["user_1"]"#),
    ];
    let server = Server::start(plays).await;
    let response = server
        .client()
        .users()
        .list_users()
        .retries(SOON)
        .send()
        .await
        .unwrap();
    assert_eq!(response.attempts(), 3);
}

#[tokio::test]
async fn a_body_that_breaks_off_is_an_error_that_keeps_what_came() {
    let server = Server::start([Play::Send(format!("{HEAD}[\"us"))]).await;
    let error = server
        .client()
        .users()
        .list_users()
        .retries(SOON)
        .await
        .unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Connection, 3));
    assert_eq!(error.status().unwrap(), 200);
    assert_eq!(error.body(), Some(b"[\"us".as_slice()));
    let text = error.to_string();
    assert!(
        text.starts_with("ListUsers: 200 OK: the connection failed before the end of the answer: "),
        "{text}"
    );
}

#[tokio::test]
async fn a_call_that_is_dropped_in_the_middle_leaves_the_client_usable() {
    let server = Server::start([Play::Hang, json("200 OK", r#"["user_1"]"#)]).await;
    let clerk = server.client();
    let call = clerk.users().list_users().into_future();
    assert!(timeout(Duration::from_millis(50), call).await.is_err());
    assert_eq!(clerk.users().list_users().await.unwrap(), ["user_1"]);
    assert_eq!(server.requests().len(), 2);
}

#[tokio::test]
async fn an_error_of_the_connection_does_not_show_a_key_in_the_query() {
    let server = Server::start([Play::Reset(String::new())]).await;
    let clerk = server
        .builder()
        .credential("queryKey", SECRET)
        .build()
        .unwrap();
    let error = clerk
        .users()
        .delete_user("u")
        .retries(RetryConfig::NEVER)
        .await
        .unwrap_err();
    assert!(server.requests()[0].contains(SECRET));
    let mut cause: Option<&dyn std::error::Error> = Some(&error);
    while let Some(error) = cause {
        let shown = format!("{error} {error:?}");
        assert!(!shown.contains(SECRET), "{shown}");
        cause = error.source();
    }
}
