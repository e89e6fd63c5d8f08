//! What people read about an item: descriptions, examples, defaults, limits, deprecation.

use super::Direction;
use super::facts::Facts;
use super::item::Item;
use super::rules::{self, Rule};
use crate::ir::{Docs, Limit, literal};

/// The rules that say of which kind of item the documentation changed.
#[derive(Debug, Clone, Copy)]
pub(super) struct About {
    pub(super) description: &'static Rule,
    pub(super) deprecated: &'static Rule,
    pub(super) undeprecated: &'static Rule,
}

/// Compares the documentation of two items.
pub(super) fn compare(
    (old, new): (&Docs, &Docs),
    about: About,
    direction: Direction,
    items: (Item, Item),
    facts: &mut Facts<'_>,
) {
    let mut note =
        |rule: &'static Rule, detail: String| facts.detailed(rule, direction, items, detail);
    if (&old.title, &old.description) != (&new.title, &new.description) {
        note(about.description, String::new());
    }
    match (old.deprecated, new.deprecated) {
        (false, true) => note(about.deprecated, String::new()),
        (true, false) => note(about.undeprecated, String::new()),
        _ => {}
    }
    if old.example != new.example {
        note(rules::EXAMPLE_CHANGED, String::new());
    }
    if old.default != new.default {
        let said = |docs: &Docs| docs.default.as_ref().map_or("none".to_owned(), literal);
        let detail = format!("{} → {}", said(old), said(new));
        note(rules::DEFAULT_CHANGED, detail);
    }
    if let Some((rule, detail)) = limits(&old.limits, &new.limits) {
        note(rule, detail);
    }
}

/// The rule for limits that differ, and which do.
fn limits(old: &[Limit], new: &[Limit]) -> Option<(&'static Rule, String)> {
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
        let all: Vec<String> = all.iter().map(Limit::to_string).collect();
        if all.is_empty() {
            "none".to_owned()
        } else {
            all.join(", ")
        }
    };
    Some((rule, format!("{} → {}", listed(&gone), listed(&come))))
}
