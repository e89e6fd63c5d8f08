//! What people read about an item: descriptions, examples, defaults, deprecation.

use super::Direction;
use super::facts::Facts;
use super::item::Item;
use super::rules::{self, Rule};
use crate::ir::{Docs, literal};

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
}
