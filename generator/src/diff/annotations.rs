//! What documents say to people and to other tools: nothing that is generated depends on it, so there is no rule for it, and yet it is not
//! nothing when it differs. Links, `xml`, licences, extensions, and of webhooks all but what they send.

use std::collections::BTreeMap;

use serde_json::Value;

use super::marks;
use super::not_compared::NotCompared;
use super::spot::Shown;
use crate::extensions;
use crate::ir;
use crate::pointer::Pointer;
use crate::source::Tree;
use crate::source::grammar::walk::{Met, Trail, walk};
use crate::source::grammar::{Kind, Syntax, purpose};

/// What stands in the place of the id of a diagnostic.
const CODE: &str = "annotation";

const REASON: &str = "nothing that is generated depends on it";
const OF_WEBHOOKS: &str = "of a webhook, only what it sends is compared";

/// Places that are told of one by one.
const MOST: usize = 100;

/// Every such part that differs, by place.
pub(super) fn all(before: &Shown<'_>, after: &Shown<'_>) -> Vec<NotCompared> {
    let (old, new) = (before.side.tree, after.side.tree);
    let (was, is) = (said(old), said(new));
    let mut places: Vec<&Pointer> = was.keys().chain(is.keys()).collect();
    places.sort();
    places.dedup();
    // With its owner, a part came or went; that is told of the owner.
    let has_owner =
        |tree: &Tree, at: &Pointer| at.parent().is_some_and(|at| tree.get(&at).is_some());
    places.retain(|at| was.get(*at) != is.get(*at) && has_owner(old, at) && has_owner(new, at));
    let more = places.len().saturating_sub(MOST);
    places.truncate(MOST);
    let last = places.len();
    let parts = places.into_iter().zip(1..).map(|(at, number)| {
        let is_webhook = is_webhook(at);
        let reason = if is_webhook { OF_WEBHOOKS } else { REASON };
        let rest = if number == last && more > 0 {
            format!(", and so it is in {more} more places")
        } else {
            String::new()
        };
        NotCompared {
            code: CODE,
            reason: format!("{reason}{rest}"),
            is_changed: true,
            old: was.contains_key(at).then(|| before.written(&old.place(at))),
            new: is.contains_key(at).then(|| after.written(&new.place(at))),
            mark: marks::of_said(at, before, after),
        }
    });
    parts.collect()
}

/// What is said in a document, by place.
fn said(tree: &Tree) -> BTreeMap<Pointer, &Value> {
    let mut said = BTreeMap::new();
    walk(
        &tree.root,
        Syntax::One(Kind::Document),
        Trail::ROOT,
        &mut |trail, met| match met {
            Met::Object(kind, map) if !is_part(kind, || trail.pointer()) => {
                for (key, value) in map {
                    if purpose::is_annotation(kind, key)
                        || is_extension(key)
                        || is_hidden(kind, key, value, || trail.pointer())
                    {
                        said.insert(trail.pointer().child(key), value);
                    }
                }
            }
            _ => {}
        },
    );
    let webhooks = Pointer::root().child(extensions::WEBHOOKS.key());
    said.retain(|at, _| !at.is_within(&webhooks));
    let all = tree.get(&webhooks).and_then(Value::as_object);
    for (name, webhook) in all.into_iter().flatten() {
        said.insert(webhooks.child(name), webhook);
    }
    said
}

fn is_webhook(at: &Pointer) -> bool {
    at.is_within(&Pointer::root().child(extensions::WEBHOOKS.key()))
}

/// Whether it is told of as a part of what has it.
fn is_part(kind: Kind, at: impl FnOnce() -> Pointer) -> bool {
    match kind {
        Kind::Contact | Kind::Example | Kind::License | Kind::Link | Kind::Xml => true,
        Kind::ExternalDocs => !purpose::is_read(&at()),
        _ => false,
    }
}

/// Whether no documentation shows it: the URL of no page, and what servers of single operations are for.
fn is_hidden(kind: Kind, key: &str, value: &Value, at: impl FnOnce() -> Pointer) -> bool {
    match (kind, key) {
        (Kind::ExternalDocs, "url") => !value.as_str().is_some_and(ir::is_page),
        (Kind::Server | Kind::ServerVariable, "description") => {
            !at().is_within(&Pointer::root().child("servers"))
        }
        _ => false,
    }
}

/// Whether it is an extension that nobody here reads.
fn is_extension(key: &str) -> bool {
    key.starts_with("x-") && !extensions::is_own(key) && !extensions::is_read(key)
}
