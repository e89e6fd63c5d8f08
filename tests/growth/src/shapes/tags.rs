//! Tags of unions: names that a mapping gives, and unions within unions.

use serde_json::{Map, Value, json};

use super::{Shape, all, name, object, schema, used};

pub(super) const SHAPES: &[Shape] = &[
    Shape {
        name: "names-of-one-candidate",
        document: names,
        most: 10_000,
    },
    Shape {
        name: "tagged-unions-of-every-one",
        document: every_one,
        most: 100,
    },
    Shape {
        name: "chain-of-tagged-unions",
        document: chain,
        most: 500,
    },
];

fn names(count: usize) -> Value {
    let target = "#/components/schemas/B";
    let mapping: Map<String, Value> = all((0..count).map(|index| (name(index), target.into())));
    let union = json!({
        "oneOf": [schema("B")],
        "discriminator": { "propertyName": "kind", "mapping": mapping },
    });
    let candidate = object(all([("kind".to_owned(), json!({ "type": "string" }))]));
    used(all([("A".to_owned(), union), ("B".to_owned(), candidate)]))
}

/// Every union has all the others as its candidates.
fn every_one(count: usize) -> Value {
    let union = |index: usize| {
        let others = (0..count).filter(|other| *other != index);
        let others: Vec<Value> = others.map(|other| schema(&name(other))).collect();
        (name(index), told(&others))
    };
    used(all((0..count).map(union)))
}

fn chain(count: usize) -> Value {
    let union = |index: usize| {
        let leaf = json!({ "type": "object", "title": format!("Leaf {index}") });
        let next = (index + 1 < count).then(|| schema(&name(index + 1)));
        let candidates: Vec<Value> = next.into_iter().chain([leaf]).collect();
        (name(index), told(&candidates))
    };
    used(all((0..count).map(union)))
}

fn told(candidates: &[Value]) -> Value {
    json!({ "oneOf": candidates, "discriminator": { "propertyName": "kind" } })
}
