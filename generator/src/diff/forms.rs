//! The media types of answers: which came and went, with or without a method of their own.

use super::facts::Facts;
use super::item::Item;
use super::rules;
use super::{Direction, responses};
use crate::ir::{Content, Operation};
use crate::plan::Plan;

/// Compares the media types of an answer that is there on both sides.
pub(super) fn compare((a, i): (usize, usize), (b, j): (usize, usize), facts: &mut Facts<'_>) {
    let (before, after) = (facts.old, facts.new);
    let old = before.api.operations[a].answered(i);
    let new = after.api.operations[b].answered(j);
    // That there is a body at all, or none any more, is another type of the answer.
    let (Some(was), Some(is)) = (old.first(), new.first()) else {
        return;
    };
    let is_replaced = !has(new, was) && !has(old, is);
    let items = (Item::Response(a, i), Item::Response(b, j));
    let mut gone = Vec::new();
    for content in old.iter().filter(|content| !has(new, content)) {
        if let Some(item) = method((a, i), content, before) {
            let rule = rules::RESPONSE_MEDIA_TYPE_REMOVED;
            facts.removed(rule, Direction::Response, item);
        } else if !(is_replaced && content.media_type == was.media_type) {
            gone.push(content.media_type.as_str());
        }
    }
    for content in new.iter().filter(|content| !has(old, content)) {
        if let Some(item) = method((b, j), content, after) {
            let rule = rules::RESPONSE_MEDIA_TYPE_ADDED;
            facts.added(rule, Direction::Response, item);
        } else if !(is_replaced && content.media_type == is.media_type) {
            let rule = rules::RESPONSE_MEDIA_TYPE_JOINED;
            facts.detailed(rule, Direction::Response, items, content.media_type.clone());
        }
    }
    let rule = rules::RESPONSE_MEDIA_TYPE_CHANGED;
    if is_replaced {
        let detail = format!("{} → {}", was.media_type, is.media_type);
        facts.detailed(rule, Direction::Response, items, detail);
    }
    for media_type in gone {
        let detail = format!("{media_type} → {}", is.media_type);
        facts.detailed(rule, Direction::Response, items, detail);
    }
}

/// Compares what the methods give that ask for the same form of an answer.
pub(super) fn given((a, b): (usize, usize), facts: &mut Facts<'_>) {
    let (before, after) = (facts.old, facts.new);
    let old = media_types(&before.api.operations[a]);
    let new = media_types(&after.api.operations[b]);
    for (i, media_type) in old.iter().enumerate() {
        let Some(j) = new.iter().position(|other| other == media_type) else {
            continue;
        };
        let (was, is) = (&before.calls[a].others[i], &after.calls[b].others[j]);
        if !responses::is_same(was, is, facts) {
            let items = (Item::Answer(a, i), Item::Answer(b, j));
            let rule = rules::SUCCESS_TYPE_CHANGED;
            responses::changed(rule, items, (was, is), facts);
        }
    }
}

fn has(contents: &[Content], wanted: &Content) -> bool {
    let name = &wanted.media_type;
    let mut names = contents.iter().map(|content| &content.media_type);
    names.any(|other| other.eq_ignore_ascii_case(name))
}

/// The method that asks for a form of an answer.
fn method((operation, response): (usize, usize), content: &Content, plan: &Plan) -> Option<Item> {
    let source = &plan.api.operations[operation];
    if !source.successes().contains(&response) {
        return None;
    }
    let names = media_types(source);
    let other = names.iter().position(|name| **name == content.media_type)?;
    Some(Item::Answer(operation, other))
}

/// The media types that have a method of their own.
fn media_types(operation: &Operation) -> Vec<&str> {
    let others = operation.other_answers().into_iter();
    let contents = others.filter_map(|answer| {
        let (response, content) = answer.origin;
        operation.answered(response).get(content)
    });
    contents
        .map(|content| content.media_type.as_str())
        .collect()
}
