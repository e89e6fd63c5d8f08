//! Maps of a document: entries in, a map without room to spare out, since all of a document is held at once. Reads nothing.

use serde_json::map::Entry;
use serde_json::{Map, Value};

/// The map of these entries, in their order. The last one of a name counts; `again` is told of each such name, and whether its values are equal.
pub(super) fn of(
    entries: Vec<(String, Value)>,
    mut again: impl FnMut(&str, bool),
) -> Map<String, Value> {
    let mut map = Map::with_capacity(entries.len());
    for (key, value) in entries {
        match map.entry(key) {
            Entry::Vacant(free) => {
                free.insert(value);
            }
            Entry::Occupied(mut known) => {
                again(known.key(), *known.get() == value);
                known.insert(value);
            }
        }
    }
    map
}

/// Adds what is not there yet; says whether the value could be merged.
pub(super) fn merge(map: &mut Map<String, Value>, value: Value) -> bool {
    match value {
        Value::Object(other) => {
            for (key, value) in other {
                map.entry(key).or_insert(value);
            }
            true
        }
        Value::Array(list) => list
            .into_iter()
            .all(|one| one.is_object() && merge(map, one)),
        _ => false,
    }
}
