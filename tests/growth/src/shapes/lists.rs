//! Long lists inside one schema.

use serde_json::{Value, json};

use super::{Shape, all, of};

pub(super) const SHAPES: &[Shape] = &[
    Shape {
        name: "members",
        document: members,
        most: 10_000,
    },
    Shape {
        name: "inline-objects",
        document: inline,
        most: 10_000,
    },
    Shape {
        name: "required-members",
        document: required,
        most: 10_000,
    },
    Shape {
        name: "required-without-a-schema",
        document: required_alone,
        most: 50_000,
    },
    Shape {
        name: "required-again",
        document: required_again,
        most: 80_000,
    },
    Shape {
        name: "values",
        document: values,
        most: 80_000,
    },
    Shape {
        name: "values-again",
        document: values_again,
        most: 80_000,
    },
    Shape {
        name: "numbers",
        document: numbers,
        most: 80_000,
    },
    Shape {
        name: "named-numbers",
        document: named_numbers,
        most: 10_000,
    },
    Shape {
        name: "tuple",
        document: tuple,
        most: 1_000,
    },
    Shape {
        name: "examples",
        document: examples,
        most: 80_000,
    },
    Shape {
        name: "unknown-keywords",
        document: unknown,
        most: 10_000,
    },
    Shape {
        name: "warnings",
        document: warnings,
        most: 10_000,
    },
];

fn text() -> Value {
    json!({ "type": "string" })
}

fn members(count: usize) -> Value {
    of(
        json!({ "type": "object", "properties": all((0..count).map(|index| (format!("m{index}"), text()))) }),
    )
}

fn inline(count: usize) -> Value {
    let inner = json!({ "type": "object", "properties": { "a": { "type": "string", "enum": ["b", "c"] } } });
    of(
        json!({ "type": "object", "properties": all((0..count).map(|index| (format!("m{index}"), inner.clone()))) }),
    )
}

fn keys(count: usize) -> Vec<String> {
    (0..count).map(|index| format!("m{index}")).collect()
}

fn required(count: usize) -> Value {
    let mut found = members(count);
    found["components"]["schemas"]["A"]["required"] = json!(keys(count));
    found
}

fn required_alone(count: usize) -> Value {
    of(json!({ "type": "object", "required": keys(count) }))
}

fn required_again(count: usize) -> Value {
    of(json!({ "type": "object", "required": vec!["a"; count], "properties": { "a": text() } }))
}

fn values(count: usize) -> Value {
    of(json!({ "type": "string", "enum": keys(count) }))
}

fn values_again(count: usize) -> Value {
    of(json!({ "type": "string", "enum": vec!["a"; count] }))
}

fn numbers(count: usize) -> Value {
    of(json!({ "type": "integer", "enum": (0..count).collect::<Vec<_>>() }))
}

fn named_numbers(count: usize) -> Value {
    of(
        json!({ "type": "integer", "enum": (0..count).collect::<Vec<_>>(), "x-enum-varnames": keys(count) }),
    )
}

fn tuple(count: usize) -> Value {
    let mut found = of(json!({ "type": "array", "prefixItems": vec![text(); count] }));
    found["openapi"] = json!("3.1.0");
    found
}

fn examples(count: usize) -> Value {
    of(json!({ "type": "array", "items": text(), "example": keys(count) }))
}

fn unknown(count: usize) -> Value {
    let mut schema = all(keys(count)
        .into_iter()
        .map(|key| (format!("y{key}"), json!(1))));
    schema.insert("type".to_owned(), json!("object"));
    of(Value::Object(schema))
}

fn warnings(count: usize) -> Value {
    let one = |key: String| (key, json!({ "type": "string", "not": { "enum": ["a"] } }));
    of(json!({ "type": "object", "properties": all(keys(count).into_iter().map(one)) }))
}
