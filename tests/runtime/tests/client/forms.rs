//! Forms, and queries that are one value: what has no fields is refused, and never sent as an empty form.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use tintype_runtime_tests::bugs::Assignee;
use tintype_runtime_tests::runtime::{ErrorKind, File, MockReply, MockRequest, MultipartForm};

use crate::mocked;

#[tokio::test]
async fn a_value_without_fields_is_refused_before_sending() {
    let team = Assignee::Team("core".to_owned());
    let (clerk, mock) = mocked();
    let bugs = clerk.bugs();
    for value in [
        json!(null),
        json!(true),
        json!(1),
        json!("a=b"),
        json!(["a"]),
    ] {
        let error = bugs.form(&value, &[]).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidRequest, "{value}");
        let error = bugs.parts("multipart/form-data", &value).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidRequest, "{value}");
    }
    let error = bugs.form(&team, &[]).await.unwrap_err().to_string();
    assert!(error.contains("a text has no fields"), "{error}");
    assert_eq!(mock.requests().len(), 0);
}

#[tokio::test]
async fn an_object_without_members_is_an_empty_form() {
    let (clerk, mock) = mocked();
    mock.push(MockReply::json(204, ""));
    clerk.bugs().form(&json!({}), &[]).await.unwrap();
    assert_eq!(mock.requests()[0].body, "");
}

async fn parts(content_type: &str, files: &BTreeMap<String, File>) -> MockRequest {
    let (clerk, mock) = mocked();
    mock.push(MockReply::json(204, ""));
    clerk.bugs().parts(content_type, files).await.unwrap();
    mock.requests().remove(0)
}

#[tokio::test]
async fn a_map_of_files_keeps_their_names() {
    let file = File::new("x").name("a.png").content_type("image/png");
    let files = BTreeMap::from([("icon".to_owned(), file)]);
    let request = parts("multipart/form-data", &files).await;
    let text = String::from_utf8_lossy(&request.body);
    assert!(
        text.contains("name=\"icon\"; filename=\"a.png\"\r\nContent-Type: image/png\r\n\r\nx\r\n"),
        "{text}"
    );
}

#[tokio::test]
async fn each_media_type_of_parts_says_its_boundary() {
    let files = BTreeMap::from([("icon".to_owned(), File::new("x"))]);
    let request = parts("multipart/mixed", &files).await;
    let content_type = request.headers["content-type"].to_str().unwrap();
    let boundary = content_type
        .strip_prefix("multipart/mixed; boundary=")
        .unwrap();
    assert!(
        request
            .body
            .starts_with(format!("--{boundary}\r\n").as_bytes())
    );
}

#[tokio::test]
async fn the_tag_of_a_union_is_sent_whatever_the_member_holds() {
    let form = MultipartForm::new().value("kind", "dog").tag("kind", "cat");
    assert_eq!(form, MultipartForm::new().value("kind", "cat"));
}

#[tokio::test]
async fn json_in_a_header_is_ascii() {
    let (clerk, mock) = mocked();
    mock.push(MockReply::json(204, ""));
    let value = json!({ "n": "é😀\u{7f}\n\"" });
    clerk.bugs().header(&value).await.unwrap();
    let sent = mock.requests().remove(0).headers["x-bug"].clone();
    assert_eq!(sent, r#"{"n":"\u00e9\ud83d\ude00\u007f\n\""}"#);
    let read: Value = serde_json::from_slice(sent.as_bytes()).unwrap();
    assert_eq!(read, value);
}

#[tokio::test]
async fn json_that_is_the_whole_query_is_all_of_it() {
    let (clerk, mock) = mocked();
    mock.push(MockReply::new(200, "text/plain", ""));
    let names = ["a&b=ü".to_owned(), "c d".to_owned()];
    clerk.files().find(&names).await.unwrap();
    let query = mock.requests()[0].url.query().unwrap().to_owned();
    assert_eq!(query, "%5B%22a%26b%3D%C3%BC%22%2C%22c%20d%22%5D");

    let beside = clerk.files().find(&names).query_pair("page", "2");
    let error = beside.await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
    let why = "the whole query is one value, so nothing else can be in it";
    assert!(error.to_string().ends_with(why), "{error}");
    assert_eq!(mock.requests().len(), 1);
}
