//! Successes: texts and their charsets, bodies as they come, and answers without a body.

use tintype_runtime_tests::runtime::{Error, ErrorKind, MockReply};

use crate::mocked;

async fn note(content_type: &str, body: &'static [u8]) -> Result<String, Error> {
    let (clerk, mock) = mocked();
    mock.push(MockReply::new(200, content_type, body));
    clerk.files().note().await
}

#[tokio::test]
async fn a_text_is_read_in_the_charset_that_the_answer_names() {
    for (content_type, body) in [
        ("text/plain", "Grüße".as_bytes()),
        ("text/plain; Charset=\"UTF-8\"", "Grüße".as_bytes()),
        ("text/plain;charset=iso-8859-1", b"Gr\xfc\xdfe".as_slice()),
    ] {
        assert_eq!(note(content_type, body).await.unwrap(), "Grüße");
    }
}

#[tokio::test]
async fn xml_may_name_its_charset_itself() {
    for (content_type, body, expected) in [
        (
            "text/xml",
            b"<?xml version='1.0' encoding='ISO-8859-1'?><a>\xfc</a>".as_slice(),
            "<a>ü</a>",
        ),
        (
            "text/xml;charset=utf-8",
            "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><a>ü</a>".as_bytes(),
            "<a>ü</a>",
        ),
        // What .NET says of a text that it made in memory, whatever it is sent in.
        (
            "text/xml",
            "<?xml version=\"1.0\" encoding=\"utf-16\"?><a>ü</a>".as_bytes(),
            "<a>ü</a>",
        ),
    ] {
        let text = note(content_type, body).await.unwrap();
        assert!(text.ends_with(expected), "{text}");
    }
}

#[tokio::test]
async fn a_text_that_is_not_in_its_charset_is_an_error_that_names_it_and_keeps_the_body() {
    for (content_type, expected) in [
        (
            "text/plain",
            "expected text in utf-8, found text/plain (5 bytes), which are not at byte 2",
        ),
        ("text/plain; charset=us-ascii", "expected text in us-ascii"),
        (
            "text/plain; charset=shift_jis",
            "expected text in UTF-8 or ISO-8859-1, found text/plain; charset=shift_jis (5 bytes)",
        ),
    ] {
        let error = note(content_type, b"Gr\xfc\xdfe").await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        assert_eq!(error.body(), Some(b"Gr\xfc\xdfe".as_slice()));
        assert!(error.to_string().contains(expected), "{error}");
    }
}

#[tokio::test]
async fn every_request_can_be_sent_for_the_body_as_it_comes() {
    let (clerk, mock) = mocked();
    mock.push(MockReply::new(200, "text/csv", b"a,\xff".as_slice()));
    let response = clerk.users().list_users().send_raw().await.unwrap();
    assert_eq!(response.header("content-type"), Some("text/csv"));
    assert_eq!(response.into_inner(), b"a,\xff".as_slice());
    mock.push(MockReply::new(404, "text/csv", "a,b"));
    let error = clerk.users().list_users().send_raw().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Status);
}

#[test]
fn a_body_as_it_comes_can_be_waited_for() {
    let (clerk, mock) = mocked();
    mock.push(MockReply::new(202, "text/csv", "a,b"));
    let response = clerk.users().delete_user("a").send_raw_blocking().unwrap();
    assert_eq!(response.status(), 202);
    assert_eq!(response.into_inner(), "a,b");
}

#[tokio::test]
async fn an_answer_without_the_body_that_is_described_says_so() {
    for reply in [MockReply::json(200, ""), MockReply::new(204, "", "")] {
        let (clerk, mock) = mocked();
        mock.push(reply);
        let error = clerk.users().list_users().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::NoBody);
        assert_eq!(error.decode_error(), None);
        let text = "the answer has no body, and the document describes one";
        assert!(error.to_string().ends_with(text), "{error}");
    }
}

#[tokio::test]
async fn a_body_that_is_no_text_is_not_shown_as_one_in_a_command_line() {
    let (clerk, _) = mocked();
    let request = clerk
        .users()
        .list_users()
        .raw_body("image/png", b"\x89PNG".as_slice());
    let shown = request.to_curl().unwrap();
    assert!(shown.ends_with("--data-binary @- # 4 bytes"), "{shown}");
    assert!(!shown.contains(char::REPLACEMENT_CHARACTER), "{shown}");
}

#[tokio::test]
async fn a_method_asks_for_its_form_of_the_answer_and_reads_that_form() {
    let (clerk, mock) = mocked();
    mock.push(MockReply::json(200, r#"["a"]"#));
    assert_eq!(clerk.files().report().limit(1).await.unwrap(), ["a"]);
    mock.push(MockReply::new(200, "text/csv; charset=utf-8", "a"));
    assert_eq!(clerk.files().report_csv().limit(1).await.unwrap(), "a");
    let requests = mock.requests();
    let accepted = requests.iter().map(|request| &request.headers["accept"]);
    assert_eq!(
        accepted.collect::<Vec<_>>(),
        ["application/json", "text/csv"]
    );
    assert!(
        requests
            .iter()
            .all(|request| request.url.query() == Some("limit=1"))
    );
}

/// `1` is JSON too, and a number would be a wrong answer.
#[tokio::test]
async fn another_documented_form_is_not_read_as_this_one() {
    for content_type in ["text/csv", "Text/CSV; header=present", "image/png"] {
        let (clerk, mock) = mocked();
        mock.push(MockReply::new(200, content_type, "[]"));
        let error = clerk.files().report().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
        assert_eq!(error.body(), Some(b"[]".as_slice()));
        let text = error.to_string();
        assert!(
            text.contains(&format!("found {content_type} (2 bytes)")),
            "{text}"
        );
    }
    let (clerk, mock) = mocked();
    mock.push(MockReply::json(200, "[]"));
    assert!(clerk.files().report_csv().await.is_err());
}

#[tokio::test]
async fn a_form_that_no_document_names_is_read_if_it_fits() {
    let (clerk, mock) = mocked();
    mock.push(MockReply::new(200, "text/plain", "[]"));
    assert!(clerk.files().report().await.unwrap().is_empty());
}
