//! `$ref` in the place of a path item: the item it leads to, put there with what stands beside the reference. Broken ones are left alone.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::pointer::Pointer;
use crate::source::Tree;

/// Puts path items in the place of the references in one map of them.
pub(super) fn run(tree: &mut Tree, owner: &str) {
    let owner = Pointer::root().child(owner);
    let items = tree.get(&owner).and_then(Value::as_object);
    let found: Vec<(Pointer, Pointer)> = items
        .into_iter()
        .flatten()
        .filter(|(_, item)| item.get("$ref").is_some())
        .filter_map(|(path, _)| {
            let at = owner.child(path);
            Some((target(tree, &at)?, at))
        })
        .collect();
    for (from, to) in found {
        put(tree, &from, &to);
    }
}

/// Where the item is in the end; `None` if that is nowhere.
fn target(tree: &Tree, at: &Pointer) -> Option<Pointer> {
    let mut here = at.clone();
    let mut seen = BTreeSet::new();
    while seen.insert(here.clone()) {
        let item = tree.get(&here)?.as_object()?;
        match item.get("$ref") {
            Some(next) => here = Pointer::parse(next.as_str()?)?,
            None => return Some(here),
        }
    }
    None
}

fn put(tree: &mut Tree, from: &Pointer, to: &Pointer) {
    let Some(Value::Object(mut item)) = tree.get(from).cloned() else {
        return;
    };
    let Some(Value::Object(own)) = tree.root.pointer_mut(to.as_str()).map(Value::take) else {
        return;
    };
    let beside: Vec<_> = own.into_iter().filter(|(key, _)| key != "$ref").collect();
    let places: Vec<_> = beside
        .iter()
        .map(|(key, _)| (to.child(key), tree.was(&to.child(key))))
        .collect();
    tree.copied(from, to);
    tree.origins.extend(places);
    item.extend(beside);
    if let Some(slot) = tree.root.pointer_mut(to.as_str()) {
        *slot = Value::Object(item);
    }
}
