//! How much of a call an example shows.

/// How much a call gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// What no call can do without, and the fields that the document has an example for.
    Short,
    /// Also what is optional.
    Full,
}
