//! The one document: every reference to another file is one to a component, or what it leads to.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::homes::Homes;
use super::library::{Library, Node};
use super::reach::inside;
use super::{
    Kind, Place, Pointer, Reported, Syntax, Tree, codes, kind_of, reading, section, target,
};
use crate::cx::Cx;

struct Build<'b, 'l> {
    library: &'b Library<'l>,
    homes: &'b Homes,
    parts: BTreeMap<Pointer, Place>,
    /// What is being put in place of references, so that a cycle of them ends.
    open: Vec<Node>,
    nodes: usize,
    /// How many nodes stand in place of references.
    copied: usize,
}

/// Builds the document.
pub(super) fn document(
    library: &Library<'_>,
    homes: &Homes,
    mut tree: Tree,
    cx: &mut Cx,
) -> Result<Tree, Reported> {
    let mut build = Build {
        library,
        homes,
        parts: BTreeMap::new(),
        open: Vec::new(),
        nodes: 0,
        copied: 0,
    };
    let at = Node {
        file: 0,
        at: Pointer::root(),
    };
    let now = Pointer::root();
    let mut root = build.node(&at, Syntax::One(Kind::Document), &tree.root, &now);
    for (home, node) in &homes.added {
        let syntax = kind_at(library, home);
        if let Some(value) = library.get(node) {
            build.note(home, node);
            let value = build.node(node, syntax, value, home);
            put(&mut root, home, value);
        }
    }
    if build.is_full() {
        let place = Place {
            file: tree.file,
            at: Pointer::root(),
        };
        return Err(cx.error(codes::TOO_MANY_NODES.at(place)));
    }
    (tree.root, tree.parts) = (root, build.parts);
    Ok(tree)
}

/// What a component is, by the map that it is in.
fn kind_at(library: &Library<'_>, home: &Pointer) -> Syntax {
    let mut syntax = Syntax::One(Kind::Document);
    for key in home.segments() {
        syntax = inside(library, syntax, &key).unwrap_or(syntax);
    }
    syntax
}

impl Build<'_, '_> {
    fn is_full(&self) -> bool {
        self.nodes > reading::MAX_NODES || self.copied > reading::MAX_COPIED
    }

    fn note(&mut self, now: &Pointer, node: &Node) {
        let place = self.library.place(node);
        self.parts.extend(place.map(|place| (now.clone(), place)));
    }

    /// A node as it is in the document, at `now`.
    fn node(&mut self, node: &Node, syntax: Syntax, value: &Value, now: &Pointer) -> Value {
        self.nodes += 1;
        self.copied += usize::from(!self.open.is_empty());
        if self.is_full() {
            return Value::Null;
        }
        if let Some(to) = target(syntax, value).and_then(|_| self.homes.targets.get(node)) {
            let to = to.clone();
            return self.reference(node, syntax, value, &to, now);
        }
        self.inner(node, syntax, value, now)
    }

    /// A node with what stands in it.
    fn inner(&mut self, node: &Node, syntax: Syntax, value: &Value, now: &Pointer) -> Value {
        match value {
            Value::Object(map) => {
                let parts = map.iter().map(|(key, value)| {
                    let at = node.at.child(key);
                    let inner = Node {
                        file: node.file,
                        at,
                    };
                    let value = match inside(self.library, syntax, key) {
                        Some(syntax) => self.node(&inner, syntax, value, &now.child(key)),
                        None => value.clone(),
                    };
                    (key.clone(), value)
                });
                let mut map: Map<String, Value> = parts.collect();
                match syntax {
                    Syntax::One(Kind::Discriminator) => self.mapping(node, &mut map),
                    Syntax::One(Kind::Requirement) => self.requirement(node, &mut map, now),
                    _ => {}
                }
                Value::Object(map)
            }
            Value::Array(list) => {
                let parts = list.iter().enumerate().map(|(index, value)| {
                    let inner = Node {
                        file: node.file,
                        at: node.at.index(index),
                    };
                    match inside(self.library, syntax, "") {
                        Some(syntax) => self.node(&inner, syntax, value, &now.index(index)),
                        None => value.clone(),
                    }
                });
                Value::Array(parts.collect())
            }
            other => other.clone(),
        }
    }

    fn reference(
        &mut self,
        node: &Node,
        syntax: Syntax,
        value: &Value,
        to: &Node,
        now: &Pointer,
    ) -> Value {
        let beside = value.as_object().cloned().unwrap_or_default();
        if let Some(home) = self.home(kind_of(syntax), to).filter(|home| home != now) {
            let mut map = match self.inner(node, syntax, value, now) {
                Value::Object(map) => map,
                _ => beside,
            };
            map.insert("$ref".to_owned(), json!(home.to_string()));
            return Value::Object(map);
        }
        // A part that is nothing but itself refers to itself, which the checks report.
        if self.open.contains(to) {
            return json!({ "$ref": now.to_string() });
        }
        let Some(found) = self.library.get(to).cloned() else {
            return value.clone();
        };
        self.open.push(to.clone());
        self.note(now, to);
        let mut found = self.node(to, syntax, &found, now);
        self.open.pop();
        if let Value::Object(map) = &mut found {
            for (key, value) in beside.into_iter().filter(|(key, _)| key != "$ref") {
                let own = Node {
                    file: node.file,
                    at: node.at.child(&key),
                };
                self.note(&now.child(&key), &own);
                let syntax = inside(self.library, syntax, &key);
                let value = match syntax {
                    Some(syntax) => self.node(&own, syntax, &value, &now.child(&key)),
                    None => value,
                };
                map.insert(key, value);
            }
        }
        found
    }

    /// Where the part is that a reference leads to, if it is not put in its place.
    fn home(&self, kind: Option<Kind>, to: &Node) -> Option<Pointer> {
        if to.file == 0 {
            return Some(to.at.clone());
        }
        let section = section(kind?, self.library.document())?;
        self.homes.components.get(&(to.clone(), section)).cloned()
    }

    fn mapping(&self, node: &Node, map: &mut Map<String, Value>) {
        let mapping = map.get_mut("mapping").and_then(Value::as_object_mut);
        for (name, target) in mapping.into_iter().flatten() {
            let at = Node {
                file: node.file,
                at: node.at.child("mapping").child(name),
            };
            let to = self.homes.targets.get(&at);
            if let Some(home) = to.and_then(|to| self.home(Some(Kind::Schema), to)) {
                *target = json!(home.to_string());
            }
        }
    }
}

impl Build<'_, '_> {
    /// Schemes that a requirement names by their files get the names that they have in the document.
    fn requirement(&mut self, node: &Node, map: &mut Map<String, Value>, now: &Pointer) {
        let kind = Kind::SecurityScheme;
        let section = section(kind, self.library.document());
        let named = std::mem::take(map).into_iter().map(|(key, scopes)| {
            let at = Node {
                file: node.file,
                at: node.at.child(&key),
            };
            let to = self.homes.targets.get(&at);
            let home = to.and_then(|to| self.home(Some(kind), to));
            let home = home.filter(|home| home.parent() == section);
            let Some(name) = home.and_then(|home| home.last()) else {
                return (key, scopes);
            };
            self.note(&now.child(&name), &at);
            (name, scopes)
        });
        *map = named.collect();
    }
}

/// Adds a component.
fn put(root: &mut Value, home: &Pointer, value: Value) {
    let mut slot = root;
    for key in home.segments() {
        let Value::Object(map) = slot else { return };
        slot = map.entry(key).or_insert_with(|| json!({}));
    }
    *slot = value;
}
