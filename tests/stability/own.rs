//! The files that may change with an item, each for a reason.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use tintype::ir::{Shape, TypeId};
use tintype::pointer::Pointer;

use super::items::{Item, Kind};
use super::{Generated, gone, place};

/// Why a file may change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Reason {
    /// It is that of the item, or of a type that stands below it, holds it or goes with it.
    Own,
    /// A type takes the item from a part of its `allOf`.
    Part,
    /// What an heir says about a member has a type of its own where the parent says nothing.
    Member,
    /// It is equal to another type, and which of them is defined is another one without the item.
    Equal,
}

/// The files that may change, by path, each for the first of its reasons.
pub(super) type Allowed = BTreeMap<String, Reason>;

/// Adds a file, unless there is a better reason for it.
fn allow(path: String, reason: Reason, allowed: &mut Allowed) {
    let known = allowed.entry(path).or_insert(reason);
    *known = reason.min(*known);
}

/// The files and pages of types that stand below the item, that hold it, or that are gone.
pub(super) fn own(item: &Item, document: &Value, old: &Generated, new: &Generated) -> Allowed {
    let gone = gone(old, new);
    let made = made_with(item, document);
    let moved = moved(old, new);
    let holds = |id: TypeId| match &old.plan.api.get(id).shape {
        Shape::Struct(object) => object
            .fields
            .iter()
            .any(|field| field.at.is_within(&item.at)),
        _ => false,
    };
    let mut allowed = Allowed::new();
    for (one, is_old) in [(old, true), (new, false)] {
        for file in one.plan.files() {
            for model in file.models() {
                let (id, at) = (model.id, &model.source.at);
                // Without the body, what was its form alone is a type for JSON.
                let was_form = || {
                    let mut gone = gone.iter().map(|id| old.plan.api.get(*id));
                    gone.any(|def| def.shape.is_form() && at.is_within(&def.at))
                };
                let is_own = at.is_within(&item.at)
                    || is_old && (gone.contains(&id) || holds(id))
                    || !is_old && was_form();
                let reasons = made.iter().filter_map(|made| {
                    let is_member = is_member(at, made, item);
                    if at == made {
                        Some(Reason::Part)
                    } else {
                        is_member.then_some(Reason::Member)
                    }
                });
                let reason = if is_own {
                    Some(Reason::Own)
                } else {
                    let equal = moved.contains(at.as_str()).then_some(Reason::Equal);
                    reasons.min().or(equal)
                };
                if let Some(reason) = reason {
                    allow(
                        format!("src/models/{}.rs", file.module()),
                        reason,
                        &mut allowed,
                    );
                    allow(
                        page("docs/models/", one.plan.names.ty(id), one),
                        reason,
                        &mut allowed,
                    );
                }
            }
        }
    }
    allowed
}

/// The types that are defined elsewhere than before, or no longer elsewhere.
fn moved(old: &Generated, new: &Generated) -> BTreeSet<String> {
    let defined = |one: &Generated| -> BTreeMap<(String, bool), String> {
        let types = one.plan.api.types.iter().enumerate();
        types
            .map(|(index, def)| {
                let defined = one.plan.api.get(one.plan.definition(TypeId(index)));
                let (at, is_form) = place(def);
                ((at.to_owned(), is_form), defined.at.to_string())
            })
            .collect()
    };
    let (before, after) = (defined(old), defined(new));
    let moved = before.into_iter().filter(|(place, at)| {
        let now = after.get(place);
        now.is_some_and(|now| now != at)
    });
    moved.map(|((at, _), _)| at).collect()
}

/// Of a property, the schemas that take it from the one that declares it: those whose `allOf` leads there, however far.
fn made_with(item: &Item, document: &Value) -> Vec<Pointer> {
    if item.kind != Kind::Property {
        return Vec::new();
    }
    let owner = item.at.parent().and_then(|properties| properties.parent());
    let mut made: Vec<Pointer> = owner.into_iter().collect();
    let mut composed = Vec::new();
    composed_of_parts(document, &Pointer::root(), &mut composed);
    let mut known = 0;
    while known < made.len() {
        known = made.len();
        for (at, schema) in &composed {
            let is_made = parts(schema).iter().any(|part| {
                let leads = |one: &Pointer| part.strip_prefix('#') == Some(one.as_str());
                made.iter().any(leads)
            });
            if is_made && !made.contains(at) {
                made.push(at.clone());
            }
        }
    }
    made
}

/// Whether a place belongs to the member of a schema, or of a part of its `allOf`, that has the name of the item.
fn is_member(at: &Pointer, schema: &Pointer, item: &Item) -> bool {
    if !at.is_within(schema) {
        return false;
    }
    let depth = schema.segments().count();
    let inside: Vec<String> = at.segments().skip(depth).collect();
    let mut inside = &inside[..];
    while let [all_of, _, rest @ ..] = inside
        && all_of == "allOf"
    {
        inside = rest;
    }
    matches!(inside, [properties, name, ..] if properties == "properties" && Some(name) == item.at.last().as_ref())
}

/// Every schema with an `allOf`, and every component that is a reference, with its place.
fn composed_of_parts<'d>(value: &'d Value, at: &Pointer, found: &mut Vec<(Pointer, &'d Value)>) {
    let is_component = at
        .parent()
        .is_some_and(|parent| parent.as_str() == "/components/schemas");
    if value.get("allOf").is_some() || is_component && value.get("$ref").is_some() {
        found.push((at.clone(), value));
    }
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                composed_of_parts(value, &at.child(key), found);
            }
        }
        Value::Array(all) => {
            for (index, value) in all.iter().enumerate() {
                composed_of_parts(value, &at.index(index), found);
            }
        }
        _ => {}
    }
}

/// The references of a schema to what it is made of.
fn parts(schema: &Value) -> Vec<&str> {
    let own = schema.get("$ref").and_then(Value::as_str);
    let all = schema.get("allOf").and_then(Value::as_array);
    let inner = all.into_iter().flatten().flat_map(parts);
    own.into_iter().chain(inner).collect()
}

/// The page of a name in a folder.
pub(super) fn page(folder: &str, name: &str, one: &Generated) -> String {
    let heading = format!("# {name}");
    let mut pages = one
        .files
        .iter()
        .filter(|(path, _)| path.starts_with(folder));
    let found = pages.find(|(_, text)| text.lines().next() == Some(&heading));
    found.map(|(path, _)| path.clone()).unwrap_or_default()
}
