//! Methods beyond the usual ones: QUERY has a body and changes nothing, so it is repeated and redirected as a GET is; of any other
//! one nothing is known.

use tintype_runtime_tests::runtime::{Method, MockReply};

use crate::mocked;
use crate::server::{Server, answer, json};

const BODY: &str = r#"["slow","new"]"#;

/// The first line of a request, and what stands behind its headers.
fn ends(request: &str) -> (&str, &str) {
    let line = request.lines().next().unwrap();
    (line, request.split_once("\r\n\r\n").unwrap().1)
}

#[tokio::test]
async fn it_is_sent_under_its_name_with_its_body_until_an_answer_comes() {
    let busy = answer("503 Service Unavailable", "retry-after-ms: 1\r\n", "");
    let server = Server::start([busy, json("200 OK", r#"["bug_1"]"#)]).await;
    let found = server
        .client()
        .bugs()
        .find(&["slow", "new"][..])
        .send()
        .await;
    let found = found.unwrap();
    assert_eq!(found.attempts(), 2);
    assert_eq!(found.into_inner(), ["bug_1"]);
    for request in server.requests() {
        assert_eq!(ends(&request), ("QUERY /v1/bugs HTTP/1.1", BODY));
    }
}

#[tokio::test]
async fn one_that_may_have_been_received_is_repeated_without_a_key() {
    for failure in [MockReply::json(500, "{}"), MockReply::interrupt()] {
        let (clerk, mock) = mocked();
        mock.push(failure);
        mock.push(MockReply::json(200, "[]"));
        let found = clerk.bugs().find(&["slow"][..]).send().await.unwrap();
        assert_eq!(found.attempts(), 2);
        let requests = mock.requests();
        assert!(requests.iter().all(|one| one.method == Method::QUERY));
        assert!(!requests[1].headers.contains_key("idempotency-key"));
    }
}

#[tokio::test]
async fn a_redirect_asks_the_same_elsewhere_unless_it_says_to_get_the_answer() {
    for (status, line, body) in [
        ("301 Moved Permanently", "QUERY /v1/there HTTP/1.1", BODY),
        ("302 Found", "QUERY /v1/there HTTP/1.1", BODY),
        ("303 See Other", "GET /v1/there HTTP/1.1", ""),
        ("307 Temporary Redirect", "QUERY /v1/there HTTP/1.1", BODY),
        ("308 Permanent Redirect", "QUERY /v1/there HTTP/1.1", BODY),
    ] {
        let away = answer(status, "location: there\r\n", "");
        let server = Server::start([away, json("200 OK", r#"["bug_1"]"#)]).await;
        let found = server.client().bugs().find(&["slow", "new"][..]).await;
        assert_eq!(found.unwrap(), ["bug_1"], "{status}");
        assert_eq!(ends(&server.requests()[1]), (line, body), "{status}");
    }
}

#[tokio::test]
async fn the_body_goes_to_no_other_server_unasked() {
    let other = Server::start([json("200 OK", r#"["bug_1"]"#)]).await;
    let location = format!("location: {}/there\r\n", other.url);
    let away = answer("307 Temporary Redirect", &location, "");
    let server = Server::start([away]).await;
    let found = server.client().bugs().find(&["slow", "new"][..]).await;
    let error = found.unwrap_err().to_string();
    assert!(error.contains("would be sent the body"), "{error}");
    assert!(other.requests().is_empty());
}

#[tokio::test]
async fn one_without_a_body_says_so() {
    let server = Server::start([json("200 OK", "[]")]).await;
    server.client().bugs().find_all().await.unwrap();
    let request = server.requests().remove(0).to_lowercase();
    assert!(request.contains("\r\ncontent-length: 0\r\n"), "{request}");
}

#[tokio::test]
async fn another_method_is_sent_by_its_name_and_not_repeated_where_it_may_have_been_received() {
    let failed = answer("503 Service Unavailable", "", "");
    let server = Server::start([failed, answer("204 No Content", "", "")]).await;
    let error = server.client().bugs().copy().await.unwrap_err();
    assert_eq!(error.attempts(), 1);
    let request = server.requests().remove(0);
    assert_eq!(ends(&request), ("M-COPY' /v1/bugs HTTP/1.1", ""));
    server.client().bugs().copy().await.unwrap();
}

#[tokio::test]
async fn another_method_is_repeated_with_a_key_or_where_it_was_never_sent() {
    let (clerk, mock) = mocked();
    mock.push(MockReply::refuse());
    mock.push(MockReply::json(204, ""));
    let sent = clerk.bugs().copy().send().await.unwrap();
    assert_eq!(sent.attempts(), 2);
    mock.push(MockReply::json(503, "{}"));
    mock.push(MockReply::json(204, ""));
    let keyed = clerk.bugs().copy().header("idempotency-key", "k_1");
    assert_eq!(keyed.send().await.unwrap().attempts(), 2);
    let method = mock.requests()[3].method;
    assert_eq!(method, Method::other("M-COPY'"));
    assert!(!method.is_safe() && !method.is_idempotent());
}

#[tokio::test]
async fn the_name_of_another_method_is_one_word_of_a_shell() {
    let (clerk, _) = mocked();
    let text = clerk.bugs().copy().to_curl().unwrap();
    assert!(text.starts_with(r"curl -X 'M-COPY'\''' '"), "{text}");
}
