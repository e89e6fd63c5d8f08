//! `contentEncoding` and `contentMediaType`: text that stands for bytes gets the format of 3.0 for them.

use serde_json::{Map, Value, json};

use crate::normalize::edits::Here;

/// Gives text that stands for bytes its format.
pub(super) fn run(map: &mut Map<String, Value>, here: &mut Here<'_>) {
    let encoding = map.shift_remove("contentEncoding");
    let media_type = map.shift_remove("contentMediaType");
    map.shift_remove("contentSchema");
    let word = |value: &Option<Value>| {
        let text = value.as_ref().and_then(Value::as_str);
        text.map(str::to_ascii_lowercase)
    };
    let (key, format) = match (word(&encoding).as_deref(), word(&media_type).as_deref()) {
        (Some("base64"), _) => ("contentEncoding", "byte"),
        (Some("binary"), _) => ("contentEncoding", "binary"),
        (None, Some(media_type)) if is_bytes(media_type) => ("contentMediaType", "binary"),
        _ => return,
    };
    let is_text = map.get("type").is_none_or(|word| {
        let is_listed = |list: &Vec<Value>| list.contains(&json!("string"));
        word == "string" || word.as_array().is_some_and(is_listed)
    });
    if !is_text || map.contains_key("format") {
        return;
    }
    here.renamed(key, "format");
    map.insert("format".to_owned(), json!(format));
    if !map.contains_key("$ref") {
        map.entry("type").or_insert_with(|| json!("string"));
    }
}

/// Whether the content has to be bytes; text of any kind can be a string as it is.
fn is_bytes(media_type: &str) -> bool {
    let name = media_type.split(';').next().unwrap_or_default().trim();
    match name.split_once('/') {
        Some(("application", "octet-stream" | "pdf" | "zip" | "gzip")) => true,
        Some(("image", kind)) => kind != "svg+xml",
        Some((class, _)) => ["audio", "font", "video"].contains(&class),
        None => false,
    }
}
