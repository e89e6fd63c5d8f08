//! `contentEncoding` and `contentMediaType`: text that stands for bytes gets the format of 3.0 for them.

use serde_json::{Map, Value, json};

use crate::media_type::{essence, is_json};
use crate::normalize::edits::Here;

/// Keywords that mean nothing beside a type that is no text.
const OF_TEXTS: &[&str] = &["contentEncoding", "contentMediaType", "contentSchema"];

/// Gives text that stands for bytes its format, and takes the keywords away that say no more than that.
pub(super) fn run(map: &mut Map<String, Value>, here: &mut Here<'_>) {
    let is_text = map.get("type").is_none_or(|word| {
        let is_listed = |list: &Vec<Value>| list.contains(&json!("string"));
        word == "string" || word.as_array().is_some_and(is_listed)
    });
    if !is_text {
        for key in OF_TEXTS {
            map.shift_remove(*key);
        }
        return;
    }
    let Some((key, format)) = bytes(map) else {
        return;
    };
    match map.get("format") {
        None => {
            here.renamed(key, "format");
            map.insert("format".to_owned(), json!(format));
        }
        Some(known) if known == format => {}
        Some(_) => return,
    }
    map.shift_remove(key);
    // Of bytes, it is a label for whoever has them.
    map.shift_remove("contentMediaType");
    if !map.contains_key("$ref") {
        map.entry("type").or_insert_with(|| json!("string"));
    }
}

/// Takes the media type out of the schema of a whole body of that type, about which it says nothing new. Where it alone says that the
/// text stands for bytes it is needed, and a text within JSON may be JSON again.
pub(super) fn once(schema: &mut Map<String, Value>, body: &str) {
    let own = schema.get("contentMediaType").and_then(Value::as_str);
    let is_said = |own: &str| essence(own) == essence(body) && !is_json(body);
    let says_bytes = |own: &str| is_bytes(own) && !schema.contains_key("format");
    if own.is_some_and(|own| is_said(own) && !says_bytes(own)) {
        schema.shift_remove("contentMediaType");
    }
}

/// The keyword that says that the text stands for bytes, and the format that says the same.
fn bytes(map: &Map<String, Value>) -> Option<(&'static str, &'static str)> {
    let word = |key: &str| {
        let text = map.get(key).and_then(Value::as_str);
        text.map(str::to_ascii_lowercase)
    };
    match (
        word("contentEncoding").as_deref(),
        word("contentMediaType").as_deref(),
    ) {
        (Some("base64"), _) => Some(("contentEncoding", "byte")),
        (Some("binary"), _) => Some(("contentEncoding", "binary")),
        (None, Some(media_type)) if is_bytes(media_type) => Some(("contentMediaType", "binary")),
        _ => None,
    }
}

/// What the members of a schema are whose bytes are of one media type, by name. Lists of such bytes are parts of that type too.
pub(super) fn parts(schema: &Value) -> Vec<(String, String)> {
    let members = schema.get("properties").and_then(Value::as_object);
    let part = |(name, member): (&String, &Value)| {
        let own = member.get("contentMediaType");
        let media_type = own.or_else(|| member.get("items")?.get("contentMediaType"));
        let media_type = media_type?.as_str().filter(|one| is_bytes(one))?;
        Some((name.clone(), media_type.to_owned()))
    };
    members.into_iter().flatten().filter_map(part).collect()
}

/// Whether the content has to be bytes; text of any kind can be a string as it is.
fn is_bytes(media_type: &str) -> bool {
    let name = essence(media_type);
    match name.split_once('/') {
        Some(("application", "octet-stream" | "pdf" | "zip" | "gzip")) => true,
        Some(("image", kind)) => kind != "svg+xml",
        Some((class, _)) => ["audio", "font", "video"].contains(&class),
        None => false,
    }
}
