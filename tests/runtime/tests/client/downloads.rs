//! Answers that are taken piece by piece, and into files.

use std::time::Duration;

use tintype_runtime_tests::runtime::{Download, Error, ErrorKind, MockReply, Response};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use crate::mocked;
use crate::server::{Play, Server, answer};

async fn get(server: &Server) -> Result<Response<Download>, Error> {
    let clerk = server.client();
    let call = clerk.users().list_users().timeout(Duration::from_secs(20));
    call.read_timeout(Duration::from_millis(300))
        .send_stream()
        .await
}

#[tokio::test]
async fn an_answer_is_given_piece_by_piece_with_its_headers() {
    let server = Server::start([answer("200 OK", "x-a: b\r\n", "hello")]).await;
    let response = get(&server).await.unwrap();
    assert_eq!(
        (response.status().as_u16(), response.header("x-a")),
        (200, Some("b"))
    );
    let mut download = response.into_inner();
    let mut all = Vec::new();
    while let Some(piece) = download.chunk().await.unwrap() {
        all.extend_from_slice(&piece);
    }
    assert_eq!(all, b"hello");
    assert_eq!(download.chunk().await.unwrap(), None);
}

#[tokio::test]
async fn how_much_came_is_told_while_it_is_saved() {
    let server = Server::start([answer("200 OK", "", &"x".repeat(300_000))]).await;
    let (sender, told) = std::sync::mpsc::channel();
    let download = get(&server).await.unwrap().into_inner();
    let download = download.progress(move |come| sender.send(come).unwrap());
    let folder = tempfile::tempdir().unwrap();
    let length = download.save(folder.path().join("a")).await.unwrap();
    let told: Vec<u64> = told.iter().collect();
    assert!(told.is_sorted() && !told.contains(&0), "{told:?}");
    assert_eq!((told.last(), length), (Some(&300_000), 300_000));
}

#[tokio::test]
async fn a_failure_is_read_as_ever_and_repeated_before_the_body_begins() {
    let server = Server::start([
        answer("503 Unavailable", "retry-after: 0\r\n", ""),
        answer("404 Not Found", "", r#"{"message":"m"}"#),
    ])
    .await;
    let error = get(&server).await.unwrap_err();
    assert_eq!((error.attempts(), error.kind()), (2, ErrorKind::Status));
    assert!(error.to_string().contains("404 Not Found: m"), "{error}");
}

#[tokio::test]
async fn a_body_that_breaks_off_or_stops_is_an_error_and_leaves_no_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.bin");
    let head = "HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nhalf";
    for (play, kind) in [
        (Play::Send(head.to_owned()), ErrorKind::Connection),
        (Play::Stop(head.to_owned()), ErrorKind::Timeout),
    ] {
        let server = Server::start([play]).await;
        let download = get(&server).await.unwrap().into_inner();
        let error = download.save(&path).await.unwrap_err();
        assert_eq!(
            (error.kind(), error.operation()),
            (kind, Some("ListUsers")),
            "{error}"
        );
        assert!(error.was_sent());
        assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 0);
    }
    let server = Server::start([answer("200 OK", "", "hello")]).await;
    let download = get(&server).await.unwrap().into_inner();
    let error = download
        .save(folder.path().join("no/such/folder"))
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::File);
}

#[tokio::test]
async fn an_encoded_body_is_refused() {
    let (clerk, mock) = mocked();
    mock.push(MockReply::json(200, "x").header("content-encoding", "gzip"));
    let error = clerk.users().list_users().send_stream().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
}

/// The most memory that this process ever had, in MiB.
fn peak() -> u64 {
    let text = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let number = line.and_then(|line| line.trim().strip_suffix(" kB")?.parse::<u64>().ok());
    number.unwrap_or_default() >> 10
}

/// A body of 1 GiB, much longer than a client accepts in memory, and than a machine would like to hold.
#[tokio::test]
async fn a_long_answer_goes_into_a_file_and_memory_stays_flat() {
    const LENGTH: u64 = 1 << 30;
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/v1", listener.local_addr().unwrap());
    tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let mut request = [0; 4096];
        let _: usize = stream.read(&mut request).await.unwrap();
        let head = format!("HTTP/1.1 200 OK\r\ncontent-length: {LENGTH}\r\n\r\n");
        stream.write_all(head.as_bytes()).await.unwrap();
        let piece = vec![b'z'; 1 << 20];
        for _ in 0..LENGTH >> 20 {
            stream.write_all(&piece).await.unwrap();
        }
    });
    let clerk = tintype_runtime_tests::clerk::Clerk::builder("sk")
        .server_url(&url)
        .build()
        .unwrap();
    let before = peak();
    let response = clerk.users().list_users().send_stream().await.unwrap();
    let mut download = response.into_inner();
    let mut length = 0;
    while let Some(piece) = download.chunk().await.unwrap() {
        length += piece.len() as u64;
    }
    assert_eq!(length, LENGTH);
    assert!(peak() - before < 200, "{} MiB more", peak() - before);
}

#[tokio::test]
async fn a_file_is_there_when_all_of_it_has_come() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.bin");
    let server = Server::start([answer("200 OK", "", &"x".repeat(300_000))]).await;
    let download = get(&server).await.unwrap().into_inner();
    assert_eq!(download.save(&path).await.unwrap(), 300_000);
    assert_eq!(std::fs::read(&path).unwrap(), vec![b'x'; 300_000]);
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 1);
}

#[tokio::test]
async fn an_answer_that_stops_between_two_pieces_costs_the_time_for_a_piece() {
    let head = "HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n[";
    let server = Server::start([Play::Stop(head.to_owned())]).await;
    let client = server
        .builder()
        .read_timeout(Duration::from_millis(200))
        .build()
        .unwrap();
    let request = client.sign_in_tokens().revoke_sign_in_token("a");
    let error = request.await.unwrap_err();
    assert!(error.is_timeout() && error.was_sent(), "{error}");
    assert!(
        error.elapsed() < Duration::from_secs(10),
        "{:?}",
        error.elapsed()
    );
    assert!(error.to_string().contains("200ms"), "{error}");
}
