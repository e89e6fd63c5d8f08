//! Media types: references to shared ones, and streams of items.

use serde_json::{Map, Value};

use super::facts::Facts;
use crate::normalize::edits::Here;
use crate::source::pointer::Pointer;

/// The schema of one item of a stream.
const ITEM: &str = "x-tintype-item-schema";

/// Longer chains of references are circles.
const MAX_STEPS: usize = 16;

/// Puts a shared media type in its place and keeps the schema of the items of a stream.
pub(super) fn run(map: &mut Map<String, Value>, facts: &Facts, here: &mut Here<'_>) {
    for _ in 0..MAX_STEPS {
        let Some(at) = map
            .get("$ref")
            .and_then(Value::as_str)
            .and_then(Pointer::parse)
        else {
            break;
        };
        let is_shared = at.segments().take(2).eq(["components", "mediaTypes"]);
        let name = at.last().filter(|_| is_shared).unwrap_or_default();
        let Some(Value::Object(shared)) = facts.media_types.get(&name) else {
            break;
        };
        map.clone_from(shared);
        here.made_of(here.at(), at);
    }
    if let Some(item) = map.shift_remove("itemSchema") {
        here.renamed("itemSchema", ITEM);
        map.insert(ITEM.to_owned(), item);
    }
}
