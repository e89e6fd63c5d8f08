//! Paths that differ in the names of their parameters only are one URL, so no method stands in two of them.

use std::collections::{BTreeMap, BTreeSet};

use super::paths::operations;
use crate::cx::Cx;
use crate::diag::codes;
use crate::pointer::Pointer;
use crate::source::Tree;
use crate::url_template;

/// Reports every path that earlier ones stand for, if they share a method; once for each.
pub(super) fn check(tree: &Tree, cx: &mut Cx) {
    let mut first: BTreeMap<(String, String), &str> = BTreeMap::new();
    let mut same: BTreeMap<&str, (BTreeSet<&str>, Vec<String>)> = BTreeMap::new();
    for operation in operations(tree) {
        let method = operation.at.last().unwrap_or_default().to_uppercase();
        let path = url_template::rooted(operation.path);
        let key = (url_template::without_names(&path), method.clone());
        let known = *first.entry(key).or_insert(operation.path);
        if known != operation.path {
            let (others, methods) = same.entry(operation.path).or_default();
            others.insert(known);
            methods.push(method);
        }
    }
    for (path, (others, methods)) in same {
        let at = Pointer::root().child("paths").child(path);
        let others: Vec<_> = others.iter().map(|other| format!("`{other}`")).collect();
        let found = codes::SAME_PATH.at(tree.place(&at)).arg("path", path);
        let found = found.arg("others", others.join(" and "));
        cx.report(found.arg("methods", methods.join(", ")).on_key());
    }
}
