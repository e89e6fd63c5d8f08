//! The typed document: a tree in the shape of 3.0 in, `openapiv3` types out, entry by entry. What is dropped was reported.
//!
//! Callbacks and links are not in the typed document; read them from the tree.

mod clean;
pub mod integers;

use std::collections::BTreeMap;

use indexmap::IndexMap;
use openapiv3::{Components, Info, OpenAPI, Operation, PathItem, Paths, ReferenceOr, Schema};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::cx::Cx;
use crate::diag::codes;
use crate::extensions;
use crate::method::Method;
use crate::pointer::Pointer;
use crate::source::Tree;
use crate::source::grammar::{Kind, Syntax};

/// Reads the typed document; an entry that cannot be read is an error of its own and is left out.
pub fn parse(tree: &Tree, cx: &mut Cx) -> OpenAPI {
    let root = Pointer::root();
    let parts = tree.root.as_object().into_iter().flatten();
    let mut head: Map<String, Value> = parts
        .filter(|(key, _)| {
            !["components", "paths"].contains(&key.as_str()) && !extensions::is_own(key)
        })
        .map(|(key, value)| (key.clone(), value.clone()))
        .collect();
    for key in ["info", "paths"] {
        head.entry(key).or_insert_with(|| Value::Object(Map::new()));
    }
    let head = Value::Object(head);
    let head = clean::cleaned(&head, Syntax::One(Kind::Document), "").unwrap_or_default();
    let mut document: OpenAPI =
        typed(head, Kind::Document, tree, &root, cx).unwrap_or_else(|| OpenAPI {
            info: Info::default(),
            ..OpenAPI::default()
        });
    document.paths = paths(tree, cx);
    let at = root.child("components");
    if tree.get(&at).is_some() {
        document.components = Some(components(tree, &at, cx));
    }
    document
}

/// Reads the schema at any pointer, for references into the middle of the document.
pub fn schema_at(tree: &Tree, at: &Pointer) -> Option<ReferenceOr<Schema>> {
    entry_at(tree, at, Kind::Schema)
}

/// Reads an object of this kind at any pointer; `T` is the type of `openapiv3` for the kind.
pub fn entry_at<T: DeserializeOwned>(tree: &Tree, at: &Pointer, kind: Kind) -> Option<T> {
    let value = tree.get(at)?;
    serde_json::from_value(clean::cleaned(value, Syntax::One(kind), "")?).ok()
}

/// Reads a cleaned value; reports what the typed reader says, unless something more exact was said already.
fn typed<T: DeserializeOwned>(
    value: Value,
    kind: Kind,
    tree: &Tree,
    at: &Pointer,
    cx: &mut Cx,
) -> Option<T> {
    match serde_json::from_value(value) {
        Ok(read) => Some(read),
        Err(error) => {
            let place = tree.place(at);
            if !cx.has_error_within(&place) {
                let kind = kind.object().name;
                cx.report(
                    codes::UNREADABLE_ENTRY
                        .at(place)
                        .arg("kind", kind)
                        .arg("reason", error),
                );
            }
            None
        }
    }
}

/// Reads a map of objects of one kind.
fn named<T: DeserializeOwned>(
    tree: &Tree,
    at: &Pointer,
    kind: Kind,
    cx: &mut Cx,
) -> IndexMap<String, T> {
    let map = tree.get(at).and_then(Value::as_object);
    let mut all = IndexMap::new();
    for (name, value) in map.into_iter().flatten() {
        let at = at.child(name);
        if let Some(value) = clean::cleaned(value, Syntax::One(kind), name)
            && let Some(read) = typed(value, kind, tree, &at, cx)
        {
            all.insert(name.clone(), read);
        }
    }
    all
}

fn components(tree: &Tree, at: &Pointer, cx: &mut Cx) -> Components {
    Components {
        schemas: named(tree, &at.child("schemas"), Kind::Schema, cx),
        responses: named(tree, &at.child("responses"), Kind::Response, cx),
        parameters: named(tree, &at.child("parameters"), Kind::Parameter, cx),
        examples: named(tree, &at.child("examples"), Kind::Example, cx),
        request_bodies: named(tree, &at.child("requestBodies"), Kind::RequestBody, cx),
        headers: named(tree, &at.child("headers"), Kind::Header, cx),
        security_schemes: named(tree, &at.child("securitySchemes"), Kind::SecurityScheme, cx),
        links: IndexMap::new(),
        callbacks: IndexMap::new(),
        extensions: extensions(tree.get(at)),
    }
}

fn paths(tree: &Tree, cx: &mut Cx) -> Paths {
    let at = Pointer::root().child("paths");
    let map = tree.get(&at).and_then(Value::as_object);
    let mut all = IndexMap::new();
    for (path, item) in map.into_iter().flatten() {
        if !path.starts_with("x-")
            && let Some(item) = path_item(item, tree, &at.child(path), cx)
        {
            all.insert(path.clone(), item);
        }
    }
    Paths {
        paths: all,
        extensions: extensions(tree.get(&at)),
    }
}

/// Reads a path item, each operation for itself.
fn path_item(
    item: &Value,
    tree: &Tree,
    at: &Pointer,
    cx: &mut Cx,
) -> Option<ReferenceOr<PathItem>> {
    let mut rest = item.clone();
    let mut operations = Vec::new();
    if let Some(map) = rest.as_object_mut().filter(|map| !map.contains_key("$ref")) {
        for (method, operation) in Method::of_item(item) {
            map.shift_remove(&*method.key());
            operations.push((method, operation));
        }
    }
    let rest = clean::cleaned(&rest, Syntax::One(Kind::PathItem), "")?;
    let mut item: ReferenceOr<PathItem> = typed(rest, Kind::PathItem, tree, at, cx)?;
    if let ReferenceOr::Item(item) = &mut item {
        for (method, value) in operations {
            if let Some(slot) = slot(item, &method) {
                *slot = operation(value, &method, tree, at, cx);
            }
        }
    }
    Some(item)
}

/// Reads an operation of the path item at a place.
fn operation(
    value: &Value,
    method: &Method,
    tree: &Tree,
    at: &Pointer,
    cx: &mut Cx,
) -> Option<Operation> {
    let value = clean::cleaned(value, Syntax::One(Kind::Operation), &method.key())?;
    typed(value, Kind::Operation, tree, &at.child(&method.key()), cx)
}

/// Where the path item has the operation of a method; nowhere if only later versions have the method.
fn slot<'i>(item: &'i mut PathItem, method: &Method) -> Option<&'i mut Option<Operation>> {
    Some(match method {
        Method::Get => &mut item.get,
        Method::Put => &mut item.put,
        Method::Post => &mut item.post,
        Method::Delete => &mut item.delete,
        Method::Options => &mut item.options,
        Method::Head => &mut item.head,
        Method::Patch => &mut item.patch,
        Method::Trace => &mut item.trace,
        Method::Query | Method::Other(_) => return None,
    })
}

/// Operations by path, in the order of the document, with their methods.
pub type Operations = BTreeMap<String, Vec<(Method, Operation)>>;

/// Reads the operations whose methods the typed document has no room for; one that cannot be read is an error and is left out.
pub fn later_operations(tree: &Tree, cx: &mut Cx) -> Operations {
    let root = Pointer::root().child("paths");
    let paths = tree.get(&root).and_then(Value::as_object);
    let mut later = Operations::new();
    for (path, item) in paths.into_iter().flatten() {
        let at = root.child(path);
        for (method, value) in Method::of_item(item) {
            if slot(&mut PathItem::default(), &method).is_none()
                && let Some(read) = operation(value, &method, tree, &at, cx)
            {
                later.entry(path.clone()).or_default().push((method, read));
            }
        }
    }
    later
}

fn extensions(value: Option<&Value>) -> IndexMap<String, Value> {
    let map = value.and_then(Value::as_object);
    let own = map
        .into_iter()
        .flatten()
        .filter(|(key, _)| key.starts_with("x-"));
    own.map(|(key, value)| (key.clone(), value.clone()))
        .collect()
}
