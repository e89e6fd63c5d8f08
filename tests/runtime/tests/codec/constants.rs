//! Types of one value.

use serde_json::{Value, json};
use tintype_runtime_tests::models::{SignInToken, SignInTokenObject};
use tintype_runtime_tests::runtime::{ConstBool, ConstInt};
use tintype_runtime_tests::through::Through;

use crate::error;

#[test]
fn the_value_is_written_for_the_caller() {
    assert_eq!(
        SignInToken::new("sit_1", "pending", 1).to_json()["object"],
        "sign_in_token"
    );
}

#[test]
fn the_value_is_read() {
    let constant = SignInTokenObject::of_json(json!("sign_in_token"));
    assert_eq!(constant, Ok(SignInTokenObject::SignInToken));
}

#[test]
fn another_value_is_an_error_that_shows_both() {
    let error = error::<SignInTokenObject>(json!("session"));
    assert_eq!(
        error.to_string(),
        r#"expected "sign_in_token", found the string "session""#
    );
}

#[test]
fn a_value_of_another_type_is_an_error() {
    assert_eq!(error::<SignInTokenObject>(Value::Null).found(), "null");
}

#[test]
fn the_text_is_shown_with_the_width_that_is_asked_for() {
    assert_eq!(
        format!("{:>15}", SignInTokenObject::default()),
        "  sign_in_token"
    );
}

#[test]
fn a_boolean_and_a_number_of_one_value_are_written_and_checked() {
    assert_eq!(ConstBool::<true>.to_json(), json!(true));
    assert_eq!(ConstBool::of_json(json!(true)), Ok(ConstBool::<true>));
    assert_eq!(
        error::<ConstBool<true>>(json!(false)).to_string(),
        "expected true, found false"
    );
    assert_eq!(ConstInt::<-2>.to_json(), json!(-2));
    assert_eq!(ConstInt::of_json(json!(-2)), Ok(ConstInt::<-2>));
    assert_eq!(error::<ConstInt<-2>>(json!(2)).expected(), "-2");
    assert_eq!(error::<ConstInt<1>>(json!(true)).expected(), "1");
}

#[test]
fn a_number_of_one_value_may_be_written_with_a_fraction_of_zero() {
    assert_eq!(ConstInt::of_json(json!(200.0)), Ok(ConstInt::<200>));
    assert_eq!(error::<ConstInt<200>>(json!(200.5)).expected(), "200");
}

#[test]
fn a_constant_is_its_value() {
    assert_eq!(ConstInt::<7>.value(), 7);
    assert_eq!(ConstInt::<7>, 7);
    assert_ne!(ConstInt::<7>, 8);
    assert!(bool::from(ConstBool::<true>));
    assert_eq!(
        format!("{} {:?}", ConstBool::<false>, ConstInt::<7>),
        "false 7"
    );
    let text = serde_json::to_string(&ConstInt::<7>).unwrap();
    assert_eq!(serde_json::from_str::<ConstInt<7>>(&text).unwrap(), 7);
}
