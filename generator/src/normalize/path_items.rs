//! `$ref` in the place of a path item: the item it leads to, put there with what stands beside the reference. Broken ones are left alone,
//! and more copies than a document may have are an error.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::cx::Cx;
use crate::diag::{Reported, codes};
use crate::pointer::Pointer;
use crate::source::{MAX_COPIED, Tree};

/// What a copy counts for beside its nodes, since each operation has a method, types and pages of its own.
const EACH: usize = 10;

/// Puts path items in the place of the references in one map of them.
///
/// # Errors
///
/// When the copies come to more than a document may have.
pub(super) fn run(tree: &mut Tree, owner: &str, cx: &mut Cx) -> Result<(), Reported> {
    let owner = Pointer::root().child(owner);
    let items = tree.get(&owner).and_then(Value::as_object);
    let mut known = BTreeMap::new();
    let found: Vec<(Pointer, Pointer)> = items
        .into_iter()
        .flatten()
        .filter(|(_, item)| item.get("$ref").is_some())
        .filter_map(|(path, _)| {
            let at = owner.child(path);
            Some((target(tree, &at, &mut known)?, at))
        })
        .collect();
    let mut copied = 0;
    for (from, to) in found {
        copied += EACH + tree.get(&from).map_or(0, nodes);
        if copied > MAX_COPIED {
            return Err(cx.error(codes::TOO_MANY_NODES.at(tree.place(&to)).on_key()));
        }
        put(tree, &from, &to);
    }
    Ok(())
}

/// How many nodes a value has.
fn nodes(value: &Value) -> usize {
    1 + match value {
        Value::Array(list) => list.iter().map(nodes).sum(),
        Value::Object(map) => map.values().map(nodes).sum(),
        _ => 0,
    }
}

/// Where the item is in the end; `None` if that is nowhere. What is found is known for all that lead there, so that a chain is walked
/// once.
fn target(
    tree: &Tree,
    at: &Pointer,
    known: &mut BTreeMap<Pointer, Option<Pointer>>,
) -> Option<Pointer> {
    let mut way = Vec::new();
    let mut here = Some(at.clone());
    let end = loop {
        let Some(place) = here else { break None };
        if let Some(end) = known.get(&place) {
            break end.clone();
        }
        // Whoever comes back here is on a cycle.
        known.insert(place.clone(), None);
        way.push(place.clone());
        let Some(item) = tree.get(&place).and_then(Value::as_object) else {
            break None;
        };
        match item.get("$ref") {
            Some(next) => here = next.as_str().and_then(Pointer::parse),
            None => break Some(place),
        }
    };
    for place in way {
        known.insert(place, end.clone());
    }
    end
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
    for (at, was) in places {
        tree.origins.is(at, was);
    }
    item.extend(beside);
    if let Some(slot) = tree.root.pointer_mut(to.as_str()) {
        *slot = Value::Object(item);
    }
}
