//! Where operations stand, as words.

use crate::ir::Operation;

/// The method and the path of an operation, as words.
pub(super) fn of(operation: &Operation) -> String {
    let path = path(&operation.path);
    format!("{} {path}", operation.method.word())
}

/// A path, whose parameters read as `by`.
pub(super) fn path(path: &str) -> String {
    path.replace('{', " by ").replace('}', " ")
}
