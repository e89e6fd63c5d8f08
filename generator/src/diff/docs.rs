//! What people read about an item: descriptions, examples, defaults, deprecation.

use std::sync::Arc;

use serde_json::Value;

use super::Direction;
use super::facts::Facts;
use super::item::Item;
use super::joined::Pair;
use super::rules::{self, Rule};
use crate::ir::{Docs, Part, literal};

/// The rules that say of which kind of item the documentation changed.
#[derive(Debug, Clone, Copy)]
pub(super) struct About {
    pub(super) description: &'static Rule,
    pub(super) deprecated: &'static Rule,
    pub(super) undeprecated: &'static Rule,
}

/// The words before and after from where they differ, cut: `… → …`.
pub(super) fn became(old: Option<&str>, new: Option<&str>) -> String {
    const LONGEST: usize = 60;
    const BEFORE: usize = 12;
    let (old, new) = (old.unwrap_or_default(), new.unwrap_or_default());
    let same = old
        .chars()
        .zip(new.chars())
        .take_while(|(a, b)| a == b)
        .count();
    let from = if old.chars().count().max(new.chars().count()) > LONGEST {
        same.saturating_sub(BEFORE)
    } else {
        0
    };
    let cut = |text: &str| {
        if text.is_empty() {
            return "none".to_owned();
        }
        let shown: String = text.chars().skip(from).take(LONGEST).collect();
        let shown = shown.split_whitespace().collect::<Vec<_>>().join(" ");
        let before = if from > 0 { "…" } else { "" };
        let is_whole = text.chars().nth(from + LONGEST).is_none();
        format!("{before}{shown}{}", if is_whole { "" } else { "…" })
    };
    format!("{} → {}", cut(old), cut(new))
}

/// What documentation says first.
fn said(docs: &Docs) -> Option<&str> {
    docs.description.as_deref().or(docs.title.as_deref())
}

/// What became of the description of something that the value holds.
fn held(old: &Docs, new: &Docs) -> Option<String> {
    let said = |docs: &'_ Docs, wanted: Part| {
        let mut held = docs.held.iter();
        held.find_map(|(part, description)| (*part == wanted).then(|| description.clone())?)
    };
    let parts = old.held.iter().chain(&new.held).map(|(part, _)| *part);
    let mut became_of = parts.map(|part| (said(old, part), said(new, part)));
    let (was, is) = became_of.find(|(was, is)| was != is)?;
    Some(became(was.as_deref(), is.as_deref()))
}

/// Examples as one text.
pub(super) fn examples<'a>(all: impl IntoIterator<Item = &'a Arc<Value>>) -> Option<String> {
    let all: Vec<String> = all.into_iter().map(|one| literal(one)).collect();
    (!all.is_empty()).then(|| all.join(", "))
}

/// Compares the documentation of two items.
pub(super) fn compare<'a>(
    (old, new): Pair<&Docs>,
    about: About,
    direction: Direction,
    items: Pair<Item<'a>>,
    facts: &mut Facts<'a>,
) {
    let mut note =
        |rule: &'static Rule, detail: String| facts.detailed(rule, direction, items, detail);
    if (&old.title, &old.description) != (&new.title, &new.description) {
        note(about.description, became(said(old), said(new)));
    } else if old.link != new.link {
        let (was, is) = (old.link.as_deref(), new.link.as_deref());
        note(about.description, became(was, is));
    } else if let Some(detail) = held(old, new) {
        note(about.description, detail);
    }
    match (old.deprecated, new.deprecated) {
        (false, true) => note(about.deprecated, String::new()),
        (true, false) => note(about.undeprecated, String::new()),
        _ => {}
    }
    if old.example != new.example {
        let said = |docs: &Docs| docs.example.as_ref().map(literal);
        let (was, is) = (said(old), said(new));
        note(
            rules::EXAMPLE_CHANGED,
            became(was.as_deref(), is.as_deref()),
        );
    }
    if old.default != new.default {
        let said = |docs: &Docs| docs.default.as_ref().map_or("none".to_owned(), literal);
        let detail = format!("{} → {}", said(old), said(new));
        note(rules::DEFAULT_CHANGED, detail);
    }
}
