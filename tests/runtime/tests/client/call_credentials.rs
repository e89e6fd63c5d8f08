//! A credential of one call, and what stands in the place of one.

use tintype_runtime_tests::clerk::{ANSWERS, Clerk};
use tintype_runtime_tests::runtime::{Credential, ErrorKind, MockReply, MockTransport};

use crate::{SECRET, mocked};

#[tokio::test]
async fn each_call_may_have_a_credential_of_its_own() {
    let (clerk, mock) = mocked();
    for tenant in ["sk_a", "sk_b"] {
        let request = clerk.users().list_users().credential(tenant);
        assert!(!format!("{request:?}").contains(tenant));
        assert!(request.to_curl().unwrap().contains("Bearer [redacted]"));
        request.await.unwrap();
    }
    clerk.users().list_users().await.unwrap();
    let sent: Vec<_> = mock
        .requests()
        .iter()
        .map(|one| one.headers["authorization"].clone())
        .collect();
    assert_eq!(
        sent,
        ["Bearer sk_a", "Bearer sk_b", &format!("Bearer {SECRET}")]
    );
}

#[tokio::test]
async fn a_credential_of_a_call_is_for_the_scheme_that_the_client_would_use() {
    let mock = MockTransport::new(ANSWERS);
    (0..3).for_each(|_| mock.push(MockReply::new(204, "", "")));
    let nobody = Clerk::builder_without_credential()
        .transport(mock.clone())
        .build()
        .unwrap();
    nobody
        .users()
        .delete_user("u")
        .credential("a")
        .await
        .unwrap();
    let bearer = Clerk::builder("sk")
        .transport(mock.clone())
        .build()
        .unwrap();
    bearer
        .users()
        .delete_user("u")
        .credential("b")
        .await
        .unwrap();
    // The document says nothing of a credential for this one.
    nobody
        .users()
        .list_new_users("1")
        .credential("c")
        .await
        .unwrap();
    let requests = mock.requests();
    assert_eq!(requests[0].url.query(), Some("key=a"));
    assert_eq!(
        (
            requests[1].url.query(),
            &requests[1].headers["authorization"]
        ),
        (None, &"Bearer b".parse().unwrap())
    );
    assert_eq!(requests[2].headers["authorization"], "Bearer c");
    let error = nobody
        .users()
        .delete_user("u")
        .credential("k")
        .server_url("http://a.test")
        .await;
    assert_eq!(error.unwrap_err().kind(), ErrorKind::Credential);
}

#[tokio::test]
async fn a_user_name_and_a_password_go_nowhere_but_to_basic_where_the_operation_takes_that() {
    let mock = MockTransport::new(ANSWERS);
    (0..2).for_each(|_| mock.push(MockReply::new(204, "", "")));
    let nobody = Clerk::builder_without_credential()
        .transport(mock.clone())
        .build()
        .unwrap();
    let bearer = Clerk::builder("sk")
        .transport(mock.clone())
        .build()
        .unwrap();
    for client in [nobody, bearer] {
        let pair = Credential::basic("u", "p");
        let call = client.users().delete_user("u").credential(pair);
        call.await.unwrap();
    }
    for request in mock.requests() {
        assert_eq!(request.url.query(), None);
        assert_eq!(request.headers["authorization"], "Basic dTpw");
    }
}

#[tokio::test]
async fn a_text_for_basic_is_both_or_a_user_name_alone() {
    let mock = MockTransport::new(ANSWERS);
    for (text, sent) in [("u:p", "Basic dTpw"), ("u", "Basic dTo=")] {
        mock.push(MockReply::new(204, "", ""));
        let builder = Clerk::builder_without_credential().credential("basicAuth", text);
        let client = builder.transport(mock.clone()).build().unwrap();
        client.users().delete_user("u").await.unwrap();
        let request = mock.requests().pop().unwrap();
        assert_eq!(request.headers["authorization"], sent);
    }
}

#[tokio::test]
async fn what_the_caller_puts_in_the_place_of_a_credential_stands_for_it() {
    let mock = MockTransport::new(ANSWERS);
    (0..3).for_each(|_| mock.push(MockReply::new(204, "", "")));
    let nobody = Clerk::builder_without_credential()
        .transport(mock.clone())
        .build()
        .unwrap();
    let delete = || nobody.users().delete_user("u");
    delete()
        .header("Authorization", "Bearer mine")
        .await
        .unwrap();
    delete().query_pair("key", "mine&1").await.unwrap();
    let builder = Clerk::builder_without_credential()
        .header("authorization", "Bearer ours")
        .transport(mock.clone());
    builder
        .build()
        .unwrap()
        .users()
        .delete_user("u")
        .await
        .unwrap();
    let requests = mock.requests();
    assert_eq!(requests[0].headers["authorization"], "Bearer mine");
    assert_eq!(requests[1].url.query(), Some("key=mine%261"));
    assert_eq!(requests[2].headers["authorization"], "Bearer ours");
    assert!(delete().header("x-other", "1").await.is_err());
}

fn later() -> Result<String, String> {
    std::panic::resume_unwind(Box::new("later"))
}

#[tokio::test]
async fn a_function_for_a_credential_that_panics_is_the_cause_of_an_error() {
    let (at_once, later) = (
        Credential::from_fn(|| -> std::future::Ready<Result<String, String>> {
            std::panic::resume_unwind(Box::new("at once"))
        }),
        Credential::from_fn(|| async { later() }),
    );
    for credential in [at_once, later] {
        let mock = MockTransport::new(ANSWERS);
        let clerk = Clerk::builder(credential).transport(mock).build().unwrap();
        let error = clerk.users().list_users().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Credential);
        assert!(
            error
                .to_string()
                .contains("the function that gives it panicked"),
            "{error}"
        );
    }
}
