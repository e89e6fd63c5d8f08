//! Which names a document cannot have in which place.

use super::tables::{
    CLIENTS, ERROR_METHODS, FIELDS, FILES, MODELS, MODULES, NEVER, OPTIONS, PACKAGES, RAW, ROOTS,
    SETTINGS, TYPES, VARIANTS,
};

/// Where a name is used, which decides what it cannot be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Position {
    Type,
    /// The type that stands for an operation.
    Operation,
    /// The type of a group of operations.
    Resource,
    Field,
    Variant,
    Function,
    Option,
    Setting,
    /// The module of a group, and the method of the client that leads to it.
    Module,
    /// The module of a model.
    File,
    /// The method of the error that gives the error model.
    ErrorMethod,
    /// A variable of an example.
    Variable,
    Package,
    Client,
    /// A module of the user's in the root of the crate.
    Root,
}

/// Whether the name is taken by the generated code.
pub(super) fn is_taken(name: &str, position: Position) -> bool {
    let table = match position {
        Position::Type | Position::Operation | Position::Resource => TYPES,
        Position::Field => FIELDS,
        Position::Variant => VARIANTS,
        Position::Function => &["new"],
        Position::Option => OPTIONS,
        Position::Setting => SETTINGS,
        Position::Module => MODULES,
        Position::File => MODELS,
        Position::ErrorMethod => ERROR_METHODS,
        Position::Variable => &[],
        Position::Package => PACKAGES,
        Position::Client => CLIENTS,
        Position::Root => ROOTS,
    };
    let is_file = matches!(
        position,
        Position::Module | Position::File | Position::Package | Position::Root
    ) && is_no_file(name);
    let is_word = position == Position::Package && is_raw(name);
    table.contains(&name) || NEVER.contains(&name) || is_file || is_word
}

/// Whether no file can have the name.
pub(super) fn is_no_file(name: &str) -> bool {
    FILES.contains(&name)
}

/// Whether the name is a keyword that needs `r#`.
pub(super) fn is_raw(name: &str) -> bool {
    RAW.contains(&name)
}

/// Whether a text can be a Rust identifier as it is.
pub(super) fn is_identifier(name: &str) -> bool {
    let mut chars = name.chars();
    let first = chars
        .next()
        .is_some_and(|c| c == '_' || unicode_ident::is_xid_start(c));
    first && chars.all(unicode_ident::is_xid_continue) && !NEVER.contains(&name)
}
