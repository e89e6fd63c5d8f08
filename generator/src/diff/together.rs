//! What only documentation says of an item, told with what else changed of it: a type and a description of one field are one entry.

use std::collections::BTreeMap;

use super::change::{Change, Documented};
use super::spot::Spot;

/// Where an item is on both sides, and what it is called.
type Key = (String, [Option<(String, String)>; 2]);

fn key(change: &Change) -> Key {
    let place = |spot: &Option<Spot>| {
        spot.as_ref()
            .map(|spot| (spot.file.clone(), spot.pointer.clone()))
    };
    let places = [place(&change.old), place(&change.new)];
    (change.subject.clone(), places)
}

/// Puts changes of documentation with the first other change of their item, or else with the first one of documentation. The order of
/// the changes says which is the first.
pub(super) fn told(changes: Vec<Change>) -> Vec<Change> {
    let mut first: BTreeMap<Key, usize> = BTreeMap::new();
    for is_documentation in [false, true] {
        for (index, change) in changes.iter().enumerate() {
            if change.rule.is_documentation() == is_documentation {
                first.entry(key(change)).or_insert(index);
            }
        }
    }
    let mut kept: Vec<Option<Change>> = Vec::with_capacity(changes.len());
    let mut moved: Vec<(usize, Documented)> = Vec::new();
    for (index, change) in changes.into_iter().enumerate() {
        let with = first.get(&key(&change)).copied().unwrap_or(index);
        if with == index || !change.rule.is_documentation() || !change.also.is_empty() {
            kept.push(Some(change));
            continue;
        }
        kept.push(None);
        let detail = change.detail;
        moved.push((
            with,
            Documented {
                rule: change.rule,
                detail,
            },
        ));
    }
    for (with, documented) in moved {
        if let Some(Some(change)) = kept.get_mut(with) {
            change.documentation.push(documented);
        }
    }
    kept.into_iter().flatten().collect()
}
