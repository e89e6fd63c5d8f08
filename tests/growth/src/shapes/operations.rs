//! More and more operations, and more and more of what an operation has.

use serde_json::{Map, Value, json};

use super::{Shape, all, call, document, name, object, schema};

pub(super) const SHAPES: &[Shape] = &[
    Shape {
        name: "operations",
        document: operations,
        most: 100_000,
    },
    Shape {
        name: "operations-and-schemas",
        document: with_schemas,
        most: 100_000,
    },
    Shape {
        name: "operations-without-id",
        document: without_id,
        most: 10_000,
    },
    Shape {
        name: "operations-of-one-tag",
        document: of_one_tag,
        most: 10_000,
    },
    Shape {
        name: "operations-that-fold",
        document: that_fold,
        most: 10_000,
    },
    Shape {
        name: "tags",
        document: tags,
        most: 10_000,
    },
    Shape {
        name: "nested-tags",
        document: nested_tags,
        most: 10_000,
    },
    Shape {
        name: "parameters",
        document: parameters,
        most: 4_000,
    },
    Shape {
        name: "path-parameters",
        document: path_parameters,
        most: 1_000,
    },
    Shape {
        name: "shared-parameters",
        document: shared_parameters,
        most: 1_000,
    },
    Shape {
        name: "statuses",
        document: statuses,
        most: 500,
    },
    Shape {
        name: "media-types",
        document: media_types,
        most: 256,
    },
    Shape {
        name: "headers",
        document: headers,
        most: 4_000,
    },
    Shape {
        name: "servers",
        document: servers,
        most: 4_000,
    },
    Shape {
        name: "security-schemes",
        document: security,
        most: 4_000,
    },
    Shape {
        name: "form-fields",
        document: form,
        most: 4_000,
    },
    Shape {
        name: "file-fields",
        document: files,
        most: 4_000,
    },
    Shape {
        name: "webhooks",
        document: webhooks,
        most: 10_000,
    },
    Shape {
        name: "callbacks",
        document: callbacks,
        most: 10_000,
    },
];

fn operations(count: usize) -> Value {
    let path = |index: usize| {
        (
            format!("/a{index}"),
            json!({ "get": call(&format!("get_a{index}"), &schema("A")) }),
        )
    };
    let schemas = all([("A".to_owned(), small())]);
    document(all((0..count).map(path)), schemas)
}

fn with_schemas(count: usize) -> Value {
    let path = |index: usize| {
        let mut operation = call(&format!("get_a{index}"), &schema(&name(index)));
        operation["tags"] = json!([format!("tag{}", index / 10)]);
        (format!("/a{index}"), json!({ "post": operation }))
    };
    let schemas = all((0..count).map(|index| (name(index), small())));
    document(all((0..count).map(path)), schemas)
}

fn without_id(count: usize) -> Value {
    let path = |index: usize| {
        let mut operation = call("", &schema("A"));
        if let Some(fields) = operation.as_object_mut() {
            fields.shift_remove("operationId");
        }
        (format!("/a/{index}"), json!({ "post": operation }))
    };
    document(all((0..count).map(path)), all([("A".to_owned(), small())]))
}

fn of_one_tag(count: usize) -> Value {
    let path = |index: usize| {
        let mut operation = call(&format!("things/get_a{index}"), &schema("A"));
        operation["tags"] = json!(["things"]);
        (format!("/a{index}"), json!({ "post": operation }))
    };
    document(all((0..count).map(path)), all([("A".to_owned(), small())]))
}

fn that_fold(count: usize) -> Value {
    let path = |index: usize| {
        (
            format!("/a{index}"),
            json!({ "post": call(&super::folded(index), &schema("A")) }),
        )
    };
    document(all((0..count).map(path)), all([("A".to_owned(), small())]))
}

fn tags(count: usize) -> Value {
    let path = |index: usize| {
        let mut operation = call(&format!("get_a{index}"), &schema("A"));
        operation["tags"] = json!([format!("tag {index}")]);
        (format!("/a{index}"), json!({ "post": operation }))
    };
    let mut found = document(all((0..count).map(path)), all([("A".to_owned(), small())]));
    let tag = |index: usize| json!({ "name": format!("tag {index}"), "description": "A tag." });
    found["tags"] = (0..count).map(tag).collect();
    found
}

fn nested_tags(count: usize) -> Value {
    let mut found = tags(count);
    found["openapi"] = json!("3.2.0");
    let tag = |index: usize| match index {
        0 => json!({ "name": "tag 0" }),
        index => json!({ "name": format!("tag {index}"), "parent": format!("tag {}", index - 1) }),
    };
    found["tags"] = (0..count).map(tag).collect();
    found
}

fn small() -> Value {
    object(all([
        ("id".to_owned(), json!({ "type": "string" })),
        ("size".to_owned(), json!({ "type": "integer" })),
    ]))
}

/// A document of one operation with these fields.
fn one(path: &str, fields: &Value) -> Value {
    let mut operation = call("one", &schema("A"));
    if let (Some(to), Some(from)) = (operation.as_object_mut(), fields.as_object()) {
        to.extend(from.clone());
    }
    let paths = all([(path.to_owned(), json!({ "post": operation }))]);
    document(paths, all([("A".to_owned(), small())]))
}

fn parameter(index: usize, place: &str) -> Value {
    json!({
        "name": format!("p{index}"), "in": place, "required": place == "path",
        "schema": { "type": "string", "enum": [format!("a{index}"), "b"] },
    })
}

fn parameters(count: usize) -> Value {
    let list: Value = (0..count).map(|index| parameter(index, "query")).collect();
    one("/a", &json!({ "parameters": list }))
}

fn path_parameters(count: usize) -> Value {
    let list: Value = (0..count).map(|index| parameter(index, "path")).collect();
    let path = (0..count).map(|index| format!("/{{p{index}}}"));
    one(&path.collect::<String>(), &json!({ "parameters": list }))
}

fn shared_parameters(count: usize) -> Value {
    let reference = json!([{ "$ref": "#/components/parameters/p0" }]);
    let path = |index: usize| {
        let mut operation = call(&format!("get_a{index}"), &schema("A"));
        operation["parameters"] = reference.clone();
        (format!("/a{index}"), json!({ "post": operation }))
    };
    let mut found = document(all((0..count).map(path)), all([("A".to_owned(), small())]));
    let shared = |index: usize| (format!("p{index}"), parameter(index, "query"));
    found["components"]["parameters"] = Value::Object(all((0..count).map(shared)));
    found
}

fn statuses(count: usize) -> Value {
    let response = |index: usize| {
        let schema = object(all([(format!("m{index}"), json!({ "type": "string" }))]));
        let content = json!({ "application/json": { "schema": schema } });
        (
            (index + 100).to_string(),
            json!({ "description": "A", "content": content }),
        )
    };
    one("/a", &json!({ "responses": all((0..count).map(response)) }))
}

fn media_types(count: usize) -> Value {
    let content = |index: usize| {
        (
            format!("application/vnd.a{index}+json"),
            json!({ "schema": schema("A") }),
        )
    };
    let content = Value::Object(all((0..count).map(content)));
    one(
        "/a",
        &json!({
            "requestBody": { "content": content },
            "responses": { "200": { "description": "A", "content": content } },
        }),
    )
}

fn headers(count: usize) -> Value {
    let header = |index: usize| {
        (
            format!("X-A{index}"),
            json!({ "schema": { "type": "string" } }),
        )
    };
    let headers = Value::Object(all((0..count).map(header)));
    one(
        "/a",
        &json!({ "responses": { "200": { "description": "A", "headers": headers } } }),
    )
}

fn servers(count: usize) -> Value {
    let mut found = one("/a", &json!({}));
    let server = |index: usize| json!({ "url": format!("https://a{index}.example/{{v}}"), "variables": { "v": { "default": "1" } } });
    found["servers"] = (0..count).map(server).collect();
    found
}

fn security(count: usize) -> Value {
    let needs: Vec<Value> = (0..count)
        .map(|index| json!({ format!("s{index}"): [] }))
        .collect();
    let mut found = one("/a", &json!({ "security": needs }));
    let scheme = |index: usize| {
        (
            format!("s{index}"),
            json!({ "type": "apiKey", "in": "header", "name": format!("X-K{index}") }),
        )
    };
    found["components"]["securitySchemes"] = Value::Object(all((0..count).map(scheme)));
    found
}

fn fields(count: usize, field: &Value) -> Value {
    object(all(
        (0..count).map(|index| (format!("f{index}"), field.clone()))
    ))
}

fn form(count: usize) -> Value {
    let schema = fields(count, &json!({ "type": "string" }));
    one(
        "/a",
        &json!({ "requestBody": { "content": { "application/x-www-form-urlencoded": { "schema": schema } } } }),
    )
}

fn files(count: usize) -> Value {
    let schema = fields(count, &json!({ "type": "string", "format": "binary" }));
    one(
        "/a",
        &json!({ "requestBody": { "content": { "multipart/form-data": { "schema": schema } } } }),
    )
}

fn webhooks(count: usize) -> Value {
    let mut found = document(Map::new(), all([("A".to_owned(), small())]));
    found["openapi"] = json!("3.1.0");
    let hook = |index: usize| {
        let body = json!({ "content": { "application/json": { "schema": small() } } });
        (
            format!("hook{index}"),
            json!({ "post": { "requestBody": body, "responses": { "200": { "description": "A" } } } }),
        )
    };
    found["webhooks"] = Value::Object(all((0..count).map(hook)));
    found
}

fn callbacks(count: usize) -> Value {
    let callback = |index: usize| {
        (
            format!("call{index}"),
            json!({ "{$request.body#/url}": { "post": call(&format!("called{index}"), &schema("A")) } }),
        )
    };
    one("/a", &json!({ "callbacks": all((0..count).map(callback)) }))
}
