//! Defaults and examples: each should be a value of the type that its schema names. They are shown to people and never sent.

use serde_json::{Map, Value};

use crate::cx::Cx;
use crate::diag::codes;
use crate::source::grammar::Kind;
use crate::source::grammar::walk::{Met, Trail};
use crate::source::{Tree, name_of};

/// Reports every default and example of another type. Null says that there is none.
pub(super) fn look(tree: &Tree, trail: Trail<'_>, met: Met<'_>, cx: &mut Cx) {
    let Met::Object(Kind::Schema, map) = met else {
        return;
    };
    for (key, code) in [
        ("default", codes::ODD_DEFAULT),
        ("example", codes::ODD_EXAMPLE),
    ] {
        if let Some((found, wanted)) = mismatch(map, key) {
            let place = tree.place(&trail.pointer().child(key));
            cx.report(code.at(place).arg("what", found).arg("wanted", wanted));
        }
    }
}

/// What stands under the key, and the type that it should have.
fn mismatch<'v>(map: &'v Map<String, Value>, key: &str) -> Option<(&'static str, &'v str)> {
    let value = map.get(key).filter(|value| !value.is_null())?;
    let wanted = map.get("type")?.as_str()?;
    let is_whole = || value.as_f64().is_some_and(|number| number.fract() == 0.0);
    let fits = match wanted {
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "number" => value.is_number(),
        "integer" => is_whole(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        _ => true,
    };
    (!fits).then(|| (name_of(value), wanted))
}
