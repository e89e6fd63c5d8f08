//! `format: uuid`.

use super::text::text_format;
use crate::runtime;

text_format! {
    /// A UUID, such as `67e55044-10b1-426f-9247-bb680e5fe0c8` ([RFC 9562](https://www.rfc-editor.org/rfc/rfc9562)).
    Uuid
}

#[cfg(feature = "uuid")]
impl Uuid {
    /// The 128 bits.
    ///
    /// # Errors
    /// The error of `uuid` when the text is no UUID.
    pub fn uuid(&self) -> Result<::uuid::Uuid, ::uuid::Error> {
        self.as_str().parse()
    }
}

#[cfg(feature = "uuid")]
impl From<::uuid::Uuid> for Uuid {
    fn from(uuid: ::uuid::Uuid) -> Self {
        Self::new(uuid.to_string())
    }
}
