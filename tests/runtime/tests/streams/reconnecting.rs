//! Streams of events that go on after a break.

use std::time::{Duration, Instant};

use serde_json::json;
use tintype_runtime_tests::runtime::{ErrorKind, Reconnect};

use crate::server::{Play, Server};

fn stream(body: &str) -> Play {
    Play::Send(format!(
        "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nconnection: close\r\n\r\n{body}"
    ))
}

fn prompt() -> Reconnect {
    Reconnect::default().wait(Duration::ZERO)
}

fn nothing() -> Play {
    Play::Send("HTTP/1.1 204 No Content\r\nconnection: close\r\n\r\n".to_owned())
}

#[tokio::test]
async fn it_goes_on_behind_the_last_complete_event_until_the_server_has_no_more() {
    let server = Server::start([
        stream("id: 1\ndata: 1\n\nid: 2\ndata: 2\n\nid: 3\ndata: lost"),
        Play::Reset("HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ncontent-length: 99\r\n\r\nid: 3\ndata: 3\n\n".to_owned()),
        nothing(),
    ])
    .await;
    let clerk = server.client();
    let mut events = clerk
        .streams()
        .watch()
        .await
        .unwrap()
        .reconnecting(prompt());
    for expected in 1..=3 {
        assert_eq!(events.next().await.unwrap().unwrap(), json!(expected));
    }
    assert!(events.next().await.is_none());
    let ids: Vec<Option<String>> = server
        .requests()
        .iter()
        .map(|request| {
            let mut lines = request.lines();
            lines
                .find_map(|line| line.strip_prefix("last-event-id: "))
                .map(str::to_owned)
        })
        .collect();
    assert_eq!(ids, [None, Some("2".to_owned()), Some("3".to_owned())]);
}

#[tokio::test]
async fn it_waits_as_long_as_the_server_says() {
    let server = Server::start([stream("retry: 200\ndata: 1\n\n"), nothing()]).await;
    let reconnect = Reconnect::default().wait(Duration::from_secs(1000));
    let mut events = server
        .client()
        .streams()
        .watch()
        .await
        .unwrap()
        .reconnecting(reconnect);
    assert!(events.next().await.unwrap().is_ok());
    let start = Instant::now();
    assert!(events.next().await.is_none());
    assert!(start.elapsed() >= Duration::from_millis(200));
}

#[tokio::test]
async fn it_gives_up_after_so_many_connections_without_an_event() {
    let broken = Play::Send(
        "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ncontent-length: 9\r\n\r\n:\n"
            .to_owned(),
    );
    let server = Server::start([broken]).await;
    let reconnect = prompt().max_attempts(3);
    let mut events = server
        .client()
        .streams()
        .watch()
        .await
        .unwrap()
        .reconnecting(reconnect);
    let error = events.next().await.unwrap().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Connection);
    assert_eq!(server.requests().len(), 4);
    assert!(events.next().await.is_none());
}

#[tokio::test]
async fn what_may_change_something_is_sent_again_only_when_told() {
    for (reconnect, requests) in [(prompt(), 1), (prompt().any_method(), 2)] {
        let server = Server::start([stream("data: 1\n\n"), nothing()]).await;
        let clerk = server.client();
        let call = clerk.streams().chat_stream(&json!({}));
        let mut events = call.await.unwrap().reconnecting(reconnect);
        assert!(events.next().await.unwrap().is_ok());
        assert!(events.next().await.is_none());
        assert_eq!(server.requests().len(), requests);
    }
}

#[tokio::test]
async fn a_stream_that_is_done_is_not_asked_for_again() {
    let server = Server::start([stream("data: [DONE]\n\n")]).await;
    let mut events = server
        .client()
        .streams()
        .watch()
        .await
        .unwrap()
        .reconnecting(prompt());
    assert!(events.next().await.is_none());
    assert_eq!(server.requests().len(), 1);
}
