//! Which components the values of a tag lead to: what a mapping says, and what heirs say themselves.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use crate::extensions::DEFAULT_MAPPING;
use crate::pointer::Pointer;

/// What a schema says of its own value of the tag: Azure's word, and that of other generators.
const VALUES: [&str; 2] = ["x-ms-discriminator-value", "x-discriminator-value"];

/// Whether a tag says which schemas its values lead to.
pub(super) fn leads(tag: &Value) -> bool {
    let keys = ["mapping", DEFAULT_MAPPING.key()];
    keys.iter().any(|key| tag.get(key).is_some())
}

/// Leaves out what leads from a tag, inherited or repeated, to components of another one's union: it is for the union of a parent.
pub(super) fn keep(
    tag: &mut Map<String, Value>,
    schemas: &Map<String, Value>,
    is_own: impl Fn(Option<&str>) -> bool,
) {
    let is_kept = |target: &Value| {
        let to = target.as_str().and_then(|to| component(to, schemas));
        is_own(to.as_deref())
    };
    if let Some(Value::Object(mapping)) = tag.get_mut("mapping") {
        mapping.retain(|_, target| is_kept(target));
    }
    let default = DEFAULT_MAPPING.key();
    if tag.get(default).is_some_and(|target| !is_kept(target)) {
        tag.shift_remove(default);
    }
}

/// Adds the values that these say that they have by an extension, where the mapping says nothing of them.
pub(super) fn add_values(
    tag: &mut Map<String, Value>,
    heirs: BTreeSet<String>,
    schemas: &Map<String, Value>,
) {
    let mut mapping = match tag.get("mapping") {
        Some(Value::Object(mapping)) => mapping.clone(),
        _ => Map::new(),
    };
    let mapped = mapping.values().filter_map(Value::as_str);
    let mut mapped: BTreeSet<String> = mapped.filter_map(|to| component(to, schemas)).collect();
    for heir in heirs {
        if let Some(value) = own_value(&schemas[&heir])
            && !mapping.contains_key(value)
            && mapped.insert(heir.clone())
        {
            mapping.insert(value.to_owned(), reference(&heir)["$ref"].clone());
        }
    }
    if !mapping.is_empty() {
        tag.insert("mapping".to_owned(), Value::Object(mapping));
    }
}

/// What a schema says itself to be its value of the tag.
pub(super) fn own_value(schema: &Value) -> Option<&str> {
    let said = VALUES.iter().find_map(|key| schema.get(*key));
    said.and_then(Value::as_str)
}

/// The component that an entry of a mapping names, by its name or by a pointer.
pub(super) fn component(target: &str, schemas: &Map<String, Value>) -> Option<String> {
    let name = if schemas.contains_key(target) {
        target.to_owned()
    } else {
        name_of(target)?
    };
    schemas.contains_key(&name).then_some(name)
}

pub(super) fn name_of(target: &str) -> Option<String> {
    let at = Pointer::parse(target)?;
    let root: Pointer = ["components", "schemas"].iter().collect();
    (at.parent()? == root).then(|| at.last()).flatten()
}

pub(super) fn reference(name: &str) -> Value {
    let at: Pointer = ["components", "schemas", name].iter().collect();
    json!({ "$ref": at.to_string() })
}
