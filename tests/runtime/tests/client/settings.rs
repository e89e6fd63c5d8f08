//! Building a client: servers, credentials from the environment, and settings that cannot be.

use tintype_runtime_tests::clerk::{ANSWERS, Clerk, ClerkBuilder};
use tintype_runtime_tests::runtime::{Credential, Error, ErrorKind, MockTransport, RetryConfig};

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
    let text = problem(builder().0.server(1).server_variable("zone", "a").build());
    assert_eq!(text, "the server has no variable `zone`");
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
