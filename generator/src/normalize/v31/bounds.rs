//! `exclusiveMinimum` and `exclusiveMaximum`: a number becomes the bound and a flag.

use std::cmp::Ordering;

use serde_json::{Map, Value};

use crate::normalize::edits::Here;

/// The exclusive bound, the plain one, and what the plain one has to be to be the narrower of the two.
const BOUNDS: &[(&str, &str, Ordering)] = &[
    ("exclusiveMinimum", "minimum", Ordering::Greater),
    ("exclusiveMaximum", "maximum", Ordering::Less),
];

/// Makes numeric exclusive bounds flags; gives the keys that were.
pub(in crate::normalize) fn run(
    map: &mut Map<String, Value>,
    here: &mut Here<'_>,
) -> Vec<&'static str> {
    let mut changed = Vec::new();
    for (exclusive, plain, narrower) in BOUNDS {
        let Some(Value::Number(number)) = map.get(*exclusive) else {
            continue;
        };
        let number = number.clone();
        let bound = map.get(*plain).and_then(Value::as_f64);
        let order = bound
            .zip(number.as_f64())
            .and_then(|(bound, number)| bound.partial_cmp(&number));
        if order == Some(*narrower) {
            map.shift_remove(*exclusive);
        } else {
            here.renamed(exclusive, plain);
            map.insert((*plain).to_owned(), Value::Number(number));
            map.insert((*exclusive).to_owned(), Value::Bool(true));
        }
        changed.push(*exclusive);
    }
    changed
}
