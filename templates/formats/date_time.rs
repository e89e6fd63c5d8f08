//! `format: date-time`.

use super::text::text_format;
use crate::runtime;

text_format! {
    /// A point in time, such as `2024-01-31T12:00:00Z` ([RFC 3339](https://www.rfc-editor.org/rfc/rfc3339#section-5.6)).
    DateTime
}

#[cfg(feature = "jiff")]
impl DateTime {
    /// The point in time, without the offset that the text has.
    ///
    /// # Errors
    /// The error of `jiff` when the text is no date and time with an offset.
    pub fn timestamp(&self) -> Result<::jiff::Timestamp, ::jiff::Error> {
        self.as_str().parse()
    }
}

/// In UTC.
#[cfg(feature = "jiff")]
impl From<::jiff::Timestamp> for DateTime {
    fn from(timestamp: ::jiff::Timestamp) -> Self {
        Self::new(timestamp.to_string())
    }
}

/// With its offset, without the name of its time zone.
#[cfg(feature = "jiff")]
impl From<&::jiff::Zoned> for DateTime {
    fn from(zoned: &::jiff::Zoned) -> Self {
        let offset = zoned.offset();
        Self::new(zoned.timestamp().display_with_offset(offset).to_string())
    }
}
