//! What can be taken out of a document, and the document without it.

use std::collections::BTreeSet;

use serde_json::Value;
use tintype::pointer::Pointer;

pub(super) const METHODS: &[&str] = &[
    "get", "put", "post", "delete", "options", "head", "patch", "trace",
];

/// What is taken out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Schema,
    Operation,
    Tag,
    Property,
    Error,
}

/// A part of a document.
#[derive(Debug)]
pub(super) struct Item {
    pub(super) kind: Kind,
    pub(super) at: Pointer,
}

/// Everything that can be taken out of a document.
pub(super) fn items(document: &Value) -> Vec<Item> {
    let mut items = Vec::new();
    let mut add = |kind, at| items.push(Item { kind, at });
    let root = Pointer::root();
    let references = References::of(document);
    let schemas = root.child("components").child("schemas");
    for (name, schema) in entries(document, &schemas) {
        let at = schemas.child(&name);
        if !references.lead_to(&at) {
            add(Kind::Schema, at.clone());
        }
        let properties = at.child("properties");
        let names: Vec<String> = entries(document, &properties)
            .map(|(name, _)| name)
            .collect();
        let required = schema
            .get("required")
            .map(Value::to_string)
            .unwrap_or_default();
        for name in &names {
            let property = properties.child(name);
            let is_free =
                !required.contains(&format!("{name:?}")) && !references.lead_to(&property);
            if is_free && names.len() > 1 {
                add(Kind::Property, property);
            }
        }
    }
    let paths = root.child("paths");
    for (path, item) in entries(document, &paths) {
        let path = paths.child(&path);
        for method in METHODS.iter().filter(|method| item.get(method).is_some()) {
            let at = path.child(method);
            if references.lead_to(&path) {
                continue;
            }
            let responses = at.child("responses");
            let statuses = entries(document, &responses).map(|(status, _)| status);
            for status in statuses.filter(|status| status.starts_with(['4', '5'])) {
                add(Kind::Error, responses.child(&status));
            }
            add(Kind::Operation, at);
        }
    }
    let tags = document.get("tags").and_then(Value::as_array);
    for index in 0..tags.map_or(0, Vec::len) {
        add(Kind::Tag, root.child("tags").index(index));
    }
    items
}

fn entries<'d>(
    document: &'d Value,
    at: &Pointer,
) -> impl Iterator<Item = (String, &'d Value)> + use<'d> {
    let entries = document.pointer(at.as_str()).and_then(Value::as_object);
    let entries = entries.into_iter().flatten();
    entries.map(|(key, value)| (key.clone(), value))
}

/// The places that something leads to: by reference, or by a discriminator's mapping, which may say a name alone.
struct References(BTreeSet<String>);

impl References {
    fn of(document: &Value) -> Self {
        let schemas = Pointer::root().child("components").child("schemas");
        let mut found = BTreeSet::new();
        let mut open = vec![document];
        while let Some(value) = open.pop() {
            match value {
                Value::Object(map) => open.extend(map.values()),
                Value::Array(all) => open.extend(all),
                Value::String(text) => {
                    let place = text.strip_prefix('#').map(str::to_owned);
                    found.insert(place.unwrap_or_else(|| schemas.child(text).as_str().to_owned()));
                }
                _ => {}
            }
        }
        Self(found)
    }

    /// Whether something leads to the place or into it.
    fn lead_to(&self, at: &Pointer) -> bool {
        let inside = format!("{}/", at.as_str());
        let next = self.0.range(inside.clone()..).next();
        self.0.contains(at.as_str()) || next.is_some_and(|one| one.starts_with(&inside))
    }
}

/// The document without the item, and without a path that has no operation left.
pub(super) fn without(document: &Value, item: &Item) -> Value {
    let mut document = document.clone();
    let parent = item.at.parent().unwrap();
    let key = item.at.last().unwrap();
    match document.pointer_mut(parent.as_str()).unwrap() {
        Value::Object(map) => drop(map.shift_remove(&key)),
        Value::Array(all) => drop(all.remove(key.parse().unwrap())),
        other => unreachable!("{other}"),
    }
    let is_empty = |item: &Value| METHODS.iter().all(|method| item.get(method).is_none());
    if item.kind == Kind::Operation && is_empty(document.pointer(parent.as_str()).unwrap()) {
        let paths = document["paths"].as_object_mut().unwrap();
        paths.shift_remove(&parent.last().unwrap());
    }
    document
}
