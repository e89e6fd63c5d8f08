//! A transport of the user's own.

use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use tintype_runtime_tests::clerk::{Clerk, CreateSignInTokenRequestBody};
use tintype_runtime_tests::runtime::{
    BoxFuture, ByteStream, ErrorKind, HttpRequest, HttpResponse, Transport, TransportError,
};

/// Answers with a body that breaks off, and blames the connection.
struct Broken;

impl Transport for Broken {
    fn send(&self, _: HttpRequest) -> BoxFuture<'_, Result<HttpResponse, TransportError>> {
        Box::pin(async { Ok(HttpResponse::new(StatusCode::OK, HeaderMap::new(), Self)) })
    }
}

impl ByteStream for Broken {
    fn chunk(&mut self) -> BoxFuture<'_, Result<Option<Bytes>, TransportError>> {
        Box::pin(async { Err(TransportError::not_sent("no connection")) })
    }
}

#[tokio::test]
async fn a_request_whose_answer_began_was_sent_whatever_the_transport_says() {
    let clerk = Clerk::builder("sk").transport(Broken).build().unwrap();
    let body = CreateSignInTokenRequestBody::new();
    let error = clerk
        .sign_in_tokens()
        .create_sign_in_token(&body)
        .await
        .unwrap_err();
    assert!(error.was_sent());
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Connection, 1));
}

/// Gives up by itself.
struct Impatient;

impl Transport for Impatient {
    fn send(&self, _: HttpRequest) -> BoxFuture<'_, Result<HttpResponse, TransportError>> {
        Box::pin(async { Err(TransportError::not_sent("enough").timed_out()) })
    }

    fn sleep(&self, _: Duration) -> BoxFuture<'static, ()> {
        Box::pin(async {})
    }
}

#[tokio::test]
async fn a_transport_that_gives_up_is_a_timeout() {
    let clerk = Clerk::builder("sk").transport(Impatient).build().unwrap();
    let error = clerk.users().list_users().await.unwrap_err();
    assert!(error.is_timeout() && !error.was_sent());
    assert_eq!(error.attempts(), 3);
}
