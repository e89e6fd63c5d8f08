//! `format: duration`.

use super::text::text_format;
use crate::runtime;

text_format! {
    /// A length of time, such as `P1DT2H` ([ISO 8601](https://www.rfc-editor.org/rfc/rfc3339#appendix-A)).
    Duration
}

#[cfg(feature = "jiff")]
impl Duration {
    /// The length of time, in the units that the text has.
    ///
    /// # Errors
    /// The error of `jiff` when the text is no duration.
    pub fn span(&self) -> Result<::jiff::Span, ::jiff::Error> {
        self.as_str().parse()
    }
}

#[cfg(feature = "jiff")]
impl From<::jiff::Span> for Duration {
    fn from(span: ::jiff::Span) -> Self {
        Self::new(span.to_string())
    }
}
