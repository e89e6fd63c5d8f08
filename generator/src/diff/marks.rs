//! The line of the new document on which a change shows, for who marks lines: not where the item begins, but what differs of it. What is
//! gone shows behind what stood before it.

use std::collections::BTreeSet;

use serde_json::Value;

use super::difference::{Cause, Seen, behind_element, difference, of_members};
use super::facts::Fact;
use super::item::Item;
use super::rules;
use super::spot::{Mark, Shown};
use crate::diag::Place;
use crate::pointer::Pointer;
use crate::source::Tree;

/// Keys that only say something: what else differs is the cause of a change that is more than documentation.
const SAID: &[&str] = &[
    "description",
    "summary",
    "title",
    "example",
    "examples",
    "externalDocs",
];

/// Objects and lists beside an item that speak of it.
const BESIDE: &[&str] = &["discriminator", "security", "servers"];

/// References that are followed for one change.
const FOLLOWED: usize = 64;

/// Where a change shows.
pub(super) fn mark(fact: &Fact<'_>, before: &Shown<'_>, after: &Shown<'_>) -> Mark {
    let trees = Trees {
        old: before.side.tree,
        new: after.side.tree,
    };
    let old = fact.old.map(Item::at);
    let new = fact.new.map(Item::at);
    let seen = match (old, new) {
        (Some(old), Some(new)) => {
            let of_operation = || trees.of_operation(fact);
            let changed = trees.changed(fact, &old, &new);
            changed.or_else(of_operation).unwrap_or(Seen::At(new))
        }
        (None, Some(new)) => {
            let owner = fact.new.and_then(Item::operation);
            let owner = owner.map(|operation| &operation.source.at);
            trees.referred(&new, owner).unwrap_or(Seen::At(new))
        }
        (Some(old), None) => {
            let owner = fact.old.and_then(Item::operation);
            let owner = owner.map(|operation| &operation.source.at);
            trees
                .referred(&old, owner)
                .unwrap_or_else(|| trees.gone(&old))
        }
        (None, None) => Seen::At(Pointer::root()),
    };
    line(&seen, after)
}

/// Where a part shows that differs and has no rule.
pub(super) fn of_part(place: &Place, before: &Shown<'_>, after: &Shown<'_>) -> Mark {
    let trees = Trees {
        old: before.side.tree,
        new: after.side.tree,
    };
    line(&trees.gone(&place.at), after)
}

/// Where an annotation of both documents, or of one, shows.
pub(super) fn of_said(at: &Pointer, before: &Shown<'_>, after: &Shown<'_>) -> Mark {
    let trees = Trees {
        old: before.side.tree,
        new: after.side.tree,
    };
    let seen = match trees.new.get(at) {
        Some(_) => trees
            .different(at, at, Cause::Anything)
            .unwrap_or_else(|| Seen::At(at.clone())),
        None => trees.gone(at),
    };
    line(&seen, after)
}

fn line(seen: &Seen, after: &Shown<'_>) -> Mark {
    let (Seen::At(at) | Seen::After(at)) = seen;
    let place = after.side.tree.place(at);
    let begin = after.begin(&place);
    match seen {
        Seen::At(_) => begin,
        Seen::After(_) => Mark {
            line: after.end(&place),
            ..begin
        },
    }
}

struct Trees<'a> {
    old: &'a Tree,
    new: &'a Tree,
}

impl Trees<'_> {
    /// Where the difference of an item of both documents is.
    fn changed(&self, fact: &Fact<'_>, old: &Pointer, new: &Pointer) -> Option<Seen> {
        let cause = Cause::of(fact.rule);
        let own = || self.different(old, new, cause);
        let beside = || self.beside(old, new);
        let behind = || self.behind(new, cause);
        let found = match fact.new {
            Some(Item::New(_)) => self.reordered(old, new).or_else(own),
            Some(Item::Field(..)) if is_presence(fact) => self.listed(old, new).or_else(own),
            Some(Item::Operation(_) | Item::Resource(_) | Item::Value(..) | Item::Variant(..)) => {
                own().or_else(beside).or_else(behind)
            }
            _ => own().or_else(behind).or_else(beside),
        };
        found.or_else(|| self.moved(new))
    }

    /// The outermost name above an item that the old document has not.
    fn moved(&self, new: &Pointer) -> Option<Seen> {
        let mut outermost = None;
        let mut at = new.clone();
        while self.old.get(&at).is_none() {
            let owner = at.parent()?;
            outermost = Some(at);
            at = owner;
        }
        outermost.map(Seen::At)
    }

    /// The first of the fields that changed places.
    fn reordered(&self, old: &Pointer, new: &Pointer) -> Option<Seen> {
        let at = new.child("properties");
        let was = self.old.get(&old.child("properties"))?.as_object()?;
        let is = self.new.get(&at)?.as_object()?;
        let first = was.keys().zip(is.keys()).find(|(was, is)| was != is);
        first.map(|(_, name)| Seen::At(at.child(name)))
    }

    fn different(&self, old: &Pointer, new: &Pointer, cause: Cause) -> Option<Seen> {
        let (was, is) = (self.old.get(old)?, self.new.get(new)?);
        let caused = |key: &str| !SAID.contains(&key);
        let first = match cause {
            Cause::Anything => None,
            Cause::Meaning => difference(was, is, new, &caused),
        };
        first.or_else(|| difference(was, is, new, &|_| true))
    }

    /// The name of a field in the list of those that must be there, where it came or left.
    fn listed(&self, old: &Pointer, new: &Pointer) -> Option<Seen> {
        let list = |at: &Pointer| Some(at.parent()?.parent()?.child("required"));
        let found = |tree: &Tree, list: &Pointer, name: &str| {
            let names = tree.get(list)?.as_array()?;
            names.iter().position(|one| one == name)
        };
        let (was, is) = (list(old)?, list(new)?);
        match (
            found(self.old, &was, &old.last()?),
            found(self.new, &is, &new.last()?),
        ) {
            (None, Some(index)) => Some(Seen::At(is.index(index))),
            (Some(index), None) => Some(self.gone(&was.index(index))),
            _ => None,
        }
    }

    /// What differs in the plain members of what has the item.
    fn beside(&self, old: &Pointer, new: &Pointer) -> Option<Seen> {
        let (mut old, mut new) = (old.parent(), new.parent());
        while let (Some(was), Some(is)) = (old, new) {
            if let (Some(Value::Object(before)), Some(Value::Object(after))) =
                (self.old.get(&was), self.new.get(&is))
            {
                let counts = |key: &str| {
                    let sides = [before.get(key), after.get(key)];
                    BESIDE.contains(&key)
                        || !SAID.contains(&key) && sides.into_iter().flatten().all(is_plain)
                };
                if let Some(seen) = of_members(before, after, &is, &counts) {
                    return Some(seen);
                }
            }
            (old, new) = (was.parent(), is.parent());
        }
        None
    }

    /// The nearest difference in what the item refers to, if it refers to the same in both documents.
    fn behind(&self, new: &Pointer, cause: Cause) -> Option<Seen> {
        let mut known = BTreeSet::from([new.clone()]);
        let mut next = vec![new.clone()];
        while let Some(at) = (known.len() <= FOLLOWED).then(|| next.pop()).flatten() {
            let mut targets = Vec::new();
            references(self.new.get(&at)?, &mut targets);
            for target in targets {
                if let Some(seen) = self.different(&target, &target, cause) {
                    return Some(seen);
                }
                if self.new.get(&target).is_some() && known.insert(target.clone()) {
                    next.insert(0, target);
                }
            }
        }
        None
    }

    /// The reference to what both documents have, where it came to an operation or left it.
    fn referred(&self, at: &Pointer, operation: Option<&Pointer>) -> Option<Seen> {
        let is_in_both = self.old.get(at).is_some() && self.old.get(at) == self.new.get(at);
        let operation = operation.filter(|operation| is_in_both && !at.is_within(operation))?;
        self.different(operation, operation, Cause::Meaning)
    }

    /// What differs of the operation that an item belongs to.
    fn of_operation(&self, fact: &Fact<'_>) -> Option<Seen> {
        let old = fact.old.and_then(Item::operation)?;
        let new = fact.new.and_then(Item::operation)?;
        self.different(&old.source.at, &new.source.at, Cause::Meaning)
    }

    /// What stands before the gone part, or what had it.
    fn gone(&self, at: &Pointer) -> Seen {
        let mut at = at.clone();
        while let Some(owner) = at.parent() {
            let name = at.last().unwrap_or_default();
            match (self.old.get(&owner), self.new.get(&owner)) {
                (Some(Value::Object(was)), Some(Value::Object(is))) => {
                    let before = was.keys().take_while(|key| **key != name);
                    let last = before.filter(|key| is.contains_key(*key)).last();
                    return last
                        .map_or(Seen::At(owner.clone()), |key| Seen::After(owner.child(key)));
                }
                (Some(Value::Array(_)), Some(Value::Array(is))) => {
                    let index = name.parse().unwrap_or(0);
                    return behind_element(&owner, is.len().min(index));
                }
                (_, Some(_)) => return Seen::At(owner),
                (_, None) => at = owner,
            }
        }
        Seen::At(at)
    }
}

/// Whether it is about who must be there.
fn is_presence(fact: &Fact<'_>) -> bool {
    [rules::FIELD_BECAME_REQUIRED, rules::FIELD_BECAME_OPTIONAL].contains(&fact.rule)
}

/// A value that holds nothing with a name.
fn is_plain(value: &Value) -> bool {
    match value {
        Value::Object(_) => false,
        Value::Array(list) => !list.iter().any(|one| one.is_object() || one.is_array()),
        _ => true,
    }
}

fn references(value: &Value, out: &mut Vec<Pointer>) {
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                match value.as_str().and_then(|text| text.strip_prefix('#')) {
                    Some(target) if key == "$ref" => out.extend(Pointer::parse(target)),
                    _ => references(value, out),
                }
            }
        }
        Value::Array(list) => list.iter().for_each(|one| references(one, out)),
        _ => {}
    }
}
