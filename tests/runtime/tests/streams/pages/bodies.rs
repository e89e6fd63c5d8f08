//! Positions in the body of a request.

use serde_json::{Value, json};
use tintype_runtime_tests::runtime::ErrorKind;

use super::{all, page, targets};
use crate::server::{Server, json};

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

/// What the second request sends, and what it says about it.
async fn second(body: &'static str, answer: &str) -> (String, String) {
    let server = Server::start([json("200 OK", answer), json("200 OK", "[]")]).await;
    let (_, error) = all(server.client().pages().by_text(body).items()).await;
    assert!(error.is_none(), "{error:?}");
    let request = server.requests().remove(1);
    let (head, body) = request.split_once("\r\n\r\n").unwrap();
    (head.to_owned(), body.to_owned())
}

#[tokio::test]
async fn all_of_a_body_but_the_position_stays_as_it_is() {
    let cases = [
        (
            r#" { "z": 1e3,"after" : 7, "n":36893488147419103232.50, "a": {"after": "\u00e9"} }"#,
            r#"{ "z": 1e3,"after" : 8, "n":36893488147419103232.50, "a": {"after": "\u00e9"} }"#,
        ),
        (
            r#"{"z": [{"a": "}"}, "\\\""], "y": -0.10}"#,
            r#"{"z": [{"a": "}"}, "\\\""], "y": -0.10,"after":8}"#,
        ),
        (
            r#"{"\u0061fter": 7, "b": null}"#,
            r#"{"\u0061fter": 8, "b": null}"#,
        ),
        ("{ }", r#"{ "after":8}"#),
        ("", r#"{"after":8}"#),
    ];
    for (before, after) in cases {
        let (head, sent) = second(before, r#"[{"id": 8}]"#).await;
        assert_eq!(sent, after);
        assert!(head.contains("content-type: application/json"), "{head}");
    }
}

#[tokio::test]
async fn a_position_keeps_all_of_its_digits() {
    for digits in ["36893488147419103233", "0.10", "-1e21"] {
        let (_, sent) = second("{}", &format!(r#"[{{"id": {digits}}}]"#)).await;
        assert_eq!(sent, format!(r#"{{"after":{digits}}}"#));
    }
}

#[tokio::test]
async fn a_body_that_is_no_object_has_no_place_for_a_position() {
    for body in ["[1]", "7", r#""{}""#, "{"] {
        let server = Server::start([page(&json!([{"id": 8}]))]).await;
        let (_, error) = all(server.client().pages().by_text(body).items()).await;
        assert_eq!(error.unwrap().kind(), ErrorKind::Pagination, "{body}");
        assert_eq!(targets(&server), ["/v1/body".to_owned() + body]);
    }
}
