//! The pages of operations, finished: how they follow one another, and where the items of one are.

use super::{Plan, Presence};
use crate::ir::{self, Shape, Type};
use crate::naming::Name;
use crate::rust::Ty;

/// The pages of an operation.
#[derive(Debug, Clone)]
pub struct Pages<'p> {
    /// How they follow one another.
    pub source: &'p ir::Paging,
    /// The items of a page, where somebody says which list they are.
    pub items: Option<Listed<'p>>,
}

/// The items of a page.
#[derive(Debug, Clone)]
pub struct Listed<'p> {
    /// The fields that lead to the list; none where the answer is it.
    pub fields: Vec<Step<'p>>,
    /// The type of an item.
    pub item: Ty<'p>,
    /// Its type in the document.
    pub source: &'p Type,
}

/// A field on the way to a list.
#[derive(Debug, Clone, Copy)]
pub struct Step<'p> {
    /// The field.
    pub name: &'p Name,
    /// Whether it may be missing.
    pub may_be_missing: bool,
}

impl Plan {
    /// Whether any operation answers in pages.
    pub fn has_pages(&self) -> bool {
        self.api.operations.iter().any(|one| one.paging.is_some())
    }

    pub(super) fn pages<'p>(&'p self, operation: &'p ir::Operation) -> Option<Pages<'p>> {
        let source = operation.paging.as_ref()?;
        let members = source.items.as_deref();
        let items = members.and_then(|members| self.listed(operation.only_json()?, members));
        Some(Pages { source, items })
    }

    fn listed<'p>(&'p self, answer: &'p Type, members: &[String]) -> Option<Listed<'p>> {
        let (mut ty, mut fields) = (answer, Vec::new());
        for member in members {
            let (id, def) = self.api.definition(ty)?;
            let Shape::Struct(object) = &def.shape else {
                return None;
            };
            let found = object.fields.iter().enumerate();
            let (index, field) = found.into_iter().find(|(_, field)| field.wire == *member)?;
            fields.push(Step {
                name: self.names.field(id, index),
                may_be_missing: self.presence(id, field) != Presence::Required,
            });
            ty = &field.ty;
        }
        let Type::Array(source) = self.api.resolved(ty) else {
            return None;
        };
        Some(Listed {
            fields,
            item: self.ty(source),
            source,
        })
    }
}
