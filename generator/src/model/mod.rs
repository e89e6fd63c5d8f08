//! The typed document: a tree in the shape of 3.0 in, `openapiv3` types out, entry by entry. What is dropped was reported.
//!
//! Callbacks, links, and the examples of bodies and components are not in the typed document; read them from the tree.

mod clean;
pub mod integers;

use std::borrow::Cow;
use std::collections::BTreeMap;

use indexmap::IndexMap;
use openapiv3::{Components, Info, OpenAPI, Operation, PathItem, Paths, ReferenceOr, Schema};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::cx::Cx;
use crate::diag::codes;
use crate::extensions;
use crate::method::{Method, OTHERS};
use crate::pointer::Pointer;
use crate::source::Tree;
use crate::source::grammar::{Kind, Syntax};
use crate::threads;

/// A typed document, and the entries that are not in it.
#[derive(Debug)]
pub struct Parsed {
    document: OpenAPI,
    unread: Vec<Unread>,
}

/// Reads the typed document, while others look at the tree.
pub fn parse(tree: &Tree) -> Parsed {
    let (document, unread) = document(tree);
    Parsed { document, unread }
}

impl Parsed {
    /// The document, when everything else was said of the tree; an entry that cannot be read is an error of its own and is left out.
    pub fn reported(self, tree: &Tree, cx: &mut Cx) -> OpenAPI {
        report(self.unread, tree, cx);
        self.document
    }
}

fn document(tree: &Tree) -> (OpenAPI, Vec<Unread>) {
    let mut unread = Vec::new();
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
    let mut document: OpenAPI = typed(head, Kind::Document, root.clone(), &mut unread)
        .unwrap_or_else(|| OpenAPI {
            info: Info::default(),
            ..OpenAPI::default()
        });
    document.paths = paths(tree, &mut unread);
    let at = root.child("components");
    if tree.get(&at).is_some() {
        document.components = Some(components(tree, &at, &mut unread));
    }
    (document, unread)
}

/// An entry that the typed reader refuses, and what it says.
#[derive(Debug)]
struct Unread {
    kind: Kind,
    at: Pointer,
    reason: String,
}

/// Reports what the typed reader says, unless something more exact was said already.
fn report(unread: Vec<Unread>, tree: &Tree, cx: &mut Cx) {
    for Unread { kind, at, reason } in unread {
        let place = tree.place(&at);
        if !cx.has_error_within(&place) {
            let kind = kind.object().name;
            let found = codes::UNREADABLE_ENTRY.at(place).arg("kind", kind);
            cx.report(found.arg("reason", reason));
        }
    }
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

/// Reads a cleaned value.
fn typed<T: DeserializeOwned>(
    value: Value,
    kind: Kind,
    at: Pointer,
    unread: &mut Vec<Unread>,
) -> Option<T> {
    let read = serde_json::from_value(value);
    let refused = |error: serde_json::Error| {
        let reason = error.to_string();
        unread.push(Unread { kind, at, reason });
    };
    read.map_err(refused).ok()
}

/// Reads the entries of a map, each on the next processor that has time, and keeps those that can be read.
fn entries<T: Send>(
    map: Option<&Map<String, Value>>,
    unread: &mut Vec<Unread>,
    read: impl Fn(&str, &Value, &mut Vec<Unread>) -> Option<T> + Sync,
) -> IndexMap<String, T> {
    let entries: Vec<(&String, &Value)> = map.into_iter().flatten().collect();
    let all = threads::each(&entries, |(name, value)| {
        let mut unread = Vec::new();
        // The types are large, and what threads make is moved several times.
        (read(name, value, &mut unread).map(Box::new), unread)
    });
    let mut map = IndexMap::with_capacity(entries.len());
    for ((name, _), (read, more)) in entries.into_iter().zip(all) {
        unread.extend(more);
        if let Some(read) = read {
            map.insert(name.clone(), *read);
        }
    }
    map
}

/// Reads a map of objects of one kind.
fn named<T: DeserializeOwned + Send>(
    tree: &Tree,
    at: &Pointer,
    kind: Kind,
    unread: &mut Vec<Unread>,
) -> IndexMap<String, T> {
    let map = tree.get(at).and_then(Value::as_object);
    entries(map, unread, |name, value, unread| {
        let value = clean::cleaned(value, Syntax::One(kind), name)?;
        typed(value, kind, at.child(name), unread)
    })
}

fn components(tree: &Tree, at: &Pointer, unread: &mut Vec<Unread>) -> Components {
    Components {
        schemas: named(tree, &at.child("schemas"), Kind::Schema, unread),
        responses: named(tree, &at.child("responses"), Kind::Response, unread),
        parameters: named(tree, &at.child("parameters"), Kind::Parameter, unread),
        examples: IndexMap::new(),
        request_bodies: named(tree, &at.child("requestBodies"), Kind::RequestBody, unread),
        headers: named(tree, &at.child("headers"), Kind::Header, unread),
        security_schemes: named(
            tree,
            &at.child("securitySchemes"),
            Kind::SecurityScheme,
            unread,
        ),
        links: IndexMap::new(),
        callbacks: IndexMap::new(),
        extensions: extensions(tree.get(at)),
    }
}

fn paths(tree: &Tree, unread: &mut Vec<Unread>) -> Paths {
    let at = Pointer::root().child("paths");
    let map = tree.get(&at).and_then(Value::as_object);
    let paths = entries(map, unread, |path, item, unread| {
        // What is a reference still leads nowhere.
        let is_path = !path.starts_with("x-") && !item.get("$ref").is_some_and(Value::is_string);
        is_path.then(|| path_item(item, &at.child(path), unread))?
    });
    Paths {
        paths,
        extensions: extensions(tree.get(&at)),
    }
}

/// Reads a path item, each operation for itself.
fn path_item(
    item: &Value,
    at: &Pointer,
    unread: &mut Vec<Unread>,
) -> Option<ReferenceOr<PathItem>> {
    let (rest, operations) = apart(item);
    let rest = clean::cleaned(&rest, Syntax::One(Kind::PathItem), "")?;
    let mut item: ReferenceOr<PathItem> = typed(rest, Kind::PathItem, at.clone(), unread)?;
    if let ReferenceOr::Item(item) = &mut item {
        for (method, value) in operations {
            if let Some(slot) = slot(item, &method) {
                *slot = operation(value, &method, at, unread);
            }
        }
    }
    Some(item)
}

/// A path item without its operations, and these.
fn apart(item: &Value) -> (Cow<'_, Value>, Vec<(Method, &Value)>) {
    let Some(map) = item.as_object().filter(|map| !map.contains_key("$ref")) else {
        return (Cow::Borrowed(item), Vec::new());
    };
    let operations = Method::of_item(item).collect();
    let is_rest = |key: &str| key != OTHERS && Method::of_key(key).is_none();
    let rest = map.iter().filter(|(key, _)| is_rest(key));
    let rest = rest.map(|(key, value)| (key.clone(), value.clone()));
    (Cow::Owned(Value::Object(rest.collect())), operations)
}

/// Reads an operation of the path item at a place.
fn operation(
    value: &Value,
    method: &Method,
    at: &Pointer,
    unread: &mut Vec<Unread>,
) -> Option<Operation> {
    let value = clean::cleaned(value, Syntax::One(Kind::Operation), method.name())?;
    typed(value, Kind::Operation, method.at(at), unread)
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
    let mut unread = Vec::new();
    for (path, item) in paths.into_iter().flatten() {
        let at = root.child(path);
        for (method, value) in Method::of_item(item) {
            if slot(&mut PathItem::default(), &method).is_none()
                && let Some(read) = operation(value, &method, &at, &mut unread)
            {
                later.entry(path.clone()).or_default().push((method, read));
            }
        }
    }
    report(unread, tree, cx);
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
