//! The media types of answers: which came and went, with or without a method of their own.

use super::facts::Facts;
use super::item::Item;
use super::joined::{Joined, Pair};
use super::rules;
use super::{Direction, given};
use crate::ir::{Content, Response};
use crate::plan::{Answer, Operation};

/// Compares the media types of an answer that is there on both sides.
pub(super) fn compare<'a>(
    (a, b): Pair<&'a Operation<'a>>,
    (from, to): Pair<&'a Response>,
    facts: &mut Facts<'a>,
) {
    let (old, new) = (a.source.forms(from), b.source.forms(to));
    // That there is a body at all, or none any more, is another type of the answer.
    let (Some(was), Some(is)) = (old.first(), new.first()) else {
        return;
    };
    let is_replaced = !has(new, was) && !has(old, is);
    let items = (Item::Response(a, from), Item::Response(b, to));
    let mut gone = Vec::new();
    for content in old.iter().filter(|content| !has(new, content)) {
        if let Some(answer) = method(a, from, content) {
            let rule = rules::RESPONSE_MEDIA_TYPE_REMOVED;
            facts.removed(rule, Direction::Response, Item::Answer(a, answer));
        } else if !(is_replaced && content.media_type == was.media_type) {
            gone.push(content.media_type.as_str());
        }
    }
    for content in new.iter().filter(|content| !has(old, content)) {
        if let Some(answer) = method(b, to, content) {
            let rule = rules::RESPONSE_MEDIA_TYPE_ADDED;
            facts.added(rule, Direction::Response, Item::Answer(b, answer));
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
pub(super) fn given<'a>((a, b): Pair<&'a Operation<'a>>, facts: &mut Facts<'a>) {
    let mut joined = Joined::new(a.other_answers(), b.other_answers());
    joined.by(Answer::media_type, Answer::media_type);
    for (was, is) in joined.pairs() {
        let items = (Item::Answer(a, was), Item::Answer(b, is));
        given::compare(items, (&was.given, &is.given), facts);
    }
}

fn has(contents: &[Content], wanted: &Content) -> bool {
    let name = &wanted.media_type;
    let mut names = contents.iter().map(|content| &content.media_type);
    names.any(|other| other.eq_ignore_ascii_case(name))
}

/// The form of the answer whose method asks for a media type of a success.
fn method<'a>(
    operation: &'a Operation<'a>,
    response: &Response,
    content: &Content,
) -> Option<&'a Answer<'a>> {
    let mut successes = operation.source.succeeding();
    if !successes.any(|success| success.status == response.status) {
        return None;
    }
    let mut answers = operation.other_answers().iter();
    answers.find(|answer| answer.media_type() == Some(&content.media_type))
}
