//! Answers that are compressed.

use tintype_runtime_tests::clerk::Clerk;
use tintype_runtime_tests::runtime::ErrorKind;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use crate::SECRET;
use crate::server::{Server, answer, json};

/// A client of a server that gives these bytes for every request.
async fn client(body: &'static [u8], encoding: &str, most: usize) -> Clerk {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let length = body.len();
    let head = format!(
        "HTTP/1.1 200 OK\r\ncontent-length: {length}\r\ncontent-encoding: {encoding}\r\nconnection: close\r\n\r\n"
    );
    tokio::spawn(async move {
        loop {
            let (mut stream, _) = listener.accept().await.unwrap();
            let mut request = [0; 4096];
            let _: usize = stream.read(&mut request).await.unwrap();
            stream
                .write_all(&[head.as_bytes(), body].concat())
                .await
                .unwrap();
        }
    });
    let builder = Clerk::builder(SECRET).server_url(url);
    builder.max_response_bytes(most).build().unwrap()
}

/// A megabyte of blanks in front of an empty list, in Brotli.
const BLANKS: &[u8] = b"\x9b\x01\x00\x10\xf8\x25\x41\xb6\xba\x4a\x92\xc7\x02\x81\xb9\xf7\x0f\x34";

#[tokio::test]
async fn what_is_asked_for_is_what_can_be_read() {
    let server = Server::start([json("200 OK", "[]")]).await;
    server.client().users().list_users().await.unwrap();
    let request = server.requests().remove(0);
    let asked = request
        .lines()
        .find_map(|line| line.strip_prefix("accept-encoding: "));
    let mut asked: Vec<&str> = asked
        .unwrap()
        .split([',', ' '])
        .filter(|one| !one.is_empty())
        .collect();
    asked.sort_unstable();
    assert_eq!(asked, ["br", "gzip", "zstd"]);
}

#[tokio::test]
async fn the_limit_of_a_body_is_that_of_what_is_unpacked() {
    let clerk = client(BLANKS, "br", 2_000_000).await;
    assert_eq!(clerk.users().list_users().await.unwrap(), [""; 0]);
    let clerk = client(BLANKS, "br", 1_000_000).await;
    let error = clerk.users().list_users().await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::TooLarge, 1));
    let mut pieces = clerk
        .users()
        .list_users()
        .send_stream()
        .await
        .unwrap()
        .into_inner();
    let mut length = 0;
    while let Some(piece) = pieces.chunk().await.unwrap() {
        length += piece.len();
    }
    assert_eq!(length, 1_048_578);
}

#[tokio::test]
async fn an_encoding_that_nobody_reads_is_named_and_a_broken_one_is_no_json() {
    let clerk = client(b"[]", "lzma", 100).await;
    let error = clerk.users().list_users().await.unwrap_err();
    assert!(error.to_string().contains("encoded as `lzma`"), "{error}");
    let clerk = client(b"[\"no gzip\"]", "gzip", 100).await;
    let error = clerk.users().list_users().await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Connection, 1));
    assert!(error.to_string().contains("Invalid gzip header"), "{error}");
}

#[tokio::test]
async fn an_answer_without_a_body_may_name_an_encoding() {
    for status in ["204 No Content", "200 OK"] {
        let empty = answer(status, "content-encoding: gzip\r\n", "");
        let server = Server::start([empty]).await;
        let clerk = server.client();
        clerk.users().delete_user("a").await.unwrap();
    }
}
