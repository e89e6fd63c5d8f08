//! What people read: titles, descriptions, examples, and whether a value is a secret.

use serde_json::Value;

use super::keywords::Keywords;
use crate::ir::{Docs, Tag};

/// How many values of an enum are listed.
const LISTED: usize = 20;

/// The documentation of a schema.
pub(super) fn of(keywords: &Keywords<'_>) -> Docs {
    let data = keywords.data;
    let mut limits = keywords.limits.clone();
    limits.extend(listed(keywords));
    Docs {
        title: data.title.clone(),
        description: text(data.description.as_deref()),
        deprecated: data.deprecated,
        example: data.example.clone(),
        default: data.default.clone(),
        limits,
    }
}

/// The values of an enum of numbers or booleans, which has no type of its own: `one of 1, 2, 3`.
fn listed(keywords: &Keywords<'_>) -> Option<String> {
    let values: Vec<&Value> = keywords.values.iter().filter(|v| !v.is_null()).collect();
    let is_plain = |value: &&Value| value.is_number() || value.is_boolean();
    if keywords.ty == Some("string") || !values.iter().all(is_plain) {
        return None;
    }
    let names = keywords.data.extensions.get("x-enum-varnames");
    let names = names.and_then(Value::as_array);
    let names = names.filter(|names| names.len() == keywords.values.len());
    let words: Vec<String> = values
        .iter()
        .take(LISTED)
        .enumerate()
        .map(|(index, value)| {
            let name = names.and_then(|names| names[index].as_str());
            name.map_or_else(|| value.to_string(), |name| format!("{value} ({name})"))
        })
        .collect();
    let more = match values.len().saturating_sub(LISTED) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    match &words[..] {
        [] => None,
        [only] => Some(format!("always {only}")),
        words => Some(format!("one of {}{more}", words.join(", "))),
    }
}

/// Whether the document says that a value is a secret.
pub(super) fn sensitive(keywords: &Keywords<'_>) -> Option<bool> {
    let said = keywords.data.extensions.get("x-sensitive");
    said.and_then(Value::as_bool)
        .or_else(|| (keywords.format.as_deref() == Some("password")).then_some(true))
}

/// A description without the white space around it; `None` when nothing is left.
pub(super) fn text(description: Option<&str>) -> Option<String> {
    let text = description?.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// The description of a group.
pub(super) fn tag(tag: &openapiv3::Tag) -> Tag {
    Tag {
        wire: tag.name.clone(),
        description: text(tag.description.as_deref()),
        link: tag.external_docs.as_ref().map(|docs| docs.url.clone()),
    }
}
