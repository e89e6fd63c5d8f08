//! What the harness takes for valid.

#![expect(
    clippy::unwrap_used,
    reason = "a test fails by panicking, its helpers too"
)]

use std::path::Path;

use serde_json::{Value, json};
use tintype_examples_tests::document::Document;
use tintype_examples_tests::judge::Judge;
use tintype_examples_tests::schema::View;

/// The verdict on a value under a schema of the fixture about senders.
fn verdict(at: &str, view: View, value: &Value) -> Option<bool> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/senders.yaml");
    let document = Document::read(&path).unwrap();
    Judge::new(&document).is_valid(at, view, value)
}

#[test]
fn a_schema_below_a_path_with_a_parameter_is_read() {
    let at = "/paths/~1users~1{id}~1name/get/responses/200/content/application~1json/schema";
    assert_eq!(
        verdict(at, View::Response, &json!({ "name": "a" })),
        Some(true)
    );
    assert_eq!(
        verdict(at, View::Response, &json!({ "name": 1 })),
        Some(false)
    );
}

#[test]
fn nobody_demands_what_only_the_other_side_sends() {
    let user = "/components/schemas/User";
    let sent = json!({ "name": "a", "password": "b" });
    assert_eq!(verdict(user, View::Request, &sent), Some(true));
    assert_eq!(verdict(user, View::Response, &sent), Some(false));
    assert_eq!(verdict(user, View::Both, &sent), Some(false));
}

#[test]
fn what_another_part_declares_again_is_demanded() {
    let reference = json!({ "id": "a" });
    assert_eq!(
        verdict("/components/schemas/Reference", View::Request, &reference),
        Some(true)
    );
    let team = "/components/schemas/TeamReference";
    assert_eq!(verdict(team, View::Request, &reference), Some(false));
    assert_eq!(
        verdict(team, View::Request, &json!({ "id": "a", "type": "team" })),
        Some(true)
    );
}
