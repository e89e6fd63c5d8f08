//! `$ref` with keys beside it: becomes an `allOf` of the reference with the same keys, since typed readers drop them.

use serde_json::{Map, Value, json};

use crate::source::Tree;
use crate::source::grammar::rewrite::rewrite;
use crate::source::grammar::walk::Trail;
use crate::source::grammar::{Kind, Syntax};

/// Wraps every schema reference that has siblings.
pub(super) fn run(tree: &mut Tree) {
    let mut moved = Vec::new();
    rewrite(
        &mut tree.root,
        Syntax::One(Kind::Document),
        Trail::ROOT,
        &mut |trail, kind, map| {
            if kind == Kind::Schema
                && let Some(index) = wrap(map)
            {
                let at = trail.pointer();
                moved.push((at.child("allOf").index(index), at));
            }
        },
    );
    for (new, old) in moved {
        let was = tree.was(&old);
        tree.origins.insert(new, was);
    }
}

/// Moves the reference into `allOf`; gives its index there, or nothing if there was nothing to do.
pub(super) fn wrap(map: &mut Map<String, Value>) -> Option<usize> {
    if map.len() < 2 || !map.get("$ref").is_some_and(Value::is_string) {
        return None;
    }
    let target = map.shift_remove("$ref")?;
    // A type beside a reference says what the target says already.
    map.shift_remove("type");
    if map.is_empty() {
        map.insert("$ref".to_owned(), target);
        return None;
    }
    let all = map.entry("allOf").or_insert_with(|| json!([]));
    if !all.is_array() {
        *all = json!([]);
    }
    let list = all.as_array_mut()?;
    list.push(json!({ "$ref": target }));
    Some(list.len() - 1)
}
