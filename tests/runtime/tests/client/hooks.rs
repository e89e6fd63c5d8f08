//! Hooks around calls and attempts, and what is added to the user agent.

use std::sync::{Arc, Mutex};

use http::{HeaderName, HeaderValue};
use tintype_runtime_tests::clerk::{ANSWERS, Clerk};
use tintype_runtime_tests::runtime::{
    Attempt, BoxError, CallContext, ErrorKind, Hook, HttpRequest, MockReply, MockTransport,
};

use crate::SECRET;

/// Notes what happens, and numbers what is sent.
#[derive(Clone, Default)]
struct Notes(Arc<Mutex<Vec<String>>>);

impl Notes {
    fn note(&self, what: String) {
        self.0.lock().unwrap().push(what);
    }
}

fn set(request: &mut HttpRequest, name: &'static str, value: u32) {
    let name = HeaderName::from_static(name);
    request.headers.insert(name, HeaderValue::from(value));
}

impl Hook for Notes {
    fn before_call(&self, call: &CallContext, request: &mut HttpRequest) -> Result<(), BoxError> {
        set(request, "x-call", 7);
        self.note(format!("call {} {}", call.operation, call.path));
        Ok(())
    }

    fn before_attempt(
        &self,
        call: &CallContext,
        request: &mut HttpRequest,
    ) -> Result<(), BoxError> {
        set(request, "x-attempt", call.attempts);
        Ok(())
    }

    fn after_attempt(&self, call: &CallContext, outcome: &Attempt<'_>) {
        let status = outcome.status().map(|status| status.as_u16());
        self.note(format!("attempt {} {status:?}", call.attempts));
    }

    fn after_call(&self, call: &CallContext, outcome: &Attempt<'_>) {
        let failed = outcome.error().is_some();
        self.note(format!(
            "done {} {failed} {:?}",
            call.attempts, call.elapsed
        ));
    }
}

fn hooked(hook: impl Hook) -> (Clerk, MockTransport) {
    let mock = MockTransport::new(ANSWERS);
    let builder = Clerk::builder(SECRET).transport(mock.clone());
    let clerk = builder.hook(hook).user_agent("shop/2.1").build().unwrap();
    (clerk, mock)
}

#[tokio::test]
async fn a_hook_sees_a_call_and_its_attempts_and_changes_what_is_sent() {
    let notes = Notes::default();
    let (clerk, mock) = hooked(notes.clone());
    mock.push(MockReply::json(503, "{}").header("retry-after", "0"));
    clerk.users().list_users().await.unwrap();
    let seen = notes.0.lock().unwrap().clone();
    let expected = [
        "call ListUsers /users",
        "attempt 1 Some(503)",
        "attempt 2 Some(200)",
    ];
    assert_eq!(seen[..3], expected);
    assert!(seen[3].starts_with("done 2 false"), "{seen:?}");
    let sent = mock.requests();
    let numbers = |name| {
        sent.iter()
            .map(|one| one.header(name).unwrap())
            .collect::<Vec<_>>()
    };
    assert_eq!(numbers("x-call"), ["7", "7"]);
    assert_eq!(numbers("x-attempt"), ["1", "2"]);
    let agent = sent[0].header("user-agent").unwrap();
    assert!(agent.starts_with("shop/2.1 clerk-backend-api/"), "{agent}");
}

/// Refuses every attempt, or makes a request that must not be sent.
struct Bad(fn(&mut HttpRequest) -> Result<(), BoxError>);

impl Hook for Bad {
    fn before_attempt(&self, _: &CallContext, request: &mut HttpRequest) -> Result<(), BoxError> {
        (self.0)(request)
    }
}

type Change = fn(&mut HttpRequest) -> Result<(), BoxError>;

#[tokio::test]
async fn what_a_hook_refuses_or_breaks_is_not_sent_and_not_tried_again() {
    let cases: [(Change, ErrorKind); 3] = [
        (|_| Err("no".into()), ErrorKind::InvalidRequest),
        (
            |request| {
                set(request, "content-length", 1);
                Ok(())
            },
            ErrorKind::InvalidRequest,
        ),
        (
            |request| {
                request.url = "http://example.com/users".parse()?;
                Ok(())
            },
            ErrorKind::Credential,
        ),
    ];
    for (change, kind) in cases {
        let (clerk, mock) = hooked(Bad(change));
        let error = clerk.users().list_users().await.unwrap_err();
        assert_eq!(
            (error.kind(), error.attempts(), error.was_sent()),
            (kind, 1, false)
        );
        assert!(mock.requests().is_empty());
    }
}
