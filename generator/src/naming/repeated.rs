//! Operation ids that several operations have: who keeps the name, and by which words of their places the others are told apart.

use std::collections::{BTreeMap, BTreeSet};

use super::case::Case;
use super::{places, words};
use crate::ir::{Api, Operation, OperationId};

/// Operations that share their id with another one.
#[derive(Debug, Default)]
pub struct Repeated {
    /// By operation: what its place says beyond the id. `None` for the one that keeps the name.
    places: BTreeMap<OperationId, Option<String>>,
}

impl Repeated {
    /// Those of a document.
    pub fn of(api: &Api) -> Self {
        let mut owners: BTreeMap<&str, Vec<OperationId>> = BTreeMap::new();
        for (id, operation) in api.keyed() {
            if let Some(text) = operation.id.as_deref() {
                owners.entry(text).or_default().push(id);
            }
        }
        owners.retain(|_, sharing| sharing.len() > 1);
        let mut places = BTreeMap::new();
        for (text, sharing) in owners {
            let mut known = known(api, text, &sharing);
            let keeper = keeper(api, &known, &sharing);
            if let Some(keeper) = keeper {
                known.extend(split(&places::of(api.operation(keeper))));
            }
            let more = |id: &OperationId| beyond(&known, api.operation(*id));
            let mut counts: BTreeMap<String, usize> = BTreeMap::new();
            for id in sharing.iter().filter(|id| Some(**id) != keeper) {
                *counts.entry(more(id)).or_default() += 1;
            }
            for id in sharing {
                // What says nothing, or what another one says too, tells nobody apart; a whole place does.
                let own =
                    Some(more(&id)).filter(|own| !own.is_empty() && counts.get(own) == Some(&1));
                let own = own.unwrap_or_else(|| places::of(api.operation(id)));
                places.insert(id, (Some(id) != keeper).then_some(own));
            }
        }
        Self { places }
    }

    /// What tells an operation from the one that keeps the name of their id; `None` of that one, and where the id is its own.
    pub fn more(&self, id: OperationId) -> Option<&str> {
        self.places.get(&id)?.as_deref()
    }
}

/// The operation with the shortest path: routes are added in front, such as `/api/v1`, and behind. An operation that is added with
/// a longer path takes no name away. Of several as short, the one whose place says no more than the id; `None` where there is none.
fn keeper(api: &Api, known: &BTreeSet<String>, sharing: &[OperationId]) -> Option<OperationId> {
    let length = |id: &OperationId| api.operation(*id).path.split('/').count();
    let shortest = sharing.iter().map(length).min()?;
    let is_short = |id: &&OperationId| length(id) == shortest;
    let is_said = |id: &&OperationId| beyond(known, api.operation(**id)).is_empty();
    only(sharing.iter().filter(is_short))
        .or_else(|| only(sharing.iter().filter(is_short).filter(is_said)))
}

fn only<'o>(mut all: impl Iterator<Item = &'o OperationId>) -> Option<OperationId> {
    let only = all.next().copied();
    only.filter(|_| all.next().is_none())
}

/// The words that tell nobody apart: those of the id, and a method that all have.
fn known(api: &Api, text: &str, sharing: &[OperationId]) -> BTreeSet<String> {
    let methods = sharing.iter().map(|id| api.operation(*id).method.word());
    let methods: BTreeSet<String> = methods.collect();
    let common = methods.iter().filter(|_| methods.len() == 1);
    let texts = std::iter::once(text).chain(common.map(String::as_str));
    texts.flat_map(split).collect()
}

fn beyond(known: &BTreeSet<String>, operation: &Operation) -> String {
    let mut words = split(&places::of(operation));
    words.retain(|word| !known.contains(word));
    words.join(" ")
}

fn split(text: &str) -> Vec<String> {
    let name = words::name(text, Case::Snake);
    name.split('_').map(str::to_owned).collect()
}
