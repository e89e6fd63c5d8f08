//! Building a client: servers, credentials from the environment, and settings that cannot be.

use tintype_runtime_tests::clerk::{ANSWERS, Clerk, ClerkBuilder};
use tintype_runtime_tests::runtime::{
    Credential, Error, ErrorKind, MockReply, MockTransport, RetryConfig,
};

fn builder() -> (ClerkBuilder, MockTransport) {
    let mock = MockTransport::new(ANSWERS);
    (Clerk::builder("sk").transport(mock.clone()), mock)
}

fn problem(result: Result<Clerk, Error>) -> String {
    let error = result.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Configuration);
    assert!(!error.was_sent());
    error.to_string()
}

#[tokio::test]
async fn a_documented_server_is_chosen_with_its_variables() {
    for (variables, expected) in [(None, "us"), (Some("eu"), "eu")] {
        let (mut builder, mock) = builder();
        builder = builder.server(1);
        if let Some(region) = variables {
            builder = builder.server_variable("region", region);
        }
        builder.build().unwrap().users().list_users().await.unwrap();
        let expected = format!("https://{expected}.clerk.test/v1/users");
        assert_eq!(mock.requests()[0].url.as_str(), expected);
    }
}

#[tokio::test]
async fn a_server_that_begins_with_a_variable_is_where_that_says() {
    for endpoint in ["https://a.test/b", "https://a.test/b/"] {
        let (builder, mock) = builder();
        let builder = builder.server(2).server_variable("endpoint", endpoint);
        builder.build().unwrap().users().list_users().await.unwrap();
        assert_eq!(mock.requests()[0].url.as_str(), "https://a.test/b/v1/users");
    }
    let text = problem(
        builder()
            .0
            .server(2)
            .server_variable("endpoint", "a.test")
            .build(),
    );
    assert_eq!(
        text,
        "the URL of the server, `a.test/v1`, does not say where it is; set `server_url`"
    );
    let text = problem(builder().0.server(2).build());
    assert_eq!(
        text,
        "the server variable `endpoint` has no value; set it with `server_variable`"
    );
}

/// Where an operation with a server of its own is sent.
async fn own(change: impl FnOnce(ClerkBuilder) -> ClerkBuilder) -> String {
    let (builder, mock) = builder();
    mock.push(MockReply::json(204, ""));
    let clerk = change(builder).build().unwrap();
    clerk.bugs().elsewhere().await.unwrap();
    mock.requests()[0].url.to_string()
}

#[tokio::test]
async fn an_operation_with_a_server_of_its_own_stays_there() {
    let here = "https://files.us.clerk.test/a/bugs";
    assert_eq!(own(|builder| builder).await, here);
    assert_eq!(own(|builder| builder.server(1)).await, here);
    assert_eq!(
        own(|builder| builder.server_url("http://localhost:1/b")).await,
        "http://localhost:1/b/bugs"
    );
}

#[tokio::test]
async fn a_relative_server_of_an_operation_starts_where_the_client_calls() {
    let beside = async |server: Option<&str>| {
        let (mut builder, mock) = builder();
        mock.push(MockReply::json(204, ""));
        if let Some(url) = server {
            builder = builder.server_url(url);
        }
        let clerk = builder.build().unwrap();
        clerk.bugs().beside().await.unwrap();
        mock.requests()[0].url.to_string()
    };
    assert_eq!(beside(None).await, "https://api.clerk.com/v2/bugs");
    let given = beside(Some("http://localhost:1/v1/deep")).await;
    assert_eq!(given, "http://localhost:1/v2/bugs");
}

#[tokio::test]
async fn a_variable_is_set_in_each_server_that_can_have_the_value() {
    let moved = "https://files.us.clerk.test/b/bugs";
    assert_eq!(
        own(|builder| builder.server_variable("zone", "b")).await,
        moved
    );
    // The server of the operation is not in that region.
    let (builder, mock) = builder();
    mock.push(MockReply::json(204, ""));
    let clerk = builder
        .server(1)
        .server_variable("region", "eu")
        .build()
        .unwrap();
    clerk.bugs().elsewhere().await.unwrap();
    clerk.users().list_users().await.unwrap();
    let urls: Vec<String> = mock
        .requests()
        .iter()
        .map(|sent| sent.url.to_string())
        .collect();
    assert_eq!(
        urls,
        [
            "https://files.us.clerk.test/a/bugs",
            "https://eu.clerk.test/v1/users"
        ]
    );
}

#[test]
fn a_server_that_cannot_be_is_an_error_of_the_builder() {
    for url in [
        "",
        "/v1",
        "ftp://host",
        "https://",
        "https://user:pw@host",
        "https://host?a=1",
        "https://host#a",
    ] {
        let text = problem(builder().0.server_url(url).build());
        assert!(text.starts_with("the URL of the server"), "{text}");
        assert!(!text.contains("pw"), "{text}");
    }
    assert_eq!(
        problem(builder().0.server(9).build()),
        "the document has no server 9"
    );
    let text = problem(
        builder()
            .0
            .server(1)
            .server_variable("region", "mars")
            .build(),
    );
    assert_eq!(text, "the server variable `region` must be one of us, eu");
    let text = problem(builder().0.server(1).server_variable("moon", "a").build());
    assert_eq!(text, "the server has no variable `moon`");
}

#[test]
fn a_header_that_cannot_be_is_an_error_of_the_builder() {
    let text = problem(builder().0.header("x-a", "a\nb").build());
    assert_eq!(
        text,
        "the value of the header `x-a` has a character that a header cannot hold"
    );
}

#[tokio::test]
async fn a_client_that_cannot_be_built_says_so_in_its_first_call() {
    let clerk = builder().0.server_url("nowhere").build_lazily();
    let error = clerk.users().list_users().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Configuration);
    assert_eq!(error.operation(), Some("ListUsers"));
    assert!(!error.was_sent());
}

#[tokio::test]
async fn headers_of_the_client_go_with_every_call() {
    let (builder, mock) = builder();
    let clerk = builder
        .header("x-app", "1")
        .retries(RetryConfig::NEVER)
        .build()
        .unwrap();
    clerk.users().list_users().await.unwrap();
    assert_eq!(mock.requests()[0].headers["x-app"], "1");
}

#[test]
fn a_variable_of_the_environment_that_is_not_set_is_named() {
    let error = Credential::from_env("TINTYPE_TEST_NOT_SET").unwrap_err();
    assert_eq!(
        error.to_string(),
        "the environment variable TINTYPE_TEST_NOT_SET is not set"
    );
    assert!(Credential::from_env("PATH").is_ok());
}

#[test]
fn a_client_is_cheap_to_clone_and_goes_to_any_thread() {
    fn fits<T: Clone + Send + Sync + 'static>() -> usize {
        size_of::<T>()
    }
    assert_eq!(fits::<Clerk>(), size_of::<usize>());
}
