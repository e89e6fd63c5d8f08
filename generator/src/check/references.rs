//! References: each must lead to something of its own kind in this file. What they stand for is read elsewhere.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::cx::Cx;
use crate::diag::{Code, Diagnostic, codes};
use crate::pointer::Pointer;
use crate::source::grammar::lenient::{Remedy, remedy};
use crate::source::grammar::purpose::is_read;
use crate::source::grammar::walk::{Met, Trail, walk};
use crate::source::grammar::{Kind, Syntax, kind_at, nearest};
use crate::source::{Tree, is_remote};

/// What references came to so far.
#[derive(Default)]
struct Known<'t> {
    /// Those that nothing is to be said of, by what they are for: a component is referred to from many places.
    right: BTreeSet<(Kind, &'t str)>,
    /// Files of the network, one report for each: a document in parts has a thousand references to a dozen of them.
    remote: BTreeSet<String>,
    /// Whether a place leads back to itself.
    cycles: BTreeMap<Pointer, bool>,
}

/// Looks at every `$ref` and at the mappings of discriminators.
pub(super) fn check(tree: &Tree, cx: &mut Cx) {
    let mut known = Known::default();
    walk(
        &tree.root,
        Syntax::One(Kind::Document),
        Trail::ROOT,
        &mut |trail, met| match met {
            Met::Reference(kind, target) if !known.right.contains(&(kind, target)) => {
                let at = trail.pointer().child("$ref");
                match reference(tree, at, kind, target, &mut known) {
                    Some(found) => cx.report(found),
                    None => _ = known.right.insert((kind, target)),
                }
            }
            Met::Object(Kind::Discriminator, map) => {
                let mapping = map.get("mapping").and_then(Value::as_object);
                for (name, target) in mapping.into_iter().flatten() {
                    let at = trail.pointer().child("mapping").child(name);
                    if let Some(found) = target
                        .as_str()
                        .and_then(|target| mapped(tree, at, target, &mut known))
                    {
                        cx.report(found);
                    }
                }
            }
            _ => {}
        },
    );
}

fn reference(
    tree: &Tree,
    at: Pointer,
    kind: Kind,
    target: &str,
    known: &mut Known<'_>,
) -> Option<Diagnostic> {
    let code = code(kind, &at);
    if !target.starts_with('#') {
        return remote(tree, &at, target, known);
    }
    let place = tree.place(&at);
    let to = Pointer::parse(target);
    // What stood elsewhere when it was referred to is quoted as that.
    let written = to.as_ref().map(|to| tree.written(to));
    let target = match written.filter(|written| Some(written) != to.as_ref()) {
        Some(written) => written.to_string(),
        None => target.to_owned(),
    };
    let found = code
        .at(place.clone())
        .arg("target", &target)
        .arg("advice", "");
    let Some(to) = to else {
        return Some(found.arg("reason", "it is no JSON pointer"));
    };
    let Some(value) = tree.get(&to) else {
        return Some(
            found
                .arg("reason", "nothing is there")
                .arg("advice", advice(tree, &to)),
        );
    };
    if let Some(other) = kind_at(&to).filter(|other| *other != kind) {
        // Both are `content` with a description, so the one can be read as the other.
        let is_alike = matches!(
            (kind, other),
            (Kind::Response, Kind::RequestBody) | (Kind::RequestBody, Kind::Response)
        );
        let found = if is_alike {
            codes::ODD_REF.at(place).arg("target", &target)
        } else {
            found
        };
        return Some(
            found
                .arg("found", other.name())
                .arg("expected", kind.name())
                .arg("reason", format!("{} is there", other.name())),
        );
    }
    // What stands in the place of a schema is reported there, and taken as one that says nothing.
    let is_free =
        kind_at(&to) == Some(kind) && remedy(Syntax::One(kind), "", value) == Remedy::Free;
    if !(value.is_object() || is_free || kind == Kind::Schema && value.is_boolean()) {
        return Some(found.arg(
            "reason",
            format!("{} is there", crate::source::name_of(value)),
        ));
    }
    // A broken link further on is reported where it is; a cycle is reported at each of its members.
    if is_cycle(tree, &to, known) {
        return Some(found.arg("reason", "it leads back to itself"));
    }
    None
}

/// Whether references lead back to where they were, and never to anything else. A chain of them is walked once.
fn is_cycle(tree: &Tree, to: &Pointer, known: &mut Known<'_>) -> bool {
    let mut at = to.clone();
    let mut seen = BTreeSet::new();
    let is_cycle = loop {
        if let Some(&is_cycle) = known.cycles.get(&at) {
            break is_cycle;
        }
        if !seen.insert(at.clone()) {
            break true;
        }
        let target = tree
            .get(&at)
            .and_then(|value| value.get("$ref"))
            .and_then(Value::as_str);
        match target.and_then(Pointer::parse) {
            Some(next) => at = next,
            None => break false,
        }
    };
    let seen = seen.into_iter().map(|at| (at, is_cycle));
    known.cycles.extend(seen);
    is_cycle
}

/// A file that a reference leads to. Those on the disk were read already, and what is wrong with them was said.
fn remote(tree: &Tree, at: &Pointer, target: &str, known: &mut Known<'_>) -> Option<Diagnostic> {
    let file = target.split('#').next().unwrap_or_default();
    let is_new = is_remote(target) && known.remote.insert(file.to_owned());
    is_new.then(|| codes::REMOTE_REF.at(tree.place(at)).arg("target", target))
}

/// A mapping names a schema or refers to one.
fn mapped(tree: &Tree, at: Pointer, target: &str, known: &mut Known<'_>) -> Option<Diagnostic> {
    let named: Pointer = ["components", "schemas", target].iter().collect();
    if tree.get(&named).is_some() {
        return None;
    }
    let is_reference = target.contains('#') || target.contains('/');
    let target = if is_reference {
        target.to_owned()
    } else {
        named.to_string()
    };
    reference(tree, at, Kind::Schema, &target, known)
}

/// How bad it is if a reference of this kind is broken.
fn code(kind: Kind, at: &Pointer) -> &'static Code {
    match kind {
        _ if !is_read(at) => codes::UNREAD_REF,
        Kind::Example | Kind::Link | Kind::Callback => codes::UNREAD_REF,
        Kind::Schema | Kind::Header => codes::BROKEN_SCHEMA_REF,
        // Without the description of a failure, the failure is still one.
        Kind::Response if !is_success(at) => codes::BROKEN_FAILURE_REF,
        _ => codes::BROKEN_REF,
    }
}

/// Whether the `$ref` at this place is that of a response to a call that went well.
fn is_success(at: &Pointer) -> bool {
    at.parent()
        .and_then(|response| response.last())
        .is_some_and(|status| status.starts_with('2'))
}

fn advice(tree: &Tree, to: &Pointer) -> String {
    let beside = to
        .parent()
        .and_then(|owner| tree.get(&owner))
        .and_then(Value::as_object);
    let (Some(beside), Some(name)) = (beside, to.last()) else {
        return String::new();
    };
    match nearest(&name, beside.keys().map(String::as_str)) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => String::new(),
    }
}
