//! The ways in which a document grows, by name.

mod composition;
mod lists;
mod names;
mod nets;
mod older;
mod operations;
mod references;
mod samples;
mod tags;
mod texts;

use serde_json::{Map, Value, json};

/// A way to grow.
#[derive(Debug, Clone, Copy)]
pub struct Shape {
    /// What there is more and more of.
    pub name: &'static str,
    /// The document of a size.
    pub document: fn(usize) -> Value,
    /// The largest size that people may come to.
    pub most: usize,
}

/// Every shape.
pub const SHAPES: &[&[Shape]] = &[
    operations::SHAPES,
    older::SHAPES,
    references::SHAPES,
    composition::SHAPES,
    lists::SHAPES,
    names::SHAPES,
    nets::SHAPES,
    samples::SHAPES,
    tags::SHAPES,
    texts::SHAPES,
];

/// A document of these paths and these schemas.
fn document(paths: Map<String, Value>, schemas: Map<String, Value>) -> Value {
    json!({
        "openapi": "3.0.3",
        "info": { "title": "Growth", "version": "1" },
        "servers": [{ "url": "https://growth.example" }],
        "paths": paths,
        "components": { "schemas": schemas },
    })
}

/// A document whose one operation takes and gives the schema `A`, with these schemas.
fn used(schemas: Map<String, Value>) -> Value {
    let mut paths = Map::new();
    paths.insert("/a".to_owned(), json!({ "post": call("a", &schema("A")) }));
    document(paths, schemas)
}

/// A document whose one operation takes and gives a schema.
fn of(schema: Value) -> Value {
    used(all([("A".to_owned(), schema)]))
}

/// An operation that takes and gives a schema.
fn call(id: &str, schema: &Value) -> Value {
    json!({
        "operationId": id,
        "requestBody": { "content": { "application/json": { "schema": schema } } },
        "responses": { "200": { "description": "A", "content": { "application/json": { "schema": schema } } } },
    })
}

/// A reference to a schema.
fn schema(name: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{name}") })
}

fn all(entries: impl IntoIterator<Item = (String, Value)>) -> Map<String, Value> {
    entries.into_iter().collect()
}

/// An object that requires these members.
fn object(members: Map<String, Value>) -> Value {
    let required: Vec<&String> = members.keys().collect();
    json!({ "type": "object", "required": required, "properties": members })
}

/// The name of the schema at an index; `A` is the first.
fn name(index: usize) -> String {
    if index == 0 {
        "A".to_owned()
    } else {
        format!("A{index}")
    }
}

/// A text that folds to the same identifier as any other one.
fn folded(index: usize) -> String {
    let separators = (0..14).map(|bit| if index >> bit & 1 == 1 { '-' } else { '.' });
    "a".to_owned() + &separators.collect::<String>() + "b"
}
