//! References whose pointer leads through another one: a tree in, the same with what they lead to in the end out.

use serde_json::{Map, Value, json};

use crate::pointer::Pointer;
use crate::source::grammar::rewrite::{Rows, rewrite_by};
use crate::source::grammar::walk::Trail;
use crate::source::grammar::{Kind, Syntax};
use crate::source::{Tree, through};

/// Makes each reference that leads through others one to the node behind them. All that follows finds nodes by their place alone.
pub(super) fn run(tree: &mut Tree, rows: Rows) {
    let mut found = Vec::new();
    rewrite_by(
        rows,
        &mut tree.root,
        Syntax::One(Kind::Document),
        Trail::ROOT,
        &mut |trail, kind, map| collect(trail, kind, map, &mut found),
    );
    for (at, target) in found {
        let meant = Pointer::parse(&target).filter(|to| tree.get(to).is_none());
        if let Some(to) = meant.and_then(|to| through::within(&tree.root, &to))
            && let Some(reference) = tree.root.pointer_mut(at.as_str())
        {
            *reference = json!(to.to_string());
        }
    }
}

/// Notes the references of an object that are deep enough to lead through others, each by its place.
fn collect(
    trail: Trail<'_>,
    kind: Kind,
    map: &Map<String, Value>,
    found: &mut Vec<(Pointer, String)>,
) {
    let deep = |target: &'_ Value| {
        let target = target.as_str()?;
        let is_deep = target.starts_with("#/") && target.matches('/').count() > 3;
        is_deep.then(|| target.to_owned())
    };
    if let Some(target) = map.get("$ref").and_then(deep) {
        found.push((trail.pointer().child("$ref"), target));
    }
    if kind == Kind::Discriminator {
        let mapping = map.get("mapping").and_then(Value::as_object);
        for (name, target) in mapping.into_iter().flatten() {
            if let Some(target) = deep(target) {
                found.push((trail.pointer().child("mapping").child(name), target));
            }
        }
    }
}
