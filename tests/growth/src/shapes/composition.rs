//! `allOf`, `oneOf` and `anyOf`, wide and deep.

use serde_json::{Map, Value, json};

use super::{Shape, all, name, object, of, schema, used};

pub(super) const SHAPES: &[Shape] = &[
    Shape {
        name: "all-of-parts",
        document: parts,
        most: 2_000,
    },
    Shape {
        name: "all-of-chain",
        document: chain,
        most: 2_000,
    },
    Shape {
        name: "all-of-chain-of-members",
        document: chain_of_members,
        most: 500,
    },
    Shape {
        name: "all-of-diamonds",
        document: diamonds,
        most: 2_000,
    },
    Shape {
        name: "all-of-diamonds-with-members",
        document: diamonds_with_members,
        most: 500,
    },
    Shape {
        name: "all-of-diamonds-inline",
        document: inline_diamonds,
        most: 2_000,
    },
    Shape {
        name: "all-of-member-diamonds",
        document: member_diamonds,
        most: 1_000,
    },
    Shape {
        name: "all-of-circle",
        document: circle,
        most: 2_000,
    },
    Shape {
        name: "one-of-objects",
        document: one_of,
        most: 2_000,
    },
    Shape {
        name: "one-of-references",
        document: one_of_references,
        most: 2_000,
    },
    Shape {
        name: "any-of-objects",
        document: any_of,
        most: 2_000,
    },
    Shape {
        name: "one-of-tagged",
        document: tagged,
        most: 2_000,
    },
    Shape {
        name: "one-of-strings",
        document: strings,
        most: 2_000,
    },
    Shape {
        name: "one-of-chain",
        document: union_chain,
        most: 2_000,
    },
    Shape {
        name: "one-of-diamonds",
        document: union_diamonds,
        most: 2_000,
    },
    Shape {
        name: "one-of-flat-diamonds",
        document: flat_union_diamonds,
        most: 2_000,
    },
    Shape {
        name: "any-of-diamonds",
        document: any_of_diamonds,
        most: 2_000,
    },
    Shape {
        name: "one-of-beside-members",
        document: beside_members,
        most: 1_000,
    },
    Shape {
        name: "all-of-unions",
        document: all_of_unions,
        most: 1_000,
    },
    Shape {
        name: "heirs",
        document: heirs,
        most: 2_000,
    },
    Shape {
        name: "heirs-of-heirs",
        document: heirs_of_heirs,
        most: 300,
    },
    Shape {
        name: "members-of-one-of",
        document: members_of_unions,
        most: 2_000,
    },
];

fn text() -> Value {
    json!({ "type": "string" })
}

fn member(name: String) -> Value {
    json!({ "type": "object", "properties": { name: { "type": "string" } } })
}

fn parts(count: usize) -> Value {
    let parts: Value = (0..count)
        .map(|index| member(format!("m{index}")))
        .collect();
    of(json!({ "allOf": parts }))
}

/// Schemas that are made of the next one each, in some way.
fn linked(count: usize, link: impl Fn(usize, Value) -> Value) -> Value {
    let one = |index: usize| {
        let last = || object(all([("id".to_owned(), text())]));
        let is_last = index + 1 == count;
        (
            name(index),
            if is_last {
                last()
            } else {
                link(index, schema(&name(index + 1)))
            },
        )
    };
    used(all((0..count).map(one)))
}

fn chain(count: usize) -> Value {
    linked(count, |_, next| json!({ "allOf": [next] }))
}

fn chain_of_members(count: usize) -> Value {
    linked(
        count,
        |index, next| json!({ "allOf": [next, member(format!("m{index}"))] }),
    )
}

fn diamonds(count: usize) -> Value {
    crossed(count, |left, right, _| json!({ "allOf": [left, right] }))
}

fn diamonds_with_members(count: usize) -> Value {
    crossed(
        count,
        |left, right, name| json!({ "allOf": [left, right, member(name)] }),
    )
}

/// Two schemas a level, each made of both schemas of the next one.
fn crossed(count: usize, link: impl Fn(Value, Value, String) -> Value) -> Value {
    let mut schemas = Map::new();
    for level in 0..count {
        for side in ["", "R"] {
            let next = |side: &str| schema(&format!("{}{side}", name(level + 1)));
            let own = format!("{}{side}", name(level));
            let value = if level + 1 == count {
                member(format!("id{side}"))
            } else {
                link(next(""), next("R"), format!("m{own}"))
            };
            schemas.insert(own, value);
        }
    }
    used(schemas)
}

fn inline_diamonds(count: usize) -> Value {
    linked(
        count,
        |index, next| json!({ "allOf": [{ "allOf": [next.clone()] }, { "allOf": [next, member(format!("m{}", index % 3))] }] }),
    )
}

/// Members of one name in both parts, which have to be put together again.
fn member_diamonds(count: usize) -> Value {
    let part = |next: &Value| json!({ "type": "object", "properties": { "inner": next } });
    let one = |index: usize| {
        let (left, right) = (
            schema(&format!("{}L", name(index + 1))),
            schema(&format!("{}R", name(index + 1))),
        );
        let is_last = index + 1 >= count;
        let value = if is_last {
            member("id".to_owned())
        } else {
            json!({ "allOf": [part(&left), part(&right)] })
        };
        [
            (name(index), value.clone()),
            (format!("{}L", name(index)), value.clone()),
            (format!("{}R", name(index)), value),
        ]
    };
    used(all((0..count).flat_map(one)))
}

fn circle(count: usize) -> Value {
    let one = |index: usize| {
        (
            name(index),
            json!({ "allOf": [schema(&name((index + 1) % count)), member(format!("m{}", index % 3))] }),
        )
    };
    used(all((0..count).map(one)))
}

fn candidates(count: usize) -> Value {
    (0..count)
        .map(|index| object(all([(format!("m{index}"), text())])))
        .collect()
}

fn one_of(count: usize) -> Value {
    of(json!({ "oneOf": candidates(count) }))
}

fn any_of(count: usize) -> Value {
    of(json!({ "anyOf": candidates(count) }))
}

fn one_of_references(count: usize) -> Value {
    let mut schemas =
        all((1..=count).map(|index| (name(index), object(all([(format!("m{index}"), text())])))));
    let list: Value = (1..=count).map(|index| schema(&name(index))).collect();
    schemas.insert("A".to_owned(), json!({ "oneOf": list }));
    used(schemas)
}

fn tagged(count: usize) -> Value {
    let one = |index: usize| {
        let members = all([("kind".to_owned(), text()), (format!("m{index}"), text())]);
        (name(index), object(members))
    };
    let mut schemas = all((1..=count).map(one));
    let list: Value = (1..=count).map(|index| schema(&name(index))).collect();
    schemas.insert(
        "A".to_owned(),
        json!({ "oneOf": list, "discriminator": { "propertyName": "kind" } }),
    );
    used(schemas)
}

fn strings(count: usize) -> Value {
    let list: Value = (0..count)
        .map(|index| json!({ "type": "string", "enum": [format!("v{index}")] }))
        .collect();
    of(json!({ "oneOf": list }))
}

fn union_chain(count: usize) -> Value {
    linked(
        count,
        |index, next| json!({ "oneOf": [next, object(all([(format!("m{index}"), text())]))] }),
    )
}

fn union_diamonds(count: usize) -> Value {
    crossed(count, |left, right, _| {
        json!({ "oneOf": [
        object(all([("left".to_owned(), left)])), object(all([("right".to_owned(), right)])),
    ] })
    })
}

fn flat_union_diamonds(count: usize) -> Value {
    crossed(count, |left, right, _| json!({ "oneOf": [left, right] }))
}

fn any_of_diamonds(count: usize) -> Value {
    crossed(count, |left, right, _| json!({ "anyOf": [left, right] }))
}

fn beside_members(count: usize) -> Value {
    let list: Value = (0..count)
        .map(|index| object(all([(format!("m{index}"), text())])))
        .collect();
    of(json!({ "type": "object", "properties": { "a": text(), "b": text() }, "oneOf": list }))
}

fn all_of_unions(count: usize) -> Value {
    let list: Value = (0..count)
        .map(|index| json!({ "oneOf": [member(format!("m{index}")), member(format!("n{index}"))] }))
        .collect();
    of(json!({ "allOf": list }))
}

fn parent() -> Value {
    json!({ "type": "object", "required": ["kind"], "properties": { "kind": { "type": "string" } }, "discriminator": { "propertyName": "kind" } })
}

fn heirs(count: usize) -> Value {
    let one = |index: usize| {
        (
            name(index),
            json!({ "allOf": [schema("A"), member(format!("m{index}"))] }),
        )
    };
    let mut schemas = all((1..=count).map(one));
    schemas.insert("A".to_owned(), parent());
    used(schemas)
}

fn heirs_of_heirs(count: usize) -> Value {
    let one = |index: usize| {
        (
            name(index),
            json!({ "allOf": [schema(&name(index - 1)), member(format!("m{index}"))] }),
        )
    };
    let mut schemas = all((1..=count).map(one));
    schemas.insert("A".to_owned(), parent());
    used(schemas)
}

fn members_of_unions(count: usize) -> Value {
    let one = |index: usize| {
        let union = json!({ "oneOf": [object(all([("left".to_owned(), text())])), object(all([("right".to_owned(), text())]))] });
        (format!("m{index}"), union)
    };
    of(json!({ "type": "object", "properties": all((0..count).map(one)) }))
}
