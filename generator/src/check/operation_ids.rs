//! Operation ids: each must be used once only. What operations are called is decided elsewhere.

use std::collections::BTreeMap;

use serde_json::Value;

use super::paths::operations;
use crate::cx::Cx;
use crate::diag::codes;
use crate::pointer::Pointer;
use crate::source::Tree;

/// Reports every id that an earlier operation has.
pub(super) fn check(tree: &Tree, cx: &mut Cx) {
    let mut known: BTreeMap<&str, Pointer> = BTreeMap::new();
    for operation in operations(tree) {
        let Some(id) = operation.value.get("operationId").and_then(Value::as_str) else {
            continue;
        };
        let at = operation.at.child("operationId");
        if let Some(first) = known.get(id) {
            let found = codes::DUPLICATE_OPERATION_ID
                .at(tree.place(&at))
                .arg("id", id);
            cx.report(found.label(tree.place(first), "first here"));
        } else {
            known.insert(id, at);
        }
    }
}
