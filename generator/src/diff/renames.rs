//! The Rust names that callers write anew when an item gets another name: its own, and those of the inline types that are named after it.

use super::facts::Facts;
use crate::ir::{Api, Owner, TypeId};
use crate::naming::Name;

/// Names that are told.
const NAMED: usize = 8;

/// The names of a type and of those inside it: `Pet → Animal, PetKind → AnimalKind`.
pub(super) fn of_type((old, new): (TypeId, TypeId), facts: &Facts<'_>) -> String {
    let own = (
        facts.old.names.ty(old).to_owned(),
        facts.new.names.ty(new).to_owned(),
    );
    told(vec![own], facts, |root| root == Root::Type(old))
}

/// The names of an operation, as they are given, and of the types inside it.
pub(super) fn of_operation(own: Vec<(Name, Name)>, old: usize, facts: &Facts<'_>) -> String {
    told(own, facts, |root| root == Root::Operation(old))
}

/// What a type is named after in the end.
#[derive(Debug, PartialEq, Eq)]
enum Root {
    Type(TypeId),
    Operation(usize),
}

fn root(api: &Api, id: TypeId) -> Root {
    let mut id = id;
    loop {
        match &api.get(id).owner {
            Owner::Type { id: owner, .. } => id = *owner,
            Owner::Operation { index, .. } => return Root::Operation(*index),
            Owner::Component { .. } | Owner::Shared { .. } => return Root::Type(id),
        }
    }
}

fn told(own: Vec<(Name, Name)>, facts: &Facts<'_>, is_after: impl Fn(Root) -> bool) -> String {
    let name = |(old, new): (TypeId, TypeId)| {
        let (was, is) = (facts.old.names.ty(old), facts.new.names.ty(new));
        let is_inside = was != is && is_after(root(&facts.old.api, old));
        is_inside.then(|| (was.to_owned(), is.to_owned()))
    };
    let inside = facts.pairs.types().into_iter().filter_map(name);
    let mut names: Vec<(Name, Name)> = Vec::new();
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
