//! From where types and signatures are seen.

use std::collections::BTreeSet;

use crate::naming::Name;

/// From where a type is seen: which paths its parts need there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum View<'v> {
    /// In the list of the models, where each stands by its name.
    Models,
    /// In a file of models that has these; those of other files have `super` in front, so that no list of them is to be kept.
    File(&'v BTreeSet<&'v Name>),
    /// In a file of operations, where models keep their module in front.
    Operations,
    /// For readers: without paths, but for those of other crates.
    Reader,
    /// From another crate that has imported nothing; the name of this one.
    Caller(&'v str),
}
