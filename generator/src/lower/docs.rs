//! What people read: titles, descriptions, examples, and whether a value is a secret.

use std::borrow::Cow;

use openapiv3::{AdditionalProperties, ExternalDocumentation, ReferenceOr, Schema};
use serde_json::Value;

use super::texts;
use super::{enums, keywords::Keywords, tuples};
use crate::extensions::{KEY_NAMES, PREFIX_ITEMS};
use crate::ir::{Docs, Limit, Part, Tag, is_page};
use crate::pointer::Pointer;

/// The documentation of a schema.
pub(super) fn of(keywords: &Keywords<'_>) -> Docs {
    let data = keywords.data;
    let mut docs = Docs {
        title: data.title.clone(),
        description: texts::said(data.description.as_deref()),
        link: link(data.external_docs.as_ref()),
        deprecated: data.deprecated,
        example: data.example.clone(),
        default: data.default.clone(),
        sample: keywords.sample.clone(),
        limits: limits(keywords),
        held: held(keywords),
    };
    // `allOf: [{ $ref }, { description }]` is how 3.0 describes a place whose type is elsewhere.
    let beside = keywords.all_of.iter().filter_map(ReferenceOr::as_item);
    for part in beside.map(Keywords::of).filter(Keywords::is_silent) {
        let said = of(&part);
        inherit_values(&mut docs, &said);
        inherit_words(&mut docs, said);
    }
    docs
}

/// What a value holds, as far as it stands here, each with its description.
fn held(keywords: &Keywords<'_>) -> Vec<(Part, Option<String>)> {
    let parts = inner(keywords).into_iter();
    let parts =
        parts.map(|(part, schema)| (part, texts::said(schema.schema_data.description.as_deref())));
    parts.collect()
}

/// Where the schema of a part of a value stands.
pub(super) fn place(part: Part, at: &Pointer) -> Pointer {
    match part {
        Part::Items => at.child("items"),
        Part::Values => at.child("additionalProperties"),
        Part::Names => at.child(KEY_NAMES.key()),
        Part::Element(index) => at.child(PREFIX_ITEMS.key()).index(index),
    }
}

/// The schemas of what a value holds, as far as they stand here.
fn inner<'d>(keywords: &Keywords<'d>) -> Vec<(Part, Cow<'d, Schema>)> {
    let mut inner = Vec::new();
    if let Some(ReferenceOr::Item(items)) = keywords.items {
        inner.push((Part::Items, Cow::Borrowed(&**items)));
    }
    if let Some(AdditionalProperties::Schema(values)) = keywords.additional
        && let ReferenceOr::Item(values) = &**values
    {
        inner.push((Part::Values, Cow::Borrowed(values)));
    }
    if let Some(names) = KEY_NAMES.get(&keywords.data.extensions)
        && let Ok(names) = serde_json::from_value(names.clone())
    {
        inner.push((Part::Names, Cow::Owned(names)));
    }
    let elements = tuples::written(keywords).into_iter().enumerate();
    inner.extend(elements.map(|(index, element)| (Part::Element(index), Cow::Owned(element))));
    inner
}

/// What limits the values of a schema and what they hold, as far as it stands here: what is referred to has limits of its own.
pub(super) fn limits(keywords: &Keywords<'_>) -> Vec<Limit> {
    let mut limits = keywords.limits.clone();
    limits.extend(enums::listed(keywords));
    for (part, schema) in inner(keywords) {
        let held = self::limits(&Keywords::of(&schema)).into_iter();
        limits.extend(held.map(|limit| limit.within(part)));
    }
    let parts = [
        keywords.all_of,
        only(keywords.one_of),
        only(keywords.any_of),
    ];
    for part in parts.into_iter().flatten().filter_map(ReferenceOr::as_item) {
        for limit in self::limits(&Keywords::of(part)) {
            if !limits.contains(&limit) {
                limits.push(limit);
            }
        }
    }
    limits
}

/// A choice of one thing holds as that thing does.
fn only(choice: &[ReferenceOr<Schema>]) -> &[ReferenceOr<Schema>] {
    if choice.len() == 1 { choice } else { &[] }
}

/// Whether the document says that a value is a secret.
pub(super) fn sensitive(keywords: &Keywords<'_>) -> Option<bool> {
    let said = keywords.data.extensions.get("x-sensitive");
    said.and_then(Value::as_bool)
        .or_else(|| (keywords.format.as_deref() == Some("password")).then_some(true))
}

/// The description of a group.
pub(super) fn tag(tag: &openapiv3::Tag) -> Tag {
    Tag {
        wire: tag.name.clone(),
        description: texts::said(tag.description.as_deref()),
        link: link(tag.external_docs.as_ref()),
    }
}

/// The page that is referred to.
pub(super) fn link(docs: Option<&ExternalDocumentation>) -> Option<String> {
    let url = &docs?.url;
    is_page(url).then(|| url.clone())
}

/// Adds the values of a schema further away where nothing nearer has any.
pub(super) fn inherit_values(docs: &mut Docs, earlier: &Docs) {
    let or = |own: &mut Option<Value>, other: &Option<Value>| {
        *own = own.take().or_else(|| other.clone());
    };
    or(&mut docs.example, &earlier.example);
    or(&mut docs.default, &earlier.default);
    or(&mut docs.sample, &earlier.sample);
}

/// Adds the words of a schema further away where nothing nearer says anything. Its values may be of another type.
pub(super) fn inherit_words(docs: &mut Docs, earlier: Docs) {
    docs.title = docs.title.take().or(earlier.title);
    docs.description = docs.description.take().or(earlier.description);
    docs.link = docs.link.take().or(earlier.link);
    docs.deprecated |= earlier.deprecated;
    for limit in earlier.limits {
        if !docs.limits.contains(&limit) {
            docs.limits.push(limit);
        }
    }
    if docs.held.is_empty() {
        docs.held = earlier.held;
    }
}
