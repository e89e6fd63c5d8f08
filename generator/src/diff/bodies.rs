//! What operations send.

use super::Direction;
use super::docs::{became, examples};
use super::facts::Facts;
use super::item::Item;
use super::joined::{Joined, Pair};
use super::limits;
use super::rules::{self, Rule};
use crate::ir::{Content, Encoding};
use crate::plan::{Body, Operation};

/// Compares the bodies of two operations.
pub(super) fn compare<'a>((a, b): Pair<&'a Operation<'a>>, facts: &mut Facts<'a>) {
    let (old, new) = match (&a.body, &b.body) {
        (None, None) => return,
        (None, Some(body)) => {
            let rule = if body.required {
                rules::BODY_ADDED_REQUIRED
            } else {
                rules::BODY_ADDED_OPTIONAL
            };
            return facts.added(rule, Direction::Request, Item::Body(b));
        }
        (Some(_), None) => {
            return facts.removed(rules::BODY_REMOVED, Direction::Request, Item::Body(a));
        }
        (Some(old), Some(new)) => (old, new),
    };
    let items = (Item::Body(a), Item::Body(b));
    let mut note = |rule: &'static Rule| {
        facts.changed(rule, Direction::Request, items.0, items.1);
    };
    match (old.required, new.required) {
        (false, true) => note(rules::BODY_BECAME_REQUIRED),
        (true, false) => note(rules::BODY_BECAME_OPTIONAL),
        _ => {}
    }
    if old.description != new.description {
        let detail = became(old.description, new.description);
        let rule = rules::BODY_DESCRIPTION_CHANGED;
        facts.detailed(rule, Direction::Request, items, detail);
    }
    let (was, is) = (old.main.content, new.main.content);
    if was.media_type != is.media_type {
        let detail = format!("{} → {}", was.media_type, is.media_type);
        let rule = rules::BODY_MEDIA_TYPE_CHANGED;
        facts.detailed(rule, Direction::Request, items, detail);
    }
    content(items, (was, is), facts);
    others((a, b), (old, new), facts);
}

/// Forms that have a method of their own.
fn others<'a>(
    (a, b): Pair<&'a Operation<'a>>,
    (old, new): Pair<&'a Body<'a>>,
    facts: &mut Facts<'a>,
) {
    let mut joined = Joined::new(&old.others, &new.others);
    joined.by(
        |sent| Some(&sent.content.media_type),
        |sent| Some(&sent.content.media_type),
    );
    for (was, is) in joined.old() {
        let item = Item::Form(a, was);
        match is {
            Some(is) => content((item, Item::Form(b, is)), (was.content, is.content), facts),
            None => facts.removed(rules::BODY_MEDIA_TYPE_REMOVED, Direction::Request, item),
        }
    }
    for sent in joined.added() {
        let item = Item::Form(b, sent);
        facts.added(rules::BODY_MEDIA_TYPE_ADDED, Direction::Request, item);
    }
}

/// A form that is there on both sides.
fn content<'a>(items: Pair<Item<'a>>, (old, new): Pair<&Content>, facts: &mut Facts<'a>) {
    if !facts.pairs.is_same(&old.ty, &new.ty) {
        let rule = rules::BODY_TYPE_CHANGED;
        facts.retyped(rule, Direction::Request, items, (&old.ty, &new.ty));
    }
    let limited = ((&old.limits[..], &old.ty), (&new.limits[..], &new.ty));
    limits::compare(limited, Direction::Request, items, facts);
    if encodings(old) != encodings(new) {
        let rule = rules::BODY_ENCODING_CHANGED;
        facts.changed(rule, Direction::Request, items.0, items.1);
    }
    if old.example != new.example {
        let (was, is) = (examples(&old.example), examples(&new.example));
        let detail = became(was.as_deref(), is.as_deref());
        let rule = rules::EXAMPLE_CHANGED;
        facts.detailed(rule, Direction::Request, items, detail);
    }
}

/// How fields of a form are written, by name.
fn encodings(content: &Content) -> Vec<&Encoding> {
    let mut all: Vec<&Encoding> = content.encodings.iter().collect();
    all.sort_by_key(|encoding| &encoding.wire);
    all
}
