//! Integers that fit or fail, and floats.

use proptest::prelude::*;
use serde_json::{Value, json};
use tintype_runtime_tests::runtime::{Decode, Encode};

use crate::error;

/// Reads a number as it is written in JSON.
fn read<T: Decode>(text: &str) -> Option<T> {
    T::decode(serde_json::from_str(text).unwrap()).ok()
}

#[test]
fn the_bounds_of_every_type_fit_and_one_more_does_not() {
    assert_eq!(read::<i64>("9223372036854775807"), Some(i64::MAX));
    assert_eq!(read::<i64>("9223372036854775808"), None);
    assert_eq!(read::<i64>("-9223372036854775809"), None);
    assert_eq!(read::<u64>("18446744073709551615"), Some(u64::MAX));
    assert_eq!(read::<u64>("18446744073709551616"), None);
    assert_eq!(read::<u64>("-1"), None);
    assert_eq!(read::<i32>("2147483647"), Some(i32::MAX));
    assert_eq!(read::<i32>("2147483648"), None);
    assert_eq!(read::<u32>("4294967296"), None);
    assert_eq!(read::<i16>("-32769"), None);
    assert_eq!(read::<u16>("65536"), None);
    assert_eq!(read::<i8>("128"), None);
    assert_eq!(read::<u8>("256"), None);
}

#[test]
fn a_fraction_is_no_integer() {
    assert_eq!(read::<i64>("1.5"), None);
}

#[test]
fn a_float_without_a_fraction_is_an_integer() {
    assert_eq!(read::<i64>("3.0"), Some(3));
    assert_eq!(read::<i64>("1e3"), Some(1000));
    assert_eq!(read::<u8>("255.0"), Some(255));
    assert_eq!(read::<u64>("-0.0"), Some(0));
}

#[test]
fn a_float_beyond_the_type_is_an_error() {
    assert_eq!(read::<i64>("9223372036854775808.0"), None);
    assert_eq!(read::<i32>("1e10"), None);
    assert_eq!(read::<i64>("1e300"), None);
}

#[test]
fn a_number_in_a_string_is_no_number() {
    assert_eq!(read::<i64>(r#""1""#), None);
    assert_eq!(read::<f64>(r#""1""#), None);
    assert_eq!(read::<f32>(r#""1""#), None);
}

#[test]
fn an_error_names_the_size_of_the_integer() {
    let error = error::<i32>(json!(2_147_483_648_u64));
    assert_eq!(
        error.to_string(),
        "expected a 32-bit integer, found the number 2147483648"
    );
}

#[test]
fn a_float_is_read_from_an_integer() {
    assert_eq!(read::<f64>("3"), Some(3.0));
    assert_eq!(read::<f32>("3"), Some(3.0));
}

#[test]
fn a_number_too_big_for_32_bits_is_an_error_and_not_infinity() {
    assert_eq!(read::<f32>("1e39"), None);
}

#[test]
fn a_32_bit_float_is_written_with_its_own_digits() {
    assert_eq!(0.1_f32.encode().to_string(), "0.1");
}

#[test]
fn nan_and_infinity_are_written_as_null() {
    assert_eq!(f64::NAN.encode(), Value::Null);
    assert_eq!(f32::INFINITY.encode(), Value::Null);
}

proptest! {
    #[test]
    fn an_integer_is_read_only_as_itself(number: i64) {
        let text = number.to_string();
        prop_assert_eq!(read::<i64>(&text), Some(number));
        prop_assert_eq!(read::<i32>(&text), i32::try_from(number).ok());
        prop_assert_eq!(read::<u64>(&text), u64::try_from(number).ok());
        prop_assert_eq!(read::<u8>(&text), u8::try_from(number).ok());
    }

    #[test]
    fn an_integer_with_a_point_is_read_as_without(number: i32) {
        prop_assert_eq!(read::<i32>(&format!("{number}.0")), Some(number));
    }
}
