//! Path parameters are required: a path cannot be built without one. The reader takes each as required.

use serde_json::Value;

use crate::cx::Cx;
use crate::diag::codes;
use crate::source::Tree;
use crate::source::grammar::Kind;
use crate::source::grammar::walk::{Met, Trail};

/// Reports every path parameter that is not required.
pub(super) fn look(tree: &Tree, trail: Trail<'_>, met: Met<'_>, cx: &mut Cx) {
    let Met::Object(Kind::Parameter, map) = met else {
        return;
    };
    let is_path = map.get("in").and_then(Value::as_str) == Some("path");
    // A value of a wrong type is reported by the grammar.
    let is_optional = matches!(map.get("required"), None | Some(Value::Bool(false)));
    if is_path && is_optional {
        let at = trail.pointer();
        let at = match map.get("required") {
            Some(_) => at.child("required"),
            None => at,
        };
        let name = map.get("name").and_then(Value::as_str).unwrap_or_default();
        let found = codes::OPTIONAL_PATH_PARAMETER.at(tree.place(&at));
        cx.report(found.arg("name", name));
    }
}
