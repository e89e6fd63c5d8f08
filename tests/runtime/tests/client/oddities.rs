//! What servers answer that is a little off, and what callers ask for that cannot be.

use tintype_runtime_tests::clerk::{ANSWERS, Clerk, anonymous};
use tintype_runtime_tests::runtime::{
    Credential, DecodeError, Error, ErrorKind, MockReply, MockTransport, RetryConfig,
};

use crate::server::{Play, Server, answer, json};
use crate::{ERRORS, SECRET, mocked};

async fn list(reply: MockReply) -> Result<Vec<String>, Error> {
    let (clerk, mock) = mocked();
    mock.push(reply);
    clerk.users().list_users().await
}

#[tokio::test]
async fn headers_that_cut_a_request_out_of_its_connection_are_refused() {
    let server = Server::start([json("200 OK", r#"["user_1"]"#)]).await;
    for name in [
        "Content-Length",
        "transfer-encoding",
        "Host",
        "connection",
        "te",
        "Upgrade",
    ] {
        let clerk = server.client();
        let error = clerk
            .users()
            .list_users()
            .header(name, "1")
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidRequest, "{name}");
        assert!(
            !error.was_sent() && error.to_string().contains(name),
            "{error}"
        );
        let error = server.builder().header(name, "1").build().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Configuration, "{name}");
    }
    assert_eq!(server.requests().len(), 0);
}

#[tokio::test]
async fn a_mock_answers_with_a_model() {
    let (clerk, mock) = mocked();
    mock.push(MockReply::model(200, &["a".to_owned()][..]));
    assert_eq!(clerk.users().list_users().await.unwrap(), ["a"]);
}

#[tokio::test]
async fn texts_may_be_owned_or_lent() {
    let (clerk, mock) = mocked();
    let (name, value) = ("x-a".to_owned(), "b".to_owned());
    let server = "https://a.test".to_owned();
    let request = clerk.users().list_users().header(&name, value.clone());
    request
        .query_pair(name, &value)
        .server_url(server)
        .await
        .unwrap();
    assert_eq!(
        mock.requests()[0].url.as_str(),
        "https://a.test/users?x-a=b"
    );
}

#[tokio::test]
async fn a_content_type_goes_with_a_body_and_not_with_a_client() {
    let error = Clerk::builder("sk")
        .header("Content-Type", "text/plain")
        .build()
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Configuration);
    assert!(
        error
            .to_string()
            .contains("`Content-Type` goes with the body of a call"),
        "{error}"
    );
    let mock = MockTransport::new(ANSWERS);
    let builder = Clerk::builder("sk")
        .header("x-tenant", "a")
        .transport(mock.clone());
    let clerk = builder.build().unwrap();
    clerk.users().list_users().await.unwrap();
    clerk.users().list_users().tenant("b").await.unwrap();
    clerk
        .users()
        .list_users()
        .header("x-tenant", "c")
        .await
        .unwrap();
    let sent: Vec<_> = mock
        .requests()
        .iter()
        .map(|one| one.headers["x-tenant"].clone())
        .collect();
    assert_eq!(sent, ["a", "b", "c"]);
}

#[tokio::test]
async fn each_call_may_have_a_credential_of_its_own() {
    let (clerk, mock) = mocked();
    for tenant in ["sk_a", "sk_b"] {
        let request = clerk.users().list_users().credential(tenant);
        assert!(!format!("{request:?}").contains(tenant));
        assert!(request.to_curl().unwrap().contains("Bearer [redacted]"));
        request.await.unwrap();
    }
    clerk.users().list_users().await.unwrap();
    let sent: Vec<_> = mock
        .requests()
        .iter()
        .map(|one| one.headers["authorization"].clone())
        .collect();
    assert_eq!(
        sent,
        ["Bearer sk_a", "Bearer sk_b", &format!("Bearer {SECRET}")]
    );
}

#[tokio::test]
async fn a_credential_of_a_call_is_for_the_scheme_that_the_client_would_use() {
    let mock = MockTransport::new(ANSWERS);
    (0..3).for_each(|_| mock.push(MockReply::new(204, "", "")));
    let nobody = anonymous().transport(mock.clone()).build().unwrap();
    nobody
        .users()
        .delete_user("u")
        .credential("a")
        .await
        .unwrap();
    let bearer = Clerk::builder("sk")
        .transport(mock.clone())
        .build()
        .unwrap();
    bearer
        .users()
        .delete_user("u")
        .credential("b")
        .await
        .unwrap();
    // The document says nothing of a credential for this one.
    nobody
        .users()
        .list_new_users("1")
        .credential("c")
        .await
        .unwrap();
    let requests = mock.requests();
    assert_eq!(requests[0].url.query(), Some("key=a"));
    assert_eq!(
        (
            requests[1].url.query(),
            &requests[1].headers["authorization"]
        ),
        (None, &"Bearer b".parse().unwrap())
    );
    assert_eq!(requests[2].headers["authorization"], "Bearer c");
    let error = nobody
        .users()
        .delete_user("u")
        .credential("k")
        .server_url("http://a.test")
        .await;
    assert_eq!(error.unwrap_err().kind(), ErrorKind::Credential);
}

#[tokio::test]
async fn what_the_caller_puts_in_the_place_of_a_credential_stands_for_it() {
    let mock = MockTransport::new(ANSWERS);
    (0..3).for_each(|_| mock.push(MockReply::new(204, "", "")));
    let nobody = anonymous().transport(mock.clone()).build().unwrap();
    let delete = || nobody.users().delete_user("u");
    delete()
        .header("Authorization", "Bearer mine")
        .await
        .unwrap();
    delete().query_pair("key", "mine&1").await.unwrap();
    let builder = anonymous()
        .header("authorization", "Bearer ours")
        .transport(mock.clone());
    builder
        .build()
        .unwrap()
        .users()
        .delete_user("u")
        .await
        .unwrap();
    let requests = mock.requests();
    assert_eq!(requests[0].headers["authorization"], "Bearer mine");
    assert_eq!(requests[1].url.query(), Some("key=mine%261"));
    assert_eq!(requests[2].headers["authorization"], "Bearer ours");
    assert!(delete().header("x-other", "1").await.is_err());
}

fn later() -> Result<String, String> {
    std::panic::resume_unwind(Box::new("later"))
}

#[tokio::test]
async fn a_function_for_a_credential_that_panics_is_the_cause_of_an_error() {
    let (at_once, later) = (
        Credential::from_fn(|| -> std::future::Ready<Result<String, String>> {
            std::panic::resume_unwind(Box::new("at once"))
        }),
        Credential::from_fn(|| async { later() }),
    );
    for credential in [at_once, later] {
        let mock = MockTransport::new(ANSWERS);
        let clerk = Clerk::builder(credential).transport(mock).build().unwrap();
        let error = clerk.users().list_users().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Credential);
        assert!(
            error
                .to_string()
                .contains("the function that gives it panicked"),
            "{error}"
        );
    }
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

#[tokio::test]
async fn a_classifier_sees_each_attempt_and_knows_better_than_the_status() {
    let retries = RetryConfig::default().classifier(|attempt| {
        let said = attempt.headers()?.get("x-should-retry")?;
        Some(said == "true" && attempt.status()? == 409 && attempt.body()? == b"busy")
    });
    let (clerk, mock) = mocked();
    mock.push(MockReply::new(409, "text/plain", "busy").header("x-should-retry", "true"));
    let response = clerk
        .users()
        .list_users()
        .retries(retries)
        .send()
        .await
        .unwrap();
    assert_eq!(response.attempts(), 2);
    mock.push(MockReply::new(503, "text/plain", "").header("x-should-retry", "false"));
    let error = clerk
        .users()
        .list_users()
        .retries(retries)
        .await
        .unwrap_err();
    assert_eq!(error.attempts(), 1);
}

#[tokio::test]
async fn statuses_worth_a_retry_may_come_from_anywhere() {
    let read = vec![418..=418, 500..=599];
    let (clerk, mock) = mocked();
    let retries = RetryConfig::default().statuses(&read);
    drop(read);
    mock.push(MockReply::json(418, "{}"));
    mock.push(MockReply::json(599, "{}"));
    let call = clerk.users().list_users().retries(retries);
    assert_eq!(call.send().await.unwrap().attempts(), 3);
    mock.push(MockReply::json(429, "{}"));
    assert!(clerk.users().list_users().retries(retries).await.is_err());
    let shown = format!("{:?}", retries.statuses(&[1..=2, 600..=700, 65535..=65535]));
    assert!(
        shown.contains("statuses: {1, 2, 600,") && !shown.contains("65535"),
        "{shown}"
    );
    assert_eq!(
        retries,
        RetryConfig::default().statuses(&[418..=418, 500..=599])
    );
}

#[tokio::test]
async fn a_wait_that_no_number_holds_is_long() {
    for wait in [
        "99999999999999999999999999",
        "1e400",
        "18446744073709551616",
    ] {
        let server = Server::start([answer(
            "503 Service Unavailable",
            &format!("retry-after: {wait}\r\n"),
            "",
        )])
        .await;
        let error = server.client().users().list_users().await.unwrap_err();
        assert_eq!(error.attempts(), 1, "{wait}");
        assert!(error.retry_after().unwrap().as_secs() > 1 << 40);
    }
}
