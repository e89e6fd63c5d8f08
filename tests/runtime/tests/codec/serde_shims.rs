//! The traits of `serde`, for the user.

use serde_json::json;
use tintype_runtime_tests::models::{
    ClerkError, SignInToken, SignInTokenObject, SignInTokenStatus,
};

use crate::{read_token, token_json};

#[test]
fn a_record_is_serialized_and_deserialized() {
    let text = serde_json::to_string(&read_token(&[])).unwrap();
    assert_eq!(
        serde_json::from_str::<SignInToken>(&text).unwrap(),
        read_token(&[])
    );
}

#[test]
fn a_decode_error_keeps_its_place_in_the_error_of_serde() {
    let error =
        serde_json::from_value::<SignInToken>(token_json(&[("status", json!(3))])).unwrap_err();
    assert_eq!(
        error.to_string(),
        "at /status: expected a string, found the number 3"
    );
}

#[test]
fn a_model_fits_into_a_derive_of_the_user() {
    #[derive(serde::Serialize, serde::Deserialize)]
    struct Page {
        tokens: Vec<SignInToken>,
        last: Option<ClerkError>,
    }
    let json = json!({ "tokens": [token_json(&[])], "last": { "code": "x" } });
    let page: Page = serde_json::from_value(json.clone()).unwrap();
    assert_eq!(serde_json::to_value(&page).unwrap(), json);
}

#[test]
fn an_enum_is_a_string() {
    let statuses: Vec<SignInTokenStatus> = serde_json::from_str(r#"["pending","new"]"#).unwrap();
    assert_eq!(
        serde_json::to_string(&statuses).unwrap(),
        r#"["pending","new"]"#
    );
}

#[test]
fn a_constant_is_checked() {
    let constant: SignInTokenObject = serde_json::from_str(r#""sign_in_token""#).unwrap();
    assert_eq!(
        serde_json::to_string(&constant).unwrap(),
        r#""sign_in_token""#
    );
    assert!(serde_json::from_str::<SignInTokenObject>(r#""session""#).is_err());
}
