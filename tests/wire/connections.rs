//! Connections that fail.

use std::time::Duration;

use clerk_backend_api::{Clerk, ErrorKind};
use tokio::net::TcpSocket;

use crate::{ERRORS, PROMPT, Reply, SECRET, Server, TOKEN, body, clerk, create};

/// Long enough for a request to arrive on a busy machine, short enough to be waited for.
const SHORT: Duration = Duration::from_millis(300);

#[tokio::test]
async fn a_connection_that_is_refused_is_tried_again_and_was_never_sent() {
    // A socket that has its port but does not listen: nobody else can take the port and answer.
    let socket = TcpSocket::new_v4().unwrap();
    socket.bind(([127, 0, 0, 1], 0).into()).unwrap();
    let url = format!("http://{}", socket.local_addr().unwrap());
    let error = Clerk::builder(SECRET)
        .server_url(&url)
        .retries(PROMPT)
        .build()
        .unwrap()
        .sign_in_tokens()
        .create_sign_in_token(&body())
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Connection);
    assert!(!error.was_sent());
    assert_eq!(error.attempts(), 3, "even a POST, as nobody saw it");
    assert_eq!(error.status(), None);
    let text = error.to_string();
    assert!(
        text.starts_with("CreateSignInToken: there is no connection"),
        "{text}"
    );
    assert!(text.contains("refused"), "the cause is named: {text}");
}

#[tokio::test]
async fn a_server_that_never_answers_ends_with_the_timeout_of_the_attempt() {
    let server = Server::with([Reply::nothing().then_silence()]);
    let error = clerk(&server)
        .sign_in_tokens()
        .create_sign_in_token(&body())
        .attempt_timeout(SHORT)
        .await
        .unwrap_err();
    assert!(error.is_timeout());
    assert!(error.was_sent(), "the server may have created the token");
    assert_eq!(error.attempts(), 1);
    assert!(error.to_string().contains("300ms"), "{error}");
    assert!(server.requests().len() <= 1, "it must not be sent twice");
}

#[tokio::test]
async fn a_server_that_never_answers_ends_with_the_timeout_of_the_call() {
    let server = Server::answering(|_| Reply::nothing().then_silence());
    let error = clerk(&server)
        .sign_in_tokens()
        .create_sign_in_token(&body())
        .idempotency_key("key_1")
        .timeout(SHORT)
        .await
        .unwrap_err();
    assert!(error.is_timeout());
    assert_eq!(error.attempts(), 1, "there is no time for another one");
    assert!(error.elapsed() >= SHORT);
}

#[tokio::test]
async fn a_body_that_never_ends_ends_with_the_timeout() {
    let half = Reply::json(200, TOKEN).without_last(20).then_silence();
    let server = Server::with([half]);
    let error = clerk(&server)
        .sign_in_tokens()
        .create_sign_in_token(&body())
        .timeout(SHORT)
        .await
        .unwrap_err();
    assert!(error.is_timeout());
    assert!(error.was_sent());
    assert_eq!(error.attempts(), 1);
}

#[tokio::test]
async fn a_connection_that_ends_before_the_answer_is_not_tried_again() {
    for reply in [
        Reply::nothing().then_close(),
        Reply::nothing().then_reset(),
        Reply::bytes("HTTP/1.1 200 OK\r\ncontent-ty").then_close(),
        Reply::bytes("HTTP/1.1 200 OK\r\ncontent-ty").then_reset(),
        Reply::bytes("SSH-2.0-OpenSSH_9.9\r\n").then_close(),
    ] {
        // `create` makes sure that the server saw one request.
        let error = create(reply.clone()).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Connection, "{reply:?}");
        assert!(error.was_sent(), "{reply:?}");
        assert_eq!(error.attempts(), 1);
        assert_eq!(error.status(), None);
    }
}

#[tokio::test]
async fn a_connection_that_is_reset_half_way_is_not_tried_again() {
    let reply = Reply::json(200, TOKEN).without_last(20).then_reset();
    let error = create(reply).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Connection);
    assert!(error.was_sent());
    assert_eq!(error.attempts(), 1);
}

#[tokio::test]
async fn a_truncated_body_is_an_error_that_keeps_what_came() {
    let reply = Reply::json(200, TOKEN).without_last(20).then_close();
    let error = create(reply).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Connection);
    assert!(error.was_sent());
    assert_eq!(error.status().unwrap().as_u16(), 200);
    let part = &TOKEN[..TOKEN.len() - 20];
    assert_eq!(error.body(), Some(part.as_bytes()));
    assert!(error.to_string().contains("before the end"), "{error}");
}

#[tokio::test]
async fn a_truncated_body_in_pieces_is_an_error_even_if_its_json_is_whole() {
    let head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked";
    let reply = Reply::bytes(format!("{head}\r\n\r\n{:x}\r\n{TOKEN}\r\n", TOKEN.len()));
    let error = create(reply.then_close()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Connection);
}

#[tokio::test]
async fn a_truncated_error_body_still_tells_the_status() {
    let reply = Reply::json(404, ERRORS).without_last(20).then_close();
    let error = create(reply).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Connection);
    assert_eq!(error.status().unwrap().as_u16(), 404);
}

/// The usual race: the server closes a kept connection just as the next request arrives on it.
#[tokio::test]
async fn a_post_on_a_kept_connection_that_ends_is_not_sent_twice() {
    for end in [Reply::nothing().then_close(), Reply::nothing().then_reset()] {
        let server = Server::with([Reply::json(200, TOKEN), end, Reply::json(200, TOKEN)]);
        let clerk = clerk(&server);
        let calls = clerk.sign_in_tokens();
        calls.create_sign_in_token(&body()).await.unwrap();
        let error = calls.create_sign_in_token(&body()).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Connection);
        assert!(error.was_sent());
        assert_eq!(server.requests().len(), 2);
    }
}

#[tokio::test]
async fn a_failed_call_does_not_spoil_the_next_one() {
    let server = Server::with([
        Reply::nothing().then_reset(),
        Reply::json(200, TOKEN).without_last(20).then_close(),
        Reply::json(404, ERRORS),
        Reply::json(200, TOKEN),
    ]);
    let clerk = clerk(&server);
    let calls = clerk.sign_in_tokens();
    for _ in 0..3 {
        assert!(calls.create_sign_in_token(&body()).await.is_err());
    }
    assert!(calls.create_sign_in_token(&body()).await.is_ok());
    assert_eq!(server.requests().len(), 4);
}
