//! What `tracing` gets to see.
//!
//! A program of its own with one test: `tracing` keeps for the whole process whether anybody listens to a place in the code,
//! so calls on other threads, where nobody listens, would decide what is seen here.

#![cfg(all(feature = "mock", feature = "tracing"))]
#![expect(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops where it fails"
)]

use std::io::{self, Write};
use std::sync::{Arc, Mutex};

use tintype_runtime_tests::clerk::{ANSWERS, Clerk, CreateSignInTokenRequestBody};
use tintype_runtime_tests::runtime::{MockReply, MockTransport, Undocumented};
use tracing::Level;
use tracing::subscriber::with_default;
use tracing_subscriber::fmt::format::FmtSpan;

/// A secret that no trace may hold.
const SECRET: &str = "sk_live_0123456789";

/// A client on a mock that answers with the examples of the document.
fn mocked() -> (Clerk, MockTransport) {
    let mock = MockTransport::new(ANSWERS);
    let clerk = Clerk::builder(SECRET)
        .transport(mock.clone())
        .build()
        .unwrap();
    (clerk, mock)
}

/// A log in memory.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The lines that are logged while a call runs.
fn logged<T>(call: impl Future<Output = T>) -> Vec<String> {
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(Level::TRACE)
        .with_span_events(FmtSpan::NEW | FmtSpan::CLOSE)
        .with_ansi(false)
        .without_time()
        .with_writer(move || writer.clone())
        .finish();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap();
    with_default(subscriber, || runtime.block_on(call));
    let text = log.0.lock().unwrap().clone();
    String::from_utf8(text)
        .unwrap()
        .lines()
        .map(str::to_owned)
        .collect()
}

#[test]
fn a_call_is_one_span_with_an_event_for_each_retry_and_holds_no_value() {
    a_call_is_one_span_with_an_event_for_each_retry();
    a_method_that_nobody_knows_has_its_name_beside();
    a_trace_holds_no_value_of_the_call();
    what_differs_from_the_document_is_an_event_without_a_value();
    values_are_shown_by_name_and_credentials_never();
}

fn a_call_is_one_span_with_an_event_for_each_retry() {
    let (clerk, mock) = mocked();
    mock.push(MockReply::json(503, "{}").header("retry-after", "3"));
    let lines = logged(async { clerk.users().list_users().await });
    let [new, first, first_over, retry, second, second_over, close] = lines.as_slice() else {
        panic!("{lines:#?}")
    };
    assert!(
        first.contains("attempt{")
            && first.contains(r#"server.address="api.clerk.com" server.port=443"#),
        "{first}"
    );
    assert!(!first.contains("resend_count"), "{first}");
    assert!(
        first_over.contains(r#"http.response.status_code=503 error.type="503""#),
        "{first_over}"
    );
    assert!(second.contains("http.request.resend_count=1"), "{second}");
    assert!(
        second_over.contains("http.response.status_code=200")
            && !second_over.contains("error.type"),
        "{second_over}"
    );
    let span = r#"call{otel.name="ListUsers" http.request.method="GET" url.template="/users""#;
    assert!(new.contains(span) && new.ends_with("new"), "{new}");
    assert!(
        retry.contains("DEBUG") && retry.contains("attempts=1 wait=3."),
        "{retry}"
    );
    assert!(
        close.contains("attempts=2 http.response.status_code=200}") && close.contains("close"),
        "{close}"
    );
}

fn a_method_that_nobody_knows_has_its_name_beside() {
    let (clerk, mock) = mocked();
    mock.push(MockReply::json(204, ""));
    let lines = logged(async { clerk.bugs().copy().await });
    let told = r#"http.request.method="_OTHER" http.request.method_original="M-COPY'""#;
    assert!(
        lines[0].contains(told) && lines[1].contains(told),
        "{lines:#?}"
    );
}

fn a_trace_holds_no_value_of_the_call() {
    let (clerk, mock) = mocked();
    let failure = MockReply::json(500, format!(r#"{{"message":"{SECRET}"}}"#));
    mock.push(failure.header("x-key", SECRET));
    let body = CreateSignInTokenRequestBody::new().user_id(SECRET);
    let request = clerk.sign_in_tokens().create_sign_in_token(&body);
    let request = request.header("x-key", SECRET).idempotency_key(SECRET);
    let lines = logged(async { request.await });
    assert_eq!(lines.len(), 7);
    assert!(!lines.concat().contains(SECRET), "{lines:#?}");
}

fn what_differs_from_the_document_is_an_event_without_a_value() {
    let mock = MockTransport::new(ANSWERS);
    let builder = Clerk::builder(SECRET).transport(mock.clone()).lenient(true);
    let clerk = builder.undocumented(Undocumented::Told).build().unwrap();
    let odd = r#"{"object":"sign_in_token","id":"a","status":"sk_live_0123456789",
        "url":["sk_live_0123456789"],"user_id":null,"created_at":1}"#;
    mock.push(MockReply::json(200, odd));
    let body = CreateSignInTokenRequestBody::new();
    let call = clerk.sign_in_tokens().create_sign_in_token(&body);
    let lines = logged(async { call.await.unwrap() });
    let differing: Vec<&String> = lines
        .iter()
        .filter(|line| line.contains("differs"))
        .collect();
    let [unknown, left_out] = differing[..] else {
        panic!("{lines:#?}")
    };
    let said = r#"operation="CreateSignInToken" kind=UnknownValue pointer="/status""#;
    assert!(
        unknown.contains("INFO") && unknown.contains(said),
        "{unknown}"
    );
    let said = r#"kind=LeftOut pointer="/url""#;
    assert!(
        left_out.contains("WARN") && left_out.contains(said),
        "{left_out}"
    );
    assert!(!lines.concat().contains(SECRET), "{lines:#?}");
}

fn values_are_shown_by_name_and_credentials_never() {
    let mock = MockTransport::new(ANSWERS);
    let names = ["X-Tenant", "authorization", "x-cost", "set-cookie"];
    let builder = Clerk::builder(SECRET)
        .transport(mock.clone())
        .traceparent(true);
    let builder = builder.traced_headers(names).traced_query(["limit", "key"]);
    let clerk = builder.build().unwrap();
    mock.push(MockReply::json(503, "{}").header("retry-after", "0"));
    let answer = MockReply::json(200, "[]").header("x-cost", "7");
    mock.push(
        answer
            .header("set-cookie", SECRET)
            .header("x-other", SECRET),
    );
    let users = clerk
        .users()
        .list_users()
        .limit(5)
        .query(SECRET)
        .tenant("acme");
    let call = users.query_pair("key", SECRET);
    let lines = logged(async { call.await.unwrap() });
    let attempts: Vec<&String> = lines
        .iter()
        .filter(|line| line.ends_with("new") && line.contains(":attempt{"))
        .collect();
    let [first, second] = attempts[..] else {
        panic!("{lines:#?}")
    };
    let said = r#"url.query="limit=5""#;
    assert!(
        first.contains(said) && first.contains(r#"http.request.headers="x-tenant: acme""#),
        "{first}"
    );
    let closed = lines
        .iter()
        .any(|line| line.contains(r#"http.response.headers="x-cost: 7""#));
    assert!(closed && !lines.concat().contains(SECRET), "{lines:#?}");
    let sent = mock.requests();
    let parents: Vec<&str> = sent
        .iter()
        .map(|one| one.header("traceparent").unwrap())
        .collect();
    assert!(
        first.contains(parents[0]) && second.contains(parents[1]),
        "{parents:?}"
    );
    let parts: Vec<Vec<&str>> = parents.iter().map(|one| one.split('-').collect()).collect();
    let lengths: Vec<usize> = parts[0].iter().map(|part| part.len()).collect();
    assert_eq!((lengths, parts[0][0]), (vec![2, 32, 16, 2], "00"));
    assert_eq!(parts[0][1], parts[1][1]);
    assert_ne!(parts[0][2], parts[1][2]);
}
