//! What stands around schemas: webhooks, paths, operations, media types.

use serde_json::json;

use crate::{at, clean, document};

#[test]
fn what_webhooks_send_becomes_components() {
    let tree = clean(
        "webhooks:\n  newPet:\n    post: {requestBody: {content: {application/json: {schema: {anyOf: [{type: object, properties: {a: {const: x}}}, {type: 'null'}]}}}}}\n  pet.event:\n    post: {requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/P'}}}}}\ncomponents: {schemas: {P: {type: object}}}\n",
    );
    assert_eq!(
        tree.root["components"]["schemas"]["newPet_event"]["properties"]["a"]["enum"],
        json!(["x"])
    );
    let schema = |name: &str| {
        &tree.root["x-tintype-webhooks"][name]["post"]["requestBody"]["content"]["application/json"]
            ["schema"]["$ref"]
    };
    assert_eq!(schema("newPet"), "#/components/schemas/newPet_event");
    assert_eq!(schema("pet.event"), "#/components/schemas/P");
    assert_eq!(tree.root.get("webhooks"), None);
    assert_eq!(tree.root["paths"], json!({}));
    let place = tree.place(&at("/components/schemas/newPet_event/properties/a"));
    assert!(place.at.is_within(&at("/webhooks/newPet/post")));
}

#[test]
fn shared_path_items_stand_in_their_places() {
    for (version, section) in [("3.1.0", "pathItems"), ("3.0.3", "x-items")] {
        let (tree, ids) = document(
            version,
            &format!(
                "paths: {{/a: {{$ref: '#/components/{section}/I', summary: Own}}}}\ncomponents: {{{section}: {{I: {{summary: S, get: {{responses: {{'200': {{description: ok}}}}}}}}}}}}\n"
            ),
        );
        assert_eq!(ids, [""; 0]);
        assert_eq!(tree.root["paths"]["/a"]["summary"], "Own");
        let get = at("/paths/~1a/get");
        assert!(tree.get(&get).is_some());
        assert_eq!(
            tree.place(&get).at,
            at(&format!("/components/{section}/I/get"))
        );
        assert_eq!(
            tree.place(&at("/paths/~1a/summary")).at,
            at("/paths/~1a/summary")
        );
    }
}

#[test]
fn new_texts_and_optional_parts_are_no_news() {
    let (tree, ids) = document(
        "3.2.0",
        "$self: https://a.example\njsonSchemaDialect: https://spec.openapis.org/oas/3.1/dialect/base\nservers: [{url: /, name: Main}]\n\
         tags: [{name: a, summary: A tag., parent: b, kind: nav}, {name: b}]\n\
         paths: {/a: {get: {responses: {'200': {summary: Fine., content: {text/event-stream: {itemSchema: {const: a}}}}, '201': {}}}, put: {}}}\n",
    );
    assert_eq!(ids, [""; 0]);
    assert_eq!(
        tree.root["servers"],
        json!([{"url": "/", "description": "Main"}])
    );
    assert_eq!(
        tree.root["tags"],
        json!([{"name": "a", "description": "A tag."}, {"name": "b"}])
    );
    let responses = &tree.root["paths"]["/a"]["get"]["responses"];
    assert_eq!(responses["200"]["description"], "Fine.");
    assert_eq!(
        responses["200"]["content"]["text/event-stream"]["schema"]["enum"],
        json!(["a"])
    );
}

#[test]
fn shared_media_types_stand_in_their_places() {
    let (tree, ids) = document(
        "3.2.0",
        "paths: {/a: {get: {responses: {'200': {content: {application/json: {$ref: '#/components/mediaTypes/M'}}}}}}}\ncomponents: {mediaTypes: {M: {schema: {type: [string, 'null']}}}}\n",
    );
    assert_eq!(ids, [""; 0]);
    let schema = at("/paths/~1a/get/responses/200/content/application~1json/schema");
    assert_eq!(
        tree.get(&schema),
        Some(&json!({"type": "string", "nullable": true}))
    );
    assert_eq!(
        tree.place(&schema).at,
        at("/components/mediaTypes/M/schema")
    );
}

#[test]
fn an_operation_loses_no_more_than_what_is_reported() {
    let (tree, ids) = document(
        "3.2.0",
        "paths:\n  /a:\n    query: {}\n    additionalOperations: {COPY: {}, POST: {}}\n    get: {parameters: [{in: querystring, name: q, content: {}}, {in: query, name: r, schema: {}}], security: [{m: [], k: []}]}\ncomponents: {securitySchemes: {m: {type: mutualTLS}, k: {type: http, scheme: basic}}}\n",
    );
    assert_eq!(ids, ["N007", "N008", "N009"]);
    let query = at("/paths/~1a/query");
    assert_eq!(tree.get(&query), Some(&json!({"responses": {}})));
    let others = tree.get(&at("/paths/~1a/additionalOperations"));
    assert_eq!(others, Some(&json!({"COPY": {"responses": {}}})));
    let get = &tree.root["paths"]["/a"]["get"];
    assert_eq!(
        get["parameters"],
        json!([{"in": "query", "name": "r", "schema": {}}])
    );
    assert_eq!(get["security"], json!([{"k": []}]));
    let place = tree.place(&at("/paths/~1a/get/parameters/0"));
    assert_eq!(place.at, at("/paths/~1a/get/parameters/1"));
}
