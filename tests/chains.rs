//! A long chain of references says what a short one does, wherever something is looked for behind one.
#![expect(clippy::unwrap_used, reason = "helpers of tests may fail like tests")]

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::{Map, Value, json};
use tintype::config::Config;
use tintype::cx::Cx;
use tintype::pipeline;
use tintype::source::files::Memory;

/// A section of the components: for each of these names a chain of references that ends with the value.
fn section(kind: &str, length: usize, ends: &[(&str, Value)]) -> Value {
    let mut all = Map::new();
    for (name, end) in ends {
        for step in 0..length {
            let next = if step + 1 == length {
                (*name).to_owned()
            } else {
                format!("{name}{}", step + 1)
            };
            let reference = json!({ "$ref": format!("#/components/{kind}/{next}") });
            all.insert(format!("{name}{step}"), reference);
        }
        all.insert((*name).to_owned(), end.clone());
    }
    Value::Object(all)
}

/// Members of one object that refer to each other, the last of which is the value.
fn members(length: usize, end: &Value) -> Value {
    let mut all = Map::new();
    for step in 0..length {
        let next = format!("#/components/schemas/Whole/properties/m{}", step + 1);
        let is_last = step + 1 == length;
        let value = if is_last {
            end.clone()
        } else {
            json!({ "$ref": next })
        };
        all.insert(format!("m{step}"), value);
    }
    json!({ "type": "object", "properties": all })
}

fn document(length: usize) -> Value {
    let to = |kind: &str, name: &str| json!({ "$ref": format!("#/components/{kind}/{name}0") });
    let schema = |name: &str| json!({ "schema": to("schemas", name) });
    let middle = json!({ "$ref": "#/components/schemas/Whole/properties/m0" });
    let done = json!({ "204": { "description": "Done." } });
    let stream = json!({ "200": { "description": "OK", "content": { "text/event-stream": schema("Event") } } });
    let operation = |id: &str, rest: Value| {
        let mut operation = json!({ "operationId": id, "responses": done });
        let rest = rest.as_object().unwrap().clone();
        operation.as_object_mut().unwrap().extend(rest);
        operation
    };
    let body = |content: Value| json!({ "requestBody": { "required": true, "content": content } });
    json!({
        "openapi": "3.0.3",
        "info": { "title": "T", "version": "1" },
        "servers": [{ "url": "https://example.com" }],
        "paths": { "/a": {
            "get": operation("shared", json!({ "parameters": [to("parameters", "Limit")], "responses": { "200": to("responses", "Found") } })),
            "put": operation("bytes", body(json!({ "application/json": schema("Bytes") }))),
            "post": operation("part", body(json!({ "application/json": { "schema": { "allOf": [to("schemas", "Part"), { "properties": { "own": { "type": "string" } } }] } } }))),
            "patch": operation("text", body(json!({ "text/plain": schema("Word") }))),
            "delete": operation("shown", body(json!({ "application/json": { "schema": { "type": "string" }, "examples": { "one": to("examples", "Shown") } } }))),
            "options": operation("stream", json!({ "responses": stream })),
            "trace": operation("middle", json!({ "parameters": [{ "name": "m", "in": "query", "schema": middle }] })),
        } },
        "components": {
            "parameters": section("parameters", length, &[("Limit", json!({ "name": "limit", "in": "query", "schema": { "type": "integer" } }))]),
            "responses": section("responses", length, &[("Found", json!({ "description": "OK", "content": { "application/json": { "schema": { "type": "integer" } } } }))]),
            "examples": section("examples", length, &[("Shown", json!({ "value": "seen" }))]),
            "schemas": {
                "Whole": members(length, &json!({ "type": "integer" })),
            },
        },
        "x-schemas": section("schemas", length, &[
            ("Bytes", json!({ "type": "string", "format": "binary" })),
            ("Part", json!({ "type": "object", "properties": { "given": { "type": "integer" } } })),
            ("Word", json!({ "type": "string" })),
            ("Event", json!({ "type": "object", "properties": { "event": { "type": "string" }, "data": { "type": "integer" } } })),
        ]),
    })
}

/// The operations of the document, and what was reported.
fn generated(length: usize) -> (BTreeMap<String, String>, String) {
    let mut document = document(length);
    let schemas = document
        .as_object_mut()
        .unwrap()
        .remove("x-schemas")
        .unwrap();
    let all = document["components"]["schemas"].as_object_mut().unwrap();
    all.extend(schemas.as_object().unwrap().clone());
    let files = Memory::default().with("spec.json", document.to_string());
    let mut cx = Cx::new(Config::default());
    let plan = pipeline::plan(&files, Path::new("spec.json"), &mut cx).unwrap();
    let files = pipeline::output(&plan).files.into_iter();
    let shown =
        |path: &str| path.starts_with("src/operations/") || path.ends_with("request_body.rs");
    let shown = files.filter(|(path, _)| shown(path));
    (shown.collect(), cx.rendered())
}

#[test]
fn a_chain_of_forty_is_as_good_as_one_of_two() {
    let (short, long) = (generated(2), generated(40));
    assert_eq!(short.1, "");
    assert_eq!(long.1, "");
    assert_eq!(short.0, long.0);
}
