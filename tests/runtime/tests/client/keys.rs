//! Keys that make a call safe to repeat.

use std::collections::HashSet;

use tintype_runtime_tests::clerk::{ANSWERS, Clerk};
use tintype_runtime_tests::runtime::{MockReply, MockTransport};

use crate::{SECRET, mocked};

const KEY: &str = "x-request-key";

fn keys(mock: &MockTransport) -> Vec<String> {
    let sent = mock.requests();
    let keys = sent.iter().map(|one| one.header(KEY).unwrap_or_default());
    keys.map(str::to_owned).collect()
}

#[tokio::test]
async fn a_call_makes_a_key_for_all_its_attempts_and_is_repeated() {
    let (clerk, mock) = mocked();
    for reply in [
        MockReply::json(503, "{}"),
        MockReply::interrupt(),
        MockReply::status(204),
    ] {
        mock.push(reply);
    }
    let response = clerk.users().add_user("a").send().await.unwrap();
    assert_eq!(response.attempts(), 3);
    let keys = keys(&mock);
    assert!(keys.iter().all(|key| *key == keys[0]), "{keys:?}");
    let places: Vec<usize> = keys[0].match_indices('-').map(|(at, _)| at).collect();
    assert_eq!((keys[0].len(), places), (36, vec![8, 13, 18, 23]));
    assert_eq!(&keys[0][14..15], "4");
    assert!("89ab".contains(&keys[0][19..20]), "{}", keys[0]);
}

#[tokio::test]
async fn no_two_calls_have_one_key() {
    let (clerk, mock) = mocked();
    let request = clerk.users().add_user("a");
    for _ in 0..500 {
        mock.push(MockReply::status(204));
        request.clone().await.unwrap();
    }
    let (keys, calls) = (keys(&mock), 500);
    assert_eq!(keys.iter().collect::<HashSet<_>>().len(), calls);
}

#[tokio::test]
async fn the_key_of_the_caller_stands_and_no_key_means_no_repetition() {
    let (clerk, mock) = mocked();
    let users = clerk.users();
    let own = [
        users.add_user("a").idempotency_key("mine"),
        users.add_user("a").header("X-Request-Key", "mine"),
        users.add_user("a").key("mine"),
    ];
    for request in own {
        mock.push(MockReply::json(503, "{}"));
        mock.push(MockReply::status(204));
        request.await.unwrap();
    }
    assert_eq!(keys(&mock), ["mine"; 6]);
    let mock = MockTransport::new(ANSWERS);
    let builder = Clerk::builder(SECRET).transport(mock.clone());
    let clerk = builder.idempotency_keys(false).build().unwrap();
    mock.push(MockReply::json(503, "{}"));
    let error = clerk.users().add_user("a").await.unwrap_err();
    assert_eq!((error.attempts(), keys(&mock)), (1, vec![String::new()]));
}
