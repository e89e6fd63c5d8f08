//! Documents of Swagger 2.0.

use serde_json::{Map, Value, json};

use super::{Shape, all};

pub(super) const SHAPES: &[Shape] = &[
    Shape {
        name: "operations-of-swagger",
        document: operations,
        most: 10_000,
    },
    Shape {
        name: "media-types-of-swagger",
        document: media_types,
        most: 600,
    },
    Shape {
        name: "fields-of-swagger",
        document: fields,
        most: 4_000,
    },
];

fn document(paths: Map<String, Value>, media_types: &[String]) -> Value {
    json!({
        "swagger": "2.0",
        "info": { "title": "Growth", "version": "1" },
        "host": "growth.example",
        "schemes": ["https"],
        "consumes": media_types,
        "produces": media_types,
        "paths": paths,
        "definitions": { "A": { "type": "object", "properties": { "a": { "type": "string" } } } },
    })
}

fn paths(count: usize, operation: &Value) -> Map<String, Value> {
    all((0..count).map(|index| (format!("/a{index}"), json!({ "post": operation }))))
}

/// An operation that takes and gives a model, in this many answers.
fn operation(answers: usize) -> Value {
    let schema = json!({ "$ref": "#/definitions/A" });
    let answer = json!({ "description": "A", "schema": schema });
    let answers = all((0..answers).map(|index| ((200 + index).to_string(), answer.clone())));
    json!({ "parameters": [{ "name": "body", "in": "body", "schema": schema }], "responses": answers })
}

fn operations(count: usize) -> Value {
    document(
        paths(count, &operation(1)),
        &["application/json".to_owned()],
    )
}

/// As many operations as media types, each with twenty answers: what one may have is refused.
fn media_types(count: usize) -> Value {
    let types: Vec<String> = (0..count)
        .map(|index| format!("application/x{index}+json"))
        .collect();
    document(paths(count, &operation(20)), &types)
}

fn fields(count: usize) -> Value {
    let field = |index: usize| {
        let kind = if index.is_multiple_of(2) {
            "string"
        } else {
            "file"
        };
        json!({ "name": format!("f{index}"), "in": "formData", "type": kind })
    };
    let fields: Vec<Value> = (0..count).map(field).collect();
    let operation = json!({ "consumes": ["multipart/form-data"], "parameters": fields, "responses": { "200": { "description": "A" } } });
    document(paths(1, &operation), &[])
}
