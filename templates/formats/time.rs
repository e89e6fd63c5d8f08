//! `format: time`.

use super::text::text_format;
use crate::runtime;

text_format! {
    /// A time of day, such as `12:00:00` or `12:00:00Z` ([RFC 3339](https://www.rfc-editor.org/rfc/rfc3339#section-5.6)).
    Time
}

#[cfg(feature = "jiff")]
impl Time {
    /// The time of day.
    ///
    /// # Errors
    /// The error of `jiff` when the text is no time, or has an offset.
    pub fn time(&self) -> Result<::jiff::civil::Time, ::jiff::Error> {
        self.as_str().parse()
    }
}

#[cfg(feature = "jiff")]
impl From<::jiff::civil::Time> for Time {
    fn from(time: ::jiff::civil::Time) -> Self {
        Self::new(time.to_string())
    }
}
