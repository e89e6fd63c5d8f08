//! The first difference of two values: where it is in the new one.

use serde_json::{Map, Value};

use super::rules::Rule;
use crate::pointer::Pointer;

/// Where something shows.
#[derive(Debug)]
pub(super) enum Seen {
    /// At this.
    At(Pointer),
    /// Behind this, since it is gone.
    After(Pointer),
}

/// What a change is caused by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cause {
    /// Whatever differs first: only documentation changed.
    Anything,
    /// What means something, where there is such a difference.
    Meaning,
}

impl Cause {
    pub(super) fn of(rule: &Rule) -> Self {
        if rule.is_documentation() {
            Self::Anything
        } else {
            Self::Meaning
        }
    }
}

/// The first difference of two values in the order of the new one; keys that do not count are passed over.
pub(super) fn difference(
    old: &Value,
    new: &Value,
    at: &Pointer,
    counts: &dyn Fn(&str) -> bool,
) -> Option<Seen> {
    match (old, new) {
        (Value::Object(was), Value::Object(is)) => of_members(was, is, at, counts),
        (Value::Array(was), Value::Array(is)) => {
            let same = was
                .iter()
                .zip(is)
                .take_while(|(old, new)| old == new)
                .count();
            match (was.get(same), is.get(same)) {
                (Some(old), Some(new)) if was.len() == is.len() => {
                    difference(old, new, &at.index(same), counts)
                }
                (_, Some(_)) if was.len() <= is.len() => Some(Seen::At(at.index(same))),
                (Some(_), _) => Some(behind_element(at, same)),
                _ => None,
            }
        }
        _ => (old != new).then(|| Seen::At(at.clone())),
    }
}

/// Behind so many elements of a list.
pub(super) fn behind_element(list: &Pointer, count: usize) -> Seen {
    match count.checked_sub(1) {
        Some(last) => Seen::After(list.index(last)),
        None => Seen::At(list.clone()),
    }
}

/// The same for the members of two objects.
pub(super) fn of_members(
    was: &Map<String, Value>,
    is: &Map<String, Value>,
    at: &Pointer,
    counts: &dyn Fn(&str) -> bool,
) -> Option<Seen> {
    for (key, value) in is.iter().filter(|(key, _)| counts(key)) {
        let at = at.child(key);
        let Some(old) = was.get(key) else {
            return Some(Seen::At(at));
        };
        if old != value
            && let Some(seen) = difference(old, value, &at, counts)
        {
            return Some(seen);
        }
    }
    let mut last = None;
    for key in was.keys() {
        if is.contains_key(key) {
            last = Some(key);
        } else if counts(key) {
            return Some(last.map_or(Seen::At(at.clone()), |key| Seen::After(at.child(key))));
        }
    }
    None
}
