//! What callers say of a call: headers, texts and models.

use tintype_runtime_tests::clerk::{ANSWERS, Clerk};
use tintype_runtime_tests::runtime::{ErrorKind, MockReply, MockTransport};

use crate::mocked;
use crate::server::{Server, json};

#[tokio::test]
async fn headers_that_cut_a_request_out_of_its_connection_are_refused() {
    let server = Server::start([json("200 OK", r#"["user_1"]"#)]).await;
    for name in [
        "Content-Length",
        "transfer-encoding",
        "Host",
        "connection",
        "te",
        "Upgrade",
    ] {
        let clerk = server.client();
        let error = clerk
            .users()
            .list_users()
            .header(name, "1")
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidRequest, "{name}");
        assert!(
            !error.was_sent() && error.to_string().contains(name),
            "{error}"
        );
        let error = server.builder().header(name, "1").build().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Configuration, "{name}");
    }
    assert_eq!(server.requests().len(), 0);
}

#[tokio::test]
async fn a_mock_answers_with_a_model() {
    let (clerk, mock) = mocked();
    mock.push(MockReply::model(200, &["a".to_owned()][..]));
    assert_eq!(clerk.users().list_users().await.unwrap(), ["a"]);
}

#[tokio::test]
async fn texts_may_be_owned_or_lent() {
    let (clerk, mock) = mocked();
    let (name, value) = ("x-a".to_owned(), "b".to_owned());
    let server = "https://a.test".to_owned();
    let request = clerk.users().list_users().header(&name, value.clone());
    request
        .query_pair(name, &value)
        .server_url(server)
        .await
        .unwrap();
    assert_eq!(
        mock.requests()[0].url.as_str(),
        "https://a.test/users?x-a=b"
    );
}

#[tokio::test]
async fn a_content_type_goes_with_a_body_and_not_with_a_client() {
    let error = Clerk::builder("sk")
        .header("Content-Type", "text/plain")
        .build()
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Configuration);
    assert!(
        error
            .to_string()
            .contains("`Content-Type` goes with the body of a call"),
        "{error}"
    );
    let mock = MockTransport::new(ANSWERS);
    let builder = Clerk::builder("sk")
        .header("x-tenant", "a")
        .transport(mock.clone());
    let clerk = builder.build().unwrap();
    clerk.users().list_users().await.unwrap();
    clerk.users().list_users().tenant("b").await.unwrap();
    clerk
        .users()
        .list_users()
        .header("x-tenant", "c")
        .await
        .unwrap();
    let sent: Vec<_> = mock
        .requests()
        .iter()
        .map(|one| one.headers["x-tenant"].clone())
        .collect();
    assert_eq!(sent, ["a", "b", "c"]);
}
