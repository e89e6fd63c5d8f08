//! Where a document wants text and YAML reads something else: plain values in, their places out. `1.10` is a text there.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::grammar::rewrite::Rows;
use super::grammar::{Kind, Syntax, older};
use crate::pointer::Pointer;

/// Longer chains of references are cycles.
const LONGEST: usize = 32;

/// Places in a document, as a tree of keys and indices.
#[derive(Debug, Default)]
pub(super) struct Texts {
    /// Whether the scalar here means its text.
    pub(super) is_text: bool,
    /// What is inside, by key or index.
    pub(super) inside: BTreeMap<String, Texts>,
}

impl Texts {
    /// What is at a key, and whether what stands there is merged into the map around it, whose keys it then has.
    pub(super) fn below(
        &self,
        key: &str,
        is_merge: impl FnOnce(&str) -> bool,
    ) -> (Option<&Self>, bool) {
        if is_merge(key) {
            (Some(self), true)
        } else {
            (self.inside.get(key), false)
        }
    }
}

/// The scalars that mean their texts; `None` where all is what it has to be.
pub(super) fn wanted(root: &Value) -> Option<Texts> {
    wanted_in(root, &[(&Pointer::root(), Syntax::One(Kind::Document))])
}

/// The same for a file that holds parts of a document, of which each is said what it is.
pub(super) fn wanted_in(root: &Value, parts: &[(&Pointer, Syntax)]) -> Option<Texts> {
    let mut search = Search {
        root,
        rows: older::rows(root),
        way: Vec::new(),
        found: Texts::default(),
    };
    for (at, syntax) in parts {
        if let Some(value) = at.find(root) {
            search.way = at.segments().collect();
            search.syntax(*syntax, value);
        }
    }
    (!search.found.inside.is_empty()).then_some(search.found)
}

struct Search<'r> {
    root: &'r Value,
    rows: Rows,
    /// The keys and indices that lead to where we are.
    way: Vec<String>,
    found: Texts,
}

impl<'r> Search<'r> {
    fn inside(&mut self, key: impl Into<String>, search: impl FnOnce(&mut Self)) {
        self.way.push(key.into());
        search(self);
        self.way.pop();
    }

    fn note(&mut self) {
        let mut place = &mut self.found;
        for key in &self.way {
            place = place.inside.entry(key.clone()).or_default();
        }
        place.is_text = true;
    }

    /// What has this shape by the grammar of any version.
    fn syntax(&mut self, syntax: Syntax, value: &'r Value) {
        match (syntax, value) {
            (Syntax::Text, Value::Number(_) | Value::Bool(_)) => self.note(),
            (Syntax::Texts, Value::Array(list)) => {
                for (index, value) in list.iter().enumerate() {
                    self.inside(index.to_string(), |this| match value {
                        // A name may be `null`.
                        Value::Null => this.note(),
                        value => this.syntax(Syntax::Text, value),
                    });
                }
            }
            (Syntax::One(kind) | Syntax::FlagOr(kind), Value::Object(map)) => {
                self.object(kind, map);
            }
            (Syntax::Many(kind), Value::Array(list)) => {
                for (index, value) in list.iter().enumerate() {
                    self.inside(index.to_string(), |this| {
                        this.syntax(Syntax::One(kind), value);
                    });
                }
            }
            (Syntax::TextMap | Syntax::TextsMap | Syntax::Named(_), Value::Object(map)) => {
                for (key, value) in map {
                    if let Some(syntax) = syntax.inside(key) {
                        self.inside(key, |this| this.syntax(syntax, value));
                    }
                }
            }
            _ => {}
        }
    }

    fn object(&mut self, kind: Kind, map: &'r Map<String, Value>) {
        for (key, value) in map {
            if let Some(syntax) = (self.rows)(kind, key) {
                self.inside(key, |this| this.syntax(syntax, value));
            }
        }
        match kind {
            Kind::Schema => self.values(map),
            Kind::Parameter | Kind::Header | Kind::MediaType => {
                if let Some(schema) = map.get("schema") {
                    self.examples(schema, map);
                }
            }
            _ => {}
        }
    }

    /// The values that a schema names.
    fn values(&mut self, schema: &'r Map<String, Value>) {
        let whole = Subject::Map(schema);
        for key in ["const", "default", "example"] {
            if let Some(value) = schema.get(key) {
                self.inside(key, |this| this.value(whole, value));
            }
        }
        for key in ["enum", "examples"] {
            let list = schema.get(key).and_then(Value::as_array);
            for (index, value) in list.into_iter().flatten().enumerate() {
                self.inside(key, |this| {
                    this.inside(index.to_string(), |this| this.value(whole, value));
                });
            }
        }
    }

    /// The examples beside a schema.
    fn examples(&mut self, schema: &'r Value, map: &'r Map<String, Value>) {
        let schema = Subject::Value(schema);
        if let Some(value) = map.get("example") {
            self.inside("example", |this| this.value(schema, value));
        }
        let named = map.get("examples").and_then(Value::as_object);
        for (name, example) in named.into_iter().flatten() {
            if let Some(value) = example.get("value") {
                self.inside("examples", |this| {
                    this.inside(name, |this| {
                        this.inside("value", |this| this.value(schema, value));
                    });
                });
            }
        }
    }

    /// A value of a schema.
    fn value(&mut self, schema: Subject<'r>, value: &'r Value) {
        let Some(schema) = self.resolved(schema) else {
            return;
        };
        match value {
            Value::Number(_) | Value::Bool(_) if self.is_text(schema, 0) => self.note(),
            Value::Array(list) => {
                if let Some(items) = schema.get("items") {
                    for (index, value) in list.iter().enumerate() {
                        self.inside(index.to_string(), |this| {
                            this.value(Subject::Value(items), value);
                        });
                    }
                }
            }
            Value::Object(map) => {
                let named = schema.get("properties");
                let rest = schema.get("additionalProperties");
                for (key, value) in map {
                    let own = named.and_then(|named| named.get(key)).or(rest);
                    if let Some(own) = own {
                        self.inside(key, |this| this.value(Subject::Value(own), value));
                    }
                }
            }
            _ => {}
        }
        if value.is_object() {
            for part in parts(schema) {
                self.value(Subject::Value(part), value);
            }
        }
    }

    /// Whether all values of a schema are texts, or null.
    fn is_text(&self, schema: &'r Map<String, Value>, depth: usize) -> bool {
        let says = |ty: &Value| ty == "string";
        match schema.get("type") {
            Some(Value::Array(types)) => {
                types.iter().any(says) && types.iter().all(|ty| says(ty) || ty == "null")
            }
            Some(ty) => says(ty),
            None => parts(schema).any(|part| {
                let part = self.resolved(Subject::Value(part));
                depth < LONGEST && part.is_some_and(|part| self.is_text(part, depth + 1))
            }),
        }
    }

    /// The schema that a reference leads to.
    fn resolved(&self, schema: Subject<'r>) -> Option<&'r Map<String, Value>> {
        let mut map = match schema {
            Subject::Map(map) => map,
            Subject::Value(value) => value.as_object()?,
        };
        for _ in 0..LONGEST {
            let Some(Value::String(reference)) = map.get("$ref") else {
                return Some(map);
            };
            let at = Pointer::parse(reference).filter(|_| reference.starts_with('#'))?;
            map = at.find(self.root)?.as_object()?;
        }
        None
    }
}

/// A schema, as it is at hand.
#[derive(Debug, Clone, Copy)]
enum Subject<'r> {
    Map(&'r Map<String, Value>),
    Value(&'r Value),
}

fn parts(schema: &Map<String, Value>) -> impl Iterator<Item = &Value> {
    let parts = schema.get("allOf").and_then(Value::as_array);
    parts.into_iter().flatten()
}
