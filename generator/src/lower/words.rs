//! What a candidate of a union is called where its type has no name.

use openapiv3::{Discriminator, ReferenceOr, Schema};
use serde_json::Value;

use super::heirs;
use super::keywords::Keywords;
use super::tags::constant;
use crate::extensions::ITSELF;
use crate::pointer::component_key;

/// The words: its title, its tag, what it demands, or its kind.
pub(super) fn of(schema: &ReferenceOr<Schema>, tag: Option<&Discriminator>) -> String {
    let schema = match schema {
        ReferenceOr::Reference { reference } => {
            return component_key(reference, "schemas").unwrap_or_else(|| "value".to_owned());
        }
        ReferenceOr::Item(schema) => schema,
    };
    if ITSELF.is_set(&schema.schema_data.extensions) {
        return heirs::ITS_WORDS.to_owned();
    }
    let keywords = Keywords::of(schema);
    let title = keywords
        .data
        .title
        .as_deref()
        .filter(|title| !title.trim().is_empty() && title.len() <= 60);
    if let Some(title) = title {
        return title.to_owned();
    }
    if let Some(value) = tag.and_then(|tag| constant(&keywords, &tag.property_name)) {
        return value;
    }
    let mut members = members(&keywords).into_iter();
    if let Some(value) = members.find_map(|name| constant(&keywords, name)) {
        return value;
    }
    match &keywords.values[..] {
        [Value::String(only)] => only.clone(),
        _ => kind(&keywords),
    }
}

/// The members that a schema and the inline parts of its `allOf` declare.
fn members<'d>(keywords: &Keywords<'d>) -> Vec<&'d str> {
    let mut names: Vec<&str> = keywords.properties.keys().map(String::as_str).collect();
    let parts = keywords.all_of.iter().filter_map(ReferenceOr::as_item);
    names.extend(parts.flat_map(|part| members(&Keywords::of(part))));
    names
}

/// What kind of value a schema without a name is.
fn kind(keywords: &Keywords<'_>) -> String {
    let required: Vec<&str> = keywords
        .required
        .iter()
        .take(2)
        .map(String::as_str)
        .collect();
    match keywords.ty {
        Some("array") => match keywords.items {
            Some(ReferenceOr::Item(item)) => format!("{} list", kind(&Keywords::of(item))),
            Some(ReferenceOr::Reference { reference }) => {
                format!(
                    "{} list",
                    component_key(reference, "schemas").unwrap_or_default()
                )
            }
            None => "list".to_owned(),
        },
        Some("string") if !keywords.values.is_empty() => "choice".to_owned(),
        Some("string") => "text".to_owned(),
        Some("object") | None if !required.is_empty() => format!("with {}", required.join(" and ")),
        Some(other) => other.to_owned(),
        None if !keywords.properties.is_empty() => {
            let names: Vec<&str> = keywords
                .properties
                .keys()
                .take(2)
                .map(String::as_str)
                .collect();
            format!("with {}", names.join(" and "))
        }
        None => "value".to_owned(),
    }
}
