//! Forms with files: the bytes, and what a reader that we did not write makes of them.

use std::collections::BTreeSet;

use multer::Multipart as Reader;
use serde_json::json;
use tintype_runtime_tests::runtime::{
    ErrorKind, File, FormField, MockReply, MockRequest, Multipart, MultipartForm, QueryStyle,
};

use crate::mocked;
use crate::server::{Server, answer};

/// A part as a reader sees it: name, file name, media type and content.
type Part = (String, Option<String>, Option<String>, Vec<u8>);

async fn sent(body: &impl Multipart, fields: &[FormField]) -> Result<MockRequest, ErrorKind> {
    let (clerk, mock) = mocked();
    mock.push(MockReply::json(204, ""));
    let result = clerk.users().add_picture(body, fields).await;
    result.map_err(|error| error.kind())?;
    Ok(mock.requests().remove(0))
}

async fn parts(body: &impl Multipart, fields: &[FormField]) -> Vec<Part> {
    read(&sent(body, fields).await.unwrap()).await
}

async fn read(request: &MockRequest) -> Vec<Part> {
    let content_type = request.headers["content-type"].to_str().unwrap();
    let boundary = multer::parse_boundary(content_type).unwrap();
    let mut reader = Reader::with_reader(&request.body[..], boundary);
    let mut parts = Vec::new();
    while let Some(field) = reader.next_field().await.unwrap() {
        let text = |text: &str| text.to_owned();
        parts.push((
            field.name().map(text).unwrap(),
            field.file_name().map(text),
            field.content_type().map(ToString::to_string),
            field.bytes().await.unwrap().to_vec(),
        ));
    }
    parts
}

fn text(name: &str, content: &str) -> Part {
    (name.to_owned(), None, None, content.as_bytes().to_vec())
}

fn typed(name: &str, content_type: &str, content: &str) -> Part {
    let content_type = Some(content_type.to_owned());
    (
        name.to_owned(),
        None,
        content_type,
        content.as_bytes().to_vec(),
    )
}

fn file(name: &str, file_name: &str, content_type: &str, content: &[u8]) -> Part {
    (
        name.to_owned(),
        Some(file_name.to_owned()),
        Some(content_type.to_owned()),
        content.to_vec(),
    )
}

#[tokio::test]
async fn the_bytes_are_those_of_the_standard() {
    let form = MultipartForm::new().value("purpose", "avatar").file(
        "file",
        &File::new("hello").name("a.txt").content_type("text/plain"),
    );
    let request = sent(&form, &[]).await.unwrap();
    let expected = "----------form-000000000000\r\n\
        Content-Disposition: form-data; name=\"purpose\"\r\n\r\n\
        avatar\r\n\
        ----------form-000000000000\r\n\
        Content-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\
        Content-Type: text/plain\r\n\r\n\
        hello\r\n\
        ----------form-000000000000--\r\n";
    assert_eq!(String::from_utf8_lossy(&request.body), expected);
    assert_eq!(
        request.headers["content-type"],
        "multipart/form-data; boundary=--------form-000000000000"
    );
}

#[tokio::test]
async fn each_value_is_a_part_and_so_is_each_element_of_a_list() {
    let form = MultipartForm::new()
        .value("text", "a\r\nb")
        .value("number", &7_i64)
        .value("truth", &true)
        .value("none", &None::<String>)
        .value("tags", &["x".to_owned(), "y".to_owned()][..])
        .value("empty", &Vec::<String>::new())
        .value("owner", &json!({ "id": 1 }))
        .value("items", &json!([{ "n": 1 }, [2]]));
    let expected = [
        text("text", "a\r\nb"),
        text("number", "7"),
        text("truth", "true"),
        text("tags", "x"),
        text("tags", "y"),
        typed("owner", "application/json", r#"{"id":1}"#),
        typed("items", "application/json", r#"{"n":1}"#),
        typed("items", "application/json", "[2]"),
    ];
    assert_eq!(parts(&form, &[]).await, expected);
}

#[tokio::test]
async fn the_members_of_a_model_are_the_fields() {
    assert_eq!(parts(&json!({ "a": 1 }), &[]).await, [text("a", "1")]);
}

#[tokio::test]
async fn files_are_parts_with_a_name_and_a_type_also_where_nobody_says_them() {
    let files = vec![File::new(vec![0, 255]), File::new("b").name("b.png")];
    let form = MultipartForm::new()
        .file("pictures", &files)
        .file("none", &None::<File>)
        .file("cover", &Some(File::new("c").content_type("image/gif")));
    let field = FormField::new("pictures").content_type("image/png");
    let expected = [
        file("pictures", "pictures", "image/png", &[0, 255]),
        file("pictures", "b.png", "image/png", b"b"),
        file("cover", "cover", "image/gif", b"c"),
    ];
    assert_eq!(parts(&form, &[field]).await, expected);
    let plain = parts(&MultipartForm::new().file("f", &File::new("")), &[]).await;
    assert_eq!(plain, [file("f", "f", "application/octet-stream", b"")]);
}

#[tokio::test]
async fn a_text_in_the_place_of_a_file_is_a_field_like_any_other() {
    let form = MultipartForm::new().file("avatar", &File::text("https://a.example/é"));
    let field = FormField::new("avatar").content_type("image/png");
    let sent = parts(&form, &[field]).await;
    assert_eq!(sent, [text("avatar", "https://a.example/é")]);
    let field = FormField::new("avatar").content_type("application/json");
    let sent = parts(&form, &[field]).await;
    assert_eq!(
        sent,
        [typed("avatar", "application/json", "https://a.example/é")]
    );
}

#[tokio::test]
async fn what_the_document_says_of_a_field_decides_its_form() {
    let body =
        json!({ "a": "x", "b": ["x", "y"], "c": { "k": ["v"] }, "d": "<a/>", "e": ["x", "y"] });
    let fields = [
        FormField::new("a").content_type("application/json"),
        FormField::new("b").style(QueryStyle::PipeDelimited, false),
        FormField::new("c").style(QueryStyle::DeepObject, true),
        FormField::new("d").content_type("application/xml"),
        FormField::new("e").style(QueryStyle::Form, true),
    ];
    let mut found = parts(&body, &fields).await;
    found.sort();
    let expected = [
        typed("a", "application/json", r#""x""#),
        text("b", "x|y"),
        text("c[k][0]", "v"),
        typed("d", "application/xml", "<a/>"),
        text("e", "x"),
        text("e", "y"),
    ];
    assert_eq!(found, expected);
}

#[tokio::test]
async fn no_name_can_add_a_header_or_a_part() {
    let evil = "a\"; name=\"b\r\nX-Evil: 1\r\n\r\nbody\\";
    let escaped = "a%22; name=%22b%0D%0AX-Evil: 1%0D%0A%0D%0Abody%5C";
    let form = MultipartForm::new()
        .value(evil, "1")
        .file("file", &File::new("2").name(evil));
    let expected = [
        text(escaped, "1"),
        file("file", escaped, "application/octet-stream", b"2"),
    ];
    assert_eq!(parts(&form, &[]).await, expected);
}

#[tokio::test]
async fn a_media_type_that_would_add_a_header_is_refused() {
    let evil = File::new("1").content_type("text/plain\r\nX-Evil: 1");
    let result = sent(&MultipartForm::new().file("file", &evil), &[]).await;
    assert_eq!(result.unwrap_err(), ErrorKind::InvalidRequest);
}

#[tokio::test]
async fn a_boundary_that_is_in_a_form_or_might_be_is_one_that_nobody_can_know() {
    let usual = "--------form-000000000000";
    let forms = [
        MultipartForm::new().file("file", &File::new(format!("\r\n--{usual}--\r\n"))),
        MultipartForm::new().file("file", &File::new("1").name(usual)),
        MultipartForm::new().value(usual, "1"),
        MultipartForm::new().file("file", &File::new("x".repeat(100_000))),
        MultipartForm::new().file("file", &File::reader(&b"1"[..])),
    ];
    let mut boundaries = BTreeSet::new();
    for form in &forms {
        let request = sent(form, &[]).await.unwrap();
        let content_type = request.headers["content-type"].to_str().unwrap();
        boundaries.insert(content_type.to_owned());
        assert!(!content_type.ends_with(usual), "{content_type}");
        assert_eq!(read(&request).await.len(), 1);
    }
    assert_eq!(boundaries.len(), forms.len());
}

#[tokio::test]
async fn a_form_arrives_whole_with_its_length() {
    let server = Server::start([answer("204 No Content", "", "")]).await;
    let form = MultipartForm::new().file("file", &File::new("x".repeat(100_000)));
    let clerk = server.client();
    clerk.users().add_picture(&form, &[]).await.unwrap();
    let request = &server.requests()[0];
    let (head, body) = request.split_once("\r\n\r\n").unwrap();
    let length = format!("content-length: {}", body.len());
    assert!(
        head.contains("content-type: multipart/form-data; boundary=--------form-"),
        "{head}"
    );
    assert!(head.contains(&length), "{head}");
    assert!(body.ends_with("--\r\n") && body.contains("x\r\n----------form-"));
}

#[test]
fn a_file_does_not_show_its_content() {
    let shown = format!("{:?}", File::new("secret").name("a.txt"));
    let expected =
        r#"File { name: Some("a.txt"), content_type: None, is_text: false, content: 6 bytes }"#;
    assert_eq!(shown, expected);
}
