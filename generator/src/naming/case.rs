//! The cases of Rust names.

/// The case of a Rust name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Case {
    /// `UpperCamelCase`: types and variants.
    Camel,
    /// `snake_case`: modules, functions, fields.
    Snake,
}
