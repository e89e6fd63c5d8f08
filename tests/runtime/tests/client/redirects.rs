//! Redirects over real sockets, to the same server and to another one.

use tintype_runtime_tests::runtime::{ErrorKind, MockReply};

use crate::server::{Play, Server, answer};
use crate::{SECRET, mocked};

const FILE: &str = "the bytes of the file";

fn file() -> Play {
    answer("200 OK", "content-type: application/zip\r\n", FILE)
}

fn to(status: &str, location: &str) -> Play {
    answer(status, &format!("location: {location}\r\n"), "")
}

/// What one server received, in small letters.
fn received(server: &Server) -> Vec<String> {
    let requests = server.requests().into_iter();
    requests.map(|request| request.to_lowercase()).collect()
}

#[tokio::test]
async fn a_file_on_another_server_is_fetched_without_anything_of_the_caller() {
    let other = Server::start([file()]).await;
    let server = Server::start([to("302 Found", &format!("{}/f?sig=1", other.url))]).await;
    let client = server.client();
    let call = client.files().content().session("s_1");
    let call = call.header("x-key", "k_1").header("user-agent", "u_1");
    assert_eq!(call.await.unwrap(), FILE);
    let first = &received(&server)[0];
    for given in [SECRET, "session=s_1", "x-key: k_1", "user-agent: u_1"] {
        assert!(first.contains(&given.to_lowercase()), "{first}");
    }
    let second = &received(&other)[0];
    assert!(
        second.starts_with("get /v1/f?sig=1 http/1.1\r\n"),
        "{second}"
    );
    for own in ["authorization", "cookie", "x-key", "u_1"] {
        assert!(!second.contains(own), "{own}: {second}");
    }
    assert!(
        second.contains("accept: application/octet-stream\r\n"),
        "{second}"
    );
    assert!(
        second.contains("user-agent: clerk-backend-api/"),
        "{second}"
    );
}

#[tokio::test]
async fn what_was_left_out_stays_out_on_the_way_back() {
    let server = Server::start([]).await;
    let other = Server::start([to(
        "307 Temporary Redirect",
        &format!("{}/back", server.url),
    )])
    .await;
    server.play([to("302 Found", &other.url), file()]);
    assert_eq!(server.client().files().content().await.unwrap(), FILE);
    assert!(!received(&server)[1].contains("authorization"));
}

#[tokio::test]
async fn a_redirect_that_is_the_answer_says_where_it_leads_and_can_be_followed_there() {
    let other = Server::start([file()]).await;
    let location = format!("{}/archive?sig=1", other.url);
    let server = Server::start([to("302 Found", &location)]).await;
    let redirect = server.client().files().archive().await.unwrap();
    assert_eq!(redirect.status(), 302);
    assert_eq!(redirect.location().unwrap().as_str(), location);
    assert!(other.requests().is_empty());
    let response = redirect.follow().await.unwrap();
    assert_eq!(response.header("content-type"), Some("application/zip"));
    assert_eq!(response.into_inner(), FILE);
    let request = &received(&other)[0];
    assert!(request.contains("accept: */*\r\n"), "{request}");
    assert!(!request.contains("authorization"), "{request}");
    assert!(!format!("{redirect:?}").contains("sig"), "{redirect:?}");
}

#[tokio::test]
async fn one_that_leads_on_within_the_server_has_the_credential() {
    let plays = [
        to("302 Found", "/v2/archive"),
        to("301 Moved Permanently", "/v3/archive"),
        file(),
    ];
    let server = Server::start(plays).await;
    let redirect = server.client().files().archive().await.unwrap();
    assert_eq!(redirect.follow().await.unwrap().into_inner(), FILE);
    let last = &received(&server)[2];
    assert!(last.starts_with("get /v3/archive "), "{last}");
    assert!(last.contains("authorization: bearer "), "{last}");
}

#[tokio::test]
async fn the_answer_to_a_post_is_followed_by_a_get_or_by_the_same_again() {
    for (status, first_line, body) in [
        ("303 See Other", "get /v1/there ", ""),
        ("307 Temporary Redirect", "post /v1/there ", "all"),
    ] {
        let headers = "location: there\r\ncontent-type: application/json\r\n";
        let server = Server::start([answer(status, headers, r#"["a"]"#), file()]).await;
        let redirect = server.client().files().relocate("all").await.unwrap();
        assert_eq!(redirect.body().unwrap(), ["a"]);
        assert_eq!(
            server.requests().len(),
            1,
            "a POST is not sent again unasked"
        );
        assert_eq!(redirect.follow().await.unwrap().into_inner(), FILE);
        let last = &received(&server)[1];
        assert!(last.starts_with(first_line), "{last}");
        assert!(last.ends_with(&format!("\r\n\r\n{body}")), "{last}");
        assert_eq!(last.contains("content-type"), !body.is_empty(), "{last}");
    }
}

#[tokio::test]
async fn a_redirect_that_would_be_followed_can_be_had_as_it_comes() {
    let other = Server::start([file()]).await;
    let server = Server::start([to("302 Found", &other.url)]).await;
    let client = server.client();
    let redirect = client.files().content().unfollowed().await.unwrap();
    assert_eq!(redirect.location().unwrap().as_str(), other.url);
    assert!(other.requests().is_empty());
}

#[tokio::test]
async fn one_without_a_place_to_go_is_an_answer_that_cannot_be_followed() {
    let (clerk, mock) = mocked();
    mock.push(MockReply::new(302, "", ""));
    let redirect = clerk.files().archive().await.unwrap();
    assert_eq!(redirect.location(), None);
    let error = redirect.follow().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Status);
    assert!(error.to_string().contains("does not say where"), "{error}");
}

#[tokio::test]
async fn a_success_that_is_no_redirect_is_not_taken_for_one() {
    let (clerk, mock) = mocked();
    mock.push(MockReply::new(200, "text/plain", "here"));
    let error = clerk.files().archive().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert_eq!(error.body(), Some(b"here".as_slice()));
}

#[tokio::test]
async fn not_modified_is_no_redirect_and_no_error_of_status() {
    let not_modified = || MockReply::new(304, "", "").header("etag", "\"1\"");
    let (clerk, mock) = mocked();
    mock.push(not_modified());
    let call = || clerk.users().list_users().header("if-none-match", "\"1\"");
    let error = call().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotModified);
    mock.push(not_modified());
    let response = call().or_not_modified().send().await.unwrap();
    assert_eq!(response.header("etag"), Some("\"1\""));
    assert_eq!(response.into_inner(), None);
    mock.push(MockReply::json(200, r#"["user_1"]"#));
    let users = call().or_not_modified().await.unwrap();
    assert_eq!(users, Some(vec!["user_1".to_owned()]));
}

#[test]
fn a_redirect_can_be_waited_for() {
    let (clerk, mock) = mocked();
    mock.push(MockReply::new(302, "", "").header("location", "https://files.test/1"));
    let redirect = clerk.files().archive().call().unwrap();
    mock.push(MockReply::new(200, "", FILE));
    assert_eq!(redirect.follow_blocking().unwrap().into_inner(), FILE);
}
