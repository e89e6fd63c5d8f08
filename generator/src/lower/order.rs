//! The order in which the text has the members of schemas that hold together: not that of nearness, which decides what holds.

use serde_json::Value;

use super::document::Document;
use super::parts::Part;
use crate::pointer::Pointer;

/// The parts in the order in which the text has their members, which need not be the order of nearness.
pub(super) fn in_text<'p, 'd>(doc: Document<'d>, parts: &'p [Part<'d>]) -> Vec<&'p Part<'d>> {
    let mut parts: Vec<&Part<'d>> = parts.iter().collect();
    parts.sort_by_cached_key(|part| {
        let own = step(doc, &part.at, "properties");
        [&part.steps[..], &[own]].concat()
    });
    parts
}

/// Which one of the keys of a schema this is; behind all of them where the text does not have it.
pub(super) fn step(doc: Document<'_>, at: &Pointer, key: &str) -> usize {
    let schema = doc.tree.get(at).and_then(Value::as_object);
    let found = schema.and_then(|schema| schema.keys().position(|one| one == key));
    found.unwrap_or(usize::MAX)
}
