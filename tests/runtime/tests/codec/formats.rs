//! Texts with a format: whatever comes is kept, and only conversions look at it.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use tintype_runtime_tests::formats::{Base64, Date, DateTime, Decimal, Duration, Time, Uri, Uuid};
use tintype_runtime_tests::runtime::OptionalNullable;
use tintype_runtime_tests::through::Through;

use crate::error;

const DATE_TIME: &str = "2024-01-31T12:00:00+01:00";
const UUID: &str = "67e55044-10b1-426f-9247-bb680e5fe0c8";

#[test]
fn any_text_is_read_and_written_as_it_came() {
    for text in ["2024-01-31t12:00:00.000z", "not a date", "", " x\n"] {
        let value = json!(text);
        assert_eq!(DateTime::of_json(value.clone()).unwrap().to_json(), value);
        assert_eq!(Uuid::of_json(value.clone()).unwrap().to_json(), value);
        assert_eq!(Base64::of_json(value.clone()).unwrap().to_json(), value);
    }
    assert_eq!(Decimal::of_json(json!("0.10")).unwrap(), "0.10");
}

#[test]
fn what_is_no_text_is_an_error() {
    let found = error::<Date>(json!(20_240_131));
    assert_eq!(
        found.to_string(),
        "expected a string, found the number 20240131"
    );
}

#[test]
fn texts_convert_both_ways() {
    let made = [
        Uuid::new(UUID),
        Uuid::from(UUID),
        Uuid::from(UUID.to_owned()),
        UUID.parse().unwrap(),
    ];
    assert_eq!(BTreeSet::from(made.clone()).len(), 1);
    assert_eq!(made[0].as_str(), UUID);
    assert_eq!(made[0].as_ref(), UUID);
    assert_eq!(format!("{:>40}", made[0]), format!("{UUID:>40}"));
    assert_eq!(String::from(made[1].clone()), UUID);
    assert_eq!(made[2].clone().into_string(), UUID);
    assert_eq!(format!("{:?}", made[3]), format!("Uuid({UUID:?})"));
    let nullable: OptionalNullable<Uuid> = UUID.into();
    assert_eq!(nullable, OptionalNullable::Value(Uuid::new(UUID)));
}

#[test]
fn serde_reads_and_writes_the_text() {
    let value = serde_json::to_value(Uri::new("a:b")).unwrap();
    assert_eq!(value, Value::from("a:b"));
    assert_eq!(serde_json::from_value::<Uri>(value).unwrap(), "a:b");
}

#[test]
fn dates_and_times_convert_with_jiff() {
    let timestamp = DateTime::new(DATE_TIME).timestamp().unwrap();
    assert_eq!(timestamp.as_second(), 1_706_698_800);
    assert_eq!(DateTime::from(timestamp), "2024-01-31T11:00:00Z");
    let zoned = timestamp.to_zoned(jiff::tz::TimeZone::fixed(jiff::tz::offset(1)));
    assert_eq!(DateTime::from(&zoned), DATE_TIME);
    assert!(DateTime::new("2024-01-31T12:00:00").timestamp().is_err());

    let date = Date::new("2024-02-29").date().unwrap();
    assert_eq!((date.year(), date.month(), date.day()), (2024, 2, 29));
    assert_eq!(Date::from(date), "2024-02-29");
    assert!(Date::new("2023-02-29").date().is_err());

    let time = Time::new("12:30:00").time().unwrap();
    assert_eq!((time.hour(), time.minute()), (12, 30));
    assert_eq!(Time::from(time), "12:30:00");
    assert!(Time::new("12:30:00Z").time().is_err());

    let span = Duration::new("P1DT2H").span().unwrap();
    assert_eq!((span.get_days(), span.get_hours()), (1, 2));
    assert_eq!(Duration::from(span), "P1DT2H");
}

#[test]
fn other_formats_convert_with_their_crates() {
    let uuid = Uuid::new(UUID.to_uppercase()).uuid().unwrap();
    assert_eq!(Uuid::from(uuid), UUID);
    assert!(Uuid::new("usr_1").uuid().is_err());

    let url = Uri::new("https://example.com/a?b=c").url().unwrap();
    assert_eq!(url.query(), Some("b=c"));
    assert_eq!(Uri::from(url), "https://example.com/a?b=c");
    assert!(Uri::new("/a").url().is_err());

    assert_eq!(Base64::new("aGVsbG8=").bytes().unwrap(), b"hello");
    assert_eq!(Base64::from_bytes(b"hello"), "aGVsbG8=");
    assert_eq!(Base64::new("+/+/").bytes().unwrap(), [251, 255, 191]);
    assert!(Base64::new("-_-_").bytes().is_err());
}
