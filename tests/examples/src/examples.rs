//! Every example of a document: of media types, of parameters, of component schemas and of the schemas below them.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use crate::document::{Document, child, target};
use crate::schema::View;
use crate::types::{Inside, Types};

/// A value that the document gives as an example.
#[derive(Debug, Clone)]
pub struct Example {
    /// Where it is written.
    pub at: String,
    /// Its schema.
    pub schema: String,
    /// Who sends it.
    pub view: View,
    /// The Rust types that its place has; none if it is a part of a type only.
    pub types: BTreeSet<String>,
    /// The value.
    pub value: Value,
}

/// The methods of a path item.
const METHODS: &[&str] = &[
    "get", "put", "post", "delete", "options", "head", "patch", "trace",
];

/// All examples, in the order of the document.
pub fn all(document: &Document, types: &Types) -> Vec<Example> {
    let mut walk = Walk {
        document,
        types,
        found: Vec::new(),
        seen: BTreeSet::new(),
    };
    let schemas = "/components/schemas".to_owned();
    for at in walk.children(&schemas) {
        let known = types.at(&at);
        walk.schema(&at, known, View::Both);
    }
    for path in walk.children("/paths") {
        for parameter in walk.children(&child(&path, "parameters")) {
            walk.parameter(&parameter, View::Request);
        }
        for method in METHODS {
            walk.operation(&child(&path, method));
        }
    }
    walk.found
}

struct Walk<'d> {
    document: &'d Document,
    types: &'d Types,
    found: Vec<Example>,
    /// What several operations share is looked at once.
    seen: BTreeSet<(String, View)>,
}

impl Walk<'_> {
    fn operation(&mut self, at: &str) {
        for parameter in self.children(&child(at, "parameters")) {
            self.parameter(&parameter, View::Request);
        }
        let body = self.follow(child(at, "requestBody"));
        self.contents(&body, View::Request);
        for response in self.children(&child(at, "responses")) {
            let response = self.follow(response);
            self.contents(&response, View::Response);
        }
    }

    fn contents(&mut self, at: &str, view: View) {
        for media in self.children(&child(at, "content")) {
            let known = self.found.len();
            self.parameter(&media, view);
            if is_text(&media) {
                // Text is what is read; a value of another kind says what the text means.
                let found = self.found.split_off(known);
                let texts = found
                    .into_iter()
                    .filter(|example| example.value.is_string());
                self.found.extend(texts);
            }
        }
    }

    /// A parameter or a media type: both have a `schema` and examples beside it.
    fn parameter(&mut self, at: &str, view: View) {
        let at = self.follow(at.to_owned());
        let schema = child(&at, "schema");
        if self.document.get(&schema).is_none() || !self.seen.insert((at.clone(), view)) {
            return;
        }
        let mut known = self.types.at(&at);
        known.extend(self.types.at(&schema));
        self.value_at(child(&at, "example"), &schema, &known, view);
        for named in self.children(&child(&at, "examples")) {
            let named = child(&self.follow(named), "value");
            self.value_at(named, &schema, &known, view);
        }
        self.schema(&schema, known, view);
    }

    /// A schema and those below it. References are not followed: what they lead to is visited where it stands.
    fn schema(&mut self, at: &str, known: BTreeSet<String>, view: View) {
        let Some(Value::Object(schema)) = self.document.get(at) else {
            return;
        };
        if !self.seen.insert((at.to_owned(), view)) {
            return;
        }
        self.value_at(child(at, "example"), at, &known, view);
        if matches!(schema.get("examples"), Some(Value::Array(_))) {
            for example in self.children(&child(at, "examples")) {
                self.value_at(example, at, &known, view);
            }
        }
        for key in ["properties", "allOf", "oneOf", "anyOf"] {
            for part in self.children(&child(at, key)) {
                let known = self.types.at(&part);
                self.schema(&part, known, view);
            }
        }
        for (key, kind) in [
            ("items", Inside::Items),
            ("additionalProperties", Inside::Values),
        ] {
            let part = child(at, key);
            let mut inner = self.types.at(&part);
            if inner.is_empty() {
                inner = self.types.inside(&known, kind);
            }
            self.schema(&part, inner, view);
        }
    }

    fn value_at(&mut self, at: String, schema: &str, types: &BTreeSet<String>, view: View) {
        if let Some(value) = self.document.get(&at) {
            self.found.push(Example {
                schema: schema.to_owned(),
                view,
                types: types.clone(),
                value: value.clone(),
                at,
            });
        }
    }

    /// The pointers of the entries of an object or a list.
    fn children(&self, at: &str) -> Vec<String> {
        match self.document.get(at) {
            Some(Value::Object(entries)) => keys(entries).map(|key| child(at, key)).collect(),
            Some(Value::Array(items)) => (0..items.len())
                .map(|index| format!("{at}/{index}"))
                .collect(),
            _ => Vec::new(),
        }
    }

    /// The place behind a chain of references; a circle ends at some place of it.
    fn follow(&self, at: String) -> String {
        const LONGEST: usize = 32;
        let mut at = at;
        for _ in 0..LONGEST {
            let reference = self.document.get(&at).and_then(|node| node.get("$ref"));
            match reference.and_then(Value::as_str).and_then(target) {
                Some(next) => at = next,
                None => break,
            }
        }
        at
    }
}

/// Whether a media type, which is the last segment of a pointer, is text that is no JSON.
fn is_text(media: &str) -> bool {
    let name = media.rsplit('/').next().unwrap_or_default();
    name.starts_with("text~1") && !name.starts_with("text~1json")
}

fn keys(entries: &Map<String, Value>) -> impl Iterator<Item = &String> {
    entries.keys()
}
