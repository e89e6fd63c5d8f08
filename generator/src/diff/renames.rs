//! The Rust names that callers write anew when an item gets another name: its own, and those of the inline types that are named after it.

use std::collections::BTreeMap;

use super::joined::Pair;
use super::pairs::Pairs;
use crate::ir::{Api, OperationId, Owner, TypeId};
use crate::naming::Name;
use crate::plan::{Model, Operation};

/// Names that are told.
const NAMED: usize = 8;

/// The names of inline types that changed, by what they are named after in the old document.
#[derive(Debug)]
pub(super) struct Renames<'a>(BTreeMap<Root, Vec<Pair<&'a Name>>>);

/// What a type is named after in the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Root {
    Type(TypeId),
    Operation(OperationId),
}

impl<'a> Renames<'a> {
    pub(super) fn of(pairs: &Pairs<'a>) -> Self {
        let (api, _) = pairs.apis();
        let mut renamed: BTreeMap<Root, Vec<Pair<&Name>>> = BTreeMap::new();
        for (old, new) in pairs.models().filter(|(old, new)| old.name != new.name) {
            let names = renamed.entry(root(api, old.id)).or_default();
            names.push((old.name, new.name));
        }
        Self(renamed)
    }

    /// The names of a type and of those inside it: `Pet → Animal, PetKind → AnimalKind`.
    pub(super) fn of_type(&self, (old, new): Pair<&'a Model<'a>>) -> String {
        self.told(vec![(old.name, new.name)], Root::Type(old.id))
    }

    /// The names of an operation, and of the types inside it.
    pub(super) fn of_operation(&self, (old, new): Pair<&'a Operation<'a>>) -> String {
        let own = vec![(old.function, new.function), (old.marker, new.marker)];
        self.told(own, Root::Operation(old.key))
    }

    fn told(&self, own: Vec<Pair<&'a Name>>, root: Root) -> String {
        let inside = self.0.get(&root).into_iter().flatten().copied();
        let mut names: Vec<Pair<&Name>> = Vec::new();
        let own = own.into_iter().filter(|(was, is)| was != is);
        for pair in own.chain(inside) {
            if !names.contains(&pair) {
                names.push(pair);
            }
        }
        let more = match names.len().saturating_sub(NAMED) {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        let names = names.iter().take(NAMED);
        let names: Vec<String> = names.map(|(was, is)| format!("{was} → {is}")).collect();
        names.join(", ") + &more
    }
}

fn root(api: &Api, id: TypeId) -> Root {
    let mut id = id;
    loop {
        match &api.get(id).owner {
            Owner::Type { id: owner, .. } => id = *owner,
            Owner::Operation { id, .. } => return Root::Operation(*id),
            Owner::Component { .. } | Owner::Shared { .. } => return Root::Type(id),
        }
    }
}
