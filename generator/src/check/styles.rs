//! Styles: each is one that the place of its parameter allows. The reader takes the default of the place for any other.

use serde_json::Value;

use crate::cx::Cx;
use crate::diag::codes;
use crate::source::Tree;
use crate::source::grammar::Kind;
use crate::source::grammar::styles::styles;
use crate::source::grammar::walk::{Met, Trail};

/// Reports every style that its place does not allow.
pub(super) fn look(tree: &Tree, trail: Trail<'_>, met: Met<'_>, cx: &mut Cx) {
    let Met::Object(kind @ (Kind::Parameter | Kind::Header), map) = met else {
        return;
    };
    let text = |key: &str| map.get(key).and_then(Value::as_str);
    let place = match kind {
        Kind::Header => Some("header"),
        // Without a place that is known, it is that which is wrong.
        _ => text("in").filter(|place| ["path", "query", "header", "cookie"].contains(place)),
    };
    let (Some(place), Some(style)) = (place, text("style")) else {
        return;
    };
    let allowed = styles(Some(place));
    // A word that is no style at all is reported by the grammar.
    if allowed.contains(&style) || !is_style(style) {
        return;
    }
    let found = codes::ODD_STYLE.at(tree.place(&trail.pointer().child("style")));
    let found = found.arg("style", style).arg("place", place);
    cx.report(found.arg("default", allowed.first().copied().unwrap_or_default()));
}

fn is_style(word: &str) -> bool {
    ["path", "query"]
        .iter()
        .any(|place| styles(Some(place)).contains(&word))
}
