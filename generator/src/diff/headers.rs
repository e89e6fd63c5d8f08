//! Headers of answers: which came and went, and what programs that read their texts make of another type.

use std::collections::BTreeMap;

use super::Direction;
use super::facts::Facts;
use super::item::Item;
use super::joined::Pair;
use super::rules;
use super::scalars;
use crate::ir::{Header, Response, Type};

/// Compares the headers of an answer that is there on both sides, each told of by its name.
pub(super) fn compare<'a>(
    items: Pair<Item<'a>>,
    (old, new): Pair<&Response>,
    facts: &mut Facts<'a>,
) {
    let (old, new) = (by_name(old), by_name(new));
    let mut note = |rule, detail: String| {
        facts.detailed(rule, Direction::Response, items, detail);
    };
    for (name, was) in &old {
        let Some(is) = new.get(name) else {
            note(
                if was.required {
                    rules::RESPONSE_HEADERS_REMOVED
                } else {
                    rules::RESPONSE_HEADERS_CHANGED
                },
                format!("{} is gone", was.wire),
            );
            continue;
        };
        if was.required && !is.required {
            let detail = format!("{} may be missing", was.wire);
            note(rules::RESPONSE_HEADERS_REMOVED, detail);
        }
        if was.form == is.form {
            if !was.required && is.required {
                let detail = format!("{} is always there", was.wire);
                note(rules::RESPONSE_HEADERS_CHANGED, detail);
            }
            continue;
        }
        let said = |header: &Header| header.facts().unwrap_or_else(|| "a text".to_owned());
        let detail = format!("{}: {} → {}", was.wire, said(was), said(is));
        note(
            if is_read(was, is) {
                rules::RESPONSE_HEADERS_CHANGED
            } else {
                rules::RESPONSE_HEADER_TYPE_CHANGED
            },
            detail,
        );
    }
    for (name, is) in &new {
        if !old.contains_key(name) {
            note(
                rules::RESPONSE_HEADERS_CHANGED,
                format!("{} is new", is.wire),
            );
        }
    }
}

/// The headers by their names, whose case makes no difference.
fn by_name(response: &Response) -> BTreeMap<String, &Header> {
    let headers = response.headers.iter();
    headers
        .map(|header| (header.wire.to_lowercase(), header))
        .collect()
}

/// Whether what was made for the old header reads the new one: its text is one of the old type.
fn is_read(old: &Header, new: &Header) -> bool {
    let holds = |from: &Type, to: &Type| scalars::holds(from, to) || scalars::is_text(from, to);
    match (&new.ty, &old.ty) {
        (Some(Type::Array(from)), Some(Type::Array(to))) => holds(from, to),
        (Some(from), Some(to)) => holds(from, to),
        (None, None) => old.form.first() == new.form.first(),
        (Some(_), None) | (None, Some(_)) => false,
    }
}
