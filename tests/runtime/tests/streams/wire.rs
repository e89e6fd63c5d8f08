//! Streams over a real socket: what is given, and how each kind of break is told.

use std::time::Duration;

use serde_json::json;
use tintype_runtime_tests::runtime::ErrorKind;

use crate::server::{Play, Server, answer};

const EVENTS: &str = "content-type: text/event-stream\r\n";

/// A stream whose end is that of the connection.
fn stream(body: &str) -> String {
    format!("HTTP/1.1 200 OK\r\n{EVENTS}connection: close\r\n\r\n{body}")
}

#[tokio::test]
async fn events_are_given_as_they_come_and_an_unfinished_one_is_not() {
    let body = "retry: 9\n\ndata: {\"a\":\ndata: 1}\n\nevent: x\nid: 5\ndata: 2\n\ndata: 3";
    let server = Server::start([Play::Send(stream(body))]).await;
    let clerk = server.client();
    let response = clerk.streams().watch().send().await.unwrap();
    assert_eq!(response.status(), 200);
    let mut events = response.into_inner();
    assert_eq!(events.next().await.unwrap().unwrap(), json!({"a": 1}));
    assert_eq!(events.last_event_id(), None);
    assert_eq!(events.next().await.unwrap().unwrap(), json!(2));
    assert_eq!(events.last_event_id(), Some("5"));
    assert!(events.next().await.is_none());
    let request = server.requests().remove(0);
    assert!(
        request.contains("accept: text/event-stream\r\n"),
        "{request}"
    );
}

#[tokio::test]
async fn a_stream_ends_with_the_text_of_its_document() {
    let body = "data: \"[DONE]\"\n\ndata: [THE END]\n\ndata: 2\n\n";
    let server = Server::start([Play::Send(stream(body))]).await;
    let mut events = server.client().streams().tell().await.unwrap();
    assert_eq!(events.next().await.unwrap().unwrap(), json!("[DONE]"));
    assert!(events.next().await.is_none());
}

#[tokio::test]
async fn an_event_comes_before_the_stream_ends() {
    let server = Server::start([Play::Stop(stream("data: 1\n\n"))]).await;
    let clerk = server.client();
    let call = clerk
        .streams()
        .watch()
        .read_timeout(Duration::from_millis(300));
    let mut events = call.await.unwrap();
    assert_eq!(events.next().await.unwrap().unwrap(), json!(1));
    // Nothing is lost when the wait for an event is given up.
    let wait = tokio::time::timeout(Duration::from_millis(50), events.next());
    assert!(wait.await.is_err());
    let error = events.next().await.unwrap().unwrap_err();
    assert_eq!(
        (error.kind(), error.operation()),
        (ErrorKind::Timeout, Some("Watch"))
    );
    assert!(events.next().await.is_none());
}

#[tokio::test]
async fn a_body_that_breaks_off_is_an_error_of_the_connection() {
    let head = format!("HTTP/1.1 200 OK\r\n{EVENTS}content-length: 100\r\n\r\ndata: 1\n\ndata: 2");
    let server = Server::start([Play::Send(head)]).await;
    let mut events = server.client().streams().watch().await.unwrap();
    assert_eq!(events.next().await.unwrap().unwrap(), json!(1));
    let error = events.next().await.unwrap().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Connection);
    assert!(error.was_sent());
    assert!(events.next().await.is_none());
}

#[tokio::test]
async fn an_item_that_cannot_be_read_is_an_error_with_what_came_and_the_next_one_follows() {
    let server = Server::start([Play::Send(stream("data: {\"error\n\ndata: 2\n\n"))]).await;
    let mut events = server.client().streams().watch().await.unwrap();
    let error = events.next().await.unwrap().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert_eq!(error.body(), Some(&b"{\"error"[..]));
    assert_eq!(events.next().await.unwrap().unwrap(), json!(2));
}

#[tokio::test]
async fn an_answer_that_is_json_is_no_stream_and_is_kept() {
    let server = Server::start([crate::server::json("200 OK", "{\"error\":1}")]).await;
    let error = server.client().streams().watch().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert_eq!(error.body(), Some(&b"{\"error\":1}"[..]));
}

#[tokio::test]
async fn a_failure_is_told_and_repeated_before_the_stream_begins() {
    let server = Server::start([
        answer("503 Unavailable", "retry-after: 0\r\n", ""),
        Play::Send(stream("data: 1\n\n")),
    ])
    .await;
    let response = server.client().streams().watch().send().await.unwrap();
    assert_eq!(response.attempts(), 2);
    let server = Server::start([crate::server::json(
        "401 Unauthorized",
        "{\"message\":\"m\"}",
    )])
    .await;
    let error = server.client().streams().watch().await.unwrap_err();
    assert!(error.to_string().contains("401 Unauthorized: m"), "{error}");
}

#[tokio::test]
async fn an_item_larger_than_the_client_accepts_ends_the_stream() {
    let body = format!("data: 1\n\ndata: {}\n\n", "x".repeat(200));
    let server = Server::start([Play::Send(stream(&body))]).await;
    let clerk = server.builder().max_response_bytes(100).build().unwrap();
    let mut events = clerk.streams().watch().await.unwrap();
    assert!(events.next().await.unwrap().is_ok());
    assert_eq!(
        events.next().await.unwrap().unwrap_err().kind(),
        ErrorKind::TooLarge
    );
    assert!(events.next().await.is_none());
}

#[tokio::test]
async fn events_have_their_names_where_the_document_asks_for_them() {
    let body = "event: log\nid: 1\ndata: {\"a\":1}\n\ndata: plain, \"event\":\"b\"\n\n";
    let server = Server::start([Play::Send(stream(body))]).await;
    let clerk = server.client();
    let mut events = clerk.streams().messages().await.unwrap();
    let first = json!({"event": "log", "id": "1", "data": {"a": 1}});
    assert_eq!(events.next().await.unwrap().unwrap(), first);
    let second = json!({"id": "1", "data": "plain, \"event\":\"b\""});
    assert_eq!(events.next().await.unwrap().unwrap(), second);
    let mut events = clerk.streams().follow().await.unwrap();
    let event = events.next().await.unwrap().unwrap();
    assert_eq!(
        (event.event.as_deref(), &*event.data),
        (Some("log"), "{\"a\":1}")
    );
}

#[tokio::test]
async fn lines_and_records_are_values_of_their_own() {
    let lines = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nconnection: close\r\n\r\n1\n2\n\"x\"\n4";
    let records = "HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n\x1e{}\n\x1e12";
    let server =
        Server::start([Play::Send(lines.to_owned()), Play::Send(records.to_owned())]).await;
    let clerk = server.client();
    let mut all = Vec::new();
    let mut items = clerk.streams().export().await.unwrap();
    while let Some(item) = items.next().await {
        all.push(item.ok());
    }
    assert_eq!(all, [Some(1), Some(2), None, Some(4)]);
    let mut items = clerk.streams().records().await.unwrap();
    assert_eq!(items.next().await.unwrap().unwrap(), json!({}));
    assert_eq!(
        items.next().await.unwrap().unwrap_err().kind(),
        ErrorKind::Decode
    );
}

#[tokio::test]
async fn code_without_async_and_futures_take_the_same_items() {
    let server = Server::start([Play::Send(stream("data: 1\n\ndata: 2\n\n"))]).await;
    let clerk = server.client();
    let blocked = tokio::task::spawn_blocking({
        let clerk = clerk.clone();
        move || {
            let items = clerk.streams().watch().call().unwrap().blocking();
            items.map(Result::unwrap).collect::<Vec<_>>()
        }
    });
    assert_eq!(blocked.await.unwrap(), [json!(1), json!(2)]);
    let mut stream = std::pin::pin!(clerk.streams().watch().await.unwrap());
    let mut polled = Vec::new();
    while let Some(item) =
        std::future::poll_fn(|cx| futures_core::Stream::poll_next(stream.as_mut(), cx)).await
    {
        polled.push(item.unwrap());
    }
    assert_eq!(polled, [json!(1), json!(2)]);
}
