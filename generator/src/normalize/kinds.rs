//! An `enum` of values of several kinds, such as `["auto", 1, true]`: becomes a union of the values of each kind.

use serde_json::{Map, Value, json};

use super::edits::Here;

/// Keywords beside the values that say what a value is.
const SPEAKING: &[&str] = &["$ref", "allOf", "anyOf", "const", "oneOf", "type"];

/// Kinds of values that have a Rust form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Text,
    Number,
    Flag,
}

/// Shares out the values of a schema that says no type. Those with objects or lists among them have no Rust form; they stay as they are.
pub(super) fn run(map: &mut Map<String, Value>, here: &mut Here<'_>) {
    // Names and descriptions of the values (`x-enum-varnames`) stand in the order of the whole list.
    let speaks = |key: &String| SPEAKING.contains(&key.as_str()) || key.starts_with("x-enum");
    if map.keys().any(speaks) {
        return;
    }
    let values = map.get("enum").and_then(Value::as_array);
    let Some(shared) = values.and_then(|values| shared(values)) else {
        return;
    };
    if shared.len() < 2 {
        return;
    }
    let has_null = values.is_some_and(|values| values.iter().any(Value::is_null));
    let at = here.at();
    let mut candidates = Vec::new();
    for (index, Shared { kind, values }) in shared.into_iter().enumerate() {
        let candidate = at.child("anyOf").index(index);
        for (place, (written, _)) in values.iter().enumerate() {
            let from = at.child("enum").index(*written);
            if place == 0 {
                here.became(from.clone(), candidate.clone());
            }
            here.became(from, candidate.child("enum").index(place));
        }
        let values = values.into_iter().map(|(_, value)| value);
        candidates.push(of_kind(kind, values.collect()));
    }
    let place = map.keys().position(|key| key == "enum").unwrap_or_default();
    map.shift_remove("enum");
    map.shift_insert(place, "anyOf".to_owned(), Value::Array(candidates));
    if has_null {
        map.insert("nullable".to_owned(), Value::Bool(true));
    }
}

/// The values of one kind, each with where it stands in the list.
struct Shared {
    kind: Kind,
    values: Vec<(usize, Value)>,
}

/// The values of each kind; `None` where one is of no such kind.
fn shared(values: &[Value]) -> Option<Vec<Shared>> {
    let mut shared: Vec<Shared> = Vec::new();
    for (index, value) in values.iter().enumerate() {
        let kind = match value {
            Value::Null => continue,
            Value::String(_) => Kind::Text,
            Value::Number(_) => Kind::Number,
            Value::Bool(_) => Kind::Flag,
            Value::Array(_) | Value::Object(_) => return None,
        };
        let one = (index, value.clone());
        match shared.iter_mut().find(|known| known.kind == kind) {
            Some(known) => known.values.push(one),
            None => shared.push(Shared {
                kind,
                values: vec![one],
            }),
        }
    }
    Some(shared)
}

/// The schema of values of one kind.
fn of_kind(kind: Kind, values: Vec<Value>) -> Value {
    let is_whole = |value: &Value| value.is_i64() || value.is_u64();
    let word = match kind {
        Kind::Text => "string",
        Kind::Number if values.iter().all(is_whole) => "integer",
        Kind::Number => "number",
        Kind::Flag => "boolean",
    };
    json!({ "type": word, "enum": values })
}
