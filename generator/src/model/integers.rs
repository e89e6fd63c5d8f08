//! Which whole numbers a schema allows: its keywords in, a format that holds them all out.

use serde_json::{Map, Number, Value, json};

use crate::extensions::{EXACT_INTEGER, WIDE_INTEGER};

/// Formats of whole numbers, and what each holds.
const FORMATS: &[(&str, i128, i128)] = &[
    ("int8", -0x80, 0x7f),
    ("int16", -0x8000, 0x7fff),
    ("int32", -0x8000_0000, 0x7fff_ffff),
    ("int64", LEAST_64, MOST_64),
    ("uint8", 0, 0xff),
    ("uint16", 0, 0xffff),
    ("uint32", 0, 0xffff_ffff),
    ("uint", 0, MOST_U64),
    ("uint64", 0, MOST_U64),
];

/// What is taken where the format holds too little: the first that holds enough.
const WIDER: &[(&str, i128, i128)] = &[
    ("int64", LEAST_64, MOST_64),
    ("uint64", 0, MOST_U64),
    (WIDE_INTEGER, LEAST_64, MOST_U64),
];

const LEAST_64: i128 = i64::MIN as i128;
const MOST_64: i128 = i64::MAX as i128;
const MOST_U64: i128 = u64::MAX as i128;

/// Whether the values of a schema are whole numbers: its type says so, or its format, and nothing of it has a fraction.
pub(super) fn is_integer(map: &Map<String, Value>) -> bool {
    match map.get("type").and_then(Value::as_str) {
        Some("integer") => true,
        Some("number") => {
            let format = map.get("format").and_then(Value::as_str);
            let is_known = FORMATS.iter().any(|(name, ..)| Some(*name) == format);
            let limits = ["minimum", "maximum", "multipleOf", "default", "example"];
            let mut values = limits
                .iter()
                .filter_map(|key| map.get(*key))
                .chain(listed(map));
            is_known && !values.any(has_fraction)
        }
        _ => false,
    }
}

/// Sets the format of a schema of whole numbers to one that holds all that the schema names, if its own does not.
pub(super) fn widen(map: &mut Map<String, Value>) {
    let own = map.get("format").and_then(Value::as_str).unwrap_or("int64");
    let Some(held) = FORMATS.iter().find(|(name, ..)| *name == own) else {
        return;
    };
    let exclusive = |key: &str| i128::from(map.get(key) == Some(&Value::Bool(true)));
    let least = map.get("minimum").and_then(limit);
    let least = least.map(|least| least.saturating_add(exclusive("exclusiveMinimum")));
    let most = map.get("maximum").and_then(limit);
    let most = most.map(|most| most.saturating_sub(exclusive("exclusiveMaximum")));
    let listed: Vec<i128> = listed(map).filter_map(whole).collect();
    let named = listed
        .iter()
        .copied()
        .chain(map.get("default").and_then(whole));
    let named: Vec<i128> = named.chain(least).chain(most).collect();
    let holds =
        |(_, low, high): &(&str, i128, i128)| named.iter().all(|one| (low..=high).contains(&one));
    if holds(held) {
        return;
    }
    // What nothing limits may be below zero, unless all values are listed.
    let is_negative = listed.is_empty() && least.is_none();
    let fits = |row: &&(&str, i128, i128)| holds(row) && !(is_negative && row.1 == 0);
    let wider = WIDER.iter().find(fits).map_or(EXACT_INTEGER, |row| row.0);
    map.insert("format".to_owned(), json!(wider));
}

fn listed(map: &Map<String, Value>) -> impl Iterator<Item = &Value> {
    map.get("enum")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
}

fn has_fraction(value: &Value) -> bool {
    value.is_f64() && whole(value).is_none()
}

/// A limit. Programs that know floats alone write the limits of 64 bits as the nearest float, which lies behind them.
fn limit(value: &Value) -> Option<i128> {
    let exact = whole(value)?;
    let float = whole(&json!(value.as_f64()?))?;
    let mut rounded = [MOST_64, MOST_U64].into_iter().filter(|most| {
        let is_meant = value.is_f64() || exact != most + 1;
        float == most + 1 && exact > *most && is_meant
    });
    Some(rounded.next().unwrap_or(exact))
}

/// A number without a fraction; one that is too large is as large as can be.
fn whole(value: &Value) -> Option<i128> {
    let number: &Number = value.as_number()?;
    let integer = number.as_i64().map(i128::from);
    let integer = integer.or_else(|| number.as_u64().map(i128::from));
    #[expect(clippy::cast_possible_truncation, reason = "it stops at the largest")]
    let of_float = |float: f64| (float.fract() == 0.0).then_some(float as i128);
    integer.or_else(|| number.as_f64().and_then(of_float))
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{EXACT_INTEGER, WIDE_INTEGER, is_integer, widen};

    #[track_caller]
    fn check(schema: &Value, expected: Option<&str>) {
        let mut map = schema.as_object().unwrap().clone();
        widen(&mut map);
        assert_eq!(map.get("format").and_then(Value::as_str), expected);
    }

    #[test]
    fn limits_want_a_type_that_holds_them() {
        check(&json!({ "minimum": 0 }), None);
        check(&json!({ "maximum": u64::MAX }), Some(WIDE_INTEGER));
        check(
            &json!({ "minimum": 0, "maximum": u64::MAX }),
            Some("uint64"),
        );
        check(
            &json!({ "minimum": -1, "maximum": u64::MAX }),
            Some(WIDE_INTEGER),
        );
        check(
            &json!({ "minimum": 0, "maximum": 1e23 }),
            Some(EXACT_INTEGER),
        );
        check(
            &json!({ "format": "int32", "maximum": 3_000_000_000_u32 }),
            Some("int64"),
        );
        check(&json!({ "format": "uint8", "minimum": -1 }), Some("int64"));
        check(&json!({ "format": "int32", "maximum": 300 }), Some("int32"));
    }

    #[test]
    fn values_want_a_type_that_holds_them() {
        check(
            &json!({ "enum": [0, 9_223_372_036_854_775_808_u64] }),
            Some("uint64"),
        );
        check(
            &json!({ "enum": [-1, 9_223_372_036_854_775_808_u64] }),
            Some(WIDE_INTEGER),
        );
        check(
            &json!({ "default": u64::MAX, "minimum": 0 }),
            Some("uint64"),
        );
        check(
            &json!({ "format": "int32", "default": 1e10 }),
            Some("int64"),
        );
    }

    #[test]
    fn what_is_written_for_the_limit_of_64_bits_is_that_limit() {
        let past = json!(9_223_372_036_854_775_808_u64);
        check(&json!({ "maximum": past, "exclusiveMaximum": true }), None);
        check(&json!({ "maximum": past }), Some(WIDE_INTEGER));
        check(&json!({ "maximum": 9_223_372_036_854_776_000_u64 }), None);
        check(
            &json!({ "minimum": -9_223_372_036_854_775_808.0, "maximum": 9_223_372_036_854_775_807.0 }),
            None,
        );
        check(
            &json!({ "minimum": 0, "maximum": 18_446_744_073_709_551_615.0 }),
            Some("uint64"),
        );
    }

    #[test]
    fn a_format_makes_a_number_whole_unless_a_value_has_a_fraction() {
        let is = |schema: Value| is_integer(schema.as_object().unwrap());
        assert!(is(json!({ "type": "number", "format": "int64" })));
        assert!(is(
            json!({ "type": "number", "format": "int32", "default": 1.0 })
        ));
        assert!(!is(
            json!({ "type": "number", "format": "int32", "example": 0.5 })
        ));
        assert!(!is(json!({ "type": "number", "format": "double" })));
    }
}
