//! `format: date`.

use super::text::text_format;
use crate::runtime;

text_format! {
    /// A day, such as `2024-01-31` ([RFC 3339](https://www.rfc-editor.org/rfc/rfc3339#section-5.6)).
    Date
}

#[cfg(feature = "jiff")]
impl Date {
    /// The day.
    ///
    /// # Errors
    /// The error of `jiff` when the text is no date.
    pub fn date(&self) -> Result<::jiff::civil::Date, ::jiff::Error> {
        self.as_str().parse()
    }
}

#[cfg(feature = "jiff")]
impl From<::jiff::civil::Date> for Date {
    fn from(date: ::jiff::civil::Date) -> Self {
        Self::new(date.to_string())
    }
}
