//! How each way leads from one page to the next, and where it ends.

use serde_json::json;

use super::{all, linked, page, targets};
use crate::server::Server;

#[tokio::test]
async fn an_offset_counts_what_came_from_where_the_caller_began() {
    let server = Server::start([
        page(&json!({"result": {"rows": [1, 2]}})),
        page(&json!({"result": {"rows": [3]}})),
        page(&json!({"result": null})),
    ])
    .await;
    let client = server.client();
    let (rows, error) = all(client.pages().by_offset().offset(7).items()).await;
    assert!(error.is_none());
    assert_eq!(rows, [1, 2, 3]);
    assert_eq!(
        targets(&server),
        [
            "/v1/rows?off%20set=7",
            "/v1/rows?off%20set=9",
            "/v1/rows?off%20set=10"
        ]
    );
}

#[tokio::test]
async fn a_number_goes_up_to_how_many_pages_there_are() {
    let server = Server::start([
        page(&json!({"rows": [1], "count": 3})),
        page(&json!({"rows": [], "count": "3"})),
        page(&json!({"rows": [2], "count": 3})),
    ])
    .await;
    let (rows, error) = all(server.client().pages().by_number(1).items()).await;
    assert!(error.is_none());
    assert_eq!(rows, [1, 2]);
    assert_eq!(targets(&server), ["/v1/rows/1", "/v1/rows/2", "/v1/rows/3"]);
}

#[tokio::test]
async fn a_cursor_is_sent_back_until_there_is_none() {
    let server = Server::start([
        page(&json!({"rows": [1], "about": {"next/cursor": "a b&c"}})),
        page(&json!({"rows": [], "about": {"next/cursor": 17}})),
        page(&json!({"rows": [2], "about": {"next/cursor": ""}})),
    ])
    .await;
    let (rows, error) = all(server.client().pages().by_cursor().items()).await;
    assert!(error.is_none());
    assert_eq!(rows, [1, 2]);
    assert_eq!(
        targets(&server),
        [
            "/v1/cursor",
            "/v1/cursor?after=a%20b%26c",
            "/v1/cursor?after=17"
        ]
    );
}

#[tokio::test]
async fn a_link_is_followed_with_what_belongs_to_the_client() {
    let server = Server::start([]).await;
    server.play([
        linked(
            "</v1/other?per_page=2&page=2&key=old>; rel=\"last next\", <x>; rel=prev",
            "[1, 2]",
        ),
        linked("<?page=3>; title=\"a, b; rel=next\"; rel=NEXT", "[3]"),
        linked("<x>; rel=first", "[4]"),
    ]);
    let client = server
        .builder()
        .credential("queryKey", "k&y")
        .build()
        .unwrap();
    let (rows, error) = all(client.pages().by_link().per_page(2).items()).await;
    assert!(error.is_none(), "{error:?}");
    assert_eq!(rows, [1, 2, 3, 4]);
    assert_eq!(
        targets(&server),
        [
            "/v1/link?per_page=2&key=k%26y",
            "/v1/other?per_page=2&page=2&key=k%26y",
            "/v1/other?page=3&key=k%26y"
        ]
    );
}

#[tokio::test]
async fn a_url_of_the_answer_may_be_relative_and_false_is_the_end() {
    let server = Server::start([
        page(&json!({"next": "url?p=2#x"})),
        page(&json!({"next": false})),
    ])
    .await;
    let mut pages = server.client().pages().by_url().pages();
    let first = pages.next().await.unwrap().unwrap();
    assert_eq!(first.inner(), &json!({"next": "url?p=2#x"}));
    assert_eq!(first.response().status(), 200);
    let last = pages.next().await.unwrap().unwrap();
    assert_eq!(last.next_position(), None);
    assert!(pages.next().await.is_none());
    assert_eq!(targets(&server), ["/v1/url", "/v1/url?p=2"]);
}
