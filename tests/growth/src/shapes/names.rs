//! Names that meet, and names that are long.

use serde_json::{Map, Value, json};

use super::{Shape, all, document, folded, object, of};

pub(super) const SHAPES: &[Shape] = &[
    Shape {
        name: "values-that-fold",
        document: values,
        most: 8_000,
    },
    Shape {
        name: "members-that-fold",
        document: members,
        most: 8_000,
    },
    Shape {
        name: "schemas-that-fold",
        document: schemas,
        most: 8_000,
    },
    Shape {
        name: "parameters-that-fold",
        document: parameters,
        most: 2_000,
    },
    Shape {
        name: "candidates-that-fold",
        document: candidates,
        most: 2_000,
    },
    Shape {
        name: "inline-schemas-that-meet",
        document: inline,
        most: 4_000,
    },
    Shape {
        name: "numbered-values",
        document: numbered,
        most: 8_000,
    },
    Shape {
        name: "letters-of-a-name",
        document: long,
        most: 200_000,
    },
    Shape {
        name: "words-of-a-name",
        document: words,
        most: 200_000,
    },
    Shape {
        name: "letters-of-a-path",
        document: path,
        most: 200_000,
    },
];

fn text() -> Value {
    json!({ "type": "string" })
}

fn values(count: usize) -> Value {
    of(json!({ "type": "string", "enum": (0..count).map(folded).collect::<Vec<_>>() }))
}

fn members(count: usize) -> Value {
    of(
        json!({ "type": "object", "properties": all((0..count).map(|index| (folded(index), text()))) }),
    )
}

fn schemas(count: usize) -> Value {
    let one = |index: usize| (folded(index), object(all([("id".to_owned(), text())])));
    document(Map::new(), all((0..count).map(one)))
}

fn parameters(count: usize) -> Value {
    let one = |index: usize| json!({ "name": folded(index), "in": "query", "schema": { "type": "string" } });
    let list: Vec<Value> = (0..count).map(one).collect();
    let operation = json!({ "operationId": "a", "parameters": list, "responses": { "200": { "description": "A" } } });
    document(
        all([("/a".to_owned(), json!({ "get": operation }))]),
        Map::new(),
    )
}

fn candidates(count: usize) -> Value {
    let one = |index: usize| json!({ "title": folded(index), "type": "object", "required": [format!("m{index}")], "properties": { format!("m{index}"): text() } });
    of(json!({ "oneOf": (0..count).map(one).collect::<Vec<_>>() }))
}

/// Inline schemas whose names are those of components.
fn inline(count: usize) -> Value {
    let inner = || json!({ "type": "object", "properties": { "id": text() } });
    let one = |index: usize| {
        [
            (
                format!("Pet{index}"),
                json!({ "type": "object", "properties": { "owner": inner() } }),
            ),
            (format!("Pet{index}Owner"), inner()),
        ]
    };
    document(Map::new(), all((0..count).flat_map(one)))
}

/// Values that look like the numbered spellings of others.
fn numbered(count: usize) -> Value {
    let one = |index: usize| {
        [
            format!("a {index}"),
            format!("a_{index}"),
            format!("A{index}"),
        ]
    };
    of(json!({ "type": "string", "enum": (0..count).flat_map(one).collect::<Vec<_>>() }))
}

fn long(count: usize) -> Value {
    let name = "a".repeat(count);
    of(
        json!({ "type": "object", "properties": { name.clone(): { "type": "string", "enum": [name, "b"] } } }),
    )
}

fn words(count: usize) -> Value {
    let name = "a_b".repeat(count / 3);
    of(
        json!({ "type": "object", "properties": { name.clone(): { "type": "string", "enum": [name, "b"] } } }),
    )
}

fn path(count: usize) -> Value {
    let operation = json!({ "responses": { "200": { "description": "A" } } });
    document(
        all([(
            format!("/{}", "a/".repeat(count / 2)),
            json!({ "get": operation }),
        )]),
        Map::new(),
    )
}
