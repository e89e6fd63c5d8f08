//! What is sent: paths, queries, headers and bodies; and what is refused before.

use tintype_runtime_tests::clerk::{Clerk, CreateSignInTokenRequestBody};
use tintype_runtime_tests::runtime::{ErrorKind, MockReply, MockRequest};

use crate::{SECRET, TOKEN, mocked};

async fn revoke(token: &str) -> (Result<(), ErrorKind>, Vec<MockRequest>) {
    let (clerk, mock) = mocked();
    mock.push(MockReply::json(200, TOKEN));
    let result = clerk.sign_in_tokens().revoke_sign_in_token(token).await;
    (
        result.map(drop).map_err(|error| error.kind()),
        mock.requests(),
    )
}

#[tokio::test]
async fn a_value_in_a_path_cannot_leave_its_place() {
    let (result, requests) = revoke("../users/victim/ban?x=").await;
    assert_eq!(result, Ok(()));
    let expected =
        "https://api.clerk.com/v1/sign_in_tokens/..%2Fusers%2Fvictim%2Fban%3Fx%3D/revoke";
    assert_eq!(requests[0].url.as_str(), expected);
}

#[tokio::test]
async fn an_encoded_value_in_a_path_is_encoded_again() {
    let (_, requests) = revoke("%2e%2e").await;
    assert_eq!(
        requests[0].url.path(),
        "/v1/sign_in_tokens/%252e%252e/revoke"
    );
}

#[tokio::test]
async fn a_path_value_that_would_change_the_path_is_refused_before_sending() {
    for value in ["", ".", ".."] {
        let (result, requests) = revoke(value).await;
        assert_eq!(result, Err(ErrorKind::InvalidRequest), "{value:?}");
        assert_eq!(requests.len(), 0);
    }
}

#[tokio::test]
async fn a_header_that_is_a_parameter_is_not_replaced() {
    let (clerk, mock) = mocked();
    let required = clerk.bugs().header("1").header("x-bug", "2");
    let error = required.await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
    assert!(
        error
            .to_string()
            .contains("the header `x-bug` is a parameter"),
        "{error}"
    );
    let optional = clerk
        .users()
        .list_users()
        .tenant("1")
        .header("X-Tenant", "2");
    assert_eq!(
        optional.await.unwrap_err().kind(),
        ErrorKind::InvalidRequest
    );
    assert_eq!(mock.requests().len(), 0);
    // One that is not set is free.
    clerk
        .users()
        .list_users()
        .header("X-Tenant", "2")
        .await
        .unwrap();
    assert_eq!(mock.requests()[0].headers["x-tenant"], "2");
}

#[tokio::test]
async fn a_header_of_the_client_does_not_replace_a_parameter() {
    let (_, mock) = mocked();
    let builder = Clerk::builder(SECRET).transport(mock.clone());
    let clerk = builder.header("X-Tenant", "client").build().unwrap();
    clerk.users().list_users().tenant("call").await.unwrap();
    assert_eq!(mock.requests()[0].headers["x-tenant"], "call");
}

#[tokio::test]
async fn there_is_one_header_of_cookies() {
    let (clerk, mock) = mocked();
    let request = clerk.users().list_users().session("a b");
    request.header("Cookie", "mine=1; other=2").await.unwrap();
    let cookies: Vec<_> = mock.requests()[0]
        .headers
        .get_all("cookie")
        .iter()
        .cloned()
        .collect();
    assert_eq!(cookies, ["__session=a%20b; mine=1; other=2"]);
    assert!(cookies[0].is_sensitive());
}

#[tokio::test]
async fn cookies_of_parameters_and_keys_stand_in_one_header() {
    let (_, mock) = mocked();
    mock.push(MockReply::json(204, ""));
    let builder = Clerk::builder(SECRET).transport(mock.clone());
    let builder = builder.credential("csrf", "c;d").credential("sid", "é=");
    let clerk = builder.build().unwrap();
    let request = clerk.bugs().file("a", "b").cookie("lang", true, "de, en");
    let request = request.cookie("ids", true, &vec![1_i64, 2]);
    let request = request.cookie("packed", false, &vec![3_i64, 4]);
    let request = request.cookie("none", true, &Vec::<i64>::new());
    let object = serde_json::json!({ "a": "1", "b": null });
    let request = request.cookie("box", false, &object);
    request.cookie("filter[$x]", true, "y").await.unwrap();
    let sent = mock.requests().remove(0);
    let cookies: Vec<_> = sent.headers.get_all("cookie").iter().collect();
    assert_eq!(
        cookies,
        [
            "lang=de%2C%20en; ids=1; ids=2; packed=3,4; box=a,1; filter%5B$x%5D=y; \
             __Secure-sid=%C3%A9%3D; csrf$token=c%3Bd"
        ]
    );
}

#[tokio::test]
async fn a_path_of_the_document_and_its_values_are_encoded_once() {
    let (clerk, mock) = mocked();
    mock.push(MockReply::json(204, ""));
    clerk.bugs().file("a/ b:é%", "x+y").await.unwrap();
    assert_eq!(
        mock.requests()[0].url.as_str(),
        "https://api.clerk.com/v1/sp%20ace/%7B%C3%A9%20/a%2Fb/a%2F%20b%3A%C3%A9%25.x%2By:verb?mode=1"
    );
}

#[tokio::test]
async fn two_values_of_one_segment_make_no_step_of_the_path() {
    let (clerk, mock) = mocked();
    for (name, extension) in [(".", ""), (".", "."), ("a", "..")] {
        let error = clerk.bugs().file(name, extension).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidRequest);
    }
    assert_eq!(mock.requests().len(), 0);
}

#[tokio::test]
async fn a_refused_path_value_names_its_parameter() {
    let (clerk, _) = mocked();
    let error = clerk
        .sign_in_tokens()
        .revoke_sign_in_token("..")
        .await
        .unwrap_err();
    let text = error.to_string();
    assert!(
        text.starts_with("RevokeSignInToken: the parameter `sign_in_token_id`"),
        "{text}"
    );
    assert!(!error.was_sent());
    assert_eq!(error.attempts(), 0);
}

#[tokio::test]
async fn a_body_is_json_without_the_fields_that_were_not_set() {
    let (clerk, mock) = mocked();
    let body = CreateSignInTokenRequestBody::new().user_id("user_1");
    clerk
        .sign_in_tokens()
        .create_sign_in_token(&body)
        .await
        .unwrap();
    let request = &mock.requests()[0];
    assert_eq!(request.operation, "CreateSignInToken");
    assert_eq!(request.method.as_str(), "POST");
    assert_eq!(
        request.url.as_str(),
        "https://api.clerk.com/v1/sign_in_tokens"
    );
    assert_eq!(&*request.body, br#"{"user_id":"user_1"}"#);
    assert_eq!(request.headers["content-type"], "application/json");
    assert_eq!(request.headers["accept"], "application/json");
    assert_eq!(
        request.headers["user-agent"],
        "clerk-backend-api/0.0.0 (API 2025-11-10)"
    );
    assert_eq!(request.headers["authorization"], format!("Bearer {SECRET}"));
    assert_eq!(request.headers.len(), 4, "nothing else is reported");
}

#[tokio::test]
async fn optional_parameters_go_where_the_document_says() {
    let (clerk, mock) = mocked();
    let ids = ["a b".to_owned(), "c+d&e".to_owned()];
    let request = clerk
        .users()
        .list_users()
        .limit(2)
        .query("é=")
        .user_id(&ids);
    request.tenant("t 1").session("s;1").await.unwrap();
    let request = &mock.requests()[0];
    let expected = "limit=2&query=%C3%A9%3D&user_id=a%20b&user_id=c%2Bd%26e";
    assert_eq!(request.url.query(), Some(expected));
    assert_eq!(request.headers["x-tenant"], "t 1");
    assert_eq!(request.headers["cookie"], "__session=s%3B1");
}

#[tokio::test]
async fn a_query_in_the_path_is_kept_and_a_fragment_is_not_sent() {
    let (clerk, mock) = mocked();
    mock.push(MockReply::json(204, ""));
    mock.push(MockReply::json(204, ""));
    let request = clerk.users().list_new_users("a&b#c");
    request.clone().await.unwrap();
    request.limit(2).await.unwrap();
    let urls = mock
        .requests()
        .into_iter()
        .map(|request| request.url.into());
    let urls: Vec<String> = urls.collect();
    let expected = "https://api.clerk.com/v1/users?new&since=a%26b%23c";
    assert_eq!(urls, [expected.to_owned(), format!("{expected}&limit=2")]);
}

#[tokio::test]
async fn a_header_of_the_call_replaces_any_other() {
    let (clerk, mock) = mocked();
    let request = clerk.users().list_users().header("Accept", "text/plain");
    request
        .header("X-Trace", "1")
        .header("x-trace", "2")
        .header("authorization", "Bearer other")
        .await
        .unwrap();
    let request = &mock.requests()[0];
    assert_eq!(request.headers["accept"], "text/plain");
    assert_eq!(request.headers["x-trace"], "2");
    assert_eq!(request.headers["authorization"], "Bearer other");
}

#[tokio::test]
async fn a_header_that_cannot_be_is_an_error_that_hides_the_value() {
    for (name, value) in [
        ("x-a", "1\r\nx-b: 2"),
        ("x a", "1"),
        ("", "1"),
        ("x-a", "\0"),
        ("x-a\n", "1"),
    ] {
        let (clerk, mock) = mocked();
        let error = clerk
            .users()
            .list_users()
            .header(name, value)
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidRequest, "{name:?}");
        assert!(!error.to_string().contains("x-b: 2"), "{error}");
        assert_eq!(mock.requests().len(), 0);
    }
}

#[tokio::test]
async fn a_call_can_go_to_another_server() {
    let (clerk, mock) = mocked();
    clerk
        .users()
        .list_users()
        .server_url("https://localhost:4010/api/")
        .await
        .unwrap();
    assert_eq!(
        mock.requests()[0].url.as_str(),
        "https://localhost:4010/api/users"
    );
}

#[tokio::test]
async fn a_call_under_way_can_outlive_its_client() {
    let call = {
        let (clerk, _) = mocked();
        clerk.users().list_users().send()
    };
    let task = tokio::spawn(call);
    assert_eq!(task.await.unwrap().unwrap().inner(), &["user_1"]);
}
