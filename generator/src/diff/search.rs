//! Pairs the types of two plans: by origin first, then by use, then by content.
//!
//! Component schemas are told by pointer; inline types by the item that owns them and the place in it. What is left over on both
//! sides and stands in the same place of paired items is one type under two names: a renamed component, or an inline schema that
//! became one. What is left then has no use, and is told by what it holds. Each pair is looked into once, when it is found.

use std::collections::{BTreeMap, BTreeSet};
use std::mem;

use super::blueprint::Blueprint;
use super::counterparts::{Found, calls, likeness, shapes};
use super::joined::Pair;
use super::pairs::Pairs;
use super::structure::structure;
use crate::ir::{Api, OperationId, Owner, Section, TypeId};

/// Pairs two plans.
pub(super) fn pairs<'a>(old: &'a Blueprint<'a>, new: &'a Blueprint<'a>) -> Pairs<'a> {
    let mut search = Search::of(Pairs::without_types(old, new));
    search.components();
    search.outermost();
    search.inline();
    search.used();
    search.called();
    loop {
        search.inline();
        if !search.used() && !search.alike() {
            return search.pairs;
        }
    }
}

struct Search<'a> {
    pairs: Pairs<'a>,
    operations: BTreeMap<OperationId, OperationId>,
    /// The old types that stand in each old one.
    inside: BTreeMap<TypeId, Vec<TypeId>>,
    /// The new types in each place.
    placed: BTreeMap<OwnedBy<'a>, Vec<TypeId>>,
    /// Paired types, whose inline types are not looked at yet.
    owners: Vec<TypeId>,
    /// Paired types, whose uses of types are not looked at yet.
    users: BTreeSet<TypeId>,
    /// What types hold, as far as it was asked for.
    structures: Pair<BTreeMap<TypeId, String>>,
}

impl<'a> Search<'a> {
    fn of(pairs: Pairs<'a>) -> Self {
        let (old, new) = pairs.apis();
        let mut inside: BTreeMap<TypeId, Vec<TypeId>> = BTreeMap::new();
        for (id, def) in old.defined() {
            if let Owner::Type { id: owner, .. } = &def.owner {
                inside.entry(*owner).or_default().push(id);
            }
        }
        let mut placed: BTreeMap<OwnedBy<'_>, Vec<TypeId>> = BTreeMap::new();
        for (id, def) in new.defined() {
            if let Some(place) = OwnedBy::of(&def.owner) {
                placed.entry(place).or_default().push(id);
            }
        }
        let operations = pairs.operations.pairs();
        Self {
            operations: operations.map(|(old, new)| (old.key, new.key)).collect(),
            inside,
            placed,
            owners: Vec::new(),
            users: BTreeSet::new(),
            structures: Pair::default(),
            pairs,
        }
    }

    /// Pairs two types, and notes what has to be looked at then.
    fn join(&mut self, old: TypeId, new: TypeId) -> bool {
        let is_new = self.pairs.join(old, new);
        if is_new {
            self.owners.push(old);
            self.users.insert(old);
        }
        is_new
    }

    fn components(&mut self) {
        let (old, new) = self.pairs.apis();
        let known: BTreeMap<&str, TypeId> = components(new).collect();
        for (wire, id) in components(old) {
            if let Some(new) = known.get(wire) {
                self.join(id, *new);
            }
        }
    }

    /// Inline types of operations, and of what operations share.
    fn outermost(&mut self) {
        let (old, _) = self.pairs.apis();
        for (id, def) in old.defined() {
            if matches!(def.owner, Owner::Operation { .. } | Owner::Shared { .. }) {
                self.placed(id);
            }
        }
    }

    /// Inline types of paired types, by their place in it.
    fn inline(&mut self) {
        while let Some(owner) = self.owners.pop() {
            for id in self.inside.remove(&owner).unwrap_or_default() {
                self.placed(id);
            }
        }
    }

    /// Pairs an inline type with the one in its place.
    fn placed(&mut self, old: TypeId) {
        let (api, _) = self.pairs.apis();
        let place = OwnedBy::of(&api.get(old).owner).and_then(|place| self.translated(place));
        let found = place.and_then(|place| self.placed.get(&place));
        if let Some(&[new]) = found.map(Vec::as_slice) {
            self.join(old, new);
        }
    }

    /// The place in the new API.
    fn translated(&self, place: OwnedBy<'a>) -> Option<OwnedBy<'a>> {
        Some(match place {
            OwnedBy::Type(id, words) => OwnedBy::Type(self.pairs.partner(id)?, words),
            OwnedBy::Operation(id, words) => OwnedBy::Operation(*self.operations.get(&id)?, words),
            shared @ OwnedBy::Shared(..) => shared,
        })
    }

    /// Types that stand in the same place of paired types.
    fn used(&mut self) -> bool {
        let (old, new) = self.pairs.apis();
        let mut found = Found::new();
        for id in mem::take(&mut self.users) {
            if let Some(partner) = self.pairs.partner(id) {
                shapes(&old.get(id).shape, &new.get(partner).shape, &mut found);
            }
        }
        self.likely(found)
    }

    /// Types that stand in the same place of paired operations.
    fn called(&mut self) {
        let mut found = Found::new();
        for (old, new) in self.pairs.operations.pairs() {
            calls(old.source, new.source, &mut found);
        }
        self.likely(found);
    }

    /// Pairs those that are one type with another name.
    fn likely(&mut self, found: Found) -> bool {
        let (before, after) = self.pairs.apis();
        let mut is_any = false;
        for (old, new) in found {
            if likeness(&before.get(old).shape, &after.get(new).shape) {
                is_any |= self.join(old, new);
            }
        }
        is_any
    }

    /// Components without a partner that hold the same, where there is just one on each side.
    fn alike(&mut self) -> bool {
        let (old, new) = self.pairs.apis();
        let left = components(old).filter(|(_, id)| self.pairs.partner(*id).is_none());
        let left: Vec<TypeId> = left.map(|(_, id)| id).collect();
        let come = components(new).filter(|(_, id)| !self.pairs.is_known(*id));
        let come: Vec<TypeId> = come.map(|(_, id)| id).collect();
        let (before, after) = &mut self.structures;
        let known = by_structure(&come, new, after);
        let mut found = Found::new();
        for (structure, old) in by_structure(&left, old, before) {
            if let (&[old], Some(&[new])) = (&old[..], known.get(structure).map(Vec::as_slice)) {
                found.push((old, new));
            }
        }
        let mut is_any = false;
        for (old, new) in found {
            is_any |= self.join(old, new);
        }
        is_any
    }
}

/// Types by what they hold.
fn by_structure<'k>(
    ids: &[TypeId],
    api: &Api,
    known: &'k mut BTreeMap<TypeId, String>,
) -> BTreeMap<&'k str, Vec<TypeId>> {
    for id in ids {
        known.entry(*id).or_insert_with(|| structure(*id, api));
    }
    let mut found: BTreeMap<&str, Vec<TypeId>> = BTreeMap::new();
    for id in ids {
        if let Some(structure) = known.get(id) {
            found.entry(structure).or_default().push(*id);
        }
    }
    found
}

/// The place of an inline type: its owner, and the words that lead to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum OwnedBy<'a> {
    Type(TypeId, &'a str),
    Operation(OperationId, &'a str),
    Shared(Section, &'a str, &'a str),
}

impl<'a> OwnedBy<'a> {
    fn of(owner: &'a Owner) -> Option<Self> {
        match owner {
            Owner::Component { .. } => None,
            Owner::Type { id, words } => Some(Self::Type(*id, words)),
            Owner::Operation { id, words } => Some(Self::Operation(*id, words)),
            Owner::Shared {
                section,
                wire,
                words,
            } => Some(Self::Shared(*section, wire, words)),
        }
    }
}

fn components(api: &Api) -> impl Iterator<Item = (&str, TypeId)> {
    let types = api.defined();
    types.filter_map(|(id, def)| match &def.owner {
        Owner::Component { wire, .. } => Some((wire.as_str(), id)),
        Owner::Type { .. } | Owner::Operation { .. } | Owner::Shared { .. } => None,
    })
}
