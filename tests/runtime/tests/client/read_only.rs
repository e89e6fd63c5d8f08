//! Members that only the server sends: read, kept, shown by `serde`, and in no request.

use serde_json::{Value, json};
use tintype_runtime_tests::bugs::{AddBug, Bug};
use tintype_runtime_tests::runtime::{MockReply, MockRequest, Request, from_slice};

use crate::mocked;

/// A bug as an answer has it: with what the server gives, at every depth.
fn answered() -> Value {
    json!({
        "id": 90125,
        "name": "crash",
        "owners": [{ "uid": "u1", "nick": "ann" }],
        "by_role": { "tester": { "uid": "u2", "nick": "bob" } },
        "assignee": { "uid": "u3", "nick": "cid" },
        "extra": { "uid": "u4", "nick": "dan" },
    })
}

fn bug() -> Bug {
    from_slice(answered().to_string().as_bytes()).unwrap()
}

async fn sent(
    make: impl FnOnce(&tintype_runtime_tests::clerk::Clerk) -> Request<'_, AddBug>,
) -> MockRequest {
    let (clerk, mock) = mocked();
    mock.push(MockReply::json(204, ""));
    make(&clerk).await.unwrap();
    mock.requests().remove(0)
}

#[tokio::test]
async fn they_are_not_sent_however_deep_they_stand() {
    let request = sent(|clerk| clerk.bugs().json(&bug())).await;
    let body: Value = serde_json::from_slice(&request.body).unwrap();
    let expected = json!({
        "name": "crash",
        "owners": [{ "nick": "ann" }],
        "by_role": { "tester": { "nick": "bob" } },
        "assignee": { "nick": "cid" },
        "extra": { "nick": "dan" },
    });
    assert_eq!(body, expected);
}

#[tokio::test]
async fn neither_are_they_in_lists_forms_parts_and_parameters() {
    let bugs = vec![bug()];
    let list = sent(|clerk| clerk.bugs().json(&bugs)).await;
    let form = sent(|clerk| clerk.bugs().form(&bug(), &[])).await;
    let parts = sent(|clerk| clerk.bugs().parts("multipart/form-data", &bug())).await;
    let other = sent(|clerk| clerk.bugs().header(&bug()).query(&bug())).await;
    let header = other.headers["x-bug"].to_str().unwrap();
    let query = other.url.query().unwrap();
    for body in [&list.body, &form.body, &parts.body] {
        let text = String::from_utf8_lossy(body);
        assert!(text.contains("crash") && text.contains("ann"), "{text}");
        assert!(!text.contains("uid") && !text.contains("90125"), "{text}");
    }
    for text in [header, query] {
        assert!(text.contains("crash") && text.contains("ann"), "{text}");
        assert!(!text.contains("uid") && !text.contains("90125"), "{text}");
    }
}

#[tokio::test]
async fn serde_still_writes_them_before_and_after_a_call() {
    assert_eq!(serde_json::to_value(bug()).unwrap(), answered());
    sent(|clerk| clerk.bugs().json(&bug())).await;
    assert_eq!(serde_json::to_value(bug()).unwrap(), answered());
}
