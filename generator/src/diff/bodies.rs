//! What operations send.

use super::Direction;
use super::docs::{became, examples};
use super::facts::Facts;
use super::item::Item;
use super::limits;
use super::rules::{self, Rule};
use crate::ir::{Body, Content, Encoding};

/// Compares the bodies of two operations.
pub(super) fn compare((a, b): (usize, usize), facts: &mut Facts<'_>) {
    let (before, after) = (facts.old, facts.new);
    let (old, new) = (
        &before.api.operations[a].body,
        &after.api.operations[b].body,
    );
    let (old, new) = match (old, new) {
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
    let mut note = |rule: &'static Rule| {
        facts.changed(rule, Direction::Request, Item::Body(a), Item::Body(b));
    };
    match (old.required, new.required) {
        (false, true) => note(rules::BODY_BECAME_REQUIRED),
        (true, false) => note(rules::BODY_BECAME_OPTIONAL),
        _ => {}
    }
    if old.description != new.description {
        let items = (Item::Body(a), Item::Body(b));
        let detail = became(old.description.clone(), new.description.clone());
        let rule = rules::BODY_DESCRIPTION_CHANGED;
        facts.detailed(rule, Direction::Request, items, detail);
    }
    let items = (Item::Body(a), Item::Body(b));
    let (was, is) = (&old.main, &new.main);
    if was.media_type != is.media_type {
        let detail = format!("{} → {}", was.media_type, is.media_type);
        let rule = rules::BODY_MEDIA_TYPE_CHANGED;
        facts.detailed(rule, Direction::Request, items, detail);
    }
    content(items, (was, is), facts);
    others((a, b), (old, new), facts);
}

/// Forms that have a method of their own.
fn others((a, b): (usize, usize), (old, new): (&Body, &Body), facts: &mut Facts<'_>) {
    let place = |body: &Body, media_type: &str| {
        let mut others = body.others.iter();
        others.position(|other| other.media_type == media_type)
    };
    for (i, other) in old.others.iter().enumerate() {
        let item = Item::Form(a, i);
        match place(new, &other.media_type) {
            Some(j) => content((item, Item::Form(b, j)), (other, &new.others[j]), facts),
            None => facts.removed(rules::BODY_MEDIA_TYPE_REMOVED, Direction::Request, item),
        }
    }
    for (j, other) in new.others.iter().enumerate() {
        if place(old, &other.media_type).is_none() {
            let item = Item::Form(b, j);
            facts.added(rules::BODY_MEDIA_TYPE_ADDED, Direction::Request, item);
        }
    }
}

/// A form that is there on both sides.
fn content(items: (Item, Item), (old, new): (&Content, &Content), facts: &mut Facts<'_>) {
    if !facts.pairs.is_same(&old.ty, &new.ty) {
        let rule = rules::BODY_TYPE_CHANGED;
        facts.retyped(rule, Direction::Request, items, (&old.ty, &new.ty));
    }
    let limited = ((&old.limits[..], &old.ty), (&new.limits[..], &new.ty));
    limits::compare(limited, Direction::Request, items, facts);
    let mut note = |rule: &'static Rule| {
        facts.changed(rule, Direction::Request, items.0, items.1);
    };
    if encodings(old) != encodings(new) {
        note(rules::BODY_ENCODING_CHANGED);
    }
    if old.examples != new.examples {
        let detail = became(examples(&old.examples), examples(&new.examples));
        let rule = rules::EXAMPLE_CHANGED;
        facts.detailed(rule, Direction::Request, items, detail);
    }
}

/// How fields of a form are written, by name.
fn encodings(content: &Content) -> Vec<Encoding> {
    let mut all = content.encodings.clone();
    all.sort_by(|one, other| one.wire.cmp(&other.wire));
    all
}
