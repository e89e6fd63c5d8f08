//! Integers that fit or fail, and floats.

use proptest::prelude::*;
use serde_json::{Number, Value, json};
use tintype_runtime_tests::runtime::{Decode, from_slice};
use tintype_runtime_tests::through::Through;

use crate::error;

/// Reads a number as it is written in JSON.
fn read<T: Decode>(text: &str) -> Option<T> {
    from_slice(text.as_bytes()).ok()
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
    assert_eq!(0.1_f32.to_json().to_string(), "0.1");
}

#[test]
fn nan_and_infinity_are_written_as_null() {
    assert_eq!(f64::NAN.to_json(), Value::Null);
    assert_eq!(f32::INFINITY.to_json(), Value::Null);
}

#[test]
fn a_whole_float_is_written_without_a_fraction() {
    assert_eq!(1.0_f64.to_json().to_string(), "1");
    assert_eq!((-250.0_f32).to_json().to_string(), "-250");
    assert_eq!((-0.0_f64).to_json().to_string(), "0");
    assert_eq!(0.5_f64.to_json().to_string(), "0.5");
    assert_eq!(1e300_f64.to_json().to_string(), "1e+300");
    assert_eq!(1e16_f64.to_json().to_string(), "10000000000000000");
}

#[test]
fn an_integer_of_128_bits_has_all_that_64_bits_have() {
    for text in ["-9223372036854775808", "18446744073709551615", "0"] {
        let read = read::<i128>(text).unwrap();
        assert_eq!(read.to_string(), text);
        assert_eq!(read.to_json().to_string(), text);
    }
    assert_eq!(read::<i128>("3.0"), Some(3));
    assert_eq!(read::<i128>("0.5"), None);
}

#[test]
fn any_number_is_kept_as_it_is() {
    for text in ["12.5", "18446744073709551615", "-1", "2.0"] {
        let read = read::<Number>(text).unwrap();
        assert_eq!(read.to_json().to_string(), text);
    }
    assert_eq!(read::<Number>(r#""1""#), None);
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
    fn a_float_is_written_so_that_it_is_read_as_itself(number: f64) {
        let text = number.to_json().to_string();
        prop_assert_eq!(read::<f64>(&text), number.is_finite().then_some(number));
    }

    #[test]
    fn a_whole_float_is_an_integer_on_the_wire(number in -9_007_199_254_740_992_i64..=9_007_199_254_740_992) {
        let float: f64 = number.to_string().parse().unwrap();
        prop_assert_eq!(float.to_json().to_string(), number.to_string());
    }

    #[test]
    fn a_32_bit_float_is_written_so_that_it_is_read_as_itself(number: f32) {
        let text = number.to_json().to_string();
        prop_assert_eq!(read::<f32>(&text), number.is_finite().then_some(number));
    }

    #[test]
    fn an_integer_of_64_bits_of_either_kind_is_one_of_128(signed: i64, unsigned: u64) {
        for number in [i128::from(signed), i128::from(unsigned)] {
            prop_assert_eq!(read::<i128>(&number.to_json().to_string()), Some(number));
            prop_assert_eq!(number.to_json().to_string(), number.to_string());
        }
    }

    #[test]
    fn an_integer_with_a_point_is_read_as_without(number: i32) {
        prop_assert_eq!(read::<i32>(&format!("{number}.0")), Some(number));
    }
}
