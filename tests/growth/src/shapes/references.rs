//! Chains, circles and stars of references.

use serde_json::{Map, Value, json};

use super::{Shape, all, call, document, name, object, of, schema, used};

pub(super) const SHAPES: &[Shape] = &[
    Shape {
        name: "schemas",
        document: schemas,
        most: 100_000,
    },
    Shape {
        name: "chain-of-references",
        document: chain,
        most: 10_000,
    },
    Shape {
        name: "chain-of-members",
        document: members,
        most: 10_000,
    },
    Shape {
        name: "chain-of-lists",
        document: lists,
        most: 10_000,
    },
    Shape {
        name: "chain-of-responses",
        document: responses,
        most: 10_000,
    },
    Shape {
        name: "chain-of-parameters",
        document: parameters,
        most: 10_000,
    },
    Shape {
        name: "circle",
        document: circle,
        most: 5_000,
    },
    Shape {
        name: "circle-of-required",
        document: required_circle,
        most: 5_000,
    },
    Shape {
        name: "required-within-itself",
        document: required_within_itself,
        most: 5_000,
    },
    Shape {
        name: "circle-of-references",
        document: empty_circle,
        most: 5_000,
    },
    Shape {
        name: "circle-of-unions",
        document: circle_of_unions,
        most: 5_000,
    },
    Shape {
        name: "circles-of-two",
        document: pairs,
        most: 5_000,
    },
    Shape {
        name: "every-schema-in-every-one",
        document: clique,
        most: 150,
    },
    Shape {
        name: "references-into-the-middle",
        document: middle,
        most: 10_000,
    },
    Shape {
        name: "chain-into-the-middle",
        document: middle_chain,
        most: 10_000,
    },
    Shape {
        name: "objects-into-the-middle",
        document: middle_objects,
        most: 7_000,
    },
    Shape {
        name: "references-into-candidates",
        document: candidates,
        most: 7_000,
    },
    Shape {
        name: "chain-of-paths",
        document: path_chain,
        most: 9_000,
    },
    Shape {
        name: "circle-of-paths",
        document: path_circle,
        most: 9_000,
    },
    Shape {
        name: "copies-of-a-path",
        document: path_items,
        most: 10_000,
    },
    Shape {
        name: "ladder",
        document: ladder,
        most: 5_000,
    },
];

fn schemas(count: usize) -> Value {
    let one = |index: usize| {
        let members = all([
            ("id".to_owned(), json!({ "type": "string" })),
            ("a".to_owned(), schema(&name(index / 2))),
        ]);
        (
            name(index),
            json!({ "type": "object", "properties": members }),
        )
    };
    document(Map::new(), all((0..count).map(one)))
}

/// Schemas that are made of the next one each; the last is an object, or the first one again.
fn linked(count: usize, is_circle: bool, link: impl Fn(Value) -> Value) -> Value {
    let one = |index: usize| {
        let next = schema(&name((index + 1) % count));
        let is_last = index + 1 == count && !is_circle;
        let last = || object(all([("id".to_owned(), json!({ "type": "string" }))]));
        (name(index), if is_last { last() } else { link(next) })
    };
    used(all((0..count).map(one)))
}

fn chain(count: usize) -> Value {
    linked(count, false, |next| next)
}

fn members(count: usize) -> Value {
    linked(count, false, |next| {
        object(all([("next".to_owned(), next)]))
    })
}

fn lists(count: usize) -> Value {
    linked(
        count,
        false,
        |next| json!({ "type": "array", "items": next }),
    )
}

fn circle(count: usize) -> Value {
    linked(
        count,
        true,
        |next| json!({ "type": "object", "properties": { "next": next } }),
    )
}

fn required_circle(count: usize) -> Value {
    linked(count, true, |next| object(all([("next".to_owned(), next)])))
}

fn empty_circle(count: usize) -> Value {
    linked(count, true, |next| next)
}

fn circle_of_unions(count: usize) -> Value {
    linked(
        count,
        true,
        |next| json!({ "oneOf": [{ "type": "string" }, next] }),
    )
}

fn required_within_itself(count: usize) -> Value {
    let one = |index: usize| {
        let own = schema(&name(index));
        let next = schema(&name((index + 1) % count));
        let members = [("own".to_owned(), own), ("next".to_owned(), next)];
        (name(index), object(all(members)))
    };
    used(all((0..count).map(one)))
}

fn pairs(count: usize) -> Value {
    let one = |index: usize| {
        let next = schema(&name((index + 1) % count));
        let back = schema(&name((index + count - 1) % count));
        (
            name(index),
            json!({ "type": "object", "properties": { "next": next, "back": back } }),
        )
    };
    used(all((0..count).map(one)))
}

fn clique(count: usize) -> Value {
    let one = |index: usize| {
        let members = (0..count).map(|other| (format!("m{other}"), schema(&name(other))));
        (
            name(index),
            json!({ "type": "object", "properties": all(members) }),
        )
    };
    used(all((0..count).map(one)))
}

/// Two members each that are the next one.
fn ladder(count: usize) -> Value {
    linked(count, false, |next| {
        object(all([
            ("left".to_owned(), next.clone()),
            ("right".to_owned(), next),
        ]))
    })
}

fn shared(count: usize, section: &str, use_of: impl Fn(Value) -> Value, last: &Value) -> Value {
    let reference =
        |index: usize| json!({ "$ref": format!("#/components/{section}/{}", name(index)) });
    let one = |index: usize| {
        let is_last = index + 1 == count;
        (
            name(index),
            if is_last {
                last.clone()
            } else {
                reference(index + 1)
            },
        )
    };
    let mut operation = call("one", &json!({ "type": "string" }));
    if let (Some(to), Value::Object(from)) = (operation.as_object_mut(), use_of(reference(0))) {
        to.extend(from);
    }
    let mut found = document(
        all([("/a".to_owned(), json!({ "post": operation }))]),
        Map::new(),
    );
    found["components"][section] = Value::Object(all((0..count).map(one)));
    found
}

fn responses(count: usize) -> Value {
    let last = json!({ "description": "A" });
    shared(
        count,
        "responses",
        |first| json!({ "responses": { "200": first } }),
        &last,
    )
}

fn parameters(count: usize) -> Value {
    let last = json!({ "name": "a", "in": "query", "schema": { "type": "string" } });
    shared(
        count,
        "parameters",
        |first| json!({ "parameters": [first] }),
        &last,
    )
}

fn middle(count: usize) -> Value {
    let member = |index: usize| {
        (
            format!("m{index}"),
            json!({ "type": "object", "properties": { "a": { "type": "string" } } }),
        )
    };
    let mut first = all((0..count).map(member));
    let other = |index: usize| {
        (
            format!("o{index}"),
            json!({ "$ref": format!("#/components/schemas/A/properties/m{index}") }),
        )
    };
    first.extend(all((0..count).map(other)));
    of(json!({ "type": "object", "properties": first }))
}

fn path_items(count: usize) -> Value {
    let path = |index: usize| match index {
        0 => (
            "/a0".to_owned(),
            json!({ "post": call("one", &schema("A")) }),
        ),
        index => (format!("/a{index}"), json!({ "$ref": "#/paths/~1a0" })),
    };
    let schemas = all([(
        "A".to_owned(),
        object(all([("id".to_owned(), json!({ "type": "string" }))])),
    )]);
    document(all((0..count).map(path)), schemas)
}

/// Members that each are the next one.
fn middle_chain(count: usize) -> Value {
    let mut members = all((0..count).map(|index| {
        let next = format!("A/properties/m{}", index + 1);
        (format!("m{index}"), schema(&next))
    }));
    members.insert(format!("m{count}"), text());
    of(json!({ "type": "object", "properties": members }))
}

/// Members that each are an object with the next one.
fn middle_objects(count: usize) -> Value {
    let mut members = all((0..count).map(|index| {
        let next = schema(&format!("A/properties/m{}", index + 1));
        (
            format!("m{index}"),
            object(all([("next".to_owned(), next)])),
        )
    }));
    members.insert(format!("m{count}"), text());
    of(json!({ "type": "object", "properties": members }))
}

/// A union whose candidates are called alike until their members are looked at, and a reference into each.
fn candidates(count: usize) -> Value {
    let candidate = |index: usize| {
        let member = format!("m{index}");
        json!({ "type": "object", "required": [member], "properties": { member: text() } })
    };
    let into = |index: usize| {
        let place = schema(&format!("Union/oneOf/{index}"));
        (format!("p{index}"), place)
    };
    let mut schemas = all([(
        "Union".to_owned(),
        json!({ "oneOf": (0..count).map(candidate).collect::<Vec<_>>() }),
    )]);
    schemas.insert("A".to_owned(), object(all((0..count).map(into))));
    used(schemas)
}

fn text() -> Value {
    json!({ "type": "string" })
}

fn path_chain(count: usize) -> Value {
    paths(count, |index| index.checked_sub(1))
}

fn path_circle(count: usize) -> Value {
    paths(count, |index| Some((index + 1) % count.max(1)))
}

/// Paths of which each is another one, or has an operation.
fn paths(count: usize, next: impl Fn(usize) -> Option<usize>) -> Value {
    let item = |index: usize| {
        let item = match next(index) {
            Some(next) => json!({ "$ref": format!("#/paths/~1a{next}") }),
            None => json!({ "get": { "responses": { "200": { "description": "A" } } } }),
        };
        (format!("/a{index}"), item)
    };
    document(all((0..count).map(item)), Map::new())
}
