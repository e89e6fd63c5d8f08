//! Path parameters: the braces of a path and the declared parameters must agree. Both ways only warnings; lowering mends them.

use std::collections::BTreeSet;

use serde_json::Value;

use super::paths::{Operation, follow, operations};
use crate::cx::Cx;
use crate::diag::codes;
use crate::pointer::Pointer;
use crate::source::Tree;
use crate::source::grammar::nearest;
use crate::url_template;

/// The path parameters, each with its place, and the names of those of the query.
type Declared<'t> = (Vec<(&'t str, Pointer)>, BTreeSet<&'t str>);

/// Compares the braces of each path with the parameters of its operations.
pub(super) fn check(tree: &Tree, cx: &mut Cx) {
    for operation in operations(tree) {
        let Some(declared) = declared(tree, &operation) else {
            // A reference leads nowhere; that is reported, and more would be noise.
            continue;
        };
        let (declared, query) = declared;
        let in_path = |name: &str| declared.iter().any(|(known, _)| *known == name);
        let path = url_template::sent(operation.path, |name| query.contains(name), in_path);
        let names: BTreeSet<&str> = url_template::names(&path).collect();
        let missing: Vec<&str> = names
            .iter()
            .filter(|name| declared.iter().all(|(known, _)| known != *name))
            .copied()
            .collect();
        for name in &missing {
            let found = codes::UNDECLARED_TEMPLATE.at(tree.place(&operation.at));
            cx.report(found.arg("name", name).on_key());
        }
        for (name, at) in &declared {
            if !names.contains(name) {
                let advice = match nearest(name, missing.iter().copied()) {
                    Some(meant) => format!("did you mean `{meant}`?"),
                    None => "remove it, or add it to the path in braces".to_owned(),
                };
                let found = codes::UNUSED_PATH_PARAMETER.at(tree.place(at));
                cx.report(
                    found
                        .arg("name", name)
                        .arg("path", operation.path)
                        .arg("advice", advice),
                );
            }
        }
    }
}

/// The path parameters of an operation and where each is, and the names of those of the query; `None` if some reference leads nowhere.
fn declared<'t>(tree: &'t Tree, operation: &Operation<'t>) -> Option<Declared<'t>> {
    let (mut path, mut query) = (Vec::new(), BTreeSet::new());
    for (owner, at) in [
        (operation.item, &operation.item_at),
        (operation.value, &operation.at),
    ] {
        let list = owner.get("parameters").and_then(Value::as_array);
        for (index, parameter) in list.into_iter().flatten().enumerate() {
            let here = at.child("parameters").index(index);
            let (_, parameter) = follow(tree, &here, parameter)?;
            let text = |key: &str| parameter.get(key).and_then(Value::as_str);
            match (text("in"), text("name")) {
                (Some("path"), Some(name)) => path.push((name, here)),
                (Some("query"), Some(name)) => {
                    query.insert(name);
                }
                _ => {}
            }
        }
    }
    Some((path, query))
}
