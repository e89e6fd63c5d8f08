//! The programs, and what the configuration of the slices asks for, against a server on this machine.
#![expect(
    clippy::unwrap_used,
    reason = "a test fails by panicking, its helpers too"
)]

#[path = "../examples/archive.rs"]
#[allow(dead_code, reason = "a program has a `main`")]
mod archive;
#[path = "../examples/chat.rs"]
#[allow(dead_code, reason = "a program has a `main`")]
mod chat;
#[path = "../examples/issues.rs"]
#[allow(dead_code, reason = "a program has a `main`")]
mod issues;
#[path = "../examples/upload.rs"]
#[allow(dead_code, reason = "a program has a `main`")]
mod upload;
#[path = "../examples/webhook.rs"]
#[allow(dead_code, reason = "a program has a `main`")]
mod webhook;

use std::fs;
use std::sync::{Arc, Mutex};
use std::time::{SystemTime, UNIX_EPOCH};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use tintype_programs::github::GitHub;
use tintype_programs::openai::OpenAi;
use tintype_programs::times::models::Times;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

/// A server that gives these answers one after the other, and what it was asked.
struct Server {
    url: String,
    requests: Arc<Mutex<Vec<String>>>,
}

impl Server {
    async fn start(answers: Vec<String>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let requests = Arc::new(Mutex::new(Vec::new()));
        let seen = Arc::clone(&requests);
        let own = url.clone();
        tokio::spawn(async move {
            for answer in answers {
                let (mut stream, _) = listener.accept().await.unwrap();
                let mut bytes = Vec::new();
                while !is_whole(&bytes) {
                    stream.read_buf(&mut bytes).await.unwrap();
                }
                seen.lock()
                    .unwrap()
                    .push(String::from_utf8_lossy(&bytes).into_owned());
                let answer = answer.replace("{url}", &own);
                stream.write_all(answer.as_bytes()).await.unwrap();
            }
        });
        Self { url, requests }
    }

    fn openai(&self) -> OpenAi {
        let builder = OpenAi::builder("sk_test").server_url(&self.url);
        builder.build().unwrap()
    }

    fn github(&self) -> GitHub {
        let builder = GitHub::builder("ghp_test").server_url(&self.url);
        builder.build().unwrap()
    }

    fn requests(&self) -> Vec<String> {
        self.requests.lock().unwrap().clone()
    }

    /// The request lines without the version.
    fn lines(&self) -> Vec<String> {
        let line = |request: &String| {
            let line = request.lines().next().unwrap();
            line.trim_end_matches(" HTTP/1.1").to_owned()
        };
        self.requests().iter().map(line).collect()
    }
}

/// Whether a request came to its end.
fn is_whole(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let Some((head, body)) = text.split_once("\r\n\r\n") else {
        return false;
    };
    let length = head
        .lines()
        .find_map(|line| line.strip_prefix("content-length: "));
    match length {
        Some(length) => body.len() >= length.parse().unwrap(),
        None => !head.contains("transfer-encoding: chunked") || body.ends_with("0\r\n\r\n"),
    }
}

fn answer(headers: &str, body: &str) -> String {
    let length = body.len();
    format!(
        "HTTP/1.1 200 OK\r\n{headers}\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n{body}"
    )
}

fn json(body: &str) -> String {
    answer("content-type: application/json", body)
}

fn text(out: Vec<u8>) -> String {
    String::from_utf8(out).unwrap()
}

#[tokio::test]
async fn a_chat_is_printed_while_it_comes() {
    let chunk = |text: &str| {
        format!("data: {{\"choices\":[{{\"delta\":{{\"content\":\"{text}\"}}}}]}}\n\n")
    };
    let body = [&chunk("Once"), &chunk(" upon"), "data: [DONE]\n\n"].concat();
    let server = Server::start(vec![answer("content-type: text/event-stream", &body)]).await;
    let mut out = Vec::new();
    chat::chat(&server.openai(), &mut out).await.unwrap();
    assert_eq!(text(out), "Once upon\n");
    assert!(server.requests()[0].ends_with(",\"stream\":true}"));
}

#[tokio::test]
async fn a_file_is_uploaded_in_a_form() {
    let server = Server::start(vec![json(
        r#"{"id":"file-1","bytes":5,"filename":"notes.pdf"}"#,
    )])
    .await;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("notes.pdf");
    fs::write(&path, "notes").unwrap();
    let mut out = Vec::new();
    upload::upload(&server.openai(), path.to_str().unwrap(), &mut out)
        .await
        .unwrap();
    assert_eq!(text(out), "file-1: 5 bytes\n");
    let request = server.requests().remove(0);
    assert!(request.contains("filename=\"notes.pdf\""), "{request}");
    assert!(request.contains("\r\n\r\nnotes\r\n"), "{request}");
    assert!(request.contains("user_data"), "{request}");
}

#[tokio::test]
async fn an_archive_is_saved_behind_a_redirect_and_its_server_gets_no_token() {
    let archive = answer("content-type: application/x-gzip", "archive");
    let store = Server::start(vec![archive]).await;
    let redirect = format!(
        "HTTP/1.1 302 Found\r\nlocation: {}/cargo\r\ncontent-length: 0\r\nconnection: close\r\n\r\n",
        store.url
    );
    let server = Server::start(vec![redirect]).await;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("cargo.tar.gz");
    let mut out = Vec::new();
    archive::archive(&server.github(), path.to_str().unwrap(), &mut out)
        .await
        .unwrap();
    assert!(text(out).ends_with("cargo.tar.gz: 7 bytes\n"));
    assert_eq!(fs::read_to_string(path).unwrap(), "archive");
    assert!(server.requests()[0].contains("authorization: Bearer ghp_test"));
    assert!(!store.requests()[0].contains("authorization"));
}

#[tokio::test]
async fn issues_come_from_all_pages() {
    let page = |link: &str, numbers: &[u32]| {
        let issues: Vec<String> = numbers
            .iter()
            .map(|number| format!("{{\"number\":{number},\"title\":\"Issue {number}\"}}"))
            .collect();
        let body = format!("[{}]", issues.join(","));
        answer(&format!("content-type: application/json{link}"), &body)
    };
    let next = "\r\nlink: <{url}/repositories/1/issues?per_page=100&page=2>; rel=\"next\", <{url}/x>; rel=\"last\"";
    let last = "\r\nlink: <{url}/x>; rel=\"first\"";
    let server = Server::start(vec![page(next, &[3, 2]), page(last, &[1])]).await;
    let mut out = Vec::new();
    issues::issues(&server.github(), &mut out).await.unwrap();
    assert_eq!(text(out), "#3 Issue 3\n#2 Issue 2\n#1 Issue 1\n");
    assert_eq!(
        server.lines(),
        [
            "GET /repos/rust-lang/cargo/issues?per_page=100",
            "GET /repositories/1/issues?per_page=100&page=2"
        ]
    );
}

#[test]
fn a_webhook_is_verified_and_a_forged_one_is_not() {
    let key = b"a key of a test";
    let secret = format!("whsec_{}", STANDARD.encode(key));
    let body = r#"{"type":"response.completed","data":{"id":"resp_1"}}"#;
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    let now = now.as_secs().to_string();
    let mut mac = Hmac::<Sha256>::new_from_slice(key).unwrap();
    mac.update(format!("wh_1.{now}.{body}").as_bytes());
    let signature = format!("v1,{}", STANDARD.encode(mac.finalize().into_bytes()));
    let header = |name: &str| match name {
        "webhook-id" => Some("wh_1".to_owned()),
        "webhook-timestamp" => Some(now.clone()),
        "webhook-signature" => Some(signature.clone()),
        _ => None,
    };
    let mut out = Vec::new();
    webhook::webhook(&secret, header, body.as_bytes(), &mut out).unwrap();
    assert_eq!(text(out), "resp_1 is there\n");
    let forged = body.replace("resp_1", "resp_2");
    let mut out = Vec::new();
    assert!(webhook::webhook(&secret, header, forged.as_bytes(), &mut out).is_err());
    assert!(out.is_empty());
}

#[tokio::test]
async fn a_path_parameter_may_be_empty_where_the_configuration_says_so() {
    let server = Server::start(vec![json(r#"[{"name":"src"}]"#)]).await;
    let github = server.github();
    let root = github.repos().get_content("rust-lang", "cargo", "").await;
    assert_eq!(root.unwrap()[0].name, "src");
    // Where it does not, nothing is sent.
    let label = github.issues().get_label("rust-lang", "cargo", "").await;
    assert!(label.is_err());
    assert_eq!(server.lines(), ["GET /repos/rust-lang/cargo/contents/"]);
}

#[tokio::test]
async fn what_is_read_changed_and_sent_back_loses_no_member_that_is_kept() {
    let label = r#"{"id":9007199254740993,"name":"bug","extra":{"deep":[1,null]},"color":"fff"}"#;
    let server = Server::start(vec![json(label), json(label)]).await;
    let github = server.github();
    let issues = github.issues();
    let label = issues.get_label("rust-lang", "cargo", "bug").await.unwrap();
    let changed = label.color("000");
    issues
        .update_label("rust-lang", "cargo", "bug", &changed)
        .await
        .unwrap();
    let sent = server.requests().remove(1);
    let sent: serde_json::Value =
        serde_json::from_str(sent.split_once("\r\n\r\n").unwrap().1).unwrap();
    let expected = serde_json::json!({
        "id": 9_007_199_254_740_993_i64, "name": "bug", "extra": {"deep": [1, null]}, "color": "000"
    });
    assert_eq!(sent, expected);
}

/// The lines of a function that is called as its program is, without its first and its last one.
fn lines(program: &str) -> usize {
    let text = fs::read_to_string(format!("examples/{program}.rs")).unwrap();
    let (_, function) = text.split_once(&format!("fn {program}(")).unwrap();
    let (_, body) = function.split_once("> {\n").unwrap();
    let (body, _) = body.split_once("\n}\n").unwrap();
    body.lines().filter(|line| !line.trim().is_empty()).count()
}

#[test]
fn no_program_is_longer_than_the_same_elsewhere() {
    let page = fs::read_to_string("README.md").unwrap();
    let rows = page.lines().filter(|line| line.starts_with("| [`"));
    let counted: Vec<usize> = rows
        .map(|row| {
            let cells: Vec<&str> = row.split('|').map(str::trim).collect();
            let program = cells[1].split('`').nth(1).unwrap();
            let (ours, theirs) = (cells[3].parse().unwrap(), cells[4].parse().unwrap());
            assert_eq!(lines(program), ours, "{program}");
            assert!(ours <= theirs, "{program}");
            ours
        })
        .collect();
    assert_eq!(counted.len(), 5);
}

/// Types of `chrono`, `time`, `jiff` and `rust_decimal`, which the configuration chose, are read and written as the API has them.
#[test]
fn chosen_types_are_read_and_written() {
    let text = serde_json::json!({
        "at": "2024-02-29T12:30:00Z",
        "day": "2024-02-29",
        "price": "19.990",
        "clock": "12:30:00.25",
        "length": "PT1H30M",
        "rate": 0.25,
        "exact": 1.1,
        "until": null,
        "days": ["1999-12-31"],
        "by": { "eur": "-0.01" },
        "or": "2024-01-01T00:00:00Z"
    });
    let read: Times = serde_json::from_value(text.clone()).unwrap();
    assert_eq!(read.at.to_rfc3339(), "2024-02-29T12:30:00+00:00");
    assert_eq!((read.day.year(), read.day.ordinal()), (2024, 60));
    assert_eq!(read.price.scale(), 3);
    assert_eq!(read.clock.map(|clock| clock.minute()), Some(30));
    assert_eq!(read.length.map(|length| length.as_secs()), Some(5400));
    assert_eq!(serde_json::to_value(&read).unwrap(), text);

    let made =
        Times::new(read.at, read.day, read.price).length(jiff::SignedDuration::from_secs(90));
    let sent = serde_json::json!({ "at": "2024-02-29T12:30:00Z", "day": "2024-02-29", "price": "19.990", "length": "PT1M30S" });
    assert_eq!(serde_json::to_value(&made).unwrap(), sent);

    let wrong = serde_json::json!({ "at": "yesterday", "day": "2024-02-29", "price": "1" });
    let refused = serde_json::from_value::<Times>(wrong).unwrap_err();
    assert!(refused.to_string().contains("at"), "{refused}");
}
