//! A member of the body says whether the answer is a stream, and the method sets it.

use serde_json::json;
use tintype_runtime_tests::clerk::Clerk;
use tintype_runtime_tests::runtime::{MockReply, MockTransport};

#[tokio::test]
async fn the_method_decides_what_the_body_says() {
    let mock = MockTransport::new(&[]);
    let clerk = Clerk::builder("sk")
        .transport(mock.clone())
        .build()
        .unwrap();
    for body in [
        json!({"a": 1}),
        json!({"stream": true, "a": 1}),
        json!({"stream": false, "a": 1}),
    ] {
        mock.push(MockReply::json(200, "{}"));
        clerk.streams().chat(&body).await.unwrap();
        mock.push(MockReply::new(
            200,
            "text/event-stream",
            "data: {\"b\":2}\n\ndata: [DONE]\n\ndata: 1\n\n",
        ));
        let mut stream = clerk.streams().chat_stream(&body).await.unwrap();
        assert_eq!(stream.next().await.unwrap().unwrap(), json!({"b": 2}));
        assert!(stream.next().await.is_none());
        assert!(stream.next().await.is_none());
    }
    for (index, request) in mock.requests().iter().enumerate() {
        let sent: serde_json::Value = serde_json::from_slice(&request.body).unwrap();
        assert_eq!(sent, json!({"a": 1, "stream": index % 2 == 1}));
        let accept = if index % 2 == 1 {
            "text/event-stream"
        } else {
            "application/json"
        };
        assert_eq!(request.headers["accept"], accept);
    }
}
