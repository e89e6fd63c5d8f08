//! Which bodies of answers are taken piece by piece.

use super::media_type;

/// Which bodies are taken piece by piece.
#[derive(Debug, Clone, Copy)]
pub(super) enum Streams {
    /// None.
    No,
    /// All.
    All,
    /// All but those of redirects and of these media types. A range of them leaves out what is asked for by name.
    Unless {
        /// The media types.
        whole: &'static [&'static str],
        /// What is asked for.
        accept: &'static str,
    },
}

impl Streams {
    /// Those of an operation: its media types that are read as a whole, if any are not, and what it asks for.
    pub(super) fn of(whole: Option<&'static [&'static str]>, accept: &'static str) -> Self {
        whole.map_or(Self::No, |whole| Self::Unless { whole, accept })
    }

    /// Whether a body of a media type is. That of a redirect is read where somebody asks for it.
    pub(super) fn has(self, content_type: &str, is_redirect: bool) -> bool {
        match self {
            Self::No => false,
            Self::All => true,
            Self::Unless { whole, accept } => {
                let is_range = |named: &str| named.contains('*');
                let is_asked = || {
                    let mut asked = accept.split(',').map(str::trim);
                    asked.any(|one| !is_range(one) && media_type::is_named(content_type, one))
                };
                let is_named = |named: &&str| media_type::is_named(content_type, named);
                let mut named = whole.iter().copied().filter(is_named);
                !is_redirect && !named.any(|named| !is_range(named) || !is_asked())
            }
        }
    }
}
