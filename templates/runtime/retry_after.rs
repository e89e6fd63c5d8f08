//! The wait that a server asks for, out of the headers of its answer.

use std::time::{Duration, SystemTime};

use http::HeaderMap;
use http::header::{DATE, RETRY_AFTER};

/// How long the server asks to wait.
///
/// It reads `retry-after-ms`, and `Retry-After` as seconds or as a date
/// ([RFC 9110, section 10.2.3](https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3)). A date is compared with the
/// `Date` of the same answer where there is one, so that a wrong clock on either side does no harm.
pub fn retry_after(headers: &HeaderMap, now: SystemTime) -> Option<Duration> {
    let text = |name| headers.get(name)?.to_str().ok().map(str::trim);
    if let Some(wait) = text("retry-after-ms").and_then(|text| number(text, 0.001)) {
        return Some(wait);
    }
    let wait = text(RETRY_AFTER.as_str())?;
    if let Some(wait) = number(wait, 1.0) {
        return Some(wait);
    }
    let date = httpdate::parse_http_date(wait).ok()?;
    let now =
        text(DATE.as_str()).and_then(|text| httpdate::parse_http_date(text).ok()).unwrap_or(now);
    Some(date.duration_since(now).unwrap_or_default())
}

/// A number of some unit in seconds. One that no [`Duration`] can hold means long.
fn number(text: &str, unit: f64) -> Option<Duration> {
    let is_number = text.starts_with(|c: char| c.is_ascii_digit());
    let seconds = text.parse::<f64>().ok().filter(|_| is_number)? * unit;
    Some(Duration::try_from_secs_f64(seconds).unwrap_or(Duration::MAX))
}
