//! Webhooks: what they send becomes component schemas, so that there are models of it; the webhooks themselves are set aside.

use serde_json::{Value, json};

use super::aside::set_aside;
use super::edits::Merged;
use super::path_items;
use super::v31::defs::hoist;
use crate::cx::Cx;
use crate::diag::Reported;
use crate::extensions::WEBHOOKS;
use crate::method::Method;
use crate::pointer::Pointer;
use crate::source::Tree;

/// Where documents of 3.0 have them, which has no key for them.
pub(super) const EXTENSION: &str = "x-webhooks";

/// Makes components of the schemas that the webhooks below a key send, unless they are references already.
///
/// # Errors
///
/// When references to webhooks come to more than a document may have.
pub(super) fn run(
    tree: &mut Tree,
    key: &str,
    merged: &mut Merged,
    cx: &mut Cx,
) -> Result<(), Reported> {
    path_items::run(tree, key, cx)?;
    let root = Pointer::root().child(key);
    let Some(webhooks) = tree.get(&root).and_then(Value::as_object) else {
        return Ok(());
    };
    let names: Vec<String> = webhooks.keys().cloned().collect();
    for name in names {
        let at = root.child(&name);
        let item = tree.get(&at).into_iter();
        let methods = item.flat_map(Method::of_item).map(|(method, _)| method);
        let methods: Vec<Method> = methods.collect();
        for method in &methods {
            let body = method.at(&at).child("requestBody");
            let mut event = name.clone();
            if methods.len() > 1 {
                event = format!("{event}_{}", method.word());
            }
            if !event.to_ascii_lowercase().ends_with("event") {
                event.push_str("_event");
            }
            payloads(tree, &body, &event, merged);
        }
    }
    set_aside(tree, &root, WEBHOOKS);
    Ok(())
}

/// Makes components of the schemas of one request body.
fn payloads(tree: &mut Tree, body: &Pointer, event: &str, merged: &mut Merged) {
    let target = tree.get(body).and_then(|body| body.get("$ref")?.as_str());
    let body = target.and_then(Pointer::parse).unwrap_or(body.clone());
    let content = body.child("content");
    let types = tree.get(&content).and_then(Value::as_object);
    let types: Vec<String> = types
        .into_iter()
        .flat_map(|map| map.keys().cloned())
        .collect();
    for media_type in types {
        let at = content.child(&media_type).child("schema");
        let Some(slot) = tree.root.pointer_mut(at.as_str()) else {
            continue;
        };
        if !slot.is_object() || slot.get("$ref").is_some() {
            continue;
        }
        let schema = slot.take();
        let names = [event.to_owned(), format!("{event}_{media_type}")];
        let to = hoist(tree, &at, schema, &names, merged);
        // References say where things were written.
        let written = tree.was(&to);
        if let Some(slot) = tree.root.pointer_mut(at.as_str()) {
            *slot = json!({ "$ref": written.to_string() });
        }
    }
}
