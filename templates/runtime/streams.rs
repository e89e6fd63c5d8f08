//! Which bodies of answers are taken piece by piece.

use super::media_type;

/// Which bodies are taken piece by piece.
#[derive(Debug, Clone, Copy)]
pub(super) enum Streams {
    /// None.
    No,
    /// All.
    All,
    /// All but those of these media types.
    Unless(&'static [&'static str]),
}

impl Streams {
    /// Whether a body of a media type is.
    pub(super) fn has(self, content_type: &str) -> bool {
        match self {
            Self::No => false,
            Self::All => true,
            Self::Unless(whole) => !whole
                .iter()
                .any(|named| media_type::is_named(content_type, named)),
        }
    }
}
