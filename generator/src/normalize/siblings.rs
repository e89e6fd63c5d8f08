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
        tree.origins.made(new, was);
    }
}

/// Moves the reference into `allOf`; gives its index there, or nothing if there was nothing to do.
pub(super) fn wrap(map: &mut Map<String, Value>) -> Option<usize> {
    if map.len() < 2 || !map.get("$ref").is_some_and(Value::is_string) {
        return None;
    }
    // A type beside a reference says what the target says already.
    map.shift_remove("type");
    let place = map.keys().position(|key| key == "$ref")?;
    let target = map.shift_remove("$ref")?;
    if map.is_empty() {
        map.insert("$ref".to_owned(), target);
        return None;
    }
    let list = all_of(map, place)?;
    list.push(json!({ "$ref": target }));
    Some(list.len() - 1)
}

/// The `allOf` of a schema. A new one stands at this place among its keys, where its part stood, since the order of members is that of
/// the text.
pub(super) fn all_of(map: &mut Map<String, Value>, place: usize) -> Option<&mut Vec<Value>> {
    if !map.get("allOf").is_some_and(Value::is_array) {
        map.shift_insert(place.min(map.len()), "allOf".to_owned(), json!([]));
    }
    map.get_mut("allOf")?.as_array_mut()
}
