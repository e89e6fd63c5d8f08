//! Where schemas stand, and what the types are named after that are made there.

use std::rc::Rc;

use openapiv3::Schema;

use crate::ir::{OperationId, Owner, Section, TypeId};
use crate::pointer::Pointer;

/// Where a schema stands, and what a type of its own is named after.
#[derive(Debug, Clone)]
pub(super) struct Spot {
    pub(super) at: Pointer,
    pub(super) owner: Holder,
    pub(super) words: String,
}

/// The item that an inline schema belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Holder {
    Type(TypeId),
    Operation(OperationId),
    /// What several operations share; the place says which.
    Shared(Section),
}

impl Holder {
    /// Who owns what an operation reaches at a place: a component or a path that others may share, or the operation.
    pub(super) fn of(at: &Pointer, operation: OperationId) -> Self {
        let segments: Vec<String> = at.segments().take(3).collect();
        let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
        match segments[..] {
            ["components", "parameters", _] => Self::Shared(Section::Parameters),
            ["components", "requestBodies", _] => Self::Shared(Section::RequestBodies),
            ["components", "responses", _] => Self::Shared(Section::Responses),
            ["paths", _, "parameters"] => Self::Shared(Section::Paths),
            _ => Self::Operation(operation),
        }
    }
}

impl Spot {
    /// The spot of a type.
    pub(super) fn of(id: TypeId, at: Pointer) -> Self {
        Self {
            at,
            owner: Holder::Type(id),
            words: String::new(),
        }
    }

    /// Whether what stands here belongs to a type.
    pub(super) fn is_of(&self, id: TypeId) -> bool {
        matches!(self.owner, Holder::Type(owner) if owner == id)
    }

    /// Whether what stands here belongs to whom another spot belongs to, under the same words.
    pub(super) fn has_owner_of(&self, other: &Self) -> bool {
        self.owner == other.owner && self.words == other.words
    }

    /// The place of a part, named by more words behind those of the whole.
    pub(super) fn part(&self, at: Pointer, words: &str) -> Self {
        let words = if self.words.is_empty() {
            words.to_owned()
        } else {
            format!("{} {words}", self.words)
        };
        Self {
            at,
            owner: self.owner,
            words,
        }
    }

    /// Whether the owner is the type of what stands here.
    pub(super) fn is_whole(&self) -> bool {
        self.words.is_empty() && matches!(self.owner, Holder::Type(_))
    }

    /// The same place, with these words where the name of the owner is another type's.
    pub(super) fn named(mut self, words: &str) -> Self {
        if self.is_whole() {
            words.clone_into(&mut self.words);
        }
        self
    }

    /// What a type that is defined here is named after.
    pub(super) fn owner(&self) -> Owner {
        let words = self.words.clone();
        match self.owner {
            Holder::Type(id) => Owner::Type { id, words },
            Holder::Operation(id) => Owner::Operation { id, words },
            Holder::Shared(section) => {
                let key = if section == Section::Paths { 1 } else { 2 };
                let wire = self.at.segments().nth(key).unwrap_or_default();
                Owner::Shared {
                    section,
                    wire,
                    words,
                }
            }
        }
    }
}

/// Where a schema stands that is only looked at. Its spot is known when it is lowered: the schemas around it may have types of
/// their own, and those that are not lowered have none yet.
#[derive(Debug, Clone)]
pub(super) struct Site<'d> {
    pub(super) at: Pointer,
    pub(super) home: Home<'d>,
}

/// Whose types the inline types are that stand at a site.
#[derive(Debug, Clone)]
pub(super) enum Home<'d> {
    /// This owner's, named by these words.
    Known(Holder, String),
    /// Those of the type of the schema around, if it has one of its own, named by more words if it is not that schema itself.
    Schema(&'d Schema, Rc<Site<'d>>, Option<String>),
}

impl From<&Spot> for Site<'_> {
    fn from(spot: &Spot) -> Self {
        Self {
            at: spot.at.clone(),
            home: Home::Known(spot.owner, spot.words.clone()),
        }
    }
}

impl<'d> Site<'d> {
    /// What the inline types of the schema that stands here belong to.
    pub(super) fn inside(&self, schema: &'d Schema) -> Self {
        Self {
            at: self.at.clone(),
            home: Home::Schema(schema, Rc::new(self.clone()), None),
        }
    }

    /// The site of a part of the schema that stands here, named by more words.
    pub(super) fn part(&self, schema: &'d Schema, at: Pointer, words: &str) -> Self {
        Self {
            at,
            home: Home::Schema(schema, Rc::new(self.clone()), Some(words.to_owned())),
        }
    }

    /// Another place whose inline types belong to the same owner.
    pub(super) fn moved(&self, at: Pointer) -> Self {
        Self {
            at,
            home: self.home.clone(),
        }
    }

    /// The type that a schema here is or is an unnamed part of, if that can be told.
    pub(super) fn whole(&self) -> Option<TypeId> {
        match &self.home {
            Home::Known(Holder::Type(id), words) if words.is_empty() => Some(*id),
            Home::Known(..) | Home::Schema(_, _, Some(_)) => None,
            Home::Schema(_, site, None) => site.whole(),
        }
    }
}
