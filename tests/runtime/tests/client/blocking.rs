//! Calls from code without `async`.

use tintype_runtime_tests::runtime::{ErrorKind, MockReply};

use crate::mocked;

#[test]
fn a_call_without_a_runtime_waits_for_its_value() {
    let (clerk, mock) = mocked();
    mock.push(MockReply::json(503, "{}"));
    assert_eq!(
        clerk
            .users()
            .list_users()
            .send_blocking()
            .unwrap()
            .attempts(),
        2
    );
    assert_eq!(clerk.users().list_users().call().unwrap(), ["user_1"]);
}

#[test]
fn many_threads_can_wait_at_once() {
    let (clerk, _) = mocked();
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| assert_eq!(clerk.users().list_users().call().unwrap(), ["user_1"]));
        }
    });
}

#[tokio::test]
async fn a_call_that_would_block_a_runtime_is_an_error() {
    let (clerk, mock) = mocked();
    let error = clerk.users().list_users().call().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Configuration);
    assert!(
        error.to_string().contains("await the request instead"),
        "{error}"
    );
    assert!(mock.requests().is_empty());
}
