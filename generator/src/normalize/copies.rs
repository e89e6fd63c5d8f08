//! References to parameters, bodies and answers of another operation: a copy of the part stands in the place of the reference, whose
//! schemas refer to those of the original. So later stages need to follow references into the components only.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::pointer::Pointer;
use crate::source::Tree;
use crate::source::grammar::walk::{Met, Trail, walk};
use crate::source::grammar::{Kind, Syntax, kind_at};

/// The kinds of parts that are copied. A schema stays where it is: it is one type for all who refer to it.
const KINDS: &[Kind] = &[
    Kind::Header,
    Kind::Parameter,
    Kind::RequestBody,
    Kind::Response,
];

/// Puts copies in the place of references that lead to no component. Broken ones are left alone.
pub(super) fn run(tree: &mut Tree) {
    let mut found: Vec<(Pointer, Pointer)> = Vec::new();
    let root = Syntax::One(Kind::Document);
    walk(&tree.root, root, Trail::ROOT, &mut |trail, met| {
        if let Met::Reference(kind, target) = met
            && KINDS.contains(&kind)
            && let Some(from) = Pointer::parse(target).and_then(|at| end(tree, at, kind))
        {
            found.push((from, trail.pointer()));
        }
    });
    for (from, to) in found {
        put(tree, &from, &to);
    }
}

/// Where a part is that is reached by way of no component; `None` if that is nowhere, or the way leads through one.
fn end(tree: &Tree, at: Pointer, kind: Kind) -> Option<Pointer> {
    let mut at = at;
    let mut seen = BTreeSet::new();
    while seen.insert(at.clone()) {
        let is_component = at.segments().count() == 3 && at.as_str().starts_with("/components/");
        let part = tree.get(&at)?.as_object()?;
        match part.get("$ref") {
            _ if is_component || kind_at(&at) != Some(kind) => return None,
            Some(next) => at = Pointer::parse(next.as_str()?)?,
            None => return Some(at),
        }
    }
    None
}

fn put(tree: &mut Tree, from: &Pointer, to: &Pointer) {
    let Some(mut part) = tree.get(from).cloned() else {
        return;
    };
    refer(&mut part, from);
    tree.copied(from, to);
    if let Some(slot) = tree.root.pointer_mut(to.as_str()) {
        *slot = part;
    }
}

/// Lets the schemas of a body refer to those of the original.
fn refer(part: &mut Value, from: &Pointer) {
    let content = part.get_mut("content").and_then(Value::as_object_mut);
    for (media_type, media) in content.into_iter().flatten() {
        let at = from.child("content").child(media_type).child("schema");
        if let Some(schema) = media.get_mut("schema").filter(|schema| schema.is_object())
            && schema.get("$ref").is_none()
        {
            *schema = json!({ "$ref": at.to_string() });
        }
    }
}
