//! What a candidate of a union is called where its type has no name.

use std::collections::{BTreeMap, BTreeSet};

use openapiv3::{Discriminator, ReferenceOr, Schema};
use serde_json::Value;

use super::heirs;
use super::keywords::Keywords;
use super::tags::constant;
use super::wrapping;
use crate::extensions::ITSELF;
use crate::pointer::component_key;

/// The words of each candidate of a union. Those of the same words have what they demand in them, and another one of them does
/// not; or what they declare, where that is not enough.
pub(super) fn of_all(schemas: &[&ReferenceOr<Schema>], tag: Option<&Discriminator>) -> Vec<String> {
    let plain: Vec<String> = schemas.iter().map(|schema| of(schema, tag)).collect();
    let mut sharing: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, words) in plain.iter().enumerate() {
        sharing.entry(words).or_default().push(index);
    }
    let mut all = wrapping::named(schemas, plain.clone());
    for (words, same) in sharing.into_iter().filter(|(_, same)| same.len() > 1) {
        let keywords: Vec<_> = same
            .iter()
            .map(|&index| schemas[index].as_item().map(Keywords::of))
            .collect();
        let by = |members: fn(&Keywords<'_>) -> Vec<String>| {
            let lists = keywords.iter().map(|one| one.as_ref().map(members));
            apart(
                words,
                &lists.map(Option::unwrap_or_default).collect::<Vec<_>>(),
            )
        };
        let told = by(demanded).or_else(|| by(declared));
        for (index, words) in same.iter().zip(told.into_iter().flatten()) {
            all[*index] = words;
        }
    }
    all
}

/// The words of each of those that share some, with the first members of its own; `None` if these do not tell all of them apart.
fn apart(words: &str, lists: &[Vec<String>]) -> Option<Vec<String>> {
    let mut holders: BTreeMap<&str, usize> = BTreeMap::new();
    for name in lists.iter().flatten() {
        *holders.entry(name).or_default() += 1;
    }
    let told = lists.iter().map(|list| {
        let own = list.iter().map(String::as_str);
        let own: Vec<&str> = own
            .filter(|name| holders[name] < lists.len())
            .take(2)
            .collect();
        match own[..] {
            [] => words.to_owned(),
            _ if words.starts_with("with ") => format!("{words} and {}", own.join(" and ")),
            _ => format!("{words} with {}", own.join(" and ")),
        }
    });
    let told: Vec<String> = told.collect();
    let each: BTreeSet<&str> = told.iter().map(String::as_str).collect();
    (each.len() == told.len()).then_some(told)
}

/// The members that a schema and the inline parts of its `allOf` demand, each once.
fn demanded(keywords: &Keywords<'_>) -> Vec<String> {
    let mut demanded = BTreeSet::new();
    let mut open = vec![keywords.clone()];
    while let Some(next) = open.pop() {
        demanded.extend(next.required.iter().cloned());
        let parts = next.all_of.iter().filter_map(ReferenceOr::as_item);
        open.extend(parts.map(Keywords::of));
    }
    in_order(demanded, keywords.members())
}

/// Names in the order in which they are declared, so that the order of `required` decides nothing; then those that are not, sorted.
fn in_order(mut names: BTreeSet<String>, declared: Vec<&str>) -> Vec<String> {
    let declared = declared.into_iter().filter_map(|name| names.take(name));
    let mut ordered: Vec<String> = declared.collect();
    ordered.extend(names);
    ordered
}

/// Those, and the others that it declares.
fn declared(keywords: &Keywords<'_>) -> Vec<String> {
    let all = demanded(keywords).into_iter();
    let all = all.chain(keywords.members().into_iter().map(str::to_owned));
    let mut known = BTreeSet::new();
    all.filter(|name| known.insert(name.clone())).collect()
}

/// The words of one: its title, its tag, what it demands, or its kind.
fn of(schema: &ReferenceOr<Schema>, tag: Option<&Discriminator>) -> String {
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
    let mut members = keywords.members().into_iter();
    if let Some(value) = members.find_map(|name| constant(&keywords, name)) {
        return value;
    }
    match &keywords.values[..] {
        [Value::String(only)] => only.clone(),
        _ => kind(&keywords),
    }
}

/// What kind of value a schema without a name is.
fn kind(keywords: &Keywords<'_>) -> String {
    let required = keywords.required.iter().cloned().collect();
    let declared = keywords.properties.keys().map(String::as_str).collect();
    let mut required = in_order(required, declared);
    required.truncate(2);
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
