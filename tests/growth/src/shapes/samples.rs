//! What a sample of a value would have to hold: lists, texts and trees without end.

use serde_json::{Value, json};

use super::{Shape, all, name, object, of, schema, used};

pub(super) const SHAPES: &[Shape] = &[
    Shape {
        name: "least-items",
        document: items,
        most: 1_000_000_000,
    },
    Shape {
        name: "least-items-of-objects",
        document: items_of_objects,
        most: 1_000_000_000,
    },
    Shape {
        name: "least-length",
        document: length,
        most: 1_000_000_000,
    },
    Shape {
        name: "least-members",
        document: least_members,
        most: 1_000_000_000,
    },
    Shape {
        name: "repeated-pattern",
        document: pattern,
        most: 1_000_000_000,
    },
    Shape {
        name: "nested-patterns",
        document: nested_pattern,
        most: 40,
    },
    Shape {
        name: "alternatives-of-a-pattern",
        document: alternatives,
        most: 10_000,
    },
    Shape {
        name: "lists-of-ten-in-lists",
        document: nested,
        most: 100,
    },
    Shape {
        name: "trees-of-two",
        document: trees,
        most: 5_000,
    },
    Shape {
        name: "depth-of-objects",
        document: depth,
        most: 55,
    },
    Shape {
        name: "depth-of-lists",
        document: deep_lists,
        most: 100,
    },
];

fn text() -> Value {
    json!({ "type": "string" })
}

fn items(count: usize) -> Value {
    of(json!({ "type": "array", "items": text(), "minItems": count }))
}

fn items_of_objects(count: usize) -> Value {
    of(object(all([(
        "a".to_owned(),
        json!({ "type": "array", "items": object(all([("b".to_owned(), text())])), "minItems": count }),
    )])))
}

fn length(count: usize) -> Value {
    of(object(all([(
        "a".to_owned(),
        json!({ "type": "string", "minLength": count }),
    )])))
}

fn least_members(count: usize) -> Value {
    of(json!({ "type": "object", "additionalProperties": text(), "minProperties": count }))
}

fn pattern(count: usize) -> Value {
    of(object(all([(
        "a".to_owned(),
        json!({ "type": "string", "pattern": format!("^(ab){{{count}}}$") }),
    )])))
}

fn nested_pattern(count: usize) -> Value {
    let pattern = (0..count).fold("a".to_owned(), |inner, _| format!("({inner}){{9}}"));
    of(object(all([(
        "a".to_owned(),
        json!({ "type": "string", "pattern": pattern }),
    )])))
}

fn alternatives(count: usize) -> Value {
    let words: Vec<String> = (0..count).map(|index| format!("w{index}")).collect();
    of(object(all([(
        "a".to_owned(),
        json!({ "type": "string", "pattern": words.join("|") }),
    )])))
}

fn nested(count: usize) -> Value {
    let one = |index: usize| {
        let is_last = index + 1 == count;
        let items = if is_last {
            text()
        } else {
            schema(&name(index + 1))
        };
        (
            name(index),
            json!({ "type": "array", "items": items, "minItems": 10 }),
        )
    };
    used(all((0..count).map(one)))
}

fn trees(count: usize) -> Value {
    let one = |index: usize| {
        let next = || {
            if index + 1 == count {
                text()
            } else {
                schema(&name(index + 1))
            }
        };
        (
            name(index),
            object(all([
                ("left".to_owned(), next()),
                ("right".to_owned(), next()),
            ])),
        )
    };
    used(all((0..count).map(one)))
}

fn depth(count: usize) -> Value {
    of((0..count).fold(text(), |inner, _| object(all([("a".to_owned(), inner)]))))
}

fn deep_lists(count: usize) -> Value {
    of((0..count).fold(
        text(),
        |inner, _| json!({ "type": "array", "items": inner }),
    ))
}
