//! What people read: titles, descriptions, examples, and whether a value is a secret.

use serde_json::Value;

use super::{enums, keywords::Keywords};
use crate::ir::{Docs, Tag};

/// The documentation of a schema.
pub(super) fn of(keywords: &Keywords<'_>) -> Docs {
    let data = keywords.data;
    Docs {
        title: data.title.clone(),
        description: text(data.description.as_deref()),
        deprecated: data.deprecated,
        example: data.example.clone(),
        default: data.default.clone(),
        sample: keywords.sample.clone(),
        limits: limits(keywords),
    }
}

/// What limits the values of a schema, each as words.
pub(super) fn limits(keywords: &Keywords<'_>) -> Vec<String> {
    let mut limits = keywords.limits.clone();
    limits.extend(enums::listed(keywords));
    limits
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

/// Adds what a schema further away says where nothing nearer does; its values only if they are values of the nearer type too.
pub(super) fn inherit(docs: &mut Docs, earlier: Docs, is_of_type: bool) {
    docs.title = docs.title.take().or(earlier.title);
    docs.description = docs.description.take().or(earlier.description);
    docs.deprecated |= earlier.deprecated;
    if is_of_type {
        docs.example = docs.example.take().or(earlier.example);
        docs.default = docs.default.take().or(earlier.default);
        docs.sample = docs.sample.take().or(earlier.sample);
    }
    for limit in earlier.limits {
        if !docs.limits.contains(&limit) {
            docs.limits.push(limit);
        }
    }
}
