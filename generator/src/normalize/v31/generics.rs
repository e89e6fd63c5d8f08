//! `$dynamicRef` as a type parameter: a schema that refers to another one, and has definitions with the anchors that the other one
//! leaves open, becomes a copy of it in which they are filled in.

use serde_json::{Map, Value, json};

use super::defs;
use crate::normalize::siblings;
use crate::pointer::Pointer;
use crate::source::Tree;
use crate::source::grammar::rewrite::rewrite_by;
use crate::source::grammar::walk::Trail;
use crate::source::grammar::{Kind, Syntax, newer};

/// The key that names a definition for those who refer from further inside.
const ANCHOR: &str = "$dynamicAnchor";

/// A definition that fills in an anchor.
struct Argument {
    anchor: String,
    /// Where it stands.
    at: Pointer,
    /// What a reference to it leads to.
    target: Value,
}

/// Fills in what is open in schemas that others refer to.
pub(super) fn run(tree: &mut Tree) {
    let mut uses: Vec<(Pointer, Pointer, Vec<Argument>)> = Vec::new();
    rewrite_by(
        newer::syntax,
        &mut tree.root,
        Syntax::One(Kind::Document),
        Trail::ROOT,
        &mut |trail, kind, map| {
            let target = map.get("$ref").and_then(Value::as_str);
            if kind == Kind::Schema
                && let Some(target) = target.filter(|target| target.starts_with("#/"))
                && let Some(target) = Pointer::parse(target)
            {
                let at = trail.pointer();
                let given = arguments(map, &at);
                if !given.is_empty() {
                    uses.push((at, target, given));
                }
            }
        },
    );
    for (at, target, mut given) in uses {
        // A reference that leads nowhere is told where it stands.
        for argument in &mut given {
            let further = argument.target.as_str().and_then(Pointer::parse);
            if further.is_none_or(|further| tree.get(&further).is_none()) {
                argument.target = json!(argument.at.to_string());
            }
        }
        let Some(Value::Object(open)) = tree.get(&target) else {
            continue;
        };
        let mut open = open.clone();
        if fill(&mut open, &given)
            && let Some(Value::Object(map)) = tree.root.pointer_mut(at.as_str())
        {
            put(map, open);
            for argument in given {
                let definition = tree.root.pointer_mut(argument.at.as_str());
                let definition = definition.and_then(Value::as_object_mut);
                definition.and_then(|map| map.shift_remove(ANCHOR));
            }
        }
    }
}

/// The definitions of a schema that have an anchor.
fn arguments(map: &Map<String, Value>, at: &Pointer) -> Vec<Argument> {
    let mut found = Vec::new();
    for key in defs::KEYS {
        let definitions = map.get(*key).and_then(Value::as_object);
        for (name, definition) in definitions.into_iter().flatten() {
            let Some(anchor) = definition.get(ANCHOR).and_then(Value::as_str) else {
                continue;
            };
            let at = at.child(key).child(name);
            let is_alone = definition.as_object().is_some_and(|map| map.len() == 2);
            let further = definition.get("$ref").filter(|_| is_alone);
            let target = further.cloned().unwrap_or(json!(at.to_string()));
            found.push(Argument {
                anchor: format!("#{anchor}"),
                at,
                target,
            });
        }
    }
    found
}

/// Puts the definitions in the places that are open for them; says whether there were any, and whether what else the schema refers
/// to is the same elsewhere.
fn fill(open: &mut Map<String, Value>, given: &[Argument]) -> bool {
    for key in defs::KEYS {
        open.shift_remove(*key);
    }
    let has_id = open.shift_remove("$id").is_some();
    let (mut is_filled, mut is_bound) = (false, false);
    let mut schema = Value::Object(std::mem::take(open));
    rewrite_by(
        newer::syntax,
        &mut schema,
        Syntax::One(Kind::Schema),
        Trail::ROOT,
        &mut |_, _, map| {
            map.shift_remove(ANCHOR);
            map.shift_remove("$anchor");
            let target = map.get("$ref").and_then(Value::as_str);
            is_bound |= target.is_some_and(|target| !target.starts_with("#/components/"));
            let target = map.get("$dynamicRef").and_then(Value::as_str);
            let argument = given.iter().find(|one| Some(one.anchor.as_str()) == target);
            if let Some(argument) = argument {
                map.shift_remove("$dynamicRef");
                map.insert("$ref".to_owned(), argument.target.clone());
                is_filled = true;
            }
        },
    );
    if let Value::Object(map) = schema {
        *open = map;
    }
    is_filled && !(has_id && is_bound)
}

/// Writes the copy in the place of the reference to what it was made of.
fn put(map: &mut Map<String, Value>, copy: Map<String, Value>) {
    let place = map.keys().position(|key| key == "$ref");
    map.shift_remove("$ref");
    let words = ["title", "description", "example", "examples", "default"];
    let is_apart = copy
        .keys()
        .all(|key| words.contains(&key.as_str()) || !map.contains_key(key));
    if is_apart {
        for (key, value) in copy {
            map.entry(key).or_insert(value);
        }
        return;
    }
    if let Some(list) = siblings::all_of(map, place.unwrap_or(usize::MAX)) {
        list.push(Value::Object(copy));
    }
}
