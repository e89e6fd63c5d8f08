//! `$defs`: those that something refers to become component schemas, named after their place; the others mean nothing.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use crate::method::Method;
use crate::normalize::edits::Merged;
use crate::pointer::Pointer;
use crate::source::Tree;
use crate::source::grammar::rewrite::rewrite_by;
use crate::source::grammar::walk::Trail;
use crate::source::grammar::{Kind, Syntax, newer};

/// The keys that hold definitions; the second one is that of older drafts.
pub(super) const KEYS: &[&str] = &["$defs", "definitions"];

/// Takes the definitions out of their owners, which come outer ones first.
pub(super) fn run(tree: &mut Tree, owners: Vec<Pointer>, merged: &mut Merged) {
    if owners.is_empty() {
        return;
    }
    let targets = targets(tree);
    for owner in owners.into_iter().rev() {
        for key in KEYS {
            let map = tree.root.pointer_mut(owner.as_str());
            let map = map.and_then(Value::as_object_mut);
            let Some(Value::Object(defs)) = map.and_then(|map| map.shift_remove(*key)) else {
                continue;
            };
            for (name, schema) in defs {
                let at = owner.child(key).child(&name);
                if is_target(&tree.was(&at), &targets) {
                    let names = names(tree, &at, &name);
                    hoist(tree, &at, schema, &names, merged);
                }
            }
        }
    }
}

/// Moves a schema to the components under the first of its names that is free, or is that of an equal schema.
pub(in crate::normalize) fn hoist(
    tree: &mut Tree,
    at: &Pointer,
    schema: Value,
    names: &[String],
    merged: &mut Merged,
) -> Pointer {
    let schemas: Pointer = ["components", "schemas"].iter().collect();
    let known = tree.get(&schemas).and_then(Value::as_object);
    let is_free = |name: &String| {
        let other = known.and_then(|map| map.get(name));
        other.is_none_or(|other| *other == schema)
    };
    let name = names.iter().find(|name| is_free(name)).cloned();
    let name = name.unwrap_or_else(|| {
        let mut name = names.last().cloned().unwrap_or_default();
        while !is_free(&name) {
            name.push_str("_def");
        }
        name
    });
    let to = schemas.child(&name);
    if tree.get(&to).is_some() {
        merged.insert(tree.was(at), tree.was(&to));
        return to;
    }
    tree.moved(at, &to);
    let mut slot = &mut tree.root;
    for key in ["components", "schemas"] {
        let Value::Object(map) = slot else { return to };
        slot = map.entry(key).or_insert_with(|| json!({}));
    }
    if let Value::Object(map) = slot {
        map.insert(name, schema);
    }
    to
}

/// Everything that is referred to, by where it was written.
fn targets(tree: &mut Tree) -> BTreeSet<Pointer> {
    let mut targets = BTreeSet::new();
    rewrite_by(
        newer::syntax,
        &mut tree.root,
        Syntax::One(Kind::Document),
        Trail::ROOT,
        &mut |_, kind, map| {
            let mapping = map.get("mapping").and_then(Value::as_object);
            let mapping = mapping.filter(|_| kind == Kind::Discriminator);
            let named = mapping.into_iter().flat_map(Map::values);
            let all = map.get("$ref").into_iter().chain(named);
            let all = all.filter_map(Value::as_str);
            targets.extend(all.filter_map(Pointer::parse));
        },
    );
    targets
}

fn is_target(at: &Pointer, targets: &BTreeSet<Pointer>) -> bool {
    let inner = targets.range(at.child("")..).next();
    targets.contains(at) || inner.is_some_and(|inner| inner.is_within(at))
}

/// What a definition may be called: after the component or operation and the properties that it stands in.
fn names(tree: &Tree, at: &Pointer, name: &str) -> Vec<String> {
    let segments: Vec<String> = at.segments().collect();
    let words: Vec<&str> = segments.iter().map(String::as_str).collect();
    let (owner, place): (String, Vec<&str>) = match words.as_slice() {
        [] | [_] | [_, _] => return vec![name.to_owned()],
        ["components", "schemas", owner, ..] => ((*owner).to_owned(), Vec::new()),
        ["components", section, owner, ..] => ((*owner).to_owned(), vec![*section]),
        [section, path, way @ ..] => {
            let item: Pointer = [section, path].iter().collect();
            let (operation, method, inner) = match Method::of_way(way) {
                Some((method, inner)) => (method.at(&item), method.word(), inner),
                None => (item.child(way[0]), way[0].to_owned(), &way[1..]),
            };
            let id = tree.get(&operation).and_then(|one| one.get("operationId"));
            let id = id.and_then(Value::as_str).map(str::to_owned);
            let place = match inner {
                ["responses", status, ..] => vec!["response", *status],
                ["requestBody", ..] => vec!["request"],
                _ => Vec::new(),
            };
            (id.unwrap_or_else(|| format!("{method}_{path}")), place)
        }
    };
    let mut properties: Vec<&str> = words
        .windows(2)
        .filter(|pair| pair[0] == "properties")
        .map(|pair| pair[1])
        .collect();
    properties.push(name);
    let short = std::iter::once(owner.as_str()).chain(properties.iter().copied());
    let short = short.collect::<Vec<_>>().join("_");
    let long = std::iter::once(owner.as_str())
        .chain(place)
        .chain(properties);
    vec![short, long.collect::<Vec<_>>().join("_")]
}
