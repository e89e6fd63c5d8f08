//! `format: uri`.

use super::text::text_format;
use crate::runtime;

text_format! {
    /// A URI, such as `https://example.com/a?b=c` ([RFC 3986](https://www.rfc-editor.org/rfc/rfc3986)).
    Uri
}

#[cfg(feature = "url")]
impl Uri {
    /// The parts, as browsers read them.
    ///
    /// # Errors
    /// The error of `url` when the text is no URL with a scheme.
    pub fn url(&self) -> Result<::url::Url, ::url::ParseError> {
        self.as_str().parse()
    }
}

#[cfg(feature = "url")]
impl From<::url::Url> for Uri {
    fn from(url: ::url::Url) -> Self {
        Self::new(url)
    }
}
