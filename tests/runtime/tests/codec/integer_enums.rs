//! Enums of whole numbers that stay open.

use proptest::prelude::*;
use serde_json::json;
use tintype_runtime_tests::models::Priority;
use tintype_runtime_tests::runtime::IntegerEnum;
use tintype_runtime_tests::through::Through;

use crate::error;

#[test]
fn a_known_number_is_its_variant() {
    assert_eq!(Priority::of_json(json!(-1)), Ok(Priority::Low));
    assert_eq!(Priority::High.to_json(), json!(3));
}

#[test]
fn an_unknown_number_is_kept_and_written_as_it_was() {
    let priority = Priority::of_json(json!(7)).unwrap();
    assert!(matches!(priority, Priority::Unknown(_)));
    assert!(!priority.is_known());
    assert_eq!(priority.to_json(), json!(7));
    assert_eq!(format!("{priority:?} {priority}"), "Unknown(7) 7");
}

#[test]
fn a_value_that_is_no_whole_number_is_an_error() {
    assert_eq!(error::<Priority>(json!("3")).expected(), "a 64-bit integer");
    assert_eq!(error::<Priority>(json!(1.5)).expected(), "a 64-bit integer");
}

#[test]
fn every_known_number_is_found_by_its_value() {
    for (value, priority) in Priority::KNOWN {
        assert!(priority.is_known());
        assert_eq!(priority.value(), *value);
        assert_eq!(Priority::from(*value), *priority);
    }
}

proptest! {
    #[test]
    fn every_number_comes_back(number: i64) {
        prop_assert_eq!(Priority::from(number).value(), number);
        prop_assert_eq!(Priority::of_json(json!(number)).unwrap().to_json(), json!(number));
    }
}
