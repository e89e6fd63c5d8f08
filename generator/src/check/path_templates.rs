//! Path templates: they begin with a slash, each brace has its other one, and each name stands once. A brace that is alone is sent
//! as a character.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::cx::Cx;
use crate::diag::codes;
use crate::pointer::Pointer;
use crate::source::Tree;
use crate::url_template;

/// Looks at every path.
pub(super) fn check(tree: &Tree, cx: &mut Cx) {
    let at = Pointer::root().child("paths");
    let paths = tree.get(&at).and_then(Value::as_object);
    for path in paths.into_iter().flat_map(serde_json::Map::keys) {
        if path.starts_with("x-") {
            continue;
        }
        let place = || tree.place(&at.child(path));
        let rooted = url_template::rooted(path);
        if rooted != *path {
            let found = codes::BARE_PATH.at(place()).arg("path", path);
            cx.report(found.arg("rooted", rooted).on_key());
        }
        if is_open(path) {
            cx.report(codes::OPEN_BRACE.at(place()).arg("path", path).on_key());
        }
        let mut seen = BTreeSet::new();
        let again: BTreeSet<_> = url_template::names(path)
            .filter(|name| !seen.insert(*name))
            .collect();
        for name in again {
            let found = codes::REPEATED_TEMPLATE.at(place()).arg("name", name);
            cx.report(found.arg("path", path).on_key());
        }
    }
}

/// Whether a brace has no other one.
fn is_open(path: &str) -> bool {
    let mut inside = false;
    for letter in path.chars() {
        match letter {
            '{' if inside => return true,
            '}' if !inside => return true,
            '{' => inside = true,
            '}' => inside = false,
            _ => {}
        }
    }
    inside
}
