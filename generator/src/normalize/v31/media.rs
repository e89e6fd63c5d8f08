//! Media types: references to shared ones, streams of items, and of which media type the parts are.

use serde_json::{Map, Value, json};

use super::content;
use super::elsewhere::Elsewhere;
use crate::extensions::ITEM_SCHEMA;
use crate::media_type;
use crate::normalize::edits::Here;
use crate::pointer::Pointer;

/// Longer chains of references are cycles.
const MAX_STEPS: usize = 16;

/// Puts a shared media type in its place and keeps the schema of the items of a stream.
pub(super) fn run(map: &mut Map<String, Value>, elsewhere: &Elsewhere, here: &mut Here<'_>) {
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
        let Some(Value::Object(shared)) = elsewhere.media_types.get(&name) else {
            break;
        };
        map.clone_from(shared);
        here.made_of(here.at(), at);
    }
    let name = here.at().last().unwrap_or_default();
    if name.starts_with("multipart/") {
        part_types(map, elsewhere);
    }
    if let Some(Value::Object(schema)) = map.get_mut("schema") {
        content::once(schema, &name);
    }
    if let Some(item) = map.shift_remove("itemSchema") {
        // What describes an item of a stream is all that there is to say about it.
        if media_type::is_stream(&name) && !map.contains_key("schema") {
            here.renamed("itemSchema", "schema");
            map.insert("schema".to_owned(), item);
        } else {
            here.renamed("itemSchema", ITEM_SCHEMA.key());
            ITEM_SCHEMA.set(map, item);
        }
    }
}

/// Says with `encoding` of which media type the bytes of a part are, where the schema says it and `encoding` does not.
fn part_types(map: &mut Map<String, Value>, elsewhere: &Elsewhere) {
    let Some(schema) = map.get("schema") else {
        return;
    };
    let target = schema.get("$ref").and_then(Value::as_str);
    let mut parts = content::parts(schema);
    parts.extend(
        target
            .and_then(|target| elsewhere.parts.get(target))
            .cloned()
            .into_iter()
            .flatten(),
    );
    for (name, media_type) in parts {
        let all = map.entry("encoding").or_insert_with(|| json!({}));
        let one = all
            .as_object_mut()
            .map(|all| all.entry(name).or_insert_with(|| json!({})));
        if let Some(Value::Object(one)) = one {
            one.entry("contentType")
                .or_insert_with(|| json!(media_type));
        }
    }
}
