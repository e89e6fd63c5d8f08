//! Selection: a tree in, the operations that the user wants and all they reach out. Nothing selected means all.

mod reach;
mod unselected;

use serde_json::{Map, Value};

use crate::config::Select;
use crate::cx::Cx;
use crate::diag::{Place, Reported, codes};
use crate::extensions::UNSELECTED;
use crate::method::{Method, OTHERS};
use crate::pointer::Pointer;
use crate::source::Tree;
use crate::source::grammar::nearest;
use unselected::Units;

/// Keeps the selected operations and what they reach.
pub fn select(mut tree: Tree, cx: &mut Cx) -> Result<Tree, Reported> {
    let wanted = cx.config().select.clone();
    if wanted == Select::default() {
        return Ok(tree);
    }
    unmatched(&tree, &wanted, cx)?;
    let units = Units::of(&tree);
    let Some(root) = tree.root.as_object_mut() else {
        return Ok(tree);
    };
    let Some(Value::Object(paths)) = root.get_mut("paths") else {
        return Ok(tree);
    };
    let mut dropped = Map::new();
    paths.retain(|path, item| {
        let whole = item.clone();
        let is_kept = prune(path, item, &wanted);
        let count = |item| Method::of_item(item).count();
        if count(item) != count(&whole) || !is_kept {
            dropped.insert(path.clone(), whole);
        }
        is_kept
    });
    reach::keep(&mut tree, dropped);
    tags(&mut tree);
    units.forget(&tree, UNSELECTED.key(), cx);
    Ok(tree)
}

/// Takes the operations out of a path item that nobody selected; says whether any is left.
fn prune(path: &str, item: &mut Value, wanted: &Select) -> bool {
    let Some(map) = item.as_object_mut() else {
        return false;
    };
    if map.contains_key("$ref") {
        return is_path_wanted(path, wanted);
    }
    map.retain(|key, value| match value {
        Value::Object(others) if key == OTHERS => {
            others.retain(|_, operation| is_wanted(path, operation, wanted));
            !others.is_empty()
        }
        operation => Method::of_key(key).is_none() || is_wanted(path, operation, wanted),
    });
    Method::of_item(item).next().is_some()
}

fn is_wanted(path: &str, operation: &Value, wanted: &Select) -> bool {
    let id = operation.get("operationId").and_then(Value::as_str);
    let is_named = id.is_some_and(|id| wanted.operations.iter().any(|one| one == id));
    let is_tagged = tags_of(operation).any(|tag| wanted.tags.iter().any(|one| one == tag));
    is_named || is_tagged || is_path_wanted(path, wanted)
}

fn is_path_wanted(path: &str, wanted: &Select) -> bool {
    wanted.paths.iter().any(|pattern| matches(pattern, path))
}

fn matches(pattern: &str, path: &str) -> bool {
    pattern
        .strip_suffix('*')
        .map_or(pattern == path, |start| path.starts_with(start))
}

fn tags_of(operation: &Value) -> impl Iterator<Item = &str> {
    let tags = operation.get("tags").and_then(Value::as_array);
    tags.into_iter().flatten().filter_map(Value::as_str)
}

/// The paths of the document with their operations.
fn operations(tree: &Tree) -> impl Iterator<Item = (&str, &Value)> {
    let paths = tree.root.get("paths").and_then(Value::as_object);
    let items = paths.into_iter().flatten();
    items.flat_map(|(path, item)| {
        Method::of_item(item).map(move |(_, operation)| (path.as_str(), operation))
    })
}

/// Reports every selection that selects nothing.
fn unmatched(tree: &Tree, wanted: &Select, cx: &mut Cx) -> Result<(), Reported> {
    let tags: Vec<&str> = operations(tree)
        .flat_map(|(_, operation)| tags_of(operation))
        .collect();
    let ids = operations(tree)
        .filter_map(|(_, operation)| operation.get("operationId")?.as_str())
        .collect();
    let paths = tree.root.get("paths").and_then(Value::as_object);
    let paths = paths
        .into_iter()
        .flat_map(|map| map.keys().map(String::as_str))
        .collect();
    let options: [(&str, &str, &[String], Vec<&str>); 3] = [
        ("tags", "tag", &wanted.tags, tags),
        ("operations", "id", &wanted.operations, ids),
        ("paths", "path", &wanted.paths, paths),
    ];
    let mut result = Ok(());
    for (option, what, values, known) in options {
        for (index, value) in values.iter().enumerate() {
            if known
                .iter()
                .any(|known| matches(value, known) && (what == "path" || *known == value))
            {
                continue;
            }
            let place = option_place(option, index, value, cx);
            let advice = match nearest(value, known.iter().copied()) {
                Some(meant) => format!("did you mean `{meant}`?"),
                None => String::new(),
            };
            let found = codes::EMPTY_SELECTION.maybe_at(place).arg("what", what);
            result = Err(cx.error(found.arg("value", value).arg("advice", advice)));
        }
    }
    result
}

/// Where the option is in the configuration file, unless a flag set it.
fn option_place(option: &str, index: usize, value: &str, cx: &Cx) -> Option<Place> {
    let file = cx.config().file?;
    let is_there = cx.sources().text(file)?.contains(value);
    is_there
        .then(|| cx.config_place(&["select", option, &index.to_string()]))
        .flatten()
}

/// Keeps the tags that some operation has.
fn tags(tree: &mut Tree) {
    let used: Vec<String> = operations(tree)
        .flat_map(|(_, operation)| tags_of(operation))
        .map(str::to_owned)
        .collect();
    let tags = match tree.root.get_mut("tags") {
        Some(Value::Array(tags)) => std::mem::take(tags),
        _ => return,
    };
    let at = Pointer::root().child("tags");
    let mut kept = Vec::new();
    for (index, tag) in tags.into_iter().enumerate() {
        let name = tag.get("name").and_then(Value::as_str);
        if name.is_some_and(|name| used.iter().any(|one| one == name)) {
            let was = tree.was(&at.index(index));
            tree.origins.is(at.index(kept.len()), was);
            kept.push(tag);
        }
    }
    if let Some(tags) = tree.root.get_mut("tags") {
        *tags = Value::Array(kept);
    }
}
