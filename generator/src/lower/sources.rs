//! Schemas where they are used.

use openapiv3::{ReferenceOr, Schema};

use super::keywords::Keywords;
use super::spots::Site;
use super::target::Target;

/// A schema where it is used: as it stands there, or by reference.
#[derive(Debug, Clone)]
pub(super) struct Source<'d> {
    pub(super) target: Target<'d>,
    pub(super) site: Site<'d>,
}

impl<'d> Source<'d> {
    /// A part of an `allOf` or a candidate, by its place.
    pub(super) fn of(schema: &'d ReferenceOr<Schema>, site: Site<'d>) -> Self {
        Self {
            target: schema.into(),
            site,
        }
    }

    /// Whether it says nothing about the value but limits.
    pub(super) fn is_silent(&self) -> bool {
        self.inline()
            .is_some_and(|keywords| keywords.is_silent() && keywords.format.is_none())
    }

    /// Whether no value satisfies it.
    pub(super) fn is_never(&self) -> bool {
        self.inline().is_some_and(|keywords| keywords.is_never)
    }

    fn inline(&self) -> Option<Keywords<'d>> {
        match self.target {
            Target::Schema(schema) => Some(Keywords::of(schema)),
            Target::Reference(_) => None,
        }
    }
}
