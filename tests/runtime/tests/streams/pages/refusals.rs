//! Pages that lead nowhere.

use serde_json::json;
use tintype_runtime_tests::runtime::ErrorKind;

use super::{all, linked, page};
use crate::server::{Play, Server};

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
