//! A union of one candidate: is that candidate.

use serde_json::{Map, Value};

use super::edits::Here;
use super::siblings;
use crate::source::grammar::effects::is_remark;

/// Takes the only candidate of a union for the union, unless a tag chooses it, of which more may come.
pub(super) fn run(map: &mut Map<String, Value>, here: &mut Here<'_>) {
    while take(map, here, |_| true) {}
}

/// The same of a candidate that is a union itself, so that what is to be done with unions is done with that one.
pub(super) fn nested(map: &mut Map<String, Value>, here: &mut Here<'_>) {
    let is_union = |candidate: &Value| UNIONS.iter().any(|key| candidate.get(key).is_some());
    while take(map, here, is_union) {}
}

/// Keywords of unions.
pub(super) const UNIONS: [&str; 2] = ["anyOf", "oneOf"];

fn take(
    map: &mut Map<String, Value>,
    here: &mut Here<'_>,
    is_taken: impl Fn(&Value) -> bool,
) -> bool {
    let is_one = |key: &&str| match map.get(*key) {
        Some(Value::Array(all)) => matches!(&all[..], [one] if is_taken(one)),
        _ => false,
    };
    let Some(key) = UNIONS.into_iter().find(is_one) else {
        return false;
    };
    if map.contains_key("discriminator") {
        return false;
    }
    let place = map.keys().take_while(|one| *one != key).count();
    if let Some(Value::Array(candidates)) = map.shift_remove(key) {
        for candidate in candidates {
            alone(map, (key, place), 0, candidate, here);
        }
    }
    true
}

/// Puts the only branch in the place of the union.
pub(super) fn alone(
    map: &mut Map<String, Value>,
    (key, place): (&str, usize),
    index: usize,
    branch: Value,
    here: &mut Here<'_>,
) {
    let at = here.at();
    let from = at.child(key).index(index);
    match branch {
        Value::Object(branch) if is_apart(map, &branch) => {
            here.merged(from.clone());
            let mut place = place;
            for (key, value) in branch {
                // What stands beside the union is nearer to the use.
                if !map.contains_key(&key) {
                    here.moved(from.child(&key), at.child(&key));
                    map.shift_insert(place.min(map.len()), key, value);
                    place += 1;
                }
            }
        }
        branch => {
            if let Some(list) = siblings::all_of(map, place) {
                here.moved(from, at.child("allOf").index(list.len()));
                list.push(branch);
            }
        }
    }
}

/// Whether a branch can be written into its owner without a change of meaning.
fn is_apart(map: &Map<String, Value>, branch: &Map<String, Value>) -> bool {
    !branch.contains_key("$ref")
        && map
            .keys()
            .all(|key| is_remark(key) || !branch.contains_key(key))
}
