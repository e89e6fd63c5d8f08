//! What operations give: successes, documented errors, and what is said about answers.

use super::docs::{became, examples};
use super::facts::Facts;
use super::item::Item;
use super::rules::{self, Rule};
use super::{Direction, forms, headers, limits};
use crate::ir::{Operation, Response, Status};
use crate::plan::{Call, Outcome, Plan};

/// Compares the answers of two operations.
pub(super) fn compare((a, b): (usize, usize), facts: &mut Facts<'_>) {
    let (before, after) = (facts.old, facts.new);
    let (old, new) = (&before.api.operations[a], &after.api.operations[b]);
    let (was, is) = (&before.calls[a], &after.calls[b]);
    success((a, b), (old, new), (&was.success, &is.success), facts);
    forms::given((a, b), facts);
    errors((a, b), (old, new), (was, is), facts);
    for (i, response) in old.responses.iter().enumerate() {
        match position(new, response.status) {
            Some(j) => {
                let items = (Item::Response(a, i), Item::Response(b, j));
                described(items, (response, &new.responses[j]), facts);
                forms::compare((a, i), (b, j), facts);
            }
            None if is_in_code(was, i) => {}
            None => {
                let item = Item::Response(a, i);
                facts.removed(rules::RESPONSE_REMOVED, Direction::Response, item);
            }
        }
    }
    for (j, response) in new.responses.iter().enumerate() {
        if position(old, response.status).is_none() && !is_in_code(is, j) {
            let item = Item::Response(b, j);
            facts.added(rules::RESPONSE_ADDED, Direction::Response, item);
        }
    }
}

fn position(operation: &Operation, status: Status) -> Option<usize> {
    let mut responses = operation.responses.iter();
    responses.position(|response| response.status == status)
}

/// Whether an answer is a variant of its own in the generated code.
fn is_in_code(call: &Call, response: usize) -> bool {
    let is_error = call.errors.iter().any(|(index, _)| *index == response);
    let is_success = match &call.success {
        Outcome::ByStatus(all) => all.iter().any(|(index, _)| *index == response),
        _ => false,
    };
    is_error || is_success
}

fn success(
    (a, b): (usize, usize),
    (old, new): (&Operation, &Operation),
    (was, is): (&Outcome, &Outcome),
    facts: &mut Facts<'_>,
) {
    let (Outcome::ByStatus(was), Outcome::ByStatus(is)) = (was, is) else {
        if !is_same(was, is, facts) {
            let items = (Item::Success(a), Item::Success(b));
            changed(rules::SUCCESS_TYPE_CHANGED, items, (was, is), facts);
        }
        return;
    };
    let set = Variants {
        added: rules::SUCCESS_ADDED,
        removed: rules::SUCCESS_REMOVED,
        changed: rules::SUCCESS_TYPE_CHANGED,
        boxed: rules::SUCCESS_BOXING_CHANGED,
        item: Item::SuccessStatus,
    };
    set.compare((a, b), (old, new), (was, is), facts);
}

fn errors(
    (a, b): (usize, usize),
    (old, new): (&Operation, &Operation),
    (was, is): (&Call, &Call),
    facts: &mut Facts<'_>,
) {
    let set = Variants {
        added: rules::ERROR_ADDED,
        removed: rules::ERROR_REMOVED,
        changed: rules::ERROR_TYPE_CHANGED,
        boxed: rules::ERROR_BOXING_CHANGED,
        item: Item::ErrorStatus,
    };
    set.compare((a, b), (old, new), (&was.errors, &is.errors), facts);
}

/// The index of each response, and what it holds.
type ByStatus = [(usize, Outcome)];

/// How the variants of an enum by status are told of.
struct Variants {
    added: &'static Rule,
    removed: &'static Rule,
    changed: &'static Rule,
    boxed: &'static Rule,
    item: fn(usize, usize) -> Item,
}

impl Variants {
    fn compare(
        &self,
        (a, b): (usize, usize),
        (old, new): (&Operation, &Operation),
        (was, is): (&ByStatus, &ByStatus),
        facts: &mut Facts<'_>,
    ) {
        let status = |operation: &Operation, index: usize| operation.responses[index].status;
        for (i, held) in was {
            let item = (self.item)(a, *i);
            let mut others = is.iter();
            match others.find(|(j, _)| status(old, *i) == status(new, *j)) {
                Some((j, other)) if !is_same(held, other, facts) => {
                    let items = (item, (self.item)(b, *j));
                    changed(self.changed, items, (held, other), facts);
                }
                Some((j, other)) if is_large(held, facts.old) != is_large(other, facts.new) => {
                    let new = (self.item)(b, *j);
                    facts.changed(self.boxed, Direction::Response, item, new);
                }
                Some(_) => {}
                None => facts.removed(self.removed, Direction::Response, item),
            }
        }
        for (j, _) in is {
            if !was.iter().any(|(i, _)| status(old, *i) == status(new, *j)) {
                facts.added(self.added, Direction::Response, (self.item)(b, *j));
            }
        }
    }
}

/// Notes that an answer gives something else.
pub(super) fn changed(
    rule: &'static Rule,
    items: (Item, Item),
    given: (&Outcome, &Outcome),
    facts: &mut Facts<'_>,
) {
    match given {
        (Outcome::Json(old), Outcome::Json(new)) => {
            facts.retyped(rule, Direction::Response, items, (old, new));
        }
        (Outcome::Stream(was, old), Outcome::Stream(is, new)) if was == is => {
            facts.retyped(rule, Direction::Response, items, (old, new));
        }
        (Outcome::Redirect(old), Outcome::Redirect(new)) => changed(rule, items, (old, new), facts),
        _ => facts.changed(rule, Direction::Response, items.0, items.1),
    }
}

/// Whether two successes are of the same type.
pub(super) fn is_same(old: &Outcome, new: &Outcome, facts: &Facts<'_>) -> bool {
    match (old, new) {
        (Outcome::Json(old), Outcome::Json(new)) => facts.pairs.is_same(old, new),
        (Outcome::Stream(was, old), Outcome::Stream(is, new)) => {
            was == is && facts.pairs.is_same(old, new)
        }
        (Outcome::Redirect(old), Outcome::Redirect(new)) => is_same(old, new, facts),
        (Outcome::ByStatus(_), _) | (_, Outcome::ByStatus(_)) => false,
        (old, new) => old == new,
    }
}

/// Whether the variant of an enum by status needs a box.
fn is_large(outcome: &Outcome, plan: &Plan) -> bool {
    matches!(outcome, Outcome::Json(ty) if plan.is_large(ty))
}

/// What is said about an answer that is there on both sides.
fn described(items: (Item, Item), (old, new): (&Response, &Response), facts: &mut Facts<'_>) {
    if old.description != new.description {
        let detail = became(Some(old.description.clone()), Some(new.description.clone()));
        let rule = rules::RESPONSE_DESCRIPTION_CHANGED;
        facts.detailed(rule, Direction::Response, items, detail);
    }
    headers::compare(items, (old, new), facts);
    let all = |response: &Response| -> Vec<serde_json::Value> {
        let contents = response.contents.iter();
        contents.flat_map(|one| one.examples.clone()).collect()
    };
    let (was, is) = (all(old), all(new));
    if was != is {
        let detail = became(examples(&was), examples(&is));
        facts.detailed(rules::EXAMPLE_CHANGED, Direction::Response, items, detail);
    }
    for was in &old.contents {
        let mut contents = new.contents.iter();
        if let Some(is) = contents.find(|is| is.media_type == was.media_type) {
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
}
