//! Answers that are a little off.

use tintype_runtime_tests::runtime::{DecodeError, Error, ErrorKind, MockReply};

use crate::server::{Play, Server};
use crate::{ERRORS, mocked};

async fn list(reply: MockReply) -> Result<Vec<String>, Error> {
    let (clerk, mock) = mocked();
    mock.push(reply);
    clerk.users().list_users().await
}

#[tokio::test]
async fn a_mark_in_front_of_a_body_is_passed_over() {
    let marked = |body: &str| format!("\u{feff}{body}");
    assert_eq!(
        list(MockReply::json(200, marked(r#"["a"]"#)))
            .await
            .unwrap(),
        ["a"]
    );
    let error = list(MockReply::json(404, marked(ERRORS)))
        .await
        .unwrap_err();
    assert!(
        error
            .to_string()
            .contains("resource_not_found: No such user"),
        "{error}"
    );
    assert!(error.clerk_errors().is_some());
    let (clerk, mock) = mocked();
    mock.push(MockReply::new(200, "text/plain", marked("a")));
    assert_eq!(clerk.files().note().await.unwrap(), "a");
}

#[tokio::test]
async fn an_encoding_that_nobody_asked_for_is_named() {
    let gzip = |status| MockReply::json(status, "\u{1f}x").header("content-encoding", "gzip");
    for status in [200, 404] {
        let error = list(gzip(status)).await.unwrap_err();
        assert!(error.to_string().contains("encoded as `gzip`"), "{error}");
    }
    let error = list(gzip(200)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    let none = MockReply::json(200, "[]").header("content-encoding", "identity");
    assert!(list(none).await.unwrap().is_empty());
    let (clerk, mock) = mocked();
    mock.push(gzip(200));
    let raw = clerk.users().list_users().send_raw().await.unwrap();
    assert_eq!(raw.into_inner(), "\u{1f}x");
}

#[tokio::test]
async fn a_body_over_the_limit_is_refused_at_its_length_and_its_start_is_kept() {
    let announced = "HTTP/1.1 200 OK\r\ncontent-length: 99999999999\r\n\r\n[";
    let server = Server::start([Play::Send(announced.to_owned())]).await;
    let error = server.client().users().list_users().await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::TooLarge, 1));
    assert_eq!(error.status().unwrap(), 200);

    let long = "x".repeat(1 << 20);
    let pieces = format!(
        "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n{:x}\r\n{long}\r\n0\r\n\r\n",
        long.len()
    );
    let server = Server::start([Play::Send(pieces)]).await;
    let clerk = server
        .builder()
        .max_response_bytes(1_000_000)
        .build()
        .unwrap();
    let error = clerk.users().list_users().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::TooLarge);
    assert_eq!(error.body().unwrap().len(), 64 << 10);
}

#[tokio::test]
async fn a_status_without_a_body_may_name_a_length() {
    let head = "HTTP/1.1 304 Not Modified\r\ncontent-length: 99999999999\r\n\r\n";
    let server = Server::start([Play::Send(head.to_owned())]).await;
    let error = server.client().users().list_users().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotModified);
    let text = error.to_string();
    assert!(
        text.starts_with("ListUsers: 304 Not Modified: what the caller has is still right"),
        "{text}"
    );
}

#[tokio::test]
async fn names_and_ids_of_a_server_are_tamed_wherever_they_are_shown() {
    let wild = format!("a\\r\\nERROR forged\\u001b[31m\\u202e{}", "x".repeat(5000));
    let deep = format!(
        r#"{{"object":"sign_in_token","id":"1","status":"pending","created_at":1,"{wild}":[3]}}"#
    );
    let body = format!(r#"{{"message":"m","request_id":"{wild}","code":"{wild}"}}"#);
    let tagged = format!(r#"[{{"{wild}":{{"a":1}}}}]"#);
    let replies = [
        MockReply::json(400, body),
        MockReply::json(200, tagged),
        MockReply::json(200, deep),
        MockReply::json(400, "{}").header("x-request-id", &"y".repeat(9000)),
        MockReply::new(200, &format!("text/{}", "z".repeat(9000)), "{"),
        MockReply::json(200, "{").header("content-encoding", &"g".repeat(9000)),
    ];
    for reply in replies {
        let error = list(reply).await.unwrap_err();
        for shown in [error.to_string(), format!("{error:?}")] {
            let is_wild = |c: char| c.is_control() || c == '\u{202e}';
            assert!(!shown.contains(is_wild), "{shown:?}");
            assert!(shown.len() < 1500, "{} bytes", shown.len());
        }
    }
}

#[test]
fn a_name_on_the_way_to_a_value_is_tamed_where_it_is_shown() {
    let error = DecodeError::missing("a\nERROR forged").at("x".repeat(5000));
    let shown = error.to_string();
    assert!(!shown.contains('\n') && shown.len() < 300, "{shown}");
    assert!(error.pointer().ends_with("/a\nERROR forged"));
}
