//! What webhooks send as one type: a component that is a union of all of it, told apart as its schemas allow.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use crate::extensions::WEBHOOKS;
use crate::media_type;
use crate::method::Method;
use crate::pointer::Pointer;
use crate::source::Tree;

/// What the component is called; the first that no other component reads like.
const NAMES: &[&str] = &["webhook_event", "any_webhook_event", "event_of_any_webhook"];

/// Adds the component where the webhooks of the document send more than one schema.
pub(super) fn run(tree: &mut Tree) {
    let events = sent(tree);
    if events.len() < 2 {
        return;
    }
    let schemas: Pointer = ["components", "schemas"].iter().collect();
    let known = tree.get(&schemas).and_then(Value::as_object);
    let read = |name: &str| {
        let letters = name.chars().filter(|c| c.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect::<String>()
    };
    let taken: BTreeSet<String> = known
        .into_iter()
        .flat_map(Map::keys)
        .map(|name| read(name))
        .collect();
    let Some(name) = NAMES.iter().find(|name| !taken.contains(&read(name))) else {
        return;
    };
    let mut union = json!({
        "description": "What a webhook sends.",
        "oneOf": events.iter().map(|event| json!({ "$ref": event })).collect::<Vec<_>>(),
    });
    if let Some(tag) = tag(tree, &events) {
        union["discriminator"] = json!({ "propertyName": tag });
    }
    let schemas = tree.root.pointer_mut(schemas.as_str());
    if let Some(Value::Object(schemas)) = schemas {
        schemas.insert((*name).to_owned(), union);
    }
}

/// References to the schemas of the JSON that webhooks send, each once.
fn sent(tree: &Tree) -> Vec<String> {
    let webhooks = tree
        .get(&Pointer::root().child(WEBHOOKS.key()))
        .and_then(Value::as_object);
    let mut events: Vec<String> = Vec::new();
    for item in webhooks.into_iter().flat_map(Map::values) {
        for (_, operation) in Method::of_item(item) {
            let body = operation.get("requestBody");
            let Some(body) = body.and_then(|body| followed(tree, body)) else {
                continue;
            };
            let content = body.get("content").and_then(Value::as_object);
            let mut json = content
                .into_iter()
                .flatten()
                .filter(|(name, _)| media_type::is_json(name));
            let schema = json
                .next()
                .and_then(|(_, media)| media.get("schema")?.get("$ref")?.as_str());
            if let Some(schema) =
                schema.filter(|schema| !events.iter().any(|known| known == schema))
            {
                events.push(schema.to_owned());
            }
        }
    }
    events
}

/// The member that tells all of them apart: each has it, with one text that no other one has.
fn tag(tree: &Tree, events: &[String]) -> Option<String> {
    let tags = |event: &String| {
        let schema = followed(tree, tree.get(&Pointer::parse(event)?)?)?;
        let members = schema.get("properties").and_then(Value::as_object)?;
        let tags = members.iter().filter_map(|(name, member)| {
            let [Value::String(only)] = member.get("enum")?.as_array()?.as_slice() else {
                return None;
            };
            Some((name.clone(), only.clone()))
        });
        Some(tags.collect::<Vec<_>>())
    };
    let all: Vec<_> = events.iter().map(tags).collect::<Option<_>>()?;
    let is_tag = |name: &String| {
        let texts = all
            .iter()
            .map(|tags| tags.iter().find(|(known, _)| known == name));
        let texts: Option<BTreeSet<&String>> = texts.map(|tag| tag.map(|(_, text)| text)).collect();
        texts.is_some_and(|texts| texts.len() == all.len())
    };
    let names = all.first()?.iter().map(|(name, _)| name);
    names.into_iter().find(|name| is_tag(name)).cloned()
}

/// What a reference leads to, a few times; the node itself where it is none.
fn followed<'t>(tree: &'t Tree, node: &'t Value) -> Option<&'t Value> {
    let mut node = node;
    for _ in 0..8 {
        let Some(target) = node.get("$ref").and_then(Value::as_str) else {
            return Some(node);
        };
        node = tree.get(&Pointer::parse(target)?)?;
    }
    None
}
