//! When a page is asked for, and how a row of them is taken up again.

use serde_json::{Value, json};
use tintype_runtime_tests::runtime::{Error, ErrorKind, Pages};

use super::{all, page, targets};
use crate::server::{Server, answer, json};

#[tokio::test]
async fn a_page_that_fails_is_where_another_row_goes_on() {
    let next =
        |row: i64, next: Value| page(&json!({"rows": [row], "about": {"next/cursor": next}}));
    let server = Server::start([
        next(1, json!("b")),
        json("400 Bad Request", "{}"),
        next(2, json!(null)),
    ])
    .await;
    let client = server.client();
    let mut items = client.pages().by_cursor().items();
    assert_eq!(items.position(), None);
    assert_eq!(items.next().await.unwrap().unwrap(), 1);
    let error = items.next().await.unwrap().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Status);
    assert!(items.next().await.is_none());
    let kept = items.position().unwrap().to_owned();
    assert_eq!(kept, "b");
    let (rows, error) = all(client.pages().by_cursor().items().starting_at(kept)).await;
    assert!(error.is_none());
    assert_eq!(rows, [2]);
    assert_eq!(
        targets(&server)[1..],
        ["/v1/cursor?after=b", "/v1/cursor?after=b"]
    );
}

#[tokio::test]
async fn the_position_of_items_is_that_of_the_page_that_has_more_of_them() {
    let server = Server::start([
        page(&json!({"result": {"rows": [1, 2]}})),
        page(&json!({"result": {"rows": [3, 4]}})),
        page(&json!({"result": {"rows": []}})),
    ])
    .await;
    let mut items = server.client().pages().by_offset().items();
    let mut positions = Vec::new();
    while let Some(item) = items.next().await {
        item.unwrap();
        positions.push(items.position().map(str::to_owned));
    }
    let expected = [None, Some("2"), Some("2"), Some("4")];
    assert_eq!(positions, expected.map(|at| at.map(str::to_owned)));
}

#[tokio::test]
async fn no_page_is_asked_for_before_it_is_needed() {
    let server = Server::start([
        page(&json!({"result": {"rows": [1, 2]}})),
        page(&json!({"result": {"rows": [3]}})),
    ])
    .await;
    let client = server.client();
    let mut items = client.pages().by_offset().items().take(2);
    assert!(server.requests().is_empty());
    assert!(items.next().await.is_some());
    assert!(items.next().await.is_some());
    assert!(items.next().await.is_none());
    assert_eq!(server.requests().len(), 1);
    drop(client.pages().by_offset().pages());
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn a_page_is_repeated_like_any_call() {
    let server = Server::start([
        answer("503 Unavailable", "retry-after: 0\r\n", ""),
        page(&json!({"rows": [1], "count": 1})),
    ])
    .await;
    let mut pages: Pages<_> = server.client().pages().by_number(1).pages();
    let page = pages.next().await.unwrap().unwrap();
    assert_eq!(page.response().attempts(), 2);
    assert_eq!(page.into_inner().rows, Some(vec![1]));
}

#[test]
fn items_are_waited_for_without_async() {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .unwrap();
    let server = runtime.block_on(Server::start([
        page(&json!({"rows": [1, 2], "count": 2})),
        page(&json!({"rows": [3], "count": 2})),
    ]));
    let client = server.client();
    let items = client.pages().by_number(1).items().blocking();
    let rows: Result<Vec<i64>, Error> = items.collect();
    assert_eq!(rows.unwrap(), [1, 2, 3]);
    let pages = client.pages().by_number(1).pages().blocking().take(1);
    assert_eq!(pages.count(), 1);
}
