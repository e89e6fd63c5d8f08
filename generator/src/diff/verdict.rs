//! How much a change asks of callers: levels for Rust and for the wire, and the worst of them.

use super::{Change, NotCompared};
pub use crate::semver::Bump;

/// What a change means for a program that was built against the old document and talks to the new server.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Wire {
    /// The same bytes mean the same.
    #[default]
    None,
    /// There is more than before, and old programs do not notice.
    Compatible,
    /// There are old programs that the server refuses, or that cannot read its answers.
    Breaking,
}

impl Wire {
    /// The word of the reports.
    pub const fn word(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Compatible => "compatible",
            Self::Breaking => "breaking",
        }
    }
}

/// The level of the generated crate: the worst of its changes. Where what is not modelled differs, there is a change at least.
pub(super) fn of(changes: &[Change], not_compared: &[NotCompared]) -> Bump {
    let levels = changes.iter().map(|change| change.rust);
    let is_unknown = not_compared.iter().any(|one| one.is_changed);
    let least = if is_unknown { Bump::Patch } else { Bump::None };
    levels.max().unwrap_or_default().max(least)
}
