//! `format: byte`.

use super::text::text_format;
use crate::runtime;

#[cfg(feature = "base64")]
use ::base64::Engine as _;
#[cfg(feature = "base64")]
use ::base64::engine::general_purpose::STANDARD;

text_format! {
    /// Bytes as a text, such as `aGVsbG8=` ([RFC 4648](https://www.rfc-editor.org/rfc/rfc4648#section-4)).
    Base64
}

#[cfg(feature = "base64")]
impl Base64 {
    /// The bytes.
    ///
    /// # Errors
    /// The error of `base64` when the text is not the standard alphabet with padding.
    pub fn bytes(&self) -> Result<Vec<u8>, ::base64::DecodeError> {
        STANDARD.decode(self.as_str())
    }

    /// Of bytes.
    #[must_use]
    pub fn from_bytes(bytes: impl AsRef<[u8]>) -> Self {
        Self::new(STANDARD.encode(bytes))
    }
}
