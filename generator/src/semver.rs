//! How much a change asks of callers in Rust.

/// The part of a semantic version that a change asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Bump {
    /// Nothing changes.
    #[default]
    None,
    /// Every caller compiles as before and finds nothing new.
    Patch,
    /// Every caller compiles as before; there is something new, or something is deprecated.
    Minor,
    /// There is a caller that does not compile any more.
    Major,
}

impl Bump {
    /// The word of the reports.
    pub const fn word(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Patch => "patch",
            Self::Minor => "minor",
            Self::Major => "major",
        }
    }
}
