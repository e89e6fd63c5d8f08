//! Answers that are not what the document says: who is told, what is left out, and what is an error.

use std::sync::{Arc, Mutex};

use tintype_runtime_tests::clerk::{ANSWERS, Clerk, ClerkBuilder, CreateSignInTokenRequestBody};
use tintype_runtime_tests::models::SignInToken;
use tintype_runtime_tests::runtime::{
    CallContext, Deviation, Error, ErrorKind, Hook, MockReply, MockTransport, OptionalNullable,
    Undocumented,
};
use tintype_runtime_tests::unions::Parcel;

use crate::SECRET;

/// Notes what differs.
#[derive(Clone, Default)]
struct Seen(Arc<Mutex<Vec<String>>>);

impl Seen {
    fn take(&self) -> Vec<String> {
        std::mem::take(&mut self.0.lock().unwrap())
    }
}

impl Hook for Seen {
    fn deviation(&self, call: &CallContext, deviation: &Deviation) {
        let (kind, at) = (deviation.kind(), deviation.pointer());
        let line = format!("{} {kind:?} {at}: {}", call.operation, deviation.why());
        self.0.lock().unwrap().push(line);
    }
}

fn client(set: fn(ClerkBuilder) -> ClerkBuilder) -> (Clerk, MockTransport, Seen) {
    let (mock, seen) = (MockTransport::new(ANSWERS), Seen::default());
    let builder = Clerk::builder(SECRET)
        .transport(mock.clone())
        .hook(seen.clone());
    (set(builder).build().unwrap(), mock, seen)
}

/// A token whose optional members do not fit, with a member and a value that the document does not know.
const ODD: &str = r#"{"object":"sign_in_token","later":[1],"id":"sit_1","status":"expired","token":{"a":7},
    "url":9,"user_id":null,"created_at":1}"#;

async fn read(clerk: &Clerk, mock: &MockTransport, body: &str) -> Result<SignInToken, Error> {
    mock.push(MockReply::json(200, body.to_owned()));
    let body = CreateSignInTokenRequestBody::new();
    clerk.sign_in_tokens().create_sign_in_token(&body).await
}

#[tokio::test]
async fn optional_members_that_do_not_fit_are_left_out_and_told_where_the_client_is_lenient() {
    let (clerk, mock, seen) = client(|builder| builder.lenient(true));
    let token = read(&clerk, &mock, ODD).await.unwrap();
    assert_eq!((token.token, token.url), (None, OptionalNullable::Absent));
    assert_eq!(token.status.as_str(), "expired");
    let expected = [
        "CreateSignInToken LeftOut /token: at /token: expected a string, found an object",
        "CreateSignInToken LeftOut /url: at /url: expected a string, found the number 9",
    ];
    assert_eq!(seen.take(), expected);
    let required = ODD.replace("\"sit_1\"", "1");
    let error = read(&clerk, &mock, &required).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert!(error.to_string().contains("/id"), "{error}");
}

#[tokio::test]
async fn nobody_is_told_and_nothing_is_left_out_by_default() {
    let (clerk, mock, seen) = client(|builder| builder);
    let error = read(&clerk, &mock, ODD).await.unwrap_err();
    assert!(error.to_string().contains("/token"), "{error}");
    let unknown = ODD.replace("{\"a\":7}", "null").replace(":9", ":null");
    read(&clerk, &mock, &unknown).await.unwrap();
    assert_eq!(seen.take(), [""; 0]);
}

#[tokio::test]
async fn what_the_document_does_not_know_is_told_or_an_error_where_that_is_asked_for() {
    let unknown = ODD.replace("{\"a\":7}", "null").replace(":9", ":null");
    let expected = [
        "CreateSignInToken UnknownMember /later: at /later: expected a member that the document names, found another one",
        "CreateSignInToken UnknownValue /status: at /status: expected one of the known values, found the string \"expired\"",
    ];
    let (clerk, mock, seen) = client(|builder| builder.undocumented(Undocumented::Told));
    read(&clerk, &mock, &unknown).await.unwrap();
    assert_eq!(seen.take(), expected);
    let (clerk, mock, seen) = client(|builder| builder.undocumented(Undocumented::Refused));
    let error = read(&clerk, &mock, &unknown).await.unwrap_err();
    assert_eq!(
        (error.kind(), error.status().unwrap().as_u16()),
        (ErrorKind::Decode, 200)
    );
    assert!(error.to_string().contains("at /later"), "{error}");
    assert_eq!(seen.take(), expected);
    mock.push(MockReply::json(200, r#"["a"]"#));
    clerk.users().list_users().await.unwrap();
    // An error is read to the letter, and what it has beyond the document fails no test.
    mock.push(MockReply::json(404, r#"{"errors":[],"later":1}"#));
    let error = clerk.users().list_users().await.unwrap_err();
    assert_eq!((error.kind(), seen.take().len()), (ErrorKind::Status, 0));
}

#[tokio::test]
async fn items_of_a_stream_are_watched_and_the_tag_of_a_union_is_known() {
    let all = |builder: ClerkBuilder| builder.lenient(true).undocumented(Undocumented::Told);
    let (clerk, mock, seen) = client(all);
    let lines = [
        r#"{"weight":"heavy","drawn":{"kind":"disc","radius":1}}"#,
        r#"{"drawn":{"kind":"square","side":2,"top":3}}"#,
        r#"{"drawn":{"kind":"star"},"x/y":[{}]}"#,
    ];
    mock.push(MockReply::new(200, "application/jsonl", lines.join("\n")));
    let mut drawings = clerk.streams().drawings().await.unwrap();
    let mut told = Vec::new();
    while let Some(drawing) = drawings.next().await {
        drawing.unwrap();
        told.push(seen.take());
    }
    let short = |lines: &Vec<String>| {
        let lines = lines
            .iter()
            .map(|line| line.split(": ").next().unwrap().to_owned());
        lines.collect::<Vec<_>>()
    };
    assert_eq!(short(&told[0]), ["Drawings LeftOut /weight"]);
    assert_eq!(short(&told[1]), ["Drawings UnknownMember /drawn/top"]);
    let third = [
        "Drawings UnknownValue /drawn",
        "Drawings UnknownMember /x~1y",
    ];
    assert_eq!(short(&told[2]), third);
}

#[tokio::test]
async fn a_value_of_a_union_is_read_to_the_letter_and_kept_whole_where_it_fits_nothing() {
    let all = |builder: ClerkBuilder| builder.lenient(true).undocumented(Undocumented::Told);
    let (clerk, mock, seen) = client(all);
    let line = r#"{"name":["no text"],"drawn":{"kind":"disc","radius":1.0}}"#;
    mock.push(MockReply::new(200, "application/jsonl", line));
    let mut parcels = clerk.streams().parcels().await.unwrap();
    let Parcel::Unknown(kept) = parcels.next().await.unwrap().unwrap() else {
        panic!("a candidate was chosen without what does not fit in it");
    };
    let sent: serde_json::Value = serde_json::from_str(line).unwrap();
    assert_eq!(kept.json(), &sent);
    let told = seen.take();
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].starts_with("Parcels UnknownValue : "), "{told:?}");
}
