//! What people read about an item: descriptions, examples, defaults, limits, deprecation.

use std::collections::BTreeSet;

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
    if let Some((rule, detail)) = limits(&old.limits, &new.limits) {
        note(rule, detail);
    }
}

/// The rule for limits that differ, and which do.
fn limits(old: &[String], new: &[String]) -> Option<(&'static Rule, String)> {
    let (before, after): (BTreeSet<&String>, BTreeSet<&String>) =
        (old.iter().collect(), new.iter().collect());
    if before == after {
        return None;
    }
    let gone: Vec<&String> = before.difference(&after).copied().collect();
    let come: Vec<&String> = after.difference(&before).copied().collect();
    let is_tighter = come
        .iter()
        .any(|limit| !gone.iter().any(|old| is_wider(old, limit)));
    let rule = if is_tighter {
        rules::LIMITS_TIGHTENED
    } else {
        rules::LIMITS_CHANGED
    };
    let listed = |all: &[&String]| {
        let all: Vec<&str> = all.iter().map(|one| one.as_str()).collect();
        if all.is_empty() {
            "none".to_owned()
        } else {
            all.join(", ")
        }
    };
    Some((rule, format!("{} → {}", listed(&gone), listed(&come))))
}

/// Whether `new` is the limit `old` with a number that lets more through.
fn is_wider(old: &str, new: &str) -> bool {
    let (Some((old_words, old)), Some((new_words, new))) = (numbered(old), numbered(new)) else {
        return false;
    };
    if old_words != new_words {
        return false;
    }
    let begins = |words: [&str; 2]| words.iter().any(|words| old_words.starts_with(words));
    (begins(["at most", "less than"]) && new > old)
        || (begins(["at least", "more than"]) && new < old)
}

/// The words of a limit without their plural, and its number.
fn numbered(limit: &str) -> Option<(String, f64)> {
    let number = limit
        .split_whitespace()
        .find_map(|word| Some((word, word.parse().ok()?)));
    let (word, number) = number?;
    let words = limit.replacen(word, "", 1);
    Some((words.trim_end_matches('s').to_owned(), number))
}
