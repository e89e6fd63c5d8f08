//! What the foreign side gets wrong and is made up for is still wrong there; streams and forms with files against servers that are not
//! ours.
#![expect(
    clippy::unwrap_used,
    reason = "a test fails by panicking, its helpers too"
)]

use std::fmt::Write as _;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use tintype_prism_tests::npm;
use tintype_programs::openai::models::{
    ChatRequest, CreateFileRequestBody, CreateFileRequestBodyPurpose, Message, MessageRole,
};
use tintype_programs::openai::{File, OpenAi};

#[test]
fn what_is_made_up_for_is_wrong_on_the_foreign_side() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    npm::install(folder, "openapi-backend/package.json").unwrap();
    let output = Command::new("node")
        .arg("--test")
        .arg(folder.join("node/foreign.test.mjs"))
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{said}");
}

/// The server, for as long as the test.
struct Server(Child);

impl Server {
    fn start() -> (Self, OpenAi) {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
        npm::install(folder, "better-sse/package.json").unwrap();
        let mut child = Command::new("node")
            .arg(folder.join("node/streams.mjs"))
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut port = String::new();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        out.read_line(&mut port).unwrap();
        let url = format!("http://127.0.0.1:{}", port.trim());
        let client = OpenAi::builder("sk_test").server_url(url).build().unwrap();
        (Self(child), client)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.0.kill().unwrap();
        self.0.wait().unwrap();
    }
}

#[tokio::test]
async fn events_of_a_server_that_is_not_ours_are_read() {
    let (_server, openai) = Server::start();
    let words = "Once| upon|\u{1f600} \u{2028}a|\n\"time\"";
    let question = Message::new(MessageRole::User, words);
    let request = ChatRequest::new("m", vec![question]);
    let call = openai.chat().create_chat_completion_stream(&request);
    let mut chunks = call.await.unwrap();
    let mut ids = String::new();
    let mut said = String::new();
    while let Some(chunk) = chunks.next().await {
        let chunk = chunk.unwrap();
        said += chunk.choices[0].delta.content.value().unwrap();
        write!(ids, "{} ", chunks.last_event_id().unwrap()).unwrap();
    }
    assert_eq!(said, words.replace('|', ""));
    assert_eq!(ids, "0 1 2 3 ");
}

#[tokio::test]
async fn a_file_is_read_out_of_a_form_by_a_parser_that_is_not_ours() {
    let (_server, openai) = Server::start();
    // It holds what looks like a boundary.
    let content = "\r\n--boundary--\r\n\0".repeat(100_000);
    let length = i64::try_from(content.len()).unwrap();
    let reader = std::io::Cursor::new(content);
    let file = File::reader(reader).name("notes \u{fc}.pdf");
    let form = CreateFileRequestBody::new(file, CreateFileRequestBodyPurpose::UserData);
    let read = openai.files().create_file(&form).await.unwrap();
    assert_eq!(read.bytes, length);
    assert_eq!(read.filename, "file:notes \u{fc}.pdf");
    assert!(read.id.starts_with("purpose=user_data;"), "{}", read.id);
}
