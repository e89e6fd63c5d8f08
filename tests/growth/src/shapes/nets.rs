//! Schemas of which each one takes in all later ones, so that as many ways lead to the last ones as there are subsets.

use serde_json::{Value, json};

use super::{Shape, all, name, schema, used};

pub(super) const SHAPES: &[Shape] = &[
    Shape {
        name: "all-of-later-ones",
        document: all_of,
        most: 200,
    },
    Shape {
        name: "all-of-later-ones-with-discriminators",
        document: discriminators,
        most: 200,
    },
    Shape {
        name: "all-of-the-next-two-with-discriminators",
        document: next_two,
        most: 500,
    },
    Shape {
        name: "members-that-all-parts-have",
        document: members,
        most: 500,
    },
    Shape {
        name: "members-beside-unions-within-unions",
        document: beside,
        most: 500,
    },
    Shape {
        name: "values-that-all-parts-list",
        document: values,
        most: 500,
    },
];

fn all_of(count: usize) -> Value {
    net(
        count,
        count,
        |index| json!({ "type": "object", "properties": { (format!("m{index}")): { "type": "string" } } }),
    )
}

fn discriminators(count: usize) -> Value {
    net(count, count, parent)
}

fn next_two(count: usize) -> Value {
    net(count, 2, parent)
}

fn members(count: usize) -> Value {
    net(count, 2, |index| {
        let inside = json!({ "type": "string", "description": format!("As {index} has it.") });
        let member = json!({ "type": "object", "properties": { "inside": inside } });
        json!({ "type": "object", "properties": { "one": member, "other": member } })
    })
}

fn values(count: usize) -> Value {
    net(count, 2, |index| {
        let values: Vec<String> = (0..40 + index % 7).map(|one| format!("v{one}")).collect();
        json!({ "type": "object", "properties": { "one": { "type": "string", "enum": values } } })
    })
}

/// Four levels of ten candidates, each with so many members beside them.
fn beside(count: usize) -> Value {
    let level = |index: usize| {
        let member = |member: usize| (format!("m{index}-{member}"), json!({ "type": "string" }));
        let again = |candidate: usize| json!({ "title": format!("Again {candidate}"), "allOf": [schema(&name(index + 1))] });
        let mut own = json!({ "type": "object", "properties": all((0..count).map(member)) });
        if index < 3 {
            own["oneOf"] = (0..10).map(again).collect();
        }
        (name(index), own)
    };
    used(all((0..4).map(level)))
}

/// Each schema takes in so many of the next ones.
fn net(count: usize, width: usize, own: fn(usize) -> Value) -> Value {
    let one = |index: usize| {
        let mut own = own(index);
        let next = index + 1..count.min(index + 1 + width);
        let next: Vec<Value> = next.map(|next| schema(&name(next))).collect();
        if !next.is_empty() {
            own["allOf"] = Value::Array(next);
        }
        (name(index), own)
    };
    used(all((0..count).map(one)))
}

fn parent(index: usize) -> Value {
    json!({
        "type": "object",
        "required": ["kind"],
        "properties": { "kind": { "type": "string" }, (format!("m{index}")): { "type": "string" } },
        "discriminator": { "propertyName": "kind" },
    })
}
