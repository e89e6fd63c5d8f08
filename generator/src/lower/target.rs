//! What stands where a schema may stand: one, or a reference to another one.

use openapiv3::{ReferenceOr, Schema};

/// A schema, or another reference.
#[derive(Debug, Clone, Copy)]
pub(super) enum Target<'d> {
    Schema(&'d Schema),
    Reference(&'d str),
}

impl<'d> From<&'d ReferenceOr<Schema>> for Target<'d> {
    fn from(schema: &'d ReferenceOr<Schema>) -> Self {
        match schema {
            ReferenceOr::Item(schema) => Self::Schema(schema),
            ReferenceOr::Reference { reference } => Self::Reference(reference),
        }
    }
}

impl<'d> From<&'d ReferenceOr<Box<Schema>>> for Target<'d> {
    fn from(schema: &'d ReferenceOr<Box<Schema>>) -> Self {
        match schema {
            ReferenceOr::Item(schema) => Self::Schema(schema),
            ReferenceOr::Reference { reference } => Self::Reference(reference),
        }
    }
}
