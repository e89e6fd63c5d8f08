//! `patternProperties` and `unevaluatedProperties`: become `additionalProperties` as far as that can say the same.

use serde_json::{Map, Value, json};

use crate::diag::codes;
use crate::normalize::edits::Here;

/// Says with `additionalProperties` what is said in other ways.
pub(super) fn run(map: &mut Map<String, Value>, here: &mut Here<'_>) {
    patterns(map, here);
    let rest = map.shift_remove("unevaluatedProperties");
    let is_composed = ["$ref", "allOf", "anyOf", "oneOf"]
        .iter()
        .any(|key| map.contains_key(*key));
    if let Some(rest) = rest
        && !is_composed
        && !map.contains_key("additionalProperties")
    {
        here.renamed("unevaluatedProperties", "additionalProperties");
        map.insert("additionalProperties".to_owned(), rest);
    }
}

fn patterns(map: &mut Map<String, Value>, here: &mut Here<'_>) {
    let Some(Value::Object(patterns)) = map.shift_remove("patternProperties") else {
        return;
    };
    let mut patterns = patterns.into_iter();
    let Some((pattern, schema)) = patterns.next() else {
        return;
    };
    let others = match map.get("additionalProperties") {
        None | Some(Value::Bool(false)) => None,
        Some(others) => Some(others),
    };
    let mut same = patterns.map(|(_, other)| other == schema);
    let is_one = others.is_none_or(|others| *others == schema) && same.all(|is_same| is_same);
    if is_one {
        let at = here.at();
        let from = at.child("patternProperties").child(&pattern);
        here.moved(from, at.child("additionalProperties"));
        map.insert("additionalProperties".to_owned(), schema);
    } else {
        let found = codes::SEVERAL_PATTERNS.plain().on_key();
        here.report("patternProperties", found);
        map.insert("additionalProperties".to_owned(), json!(true));
    }
    if !map.contains_key("type") && !map.contains_key("$ref") {
        map.insert("type".to_owned(), json!("object"));
    }
}
