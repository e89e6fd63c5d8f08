//! Where moved parts were written, and what refers to them.

use serde_json::json;

use crate::{at, clean, document, schemas};

#[test]
fn moved_parts_know_where_they_were_written() {
    let tree = schemas(
        "{anyOf: [{type: 'null'}, {type: object, properties: {a: {oneOf: [{type: 'null'}, {type: [string, integer], maxLength: 3}, {type: object}]}, b: {const: 1}}}]}",
    );
    let root = "/components/schemas/A";
    let inner = "/anyOf/1/properties";
    for (now, written) in [
        ("/properties/a", format!("{inner}/a")),
        (
            "/properties/a/oneOf/0/anyOf/0/maxLength",
            format!("{inner}/a/oneOf/1/maxLength"),
        ),
        (
            "/properties/a/oneOf/1/type",
            format!("{inner}/a/oneOf/2/type"),
        ),
        ("/properties/b/enum/0", format!("{inner}/b/const")),
    ] {
        assert!(tree.get(&at(&format!("{root}{now}"))).is_some(), "{now}");
        let place = tree.place(&at(&format!("{root}{now}")));
        assert_eq!(place.at, at(&format!("{root}{written}")));
    }
}

#[test]
fn references_follow_what_moved() {
    let tree = clean(
        "components:\n  schemas:\n    A: {anyOf: [{type: 'null'}, {type: object, properties: {a: {type: string}}}, {type: integer}]}\n    B: {anyOf: [{type: 'null'}, {type: object, properties: {b: {type: string}}}]}\n    C: {prefixItems: [{type: string}]}\n    D: {properties: {a: {$ref: '#/components/schemas/A/anyOf/1/properties/a'}, b: {$ref: '#/components/schemas/B/anyOf/1/properties/b'}, c: {$ref: '#/components/schemas/C/prefixItems/0'}, d: {$ref: '#/components/schemas/B/anyOf/1'}}}\n",
    );
    let targets: Vec<&str> = tree.root["components"]["schemas"]["D"]["properties"]
        .as_object()
        .unwrap()
        .values()
        .map(|one| one["$ref"].as_str().unwrap())
        .collect();
    assert_eq!(
        targets,
        [
            "#/components/schemas/A/anyOf/0/properties/a",
            "#/components/schemas/B/properties/b",
            "#/components/schemas/C/x-tintype-prefix-items/0",
            "#/components/schemas/B",
        ]
    );
}

#[test]
fn references_follow_what_moved_in_documents_that_say_3_0_too() {
    let (tree, ids) = document(
        "3.0.3",
        "paths: {}\ncomponents:\n  schemas:\n    A: {type: [array, string], items: {type: string}}\n    B: {$ref: '#/components/schemas/A/items'}\n",
    );
    assert_eq!(ids, ["N003"]);
    let schemas = &tree.root["components"]["schemas"];
    assert_eq!(schemas["B"]["$ref"], "#/components/schemas/A/anyOf/0/items");
}

#[test]
fn definitions_become_components_named_after_their_place() {
    let tree = clean(
        "paths: {/a: {get: {operationId: getA, responses: {'200': {description: ok, content: {application/json: {schema: {$id: 'urn:a', $defs: {T: {const: 1}}, properties: {t: {$ref: '#/$defs/T'}}}}}}}}}}\ncomponents:\n  schemas:\n    A: {$defs: {T: {$defs: {U: {type: [string, 'null']}}, properties: {u: {$ref: '#/components/schemas/A/$defs/T/$defs/U'}}}, Unused: {}}, properties: {t: {$ref: '#/components/schemas/A/$defs/T'}}}\n",
    );
    let expected = json!({
        "A": {"properties": {"t": {"$ref": "#/components/schemas/A_T"}}},
        "A_U": {"type": "string", "nullable": true},
        "A_T": {"properties": {"u": {"$ref": "#/components/schemas/A_U"}}},
        "getA_T": {"type": "integer", "enum": [1]},
    });
    assert_eq!(tree.root["components"]["schemas"], expected);
    let place = tree.place(&at("/components/schemas/A_U/type"));
    assert_eq!(place.at, at("/components/schemas/A/$defs/T/$defs/U/type"));
}

#[test]
fn a_definition_never_takes_the_name_of_another_schema() {
    let tree = clean(
        "components:\n  schemas:\n    A: {$defs: {T: {type: string}}, properties: {t: {$ref: '#/components/schemas/A/$defs/T'}}}\n    A_T: {type: integer}\n",
    );
    let schemas = &tree.root["components"]["schemas"];
    assert_eq!(schemas["A_T"], json!({"type": "integer"}));
    assert_eq!(
        schemas["A"]["properties"]["t"]["$ref"],
        "#/components/schemas/A_T_def"
    );
}

#[test]
fn anchors_and_ids_are_followed() {
    let tree = clean(
        "components:\n  schemas:\n    A: {$id: 'https://a.example/a', $anchor: here, $dynamicAnchor: there, type: object, properties: {b: {$ref: '#/properties/c'}, c: {type: string}}}\n    B: {$ref: '#here'}\n    C: {$ref: 'https://a.example/a'}\n    D: {$ref: 'https://a.example/a#/properties/c'}\n    E: {$dynamicRef: '#there'}\n",
    );
    let schemas = &tree.root["components"]["schemas"];
    let reference = |name: &str| schemas[name]["$ref"].as_str().unwrap();
    assert_eq!(reference("B"), "#/components/schemas/A");
    assert_eq!(reference("C"), "#/components/schemas/A");
    assert_eq!(reference("D"), "#/components/schemas/A/properties/c");
    assert_eq!(reference("E"), "#/components/schemas/A");
    assert_eq!(
        schemas["A"]["properties"]["b"]["$ref"],
        "#/components/schemas/A/properties/c"
    );
}
