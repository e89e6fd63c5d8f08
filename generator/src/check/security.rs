//! Security requirements: each must name a declared scheme. What schemes mean is not here.

use serde_json::Value;

use crate::cx::Cx;
use crate::diag::codes;
use crate::pointer::Pointer;
use crate::source::Tree;
use crate::source::grammar::walk::{Met, Trail};
use crate::source::grammar::{Kind, nearest};

/// Looks up the name of every requirement.
pub(super) fn look(tree: &Tree, trail: Trail<'_>, met: Met<'_>, cx: &mut Cx) {
    let Met::Object(Kind::Requirement, map) = met else {
        return;
    };
    let at: Pointer = ["components", "securitySchemes"].iter().collect();
    let schemes = tree.get(&at).and_then(Value::as_object);
    let names = || {
        schemes
            .into_iter()
            .flat_map(|map| map.keys().map(String::as_str))
    };
    let is_declared = |name: &str| schemes.is_some_and(|map| map.contains_key(name));
    for name in map.keys().filter(|name| !is_declared(name)) {
        let advice = match nearest(name, names()) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => "declare it, or leave it out of the requirement".to_owned(),
        };
        let found = codes::UNDECLARED_SCHEME.at(tree.place(&trail.pointer().child(name)));
        cx.report(found.arg("name", name).arg("advice", advice).on_key());
    }
}
