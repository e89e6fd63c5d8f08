//! What differs between two documents of which nothing that is generated differs.

use serde_json::{Map, Value};

use super::spot::{Mark, Shown};
use crate::pointer::Pointer;

/// Where two documents differ although nothing that is generated does: examples that no page shows, descriptions behind others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unseen {
    /// In how many places.
    pub count: usize,
    /// The first of them, in the new document.
    pub first: Mark,
}

/// The places where two documents differ, other than by the order of something; `None` where there is none.
pub(super) fn of(before: &Shown<'_>, after: &Shown<'_>) -> Option<Unseen> {
    let mut places = Vec::new();
    let (old, new) = (&before.side.tree.root, &after.side.tree.root);
    differences(old, new, &Pointer::root(), &mut places);
    let first = places.first()?;
    Some(Unseen {
        count: places.len(),
        first: after.begin(&after.side.tree.place(first)),
    })
}

fn differences(old: &Value, new: &Value, at: &Pointer, places: &mut Vec<Pointer>) {
    match (old, new) {
        (old, new) if old == new => {}
        (Value::Object(old), Value::Object(new)) => {
            let all = new
                .keys()
                .chain(old.keys().filter(|key| !new.contains_key(*key)));
            for key in all {
                member(key, (old, new), at, places);
            }
        }
        (Value::Array(old), Value::Array(new)) if old.len() == new.len() => {
            if is_reordered(old, new) {
                return;
            }
            for (index, (old, new)) in old.iter().zip(new).enumerate() {
                differences(old, new, &at.index(index), places);
            }
        }
        _ => places.push(at.clone()),
    }
}

fn member(
    key: &str,
    (old, new): (&Map<String, Value>, &Map<String, Value>),
    at: &Pointer,
    places: &mut Vec<Pointer>,
) {
    match (old.get(key), new.get(key)) {
        (Some(old), Some(new)) => differences(old, new, &at.child(key), places),
        (None, _) => places.push(at.child(key)),
        // What is gone shows where it was taken from.
        (Some(_), None) => places.push(at.clone()),
    }
}

/// Whether two lists of one length hold the same, in whatever order.
fn is_reordered(old: &[Value], new: &[Value]) -> bool {
    let sorted = |list: &[Value]| {
        let mut texts: Vec<String> = list.iter().map(Value::to_string).collect();
        texts.sort_unstable();
        texts
    };
    sorted(old) == sorted(new)
}
