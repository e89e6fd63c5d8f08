//! Parameters: in one list, a name may stand once for each place, whatever the case of a header's. Lowering takes one.

use std::collections::BTreeMap;

use serde_json::Value;

use super::paths::{follow, operations};
use crate::cx::Cx;
use crate::diag::codes;
use crate::pointer::Pointer;
use crate::source::Tree;

/// Reports every parameter that an earlier one of its list has the name and the place of.
pub(super) fn check(tree: &Tree, cx: &mut Cx) {
    let mut lists: BTreeMap<String, (Pointer, &Value)> = BTreeMap::new();
    for operation in operations(tree) {
        for (at, owner) in [
            (operation.item_at, operation.item),
            (operation.at, operation.value),
        ] {
            // Operations of one path share its list, which is looked at once.
            lists.insert(at.to_string(), (at, owner));
        }
    }
    for (at, owner) in lists.into_values() {
        let list = owner.get("parameters").and_then(Value::as_array);
        let list = list.map(Vec::as_slice).unwrap_or_default();
        check_list(tree, &at.child("parameters"), list, cx);
    }
}

fn check_list(tree: &Tree, at: &Pointer, list: &[Value], cx: &mut Cx) {
    let mut known: BTreeMap<(&str, String), Pointer> = BTreeMap::new();
    for (index, parameter) in list.iter().enumerate() {
        let here = at.index(index);
        // A reference that leads nowhere is reported elsewhere.
        let Some((_, parameter)) = follow(tree, &here, parameter) else {
            continue;
        };
        let text = |key: &str| parameter.get(key).and_then(Value::as_str);
        let (Some(place), Some(name)) = (text("in"), text("name")) else {
            continue;
        };
        let key = match place {
            "header" => name.to_ascii_lowercase(),
            _ => name.to_owned(),
        };
        if let Some(first) = known.get(&(place, key.clone())) {
            let found = codes::DUPLICATE_PARAMETER
                .at(tree.place(&here))
                .arg("name", name)
                .arg("place", place);
            cx.report(found.label(tree.place(first), "first here"));
        }
        known.insert((place, key), here);
    }
}
