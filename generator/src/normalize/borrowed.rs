//! Spellings of 3.1 in documents that say 3.0: types and null, numeric exclusive bounds, `const`. Operations of 3.2 are left out, other
//! keywords of later versions left alone.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::edits::{Edits, Here, Merged};
use super::v31::{bounds, consts, nulls, types};
use super::{SWAGGER, choices, kinds, single};
use crate::cx::Cx;
use crate::diag::codes;
use crate::method::OTHERS;
use crate::source::Tree;
use crate::source::grammar::rewrite::rewrite;
use crate::source::grammar::walk::Trail;
use crate::source::grammar::{Kind, Syntax, newer};

/// Takes such spellings as they were meant, with a warning each.
pub(super) fn run(tree: &mut Tree, version: &str, cx: &mut Cx) -> Merged {
    let mut edits = Edits::default();
    let nulls = nulls::components(tree);
    rewrite(
        &mut tree.root,
        Syntax::One(Kind::Document),
        Trail::ROOT,
        &mut |trail, kind, map| match kind {
            Kind::Schema => schema(map, (version, &nulls), &mut edits.at(trail)),
            Kind::PathItem => operations(map, &mut edits.at(trail)),
            _ => {}
        },
    );
    edits.tell(tree, cx)
}

/// Leaves out operations that only 3.2 has keys for.
fn operations(map: &mut Map<String, Value>, here: &mut Here<'_>) {
    for key in [OTHERS, "query"] {
        if map.shift_remove(key).is_some() {
            let advice = newer::advice("3.2");
            let found = codes::UNKNOWN_KEYWORD.plain().arg("key", key).on_key();
            let found = found.arg("kind", Kind::PathItem.name());
            here.report(key, found.arg("advice", advice));
        }
    }
}

fn schema(
    map: &mut Map<String, Value>,
    (version, nulls): (&str, &BTreeSet<String>),
    here: &mut Here<'_>,
) {
    let note = |here: &mut Here<'_>, key: &str, advice: &str| {
        let found = codes::BORROWED_KEYWORD.plain().arg("key", key);
        let version = match version {
            SWAGGER => "Swagger 2.0".to_owned(),
            version => format!("OpenAPI {version}"),
        };
        here.report(key, found.arg("version", version).arg("advice", advice));
    };
    let nullable = match version {
        SWAGGER => "x-nullable: true",
        _ => "nullable: true",
    };
    let union = if map.contains_key("anyOf") {
        "anyOf"
    } else {
        "oneOf"
    };
    // What says `nullable` as well, as drf-spectacular does, needs no advice.
    let is_said = map.get("nullable") == Some(&Value::Bool(true));
    if nulls::run(map, nulls, here) && !is_said {
        let advice = format!("write `{nullable}`, and no branch for null");
        note(here, union, &advice);
    }
    choices::run(map, here);
    single::run(map, here);
    for key in bounds::run(map, here) {
        let advice = "write the number as the bound and make this one true";
        note(here, key, advice);
    }
    if !map.contains_key("enum") && consts::run(map, here) {
        note(here, "const", "write an `enum` of one value");
    }
    if types::run(map, here) {
        let advice = format!("write one type, and `{nullable}` where null is allowed");
        note(here, "type", &advice);
    }
    kinds::run(map, here);
}
