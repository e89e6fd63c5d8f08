//! What operations give: successes, documented errors, and what is said about answers.

use std::sync::Arc;

use serde_json::Value;

use super::docs::{became, examples};
use super::facts::Facts;
use super::item::Item;
use super::joined::{Joined, Pair};
use super::rules::{self, Rule};
use super::{Direction, forms, given, headers, limits};
use crate::ir::Response;
use crate::plan::{Documented, Given, Operation};

/// Compares the answers of two operations.
pub(super) fn compare<'a>((a, b): Pair<&'a Operation<'a>>, facts: &mut Facts<'a>) {
    success((a, b), facts);
    forms::given((a, b), facts);
    errors((a, b), facts);
    let mut joined = Joined::new(&a.source.responses, &b.source.responses);
    joined.by(|one| Some(one.status), |one| Some(one.status));
    for (was, is) in joined.old() {
        match is {
            Some(is) => {
                described(
                    (Item::Response(a, was), Item::Response(b, is)),
                    (was, is),
                    facts,
                );
                forms::compare((a, b), (was, is), facts);
            }
            None if is_in_code(a, was) => {}
            None => {
                let item = Item::Response(a, was);
                facts.removed(rules::RESPONSE_REMOVED, Direction::Response, item);
            }
        }
    }
    for response in joined.added().filter(|response| !is_in_code(b, response)) {
        let item = Item::Response(b, response);
        facts.added(rules::RESPONSE_ADDED, Direction::Response, item);
    }
}

/// Whether an answer is a variant of its own in the generated code.
fn is_in_code(operation: &Operation<'_>, response: &Response) -> bool {
    let mut all = by_status(operation)
        .iter()
        .chain(documented_errors(operation));
    all.any(|one| one.status() == response.status)
}

/// What successes hold where that depends on the status.
fn by_status<'a, 'p>(operation: &'a Operation<'p>) -> &'a [Documented<'p>] {
    match operation.answer().map(|answer| &answer.given) {
        Some(Given::ByStatus(all)) => all,
        Some(Given::Single { .. }) | None => &[],
    }
}

fn documented_errors<'a, 'p>(operation: &'a Operation<'p>) -> &'a [Documented<'p>] {
    operation
        .errors
        .as_ref()
        .map_or(&[], |errors| errors.all.as_slice())
}

fn success<'a>((a, b): Pair<&'a Operation<'a>>, facts: &mut Facts<'a>) {
    let (Some(was), Some(is)) = (a.answer(), b.answer()) else {
        return;
    };
    if let (Given::ByStatus(was), Given::ByStatus(is)) = (&was.given, &is.given) {
        let set = Variants {
            added: rules::SUCCESS_ADDED,
            removed: rules::SUCCESS_REMOVED,
            changed: rules::SUCCESS_TYPE_CHANGED,
            boxed: rules::SUCCESS_BOXING_CHANGED,
            item: Item::SuccessStatus,
        };
        return set.compare((a, b), (was, is), facts);
    }
    let items = (Item::Success(a), Item::Success(b));
    given::compare(items, (&was.given, &is.given), facts);
}

fn errors<'a>((a, b): Pair<&'a Operation<'a>>, facts: &mut Facts<'a>) {
    let set = Variants {
        added: rules::ERROR_ADDED,
        removed: rules::ERROR_REMOVED,
        changed: rules::ERROR_TYPE_CHANGED,
        boxed: rules::ERROR_BOXING_CHANGED,
        item: Item::ErrorStatus,
    };
    set.compare((a, b), (documented_errors(a), documented_errors(b)), facts);
}

/// How the variants of an enum by status are told of.
struct Variants<'a> {
    added: &'static Rule,
    removed: &'static Rule,
    changed: &'static Rule,
    boxed: &'static Rule,
    item: fn(&'a Operation<'a>, &'a Documented<'a>) -> Item<'a>,
}

impl<'a> Variants<'a> {
    fn compare(
        &self,
        (a, b): Pair<&'a Operation<'a>>,
        lists: Pair<&'a [Documented<'a>]>,
        facts: &mut Facts<'a>,
    ) {
        let mut joined = Joined::new(lists.0, lists.1);
        joined.by(|one| Some(one.status()), |one| Some(one.status()));
        for (was, is) in joined.old() {
            let item = (self.item)(a, was);
            let Some(is) = is else {
                facts.removed(self.removed, Direction::Response, item);
                continue;
            };
            let items = (item, (self.item)(b, is));
            if !given::is_same((&was.held, &is.held), facts) {
                given::changed(self.changed, items, (&was.held, &is.held), facts);
            } else if given::is_large(&was.held) != given::is_large(&is.held) {
                facts.changed(self.boxed, Direction::Response, items.0, items.1);
            }
        }
        for one in joined.added() {
            facts.added(self.added, Direction::Response, (self.item)(b, one));
        }
    }
}

/// The examples of an answer.
fn shown(response: &Response) -> impl Iterator<Item = &Arc<Value>> {
    let contents = response.contents.iter();
    contents.filter_map(|one| one.example.as_ref())
}

/// What is said about an answer that is there on both sides.
fn described<'a>(items: Pair<Item<'a>>, (old, new): Pair<&'a Response>, facts: &mut Facts<'a>) {
    if old.description != new.description {
        let detail = became(Some(&old.description), Some(&new.description));
        let rule = rules::RESPONSE_DESCRIPTION_CHANGED;
        facts.detailed(rule, Direction::Response, items, detail);
    }
    headers::compare(items, (old, new), facts);
    if !shown(old).eq(shown(new)) {
        let (was, is) = (examples(shown(old)), examples(shown(new)));
        let detail = became(was.as_deref(), is.as_deref());
        facts.detailed(rules::EXAMPLE_CHANGED, Direction::Response, items, detail);
    }
    let mut joined = Joined::new(&old.contents, &new.contents);
    joined.by(|one| Some(&one.media_type), |one| Some(&one.media_type));
    for (was, is) in joined.pairs() {
        if was.ends != is.ends {
            let said = |end: &Option<String>| end.clone().unwrap_or_else(|| "none".to_owned());
            let detail = format!("{} → {}", said(&was.ends), said(&is.ends));
            facts.detailed(
                rules::STREAM_END_CHANGED,
                Direction::Response,
                items,
                detail,
            );
        }
        let limited = ((&was.limits[..], &was.ty), (&is.limits[..], &is.ty));
        limits::compare(limited, Direction::Response, items, facts);
    }
}
