//! Spellings of 3.1 in documents that say 3.0: list of types, numeric exclusive bounds, `const`. Other keywords of 3.1 are left alone.

use serde_json::{Map, Value, json};

use crate::cx::Cx;
use crate::diag::codes;
use crate::source::Tree;
use crate::source::grammar::rewrite::rewrite;
use crate::source::grammar::walk::Trail;
use crate::source::grammar::{Kind, Shape};

/// Takes such spellings as they were meant, with a warning each.
pub(super) fn run(tree: &mut Tree, version: &str, cx: &mut Cx) {
    let mut found = Vec::new();
    rewrite(
        &mut tree.root,
        Shape::One(Kind::Document),
        Trail::ROOT,
        &mut |trail, kind, map| {
            if kind == Kind::Schema {
                let mut note = |key: &'static str, advice| {
                    found.push((trail.pointer().child(key), key, advice));
                };
                types(map, &mut note);
                bounds(map, &mut note);
                constant(map, &mut note);
            }
        },
    );
    for (at, key, advice) in found {
        let report = codes::BORROWED_KEYWORD.at(tree.place(&at)).arg("key", key);
        cx.report(report.arg("version", version).arg("advice", advice));
    }
}

type Note<'n> = dyn FnMut(&'static str, &'static str) + 'n;

/// `type: [string, 'null']` is `type: string` and `nullable`; several types are an `anyOf`.
fn types(map: &mut Map<String, Value>, note: &mut Note<'_>) {
    let Some(types) = map.get("type").and_then(Value::as_array) else {
        return;
    };
    if !types.iter().all(Value::is_string) {
        return;
    }
    let others: Vec<Value> = types.iter().filter(|one| *one != "null").cloned().collect();
    let is_nullable = others.len() < types.len();
    match others.as_slice() {
        [] => {
            map.shift_remove("type");
        }
        [one] => {
            map.insert("type".to_owned(), one.clone());
        }
        several => {
            let choices = several.iter().map(|one| json!({ "type": one })).collect();
            map.shift_remove("type");
            map.entry("anyOf").or_insert(Value::Array(choices));
        }
    }
    if is_nullable {
        map.insert("nullable".to_owned(), Value::Bool(true));
    }
    note(
        "type",
        "in 3.0, write one type, and `nullable: true` where null is allowed",
    );
}

/// `exclusiveMinimum: 5` is `minimum: 5` and `exclusiveMinimum: true`.
fn bounds(map: &mut Map<String, Value>, note: &mut Note<'_>) {
    for (exclusive, bound) in [
        ("exclusiveMinimum", "minimum"),
        ("exclusiveMaximum", "maximum"),
    ] {
        if let Some(Value::Number(number)) = map.get(exclusive) {
            let number = Value::Number(number.clone());
            map.insert(bound.to_owned(), number);
            map.insert(exclusive.to_owned(), Value::Bool(true));
            note(
                exclusive,
                "in 3.0, write the number as the bound and make this one true",
            );
        }
    }
}

/// `const: a` is `enum: [a]`.
fn constant(map: &mut Map<String, Value>, note: &mut Note<'_>) {
    if map.contains_key("enum") {
        return;
    }
    if let Some(value) = map.shift_remove("const") {
        map.insert("enum".to_owned(), json!([value]));
        note("const", "in 3.0, write an `enum` of one value");
    }
}
