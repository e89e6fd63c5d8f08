//! Texts under new keys: each goes to the place that 3.0 has for it, if that is free.

use serde_json::{Map, Value, json};

use super::elsewhere::Elsewhere;
use crate::extensions::DEFAULT_MAPPING;
use crate::normalize::edits::Here;
use crate::source::grammar::Kind;

/// A kind of object, the new key and the old one that takes its value.
const ROWS: &[(Kind, &str, &str)] = &[
    (Kind::Example, "dataValue", "value"),
    (Kind::Example, "serializedValue", "value"),
    (Kind::Info, "summary", "description"),
    (Kind::Response, "summary", "description"),
    (Kind::Server, "name", "description"),
    (Kind::Tag, "summary", "description"),
];

/// Moves the texts of an object.
pub(super) fn run(
    kind: Kind,
    map: &mut Map<String, Value>,
    elsewhere: &Elsewhere,
    here: &mut Here<'_>,
) {
    for (_, new, old) in ROWS.iter().filter(|row| row.0 == kind) {
        if !map.contains_key(*old)
            && let Some(value) = map.shift_remove(*new)
        {
            here.renamed(new, old);
            map.insert((*old).to_owned(), value);
        }
    }
    match kind {
        Kind::Discriminator => {
            if let Some(target) = map.shift_remove("defaultMapping") {
                here.renamed("defaultMapping", DEFAULT_MAPPING.key());
                DEFAULT_MAPPING.set(map, target);
            }
        }
        Kind::Parameter if map.get("style").is_some_and(|style| style == "cookie") => {
            map.shift_remove("style");
        }
        // From 3.2 on, a response needs none.
        Kind::Response if elsewhere.is_of_32 && !map.contains_key("$ref") => {
            map.entry("description").or_insert_with(|| json!(""));
        }
        _ => {}
    }
}
