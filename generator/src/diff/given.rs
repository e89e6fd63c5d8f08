//! What an answer gives: whether two give the same.

use super::Direction;
use super::facts::Facts;
use super::item::Item;
use super::joined::Pair;
use super::rules::{self, Rule};
use crate::ir::Type;
use crate::plan::{Documented, Given, Held};

/// Compares what two successes give as a whole.
pub(super) fn compare<'a>(items: Pair<Item<'a>>, given: Pair<&Given<'_>>, facts: &mut Facts<'a>) {
    let rule = rules::SUCCESS_TYPE_CHANGED;
    match given {
        (Given::Single { held: was, .. }, Given::Single { held: is, .. }) => {
            if !is_same((was, is), facts) {
                changed(rule, items, (was, is), facts);
            }
        }
        (Given::ByStatus(was), Given::ByStatus(is)) if are_same((was, is), facts) => {}
        _ => facts.changed(rule, Direction::Response, items.0, items.1),
    }
}

/// Whether the same statuses hold the same types.
fn are_same((old, new): Pair<&[Documented<'_>]>, facts: &Facts<'_>) -> bool {
    let is_same = |(was, is): Pair<&Documented<'_>>| {
        was.status() == is.status()
            && is_large(&was.held) == is_large(&is.held)
            && is_same((&was.held, &is.held), facts)
    };
    old.len() == new.len() && old.iter().zip(new).all(is_same)
}

/// Notes that an answer gives something else.
pub(super) fn changed<'a>(
    rule: &'static Rule,
    items: Pair<Item<'a>>,
    given: Pair<&Held<'_>>,
    facts: &mut Facts<'a>,
) {
    match sources(given) {
        Some(types) => facts.retyped(rule, Direction::Response, items, types),
        None => facts.changed(rule, Direction::Response, items.0, items.1),
    }
}

/// Whether two answers hold the same type.
pub(super) fn is_same(given: Pair<&Held<'_>>, facts: &Facts<'_>) -> bool {
    match sources(given) {
        Some((old, new)) => facts.pairs.is_same(old, new),
        None => given.0 == given.1,
    }
}

/// The types that two answers hold in the same way.
fn sources<'h>(given: Pair<&Held<'h>>) -> Option<Pair<&'h Type>> {
    match given {
        (Held::Json { source: old, .. }, Held::Json { source: new, .. }) => Some((old, new)),
        (
            Held::Stream {
                framing: was,
                source: old,
                ..
            },
            Held::Stream {
                framing: is,
                source: new,
                ..
            },
        ) => (was == is).then_some((*old, *new)),
        (Held::Redirect(old), Held::Redirect(new)) => sources((old, new)),
        _ => None,
    }
}

/// Whether the variant of an enum by status needs a box.
pub(super) fn is_large(held: &Held<'_>) -> bool {
    matches!(held, Held::Json { is_large: true, .. })
}
