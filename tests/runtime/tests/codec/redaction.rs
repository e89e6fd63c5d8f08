//! What `Debug` shows of a secret.

use serde_json::{Value, json};
use tintype_runtime_tests::runtime::{OptionalNullable, Redacted};

use crate::read_token;

#[test]
fn a_secret_never_shows() {
    let token = read_token(&[("token", json!("s3cret")), ("url", json!("s3cret"))]);
    for text in [format!("{token:?}"), format!("{token:#?}")] {
        assert!(!text.contains("s3cret"), "{text}");
    }
}

#[test]
fn the_other_fields_show() {
    let text = format!("{:?}", read_token(&[]));
    let start = r#"SignInToken { object: SignInToken, id: "sit_1", status: Pending, token: None, url: Absent,"#;
    assert!(text.starts_with(start), "{text}");
}

#[test]
fn whether_there_is_a_secret_shows() {
    let shown = |value| format!("{value:?}");
    assert_eq!(shown(Redacted::of(&"s3cret".to_owned())), "[redacted]");
    assert_eq!(shown(Redacted::of(&Some(1))), "Some([redacted])");
    assert_eq!(shown(Redacted::of(&None::<String>)), "None");
    assert_eq!(
        shown(Redacted::of(&OptionalNullable::Value(1))),
        "Value([redacted])"
    );
    assert_eq!(
        shown(Redacted::of(&OptionalNullable::<String>::Null)),
        "Null"
    );
    assert_eq!(
        shown(Redacted::of(&OptionalNullable::<String>::Absent)),
        "Absent"
    );
    assert_eq!(shown(Redacted::of(&Value::Null)), "[redacted]");
    assert_eq!(shown(Redacted::of(&Box::new(None::<i64>))), "None");
}
