//! Pages over a real socket.

mod bodies;
mod positions;
mod refusals;
mod ways;

use serde_json::Value;
use tintype_runtime_tests::runtime::{Error, Items, Listed};

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
