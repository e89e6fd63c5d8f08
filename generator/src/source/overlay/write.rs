//! Changes of a document: merging and removing nodes, with the place of each that is new or moves.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::{Place, Pointer, Tree, codes, name_of};
use crate::diag::Code;
use crate::source::reading::MAX_DEPTH;

/// Overlays may add this many nodes to a document, each of which has a place of its own.
const MAX_ADDED: usize = 200_000;

/// A value that is merged into the document, and where its parts were written, by their place in it.
pub(super) struct Given<'v> {
    value: std::borrow::Cow<'v, Value>,
    places: BTreeMap<Pointer, Place>,
    /// The place to name where it does not fit: the overlay is the cause, whoever wrote the value.
    cause: Place,
    is_copied: bool,
}

impl<'v> Given<'v> {
    /// What an overlay has.
    pub(super) fn written(value: &'v Value, place: Place) -> Self {
        Self {
            value: std::borrow::Cow::Borrowed(value),
            places: BTreeMap::from([(Pointer::root(), place.clone())]),
            cause: place,
            is_copied: false,
        }
    }

    /// What the document has at a place.
    pub(super) fn copied(tree: &Tree, from: &Pointer, cause: Place) -> Given<'static> {
        let mut places: BTreeMap<Pointer, Place> = within(&tree.parts, from)
            .filter_map(|(at, place)| Some((at.moved(from, &Pointer::root())?, place.clone())))
            .collect();
        places.insert(Pointer::root(), tree.place(from));
        Given {
            value: std::borrow::Cow::Owned(tree.get(from).cloned().unwrap_or_default()),
            places,
            cause,
            is_copied: true,
        }
    }

    /// Where the value at `inner` was written.
    fn place(&self, inner: &Pointer) -> Place {
        let mut outer = Some(inner.clone());
        while let Some(part) = outer {
            if let Some(place) = self.places.get(&part)
                && let Some(at) = inner.moved(&part, &place.at)
            {
                return Place {
                    file: place.file,
                    at,
                };
            }
            outer = part.parent();
        }
        self.cause.clone()
    }

    /// What to point at when the value at `inner` does not fit.
    fn blamed(&self, inner: &Pointer) -> Place {
        if self.is_copied {
            self.cause.clone()
        } else {
            self.place(inner)
        }
    }
}

/// A value that cannot be merged with what is there.
#[derive(Debug)]
pub(super) struct Unfit {
    /// Where it would go.
    pub(super) at: Pointer,
    /// Where it comes from.
    pub(super) given: Place,
    /// What it is.
    pub(super) what: &'static str,
}

/// Why a merge ends early.
#[derive(Debug)]
pub(super) enum Stop {
    /// The rest of this node is left as it is.
    Unfit(Unfit),
    /// The document would be too much.
    Limit(&'static Code),
}

/// What overlays have added to the document.
#[derive(Debug, Default)]
pub(super) struct Budget {
    nodes: usize,
}

impl Budget {
    fn take(&mut self, value: &Value, depth: usize) -> Result<(), Stop> {
        self.nodes += 1;
        if self.nodes > MAX_ADDED {
            return Err(Stop::Limit(codes::TOO_MANY_NODES));
        }
        if depth > MAX_DEPTH {
            return Err(Stop::Limit(codes::TOO_DEEP));
        }
        match value {
            Value::Array(list) => list.iter().try_for_each(|one| self.take(one, depth + 1)),
            Value::Object(map) => map.values().try_for_each(|one| self.take(one, depth + 1)),
            _ => Ok(()),
        }
    }
}

/// Merges a value with the node at a place.
pub(super) fn merge(
    tree: &mut Tree,
    at: &Pointer,
    given: &Given<'_>,
    budget: &mut Budget,
) -> Result<(), Stop> {
    let mut merge = Merge {
        given,
        parts: &mut tree.parts,
        budget,
    };
    let Some(slot) = tree.root.pointer_mut(at.as_str()) else {
        return Ok(());
    };
    let inner = Pointer::root();
    match slot {
        // What is no list is one element more.
        Value::Array(list) if !given.value.is_array() => {
            let index = at.index(list.len());
            merge.put(&index, &given.value, &inner)?;
            list.push(given.value.clone().into_owned());
            Ok(())
        }
        slot => merge.value(slot, at, &given.value, &inner),
    }
}

struct Merge<'m, 'v> {
    given: &'m Given<'v>,
    parts: &'m mut BTreeMap<Pointer, Place>,
    budget: &'m mut Budget,
}

impl Merge<'_, '_> {
    fn value(
        &mut self,
        slot: &mut Value,
        at: &Pointer,
        new: &Value,
        inner: &Pointer,
    ) -> Result<(), Stop> {
        match (&mut *slot, new) {
            (Value::Object(map), Value::Object(new)) => {
                for (key, value) in new {
                    let (at, inner) = (at.child(key), inner.child(key));
                    if let Some(slot) = map.get_mut(key) {
                        self.value(slot, &at, value, &inner)?;
                    } else {
                        self.put(&at, value, &inner)?;
                        map.insert(key.clone(), value.clone());
                    }
                }
                Ok(())
            }
            (Value::Array(list), Value::Array(new)) => {
                for (index, value) in new.iter().enumerate() {
                    self.put(&at.index(list.len()), value, &inner.index(index))?;
                    list.push(value.clone());
                }
                Ok(())
            }
            (Value::Object(_) | Value::Array(_), _) | (_, Value::Object(_) | Value::Array(_)) => {
                Err(Stop::Unfit(Unfit {
                    at: at.clone(),
                    given: self.given.blamed(inner),
                    what: name_of(new),
                }))
            }
            (slot, new) => {
                self.put(at, new, inner)?;
                *slot = new.clone();
                Ok(())
            }
        }
    }

    /// Notes that what is new at a place comes from a place of the given value.
    fn put(&mut self, at: &Pointer, value: &Value, inner: &Pointer) -> Result<(), Stop> {
        self.budget.take(value, at.segments().count())?;
        let below = within(&self.given.places, inner);
        let below = below.filter_map(|(part, place)| Some((part.moved(inner, at)?, place.clone())));
        self.parts.extend(below);
        self.parts.insert(at.clone(), self.given.place(inner));
        Ok(())
    }
}

/// Removes nodes, none of which is the whole document.
pub(super) fn remove(tree: &mut Tree, targets: &[Pointer]) {
    let mut owners: BTreeMap<Pointer, BTreeSet<String>> = BTreeMap::new();
    for target in targets {
        if let (Some(owner), Some(key)) = (target.parent(), target.last()) {
            owners.entry(owner).or_default().insert(key);
        }
    }
    // Inner ones first, since elements of a list move when others go.
    for (owner, keys) in owners.into_iter().rev() {
        match tree.root.pointer_mut(owner.as_str()) {
            Some(Value::Object(map)) => {
                map.retain(|key, _| !keys.contains(key));
                for key in keys {
                    forget(&mut tree.parts, &owner.child(&key));
                }
            }
            Some(Value::Array(_)) => remove_elements(tree, &owner, &keys),
            _ => {}
        }
    }
}

fn remove_elements(tree: &mut Tree, owner: &Pointer, keys: &BTreeSet<String>) {
    let Some(Value::Array(list)) = tree.root.pointer_mut(owner.as_str()) else {
        return;
    };
    let all = std::mem::take(list);
    let kept: Vec<(usize, Value)> = all
        .into_iter()
        .enumerate()
        .filter(|(index, _)| !keys.contains(&index.to_string()))
        .collect();
    let order: Vec<usize> = kept.iter().map(|(index, _)| *index).collect();
    *list = kept.into_iter().map(|(_, value)| value).collect();
    let mut parts = BTreeMap::new();
    for (now, then) in order
        .into_iter()
        .enumerate()
        .filter(|(now, then)| now != then)
    {
        let (from, to) = (owner.index(then), owner.index(now));
        let below = within(&tree.parts, &from);
        let below = below.filter_map(|(at, place)| Some((at.moved(&from, &to)?, place.clone())));
        parts.extend(below);
        parts.insert(to, tree.place(&from));
    }
    let first = keys
        .iter()
        .filter_map(|key| key.parse::<usize>().ok())
        .min();
    let is_moved = |at: &Pointer| {
        let index = at.moved(owner, &Pointer::root());
        let index = index.and_then(|at| at.segments().next()?.parse::<usize>().ok());
        index
            .zip(first)
            .is_some_and(|(index, first)| index >= first)
    };
    let old: Vec<Pointer> = within(&tree.parts, owner)
        .map(|(at, _)| at.clone())
        .filter(is_moved)
        .collect();
    for at in old {
        tree.parts.remove(&at);
    }
    tree.parts.extend(parts);
}

fn forget(parts: &mut BTreeMap<Pointer, Place>, at: &Pointer) {
    let gone: Vec<Pointer> = within(parts, at).map(|(at, _)| at.clone()).collect();
    for at in gone {
        parts.remove(&at);
    }
}

/// The parts at or below a node.
fn within<'p>(
    parts: &'p BTreeMap<Pointer, Place>,
    at: &Pointer,
) -> impl Iterator<Item = (&'p Pointer, &'p Place)> {
    let own = parts.get_key_value(at).into_iter();
    let at = at.clone();
    own.chain(
        parts
            .range(at.child("")..)
            .take_while(move |(part, _)| part.is_within(&at)),
    )
}
