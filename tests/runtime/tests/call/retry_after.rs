//! The forms in which a server asks to wait.

use std::time::{Duration, SystemTime};

use http::{HeaderMap, HeaderName, HeaderValue};
use tintype_runtime_tests::runtime::retry_after;

fn asked(headers: &[(&'static str, &'static str)]) -> Option<Duration> {
    let headers: HeaderMap = headers
        .iter()
        .map(|(name, value)| {
            (
                HeaderName::from_static(name),
                HeaderValue::from_static(value),
            )
        })
        .collect();
    retry_after(&headers, SystemTime::UNIX_EPOCH)
}

#[test]
fn seconds_and_milliseconds_and_dates_are_read() {
    let date = ("date", "Sat, 21 Nov 2026 10:00:00 GMT");
    let cases = [
        (vec![("retry-after", "7")], Some(Duration::from_secs(7))),
        (
            vec![("retry-after-ms", "250")],
            Some(Duration::from_millis(250)),
        ),
        (
            vec![("retry-after", "7"), ("retry-after-ms", "250")],
            Some(Duration::from_millis(250)),
        ),
        (
            vec![date, ("retry-after", "Sat, 21 Nov 2026 10:00:09 GMT")],
            Some(Duration::from_secs(9)),
        ),
        (
            vec![date, ("retry-after", "Sat, 21 Nov 2026 09:00:00 GMT")],
            Some(Duration::ZERO),
        ),
        (
            vec![("retry-after", "Thu, 01 Jan 1970 00:00:03 GMT")],
            Some(Duration::from_secs(3)),
        ),
        (vec![("retry-after", "soon")], None),
        (vec![("retry-after", "-1")], None),
        (vec![], None),
    ];
    for (headers, expected) in cases {
        assert_eq!(asked(&headers), expected, "{headers:?}");
    }
}
