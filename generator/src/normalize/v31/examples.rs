//! `examples` of a schema: the first one becomes its `example`.

use serde_json::{Map, Value};

use crate::normalize::edits::Here;

/// Keeps the first example.
pub(super) fn run(map: &mut Map<String, Value>, here: &mut Here<'_>) {
    let examples = map.shift_remove("examples");
    if map.contains_key("example") {
        return;
    }
    let at = here.at();
    let list = at.child("examples");
    let (from, first) = match examples {
        Some(Value::Array(values)) => (Some(list.index(0)), values.into_iter().next()),
        // Some write the examples of a media type here: named ones, with a value each.
        Some(Value::Object(named)) => match named.into_iter().next() {
            Some((name, Value::Object(mut one))) if one.contains_key("value") => (
                Some(list.child(&name).child("value")),
                one.shift_remove("value"),
            ),
            _ => (None, None),
        },
        _ => (None, None),
    };
    if let Some((from, first)) = from.zip(first) {
        here.moved(from, at.child("example"));
        map.insert("example".to_owned(), first);
    }
}
