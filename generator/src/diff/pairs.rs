//! Which item of the new API is which of the old one: two plans in, pairs out. By origin first, then by use, then by content.
//!
//! Operations are told by method and path, then by id. Component schemas are told by pointer; inline types by the item that
//! owns them and the place in it. What is left over on both sides and stands in the same place of paired items is one type
//! under two names: a renamed component, or an inline schema that became one. What is left then has no use, and is told by
//! what it holds.

use std::collections::BTreeMap;

use super::counterparts::{calls, likeness, shapes};
use super::structure::structure;
use crate::ir::{Api, Operation, Owner, Type, TypeId};

/// The pairs of two APIs.
#[derive(Debug)]
pub(super) struct Pairs<'a> {
    old: &'a Api,
    new: &'a Api,
    types: BTreeMap<TypeId, TypeId>,
    back: BTreeMap<TypeId, TypeId>,
    operations: BTreeMap<usize, usize>,
    operations_back: BTreeMap<usize, usize>,
}

/// Pairs two APIs.
pub(super) fn of<'a>(old: &'a Api, new: &'a Api) -> Pairs<'a> {
    let mut pairs = Pairs {
        old,
        new,
        types: BTreeMap::new(),
        back: BTreeMap::new(),
        operations: BTreeMap::new(),
        operations_back: BTreeMap::new(),
    };
    pairs.operations_by(|one| Some((one.method.to_string(), folded(&one.path))));
    pairs.operations_by(|one| one.id.clone().map(|id| (id, String::new())));
    pairs.components();
    loop {
        let before = pairs.types.len();
        pairs.inline();
        pairs.used();
        if pairs.types.len() == before {
            pairs.alike();
        }
        if pairs.types.len() == before {
            return pairs;
        }
    }
}

impl Pairs<'_> {
    /// The old API and the new one.
    pub(super) fn apis(&self) -> (&Api, &Api) {
        (self.old, self.new)
    }

    /// The pairs of types, in the order of the old document.
    pub(super) fn types(&self) -> Vec<(TypeId, TypeId)> {
        self.types.iter().map(|(old, new)| (*old, *new)).collect()
    }

    /// The pairs of operations, in the order of the old document.
    pub(super) fn operations(&self) -> Vec<(usize, usize)> {
        let pairs = self.operations.iter();
        pairs.map(|(old, new)| (*old, *new)).collect()
    }

    /// Whether an old type has a partner.
    pub(super) fn has_old_type(&self, id: TypeId) -> bool {
        self.types.contains_key(&id)
    }

    /// Whether a new type has a partner.
    pub(super) fn has_new_type(&self, id: TypeId) -> bool {
        self.back.contains_key(&id)
    }

    /// Whether an old operation has a partner.
    pub(super) fn has_old_operation(&self, index: usize) -> bool {
        self.operations.contains_key(&index)
    }

    /// Whether a new operation has a partner.
    pub(super) fn has_new_operation(&self, index: usize) -> bool {
        self.operations_back.contains_key(&index)
    }

    /// Whether two uses mean the same type, whatever it is called and holds.
    pub(super) fn is_same(&self, old: &Type, new: &Type) -> bool {
        self.translated_type(old).as_ref() == Some(new)
    }

    /// The type of the new API that an old use means, `None` where it has no partner.
    pub(super) fn translated_type(&self, old: &Type) -> Option<Type> {
        let inner = |old: &Type| self.translated_type(old).map(Box::new);
        Some(match old {
            Type::Named(id) => Type::Named(*self.types.get(id)?),
            Type::Array(item) => Type::Array(inner(item)?),
            Type::Map(value) => Type::Map(inner(value)?),
            Type::Nullable(some) => Type::Nullable(inner(some)?),
            Type::Tuple(parts) => {
                let parts = parts.iter().map(|part| self.translated_type(part));
                Type::Tuple(parts.collect::<Option<_>>()?)
            }
            plain => plain.clone(),
        })
    }

    fn join(&mut self, old: TypeId, new: TypeId) {
        if !self.has_old_type(old) && !self.has_new_type(new) {
            self.types.insert(old, new);
            self.back.insert(new, old);
        }
    }

    /// Pairs operations without a partner whose key is the same, and nobody else's.
    fn operations_by(&mut self, key: impl Fn(&Operation) -> Option<(String, String)>) {
        let keyed = |api: &Api, is_paired: &dyn Fn(usize) -> bool| {
            let mut found = BTreeMap::new();
            let all = api.operations.iter().enumerate();
            for (index, one) in all.filter(|(index, _)| !is_paired(*index)) {
                if let Some(key) = key(one) {
                    found.entry(key).or_insert_with(Vec::new).push(index);
                }
            }
            found
        };
        let old = keyed(self.old, &|index| self.has_old_operation(index));
        let new = keyed(self.new, &|index| self.has_new_operation(index));
        for (key, old) in old {
            if let ([old], Some([new])) = (&old[..], new.get(&key).map(Vec::as_slice)) {
                self.operations.insert(*old, *new);
                self.operations_back.insert(*new, *old);
            }
        }
    }

    fn components(&mut self) {
        let new: BTreeMap<&str, usize> = components(self.new).collect();
        for (wire, index) in components(self.old).collect::<Vec<_>>() {
            if let Some(&new) = new.get(wire) {
                self.join(TypeId(index), TypeId(new));
            }
        }
    }

    /// Inline types of paired owners, by their place in it.
    fn inline(&mut self) {
        let mut new: BTreeMap<OwnedBy, Vec<TypeId>> = BTreeMap::new();
        for (index, def) in self.new.types.iter().enumerate() {
            if let Some(place) = OwnedBy::of(&def.owner) {
                new.entry(place).or_default().push(TypeId(index));
            }
        }
        // An owner stands before or behind what it owns, so once is not always enough.
        loop {
            let before = self.types.len();
            for (index, def) in self.old.types.iter().enumerate() {
                let place = OwnedBy::of(&def.owner).and_then(|place| self.translated(place));
                let found = place.and_then(|place| new.get(&place));
                if let Some([new]) = found.map(Vec::as_slice) {
                    self.join(TypeId(index), *new);
                }
            }
            if self.types.len() == before {
                return;
            }
        }
    }

    /// The place in the new API.
    fn translated(&self, place: OwnedBy) -> Option<OwnedBy> {
        Some(match place {
            OwnedBy::Type(id, words) => OwnedBy::Type(*self.types.get(&id)?, words),
            OwnedBy::Operation(index, words) => {
                OwnedBy::Operation(*self.operations.get(&index)?, words)
            }
            shared @ OwnedBy::Shared(..) => shared,
        })
    }

    /// Types that stand in the same place of paired items.
    fn used(&mut self) {
        let mut found = Vec::new();
        for (old, new) in self.types() {
            shapes(
                &self.old.get(old).shape,
                &self.new.get(new).shape,
                &mut found,
            );
        }
        for (old, new) in self.operations() {
            calls(
                &self.old.operations[old],
                &self.new.operations[new],
                &mut found,
            );
        }
        for (old, new) in found {
            let is_likely = likeness(&self.old.get(old).shape, &self.new.get(new).shape);
            if is_likely {
                self.join(old, new);
            }
        }
    }

    /// Components without a partner that hold the same, where there is just one on each side.
    fn alike(&mut self) {
        let left = |api: &Api, is_paired: &dyn Fn(TypeId) -> bool| {
            let mut found: BTreeMap<String, Vec<TypeId>> = BTreeMap::new();
            for (_, index) in components(api).filter(|(_, index)| !is_paired(TypeId(*index))) {
                let structure = structure(TypeId(index), api);
                found.entry(structure).or_default().push(TypeId(index));
            }
            found
        };
        let old = left(self.old, &|id| self.has_old_type(id));
        let new = left(self.new, &|id| self.has_new_type(id));
        for (structure, old) in old {
            if let ([old], Some([new])) = (&old[..], new.get(&structure).map(Vec::as_slice)) {
                self.join(*old, *new);
            }
        }
    }
}

/// The place of an inline type: its owner, and the words that lead to it.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum OwnedBy {
    Type(TypeId, String),
    Operation(usize, String),
    Shared(&'static str, String, String),
}

impl OwnedBy {
    fn of(owner: &Owner) -> Option<Self> {
        match owner {
            Owner::Component { .. } => None,
            Owner::Type { id, words } => Some(Self::Type(*id, words.clone())),
            Owner::Operation { index, words } => Some(Self::Operation(*index, words.clone())),
            Owner::Shared {
                section,
                wire,
                words,
            } => Some(Self::Shared(section.word(), wire.clone(), words.clone())),
        }
    }
}

fn components(api: &Api) -> impl Iterator<Item = (&str, usize)> {
    let types = api.types.iter().enumerate();
    types.filter_map(|(index, def)| match &def.owner {
        Owner::Component { wire, .. } => Some((wire.as_str(), index)),
        Owner::Type { .. } | Owner::Operation { .. } | Owner::Shared { .. } => None,
    })
}

/// The path without the names of its parameters.
fn folded(path: &str) -> String {
    let mut out = String::new();
    let mut is_name = false;
    for letter in path.chars() {
        is_name &= letter != '}';
        if !is_name {
            out.push(letter);
        }
        is_name |= letter == '{';
    }
    out
}
