//! Contents: a `content` names a media type, that of a parameter or a header just one. Of a body or a parameter nothing is known without one; an answer has no body then.

use serde_json::Value;

use crate::cx::Cx;
use crate::diag::codes;
use crate::source::Tree;
use crate::source::grammar::Kind;
use crate::source::grammar::walk::{Met, Trail};

/// Reports every `content` without a media type, or with too many.
pub(super) fn look(tree: &Tree, trail: Trail<'_>, met: Met<'_>, cx: &mut Cx) {
    let Met::Object(kind, map) = met else {
        return;
    };
    let Some(content) = map.get("content").and_then(Value::as_object) else {
        return;
    };
    let at = trail.pointer().child("content");
    if content.len() > 1 && matches!(kind, Kind::Parameter | Kind::Header) {
        let found = codes::SEVERAL_CONTENTS.at(tree.place(&at)).on_key();
        cx.report(found.arg("kind", kind.name()));
    }
    if !content.is_empty() {
        return;
    }
    let (code, outcome) = match kind {
        Kind::RequestBody => (codes::EMPTY_CONTENT, "no body is sent"),
        Kind::Parameter | Kind::Header if !map.contains_key("schema") => {
            (codes::EMPTY_CONTENT, "it is taken as a text")
        }
        Kind::Response => (codes::EMPTY_ANSWER, ""),
        _ => return,
    };
    let found = code.at(tree.place(&at));
    cx.report(found.arg("kind", kind.name()).arg("outcome", outcome));
}
