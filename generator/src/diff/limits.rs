//! Limits of values: what is not allowed any more, and what is now.

use super::Direction;
use super::facts::Facts;
use super::item::Item;
use super::joined::Pair;
use super::rules::{self, Rule};
use crate::ir::{Api, Bound, Limit, Part, Type};

/// The limits of a value, and its type.
pub(super) type Limited<'a> = (&'a [Limit], &'a Type);

/// Compares the limits of two items.
pub(super) fn compare<'a>(
    (old, new): Pair<Limited<'_>>,
    direction: Direction,
    items: Pair<Item<'a>>,
    facts: &mut Facts<'a>,
) {
    let (before, after) = facts.apis();
    let (mut was, mut is) = (own(old, before), own(new, after));
    if !facts.pairs.is_same(old.1, new.1) {
        // Another type tells of its format itself.
        let is_format = |limit: &Limit| matches!(limit.bound, Bound::Format(_));
        was.retain(|limit| !is_format(limit));
        is.retain(|limit| !is_format(limit));
    }
    if let Some((rule, detail)) = judged(&was, &is) {
        facts.detailed(rule, direction, items, detail);
    }
}

/// The limits but those of a part that has a definition, which tells of them itself.
fn own((limits, ty): Limited<'_>, api: &Api) -> Vec<Limit> {
    let own = limits.iter().filter(|limit| !is_told(limit, ty, api));
    own.cloned().collect()
}

fn is_told(limit: &Limit, mut ty: &Type, api: &Api) -> bool {
    let mut way = &limit.of[..];
    loop {
        match (ty, way) {
            (Type::Nullable(inner), _) => ty = inner,
            (Type::Array(inner), [Part::Items, rest @ ..])
            | (Type::Map(inner), [Part::Values, rest @ ..]) => (ty, way) = (inner, rest),
            (Type::Tuple(parts), [Part::Element(place), rest @ ..]) => match parts.get(*place) {
                Some(inner) => (ty, way) = (inner, rest),
                None => return false,
            },
            (Type::Named(id), _) if way.len() < limit.of.len() => {
                let limits = &api.get(*id).docs.limits;
                let mut limits = limits.iter();
                return limits.any(|known| known.of == way && known.bound == limit.bound);
            }
            _ => return false,
        }
    }
}

/// The rule for limits that differ, and which do.
fn judged(old: &[Limit], new: &[Limit]) -> Option<(&'static Rule, String)> {
    let without = |some: &[Limit], others: &[Limit]| -> Vec<Limit> {
        let apart = some.iter().filter(|limit| !others.contains(limit));
        apart.cloned().collect()
    };
    let (gone, come) = (without(old, new), without(new, old));
    if gone.is_empty() && come.is_empty() {
        return None;
    }
    // A new limit is none for those who kept to a stricter one.
    let is_new = |limit: &Limit| !old.iter().any(|known| known.implies(limit));
    let rule = if come.iter().any(is_new) {
        rules::LIMITS_TIGHTENED
    } else {
        rules::LIMITS_CHANGED
    };
    let listed = |all: &[Limit]| {
        let all = Limit::words_of(all, Limit::to_string);
        if all.is_empty() {
            "none".to_owned()
        } else {
            all.join(", ")
        }
    };
    Some((rule, format!("{} → {}", listed(&gone), listed(&come))))
}
