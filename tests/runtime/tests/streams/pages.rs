//! Pages over a real socket: how each way leads on, where it ends, what is refused, and how it is taken up again.

use serde_json::{Value, json};
use tintype_runtime_tests::runtime::{Error, ErrorKind, Items, Listed, Pages};

use crate::server::{Play, Server, answer, json};

fn page(body: &Value) -> Play {
    json("200 OK", &body.to_string())
}

fn linked(link: &str, body: &str) -> Play {
    let headers = format!("content-type: application/json\r\nlink: {link}\r\n");
    answer("200 OK", &headers, body)
}

async fn all<Op: Listed>(mut items: Items<Op>) -> (Vec<Op::Item>, Option<Error>) {
    let mut taken = Vec::new();
    while let Some(item) = items.next().await {
        match item {
            Ok(item) => taken.push(item),
            Err(error) => {
                assert!(items.next().await.is_none(), "nothing follows an error");
                return (taken, Some(error));
            }
        }
    }
    (taken, None)
}

/// What stands behind the method, and the body.
fn targets(server: &Server) -> Vec<String> {
    let target = |request: &String| {
        let target = request.split(' ').nth(1).unwrap().to_owned();
        let body = request.split_once("\r\n\r\n").unwrap().1;
        target + body
    };
    server.requests().iter().map(target).collect()
}

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
async fn a_flag_that_says_no_ends_it_and_one_that_says_yes_on_an_empty_page_is_an_error() {
    let server = Server::start([page(&json!({"result": {"rows": [1]}, "more": false}))]).await;
    let (rows, error) = all(server.client().pages().by_offset().items()).await;
    assert!(error.is_none());
    assert_eq!((rows, server.requests().len()), (vec![1], 1));

    let server = Server::start([page(&json!({"result": {"rows": []}, "more": true}))]).await;
    let mut pages = server.client().pages().by_offset().pages();
    assert!(pages.next().await.unwrap().is_ok());
    let error = pages.next().await.unwrap().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Pagination);
    assert_eq!(
        (error.operation(), error.was_sent()),
        (Some("ByOffset"), false)
    );
    assert_eq!(server.requests().len(), 1);
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
async fn a_server_that_ignores_the_number_is_found_out() {
    let server = Server::start([page(&json!({"rows": [1, 2]}))]).await;
    let (rows, error) = all(server.client().pages().by_number(1).items()).await;
    assert_eq!(rows, [1, 2, 1, 2]);
    let error = error.unwrap();
    assert_eq!(error.kind(), ErrorKind::Pagination);
    assert!(error.to_string().contains("the same page again"), "{error}");
    assert_eq!(server.requests().len(), 2);
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
async fn a_cursor_that_was_there_before_is_an_error() {
    let next = |next: &str| page(&json!({"rows": [1], "about": {"next/cursor": next}}));
    let server = Server::start([next("a"), next("b"), next("a")]).await;
    let (rows, error) = all(server.client().pages().by_cursor().items()).await;
    assert_eq!(rows, [1, 1, 1]);
    assert_eq!(error.unwrap().kind(), ErrorKind::Pagination);
    assert_eq!(server.requests().len(), 3);
}

#[tokio::test]
async fn empty_pages_without_end_are_an_error() {
    let pages: Vec<Play> = (0..9)
        .map(|at| page(&json!({"rows": [], "about": {"next/cursor": at + 1}})))
        .collect();
    let server = Server::start(pages).await;
    let items = server
        .client()
        .pages()
        .by_cursor()
        .items()
        .max_empty_pages(5);
    let (rows, error) = all(items).await;
    assert_eq!((rows, server.requests().len()), (vec![], 6));
    assert_eq!(error.unwrap().kind(), ErrorKind::Pagination);
}

#[tokio::test]
async fn a_cursor_that_is_neither_a_text_nor_a_number_is_an_error_behind_its_page() {
    let server = Server::start([page(&json!({"rows": [1], "about": {"next/cursor": {}}}))]).await;
    let (rows, error) = all(server.client().pages().by_cursor().items()).await;
    assert_eq!(
        (rows, error.unwrap().kind()),
        (vec![1], ErrorKind::Pagination)
    );
}

#[tokio::test]
async fn a_number_in_the_body_is_that_of_the_last_element() {
    let server = Server::start([
        page(&json!([{"id": 3}, {"id": 5}])),
        page(&json!([{"id": 8}])),
        page(&json!([])),
    ])
    .await;
    let client = server.client();
    let request = client.pages().by_body(&json!({"query": "x"}));
    let (rows, error) = all(request.items()).await;
    assert!(error.is_none());
    assert_eq!(rows.len(), 3);
    let bodies: Vec<Value> = server
        .requests()
        .iter()
        .map(|request| serde_json::from_str(request.split_once("\r\n\r\n").unwrap().1).unwrap())
        .collect();
    assert_eq!(
        bodies,
        [
            json!({"query": "x"}),
            json!({"query": "x", "after": 5}),
            json!({"query": "x", "after": 8})
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
async fn a_link_to_another_server_is_not_followed() {
    let other = Server::start([page(&json!([9]))]).await;
    let server = Server::start([linked(&format!("<{}/link>; rel=next", other.url), "[1]")]).await;
    let client = server
        .builder()
        .credential("queryKey", "k")
        .build()
        .unwrap();
    let (rows, error) = all(client.pages().by_link().items()).await;
    assert_eq!(
        (rows, error.unwrap().kind()),
        (vec![1], ErrorKind::Pagination)
    );
    assert!(other.requests().is_empty());
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
