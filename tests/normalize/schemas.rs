//! What each family of keywords of a schema becomes.

use serde_json::json;

use crate::{becomes, document};

#[test]
fn a_type_with_null_is_nullable() {
    becomes(
        "{type: [string, 'null']}",
        json!({"type": "string", "nullable": true}),
    );
    becomes(
        "{type: [string, null]}",
        json!({"type": "string", "nullable": true}),
    );
    becomes("{type: [string]}", json!({"type": "string"}));
    becomes(
        "{type: string, nullable: true}",
        json!({"type": "string", "nullable": true}),
    );
}

#[test]
fn null_alone_is_an_enum_of_it() {
    becomes("{type: 'null'}", json!({"nullable": true, "enum": [null]}));
    becomes("{type: null}", json!({"nullable": true, "enum": [null]}));
    becomes("{const: null}", json!({"nullable": true, "enum": [null]}));
}

#[test]
fn several_types_share_the_keywords_out() {
    becomes(
        "{type: [string, integer, 'null'], maxLength: 3, minimum: 1, format: int64, title: T}",
        json!({"title": "T", "nullable": true, "anyOf": [
            {"type": "string", "maxLength": 3},
            {"type": "integer", "minimum": 1, "format": "int64"},
        ]}),
    );
    becomes(
        "{type: [array, object], items: {type: string}, properties: {a: {}}}",
        json!({"anyOf": [
            {"type": "array", "items": {"type": "string"}},
            {"type": "object", "properties": {"a": {}}},
        ]}),
    );
}

#[test]
fn a_union_of_one_candidate_is_that_candidate() {
    becomes(
        "{oneOf: [{anyOf: [{type: string}, {type: 'null'}]}]}",
        json!({"type": "string", "nullable": true}),
    );
    becomes(
        "{title: T, anyOf: [{$ref: '#/components/schemas/S'}]}",
        json!({"title": "T", "allOf": [{"$ref": "#/components/schemas/S"}]}),
    );
    becomes(
        "{type: object, anyOf: [{type: object, required: [a]}]}",
        json!({"type": "object", "allOf": [{"type": "object", "required": ["a"]}]}),
    );
    becomes(
        "{oneOf: [{$ref: '#/components/schemas/S'}], discriminator: {propertyName: a}}",
        json!({"oneOf": [{"$ref": "#/components/schemas/S"}], "discriminator": {"propertyName": "a"}}),
    );
}

#[test]
fn several_types_are_not_said_twice() {
    becomes("{type: [integer, number]}", json!({"type": "number"}));
    becomes(
        "{type: [string, integer, 'null'], enum: [a, 1, null]}",
        json!({"nullable": true, "anyOf": [{"type": "string", "enum": ["a"]}, {"type": "integer", "enum": [1]}]}),
    );
    becomes(
        "{type: [array, boolean, number, object, string, 'null']}",
        json!({"nullable": true}),
    );
}

#[test]
fn a_constant_is_a_marked_enum_with_its_type() {
    becomes("{const: a}", json!({"type": "string", "enum": ["a"]}));
    becomes(
        "{const: 1, type: number}",
        json!({"type": "number", "enum": [1]}),
    );
    becomes(
        "{const: a, enum: [a, b]}",
        json!({"type": "string", "enum": ["a"]}),
    );
}

#[test]
fn a_union_of_constants_is_an_enum() {
    becomes(
        "{oneOf: [{const: a, description: An A.}, {const: b}]}",
        json!({"type": "string", "enum": ["a", "b"], "x-tintype-enum-descriptions": ["An A.", null]}),
    );
    becomes(
        "{anyOf: [{const: a, type: string}, {enum: [b], type: string}, {type: 'null'}]}",
        json!({"type": "string", "enum": ["a", "b"], "nullable": true}),
    );
    becomes(
        "{type: string, oneOf: [{enum: [a, b]}, {const: c, deprecated: true}]}",
        json!({
            "type": "string",
            "enum": ["a", "b", "c"],
            "x-tintype-enum-descriptions": [null, null, "Deprecated."],
        }),
    );
    becomes(
        "{oneOf: [{type: integer}, {const: a}, {const: b}, {const: 1}]}",
        json!({"oneOf": [
            {"type": "integer"},
            {"type": "string", "enum": ["a", "b"]},
            {"type": "integer", "enum": [1]},
        ]}),
    );
}

#[test]
fn a_branch_of_null_makes_the_union_nullable() {
    let s = json!({"$ref": "#/components/schemas/S"});
    let int = json!({"type": "integer"});
    for null in [
        "{type: 'null'}",
        "{type: null}",
        "{type: ['null'], description: D}",
        "{const: null}",
        "{enum: [null]}",
        "{$ref: '#/components/schemas/N'}",
    ] {
        becomes(
            &format!("{{oneOf: [{null}, {{$ref: '#/components/schemas/S'}}, {{type: integer}}]}}"),
            json!({"oneOf": [s, int], "nullable": true}),
        );
    }
}

#[test]
fn a_branch_that_is_left_alone_is_no_union() {
    becomes(
        "{description: D, anyOf: [{$ref: '#/components/schemas/S'}, {type: 'null'}]}",
        json!({"description": "D", "nullable": true, "allOf": [{"$ref": "#/components/schemas/S"}]}),
    );
    becomes(
        "{title: T, anyOf: [{type: 'null'}, {type: string, title: U, maxLength: 3}]}",
        json!({"title": "T", "nullable": true, "type": "string", "maxLength": 3}),
    );
    becomes(
        "{type: object, oneOf: [{type: object, properties: {a: {}}}, {type: 'null'}]}",
        json!({"type": "object", "nullable": true, "allOf": [{"type": "object", "properties": {"a": {}}}]}),
    );
    becomes(
        "{anyOf: [{type: 'null'}, {anyOf: [{type: 'null'}, {type: string}]}]}",
        json!({"nullable": true, "type": "string"}),
    );
    becomes(
        "{anyOf: [{type: 'null'}]}",
        json!({"nullable": true, "enum": [null]}),
    );
}

#[test]
fn a_numeric_exclusive_bound_is_a_bound_and_a_flag() {
    becomes(
        "{type: number, exclusiveMinimum: 1.5, exclusiveMaximum: 9}",
        json!({"type": "number", "minimum": 1.5, "exclusiveMinimum": true, "maximum": 9, "exclusiveMaximum": true}),
    );
    becomes(
        "{type: integer, minimum: 5, exclusiveMinimum: 3}",
        json!({"type": "integer", "minimum": 5}),
    );
}

#[test]
fn the_first_example_is_the_example() {
    becomes(
        "{type: string, examples: [a, b]}",
        json!({"type": "string", "example": "a"}),
    );
    becomes(
        "{type: string, example: c, examples: [a]}",
        json!({"type": "string", "example": "c"}),
    );
    becomes(
        "{type: string, examples: {one: {value: a}}}",
        json!({"type": "string", "example": "a"}),
    );
}

#[test]
fn text_that_stands_for_bytes_says_so() {
    let byte = json!({"type": "string", "format": "byte"});
    let binary = json!({"type": "string", "format": "binary"});
    becomes(
        "{type: string, contentEncoding: base64, contentMediaType: image/png}",
        byte,
    );
    becomes(
        "{contentMediaType: application/octet-stream}",
        binary.clone(),
    );
    becomes("{type: string, contentMediaType: image/png}", binary);
    becomes(
        "{type: string, format: byte, contentEncoding: base64}",
        json!({"type": "string", "format": "byte"}),
    );
    becomes(
        "{type: integer, contentEncoding: base64}",
        json!({"type": "integer"}),
    );
}

#[test]
fn text_that_stands_for_something_else_is_told() {
    for (schema, left) in [
        (
            "contentMediaType: application/json, contentSchema: {type: object}",
            json!({"type": "string"}),
        ),
        ("contentEncoding: base64url", json!({"type": "string"})),
        (
            "contentEncoding: base64, format: uri",
            json!({"type": "string", "format": "uri"}),
        ),
    ] {
        let text = format!("components: {{schemas: {{A: {{type: string, {schema}}}}}}}");
        let (tree, ids) = document("3.1.0", &text);
        assert_eq!(tree.root["components"]["schemas"]["A"], left);
        assert_eq!(ids, ["N010"], "{schema}");
    }
}

#[test]
fn a_tuple_keeps_its_schemas_beside_a_list_of_anything() {
    becomes(
        "{type: array, prefixItems: [{type: [string, 'null']}, true], items: false}",
        json!({"type": "array", "items": {}, "maxItems": 2,
            "x-tintype-prefix-items": [{"type": "string", "nullable": true}, {}]}),
    );
    becomes(
        "{prefixItems: [{type: string}], items: {const: 1}}",
        json!({"type": "array", "items": {}, "x-tintype-prefix-items": [{"type": "string"}],
            "x-tintype-rest-items": {"type": "integer", "enum": [1]}}),
    );
    becomes(
        "{type: array, items: [{type: string}]}",
        json!({"type": "array", "items": {}, "x-tintype-prefix-items": [{"type": "string"}]}),
    );
}

#[test]
fn one_pattern_of_keys_is_a_map() {
    for (schema, expected) in [
        (
            "{patternProperties: {'^x-': {type: [string, 'null']}}, additionalProperties: false}",
            json!({"type": "object", "additionalProperties": {"type": "string", "nullable": true},
                "x-tintype-key-patterns": ["^x-"]}),
        ),
        // Nothing forbids other keys, and they may hold anything.
        (
            "{type: object, patternProperties: {a: {type: string}, b: {type: string}}}",
            json!({"type": "object", "additionalProperties": true}),
        ),
    ] {
        let text = format!("components:\n  schemas:\n    A: {schema}\n");
        let (tree, ids) = document("3.1.0", &text);
        assert_eq!(tree.root["components"]["schemas"]["A"], expected);
        assert_eq!(ids, ["N004"], "{schema}");
    }
    becomes(
        "{type: object, unevaluatedProperties: {type: string}}",
        json!({"type": "object", "additionalProperties": {"type": "string"}}),
    );
}

#[test]
fn keywords_that_nothing_reads_are_left_out_and_told() {
    let schema = "{type: object, $comment: c, $id: i, $anchor: b, propertyNames: {pattern: a}, dependentRequired: {a: [b]}, \
                  dependentSchemas: {a: {required: [b]}}, if: {required: [a]}, then: {required: [b]}}";
    let (tree, ids) = document(
        "3.1.0",
        &format!(
            "components: {{schemas: {{A: {schema}, B: {{type: string, not: {{const: a}}}}}}}}"
        ),
    );
    let schemas = &tree.root["components"]["schemas"];
    // What names may be is kept for comparisons and for the documentation.
    assert_eq!(
        schemas["A"],
        json!({"type": "object", "x-tintype-key-names": {"pattern": "a"}})
    );
    assert_eq!(
        schemas["B"],
        json!({"type": "string", "not": {"type": "string", "enum": ["a"]}})
    );
    assert_eq!(ids, ["N010"; 5]);
}

#[test]
fn keywords_that_say_nothing_are_left_out_without_a_word() {
    becomes(
        "{type: object, propertyNames: {type: string}, dependentRequired: {a: []}, dependentSchemas: {a: {}}, if: {}, then: {}, else: {}, \
         minContains: 1, unevaluatedItems: true}",
        json!({"type": "object"}),
    );
}

#[test]
fn what_is_left_is_closed_where_the_schemas_are_put_together() {
    becomes(
        "{allOf: [{$ref: '#/components/schemas/S'}], unevaluatedProperties: false}",
        json!({"x-tintype-closed": true, "allOf": [{"$ref": "#/components/schemas/S"}]}),
    );
    becomes(
        "{type: array, prefixItems: [{type: string}, {type: boolean}], unevaluatedItems: false}",
        json!({"type": "array", "items": {}, "maxItems": 2, "x-tintype-prefix-items": [{"type": "string"}, {"type": "boolean"}]}),
    );
    // Places of one schema and no fixed length are no tuple.
    becomes(
        "{type: array, prefixItems: [{type: string}, {type: string}], unevaluatedItems: false}",
        json!({"type": "array", "items": {"type": "string"}, "maxItems": 2}),
    );
    becomes(
        "{type: array, unevaluatedItems: {type: string}}",
        json!({"type": "array", "items": {"type": "string"}}),
    );
}

#[test]
fn a_schema_can_be_true_or_false() {
    becomes(
        "{properties: {a: true, b: false}, additionalProperties: false, items: true, anyOf: [true, {type: string}]}",
        json!({"properties": {"a": {}, "b": {"not": {}}}, "additionalProperties": false, "items": {}, "anyOf": [{}, {"type": "string"}]}),
    );
}

#[test]
fn what_stands_beside_a_reference_counts() {
    becomes(
        "{$ref: '#/components/schemas/S', type: [string, 'null'], properties: {a: {const: 1}}}",
        json!({"nullable": true, "properties": {"a": {"type": "integer", "enum": [1]}},
            "allOf": [{"$ref": "#/components/schemas/S"}]}),
    );
}
