//! Reachability: a tree whose operations are selected in, the components that they reach out. Does not choose operations.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use crate::extensions::UNSELECTED;
use crate::pointer::Pointer;
use crate::source::Tree;
use crate::source::grammar::rewrite::rewrite;
use crate::source::grammar::walk::{Met, Trail, walk};
use crate::source::grammar::{Kind, Syntax, syntax_at};

/// Drops the components that no operation reaches. References into `dropped` paths still lead there.
pub(super) fn keep(tree: &mut Tree, dropped: Map<String, Value>) {
    set_aside(tree, dropped);
    let reached = reached(tree);
    let Some(Value::Object(components)) = tree.root.get_mut("components") else {
        return;
    };
    let at = Pointer::root().child("components");
    for (kind, entries) in components
        .iter_mut()
        .filter(|(kind, _)| !kind.starts_with("x-"))
    {
        if let Value::Object(entries) = entries {
            let at = at.child(kind);
            entries.retain(|name, _| reached.contains(&at.child(name)));
        }
    }
    components.retain(|_, entries| entries.as_object().is_none_or(|map| !map.is_empty()));
}

/// Moves dropped paths to a place that is not generated, and the references to them with it.
fn set_aside(tree: &mut Tree, mut dropped: Map<String, Value>) {
    let paths = Pointer::root().child("paths");
    let aside = Pointer::root().child(UNSELECTED.key());
    let mut used = BTreeSet::new();
    let root = &mut tree.root;
    let known = root.clone();
    rewrite(
        root,
        Syntax::One(Kind::Document),
        Trail::ROOT,
        &mut |_, _, map| {
            let Some(Value::String(target)) = map.get_mut("$ref") else {
                return;
            };
            let Some(to) = Pointer::parse(target).filter(|to| to.is_within(&paths)) else {
                return;
            };
            if to.find(&known).is_none()
                && let Some(moved) = to.moved(&paths, &aside)
            {
                used.extend(to.segments().nth(1));
                *target = moved.to_string();
            }
        },
    );
    dropped.retain(|path, _| used.contains(path));
    if let (false, Some(map)) = (dropped.is_empty(), tree.root.as_object_mut()) {
        UNSELECTED.set(map, Value::Object(dropped));
        let was = tree.was(&paths);
        tree.origins.is(aside, was);
    }
}

/// Every component that is reached from the paths, by its pointer.
fn reached(tree: &Tree) -> BTreeSet<Pointer> {
    let mut reached = BTreeSet::new();
    let mut open: Vec<(Pointer, Syntax)> =
        vec![(Pointer::root().child("paths"), Syntax::One(Kind::Paths))];
    open.extend(root_security(tree).map(|at| (at, Syntax::One(Kind::SecurityScheme))));
    while let Some((at, shape)) = open.pop() {
        let entry: Pointer = at.segments().take(3).collect();
        let (at, shape) = match syntax_at(&entry) {
            // All of the component is kept, so all that it refers to is.
            Some(whole) if at.as_str().starts_with("/components/") => (entry, whole),
            _ => (at, shape),
        };
        if !reached.insert(at.clone()) {
            continue;
        }
        let Some(value) = tree.get(&at) else { continue };
        walk(value, shape, Trail::ROOT, &mut |_, met| {
            targets(&met, &mut open);
        });
    }
    reached
}

/// What an object refers to.
fn targets(met: &Met<'_>, open: &mut Vec<(Pointer, Syntax)>) {
    let schemas: Pointer = ["components", "schemas"].iter().collect();
    match met {
        Met::Reference(kind, target) => {
            open.extend(Pointer::parse(target).map(|to| (to, Syntax::One(*kind))));
        }
        Met::Object(Kind::Requirement, map) => {
            open.extend(
                map.keys()
                    .map(|name| (scheme(name), Syntax::One(Kind::SecurityScheme))),
            );
        }
        Met::Object(Kind::Discriminator, map) => {
            let mapping = map.get("mapping").and_then(Value::as_object);
            let names = mapping
                .into_iter()
                .flat_map(Map::values)
                .filter_map(Value::as_str);
            for name in names {
                let to = Pointer::parse(name).filter(|_| name.starts_with('#'));
                open.push((
                    to.unwrap_or_else(|| schemas.child(name)),
                    Syntax::One(Kind::Schema),
                ));
            }
        }
        _ => {}
    }
}

fn scheme(name: &str) -> Pointer {
    ["components", "securitySchemes", name].iter().collect()
}

/// The schemes that the document requires of every operation.
fn root_security(tree: &Tree) -> impl Iterator<Item = Pointer> {
    let list = tree.root.get("security").and_then(Value::as_array);
    let maps = list.into_iter().flatten().filter_map(Value::as_object);
    maps.flat_map(Map::keys).map(|name| scheme(name))
}
