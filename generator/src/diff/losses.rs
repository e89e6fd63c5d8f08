//! What is lost of the documents, so nobody can say what a change of it means: losses of both sides in, a list out.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::Side;
use super::marks;
use super::not_compared::NotCompared;
use super::spot::Shown;
use crate::diag::{FileId, Place, codes};
use crate::pointer::Pointer;
use crate::source;
use crate::source::grammar::effects;

/// Every such part, by place.
pub(super) fn all(before: &Shown<'_>, after: &Shown<'_>) -> Vec<NotCompared> {
    let (mut old, mut new) = (Written::new(before.side), Written::new(after.side));
    let (was, is) = (by_place(before.side), by_place(after.side));
    let keys: BTreeSet<&Key<'_>> = was.keys().chain(is.keys()).collect();
    let mut all: Vec<NotCompared> = Vec::new();
    for key in keys {
        let (was, is) = (was.get(key).copied(), is.get(key).copied());
        let is_changed = match (was, is) {
            (Some(was), Some(is)) => old.parts(was.place, key.1) != new.parts(is.place, key.1),
            _ => true,
        };
        let Some(said) = is.or(was) else { continue };
        all.push(NotCompared {
            code: key.1,
            reason: said.reason.to_owned(),
            is_changed,
            old: was.map(|one| before.written(one.place)),
            new: is.map(|one| after.written(one.place)),
            mark: match is {
                Some(one) => after.begin(one.place),
                None => marks::of_part(said.place, before, after),
            },
        });
    }
    all
}

/// What makes two losses the same one: where it is, and which.
type Key<'a> = (&'a Pointer, &'static str);

#[derive(Debug, Clone, Copy)]
struct Said<'a> {
    place: &'a Place,
    reason: &'a str,
}

fn by_place(side: Side<'_>) -> BTreeMap<Key<'_>, Said<'_>> {
    let losses = side.plan.api.losses.iter();
    losses
        .map(|loss| {
            let said = Said {
                place: &loss.place,
                reason: &loss.reason,
            };
            ((&loss.place.at, loss.code), said)
        })
        .collect()
}

/// The files of one side as they were written; each is read again once, and only if something in it was lost.
struct Written<'a> {
    side: Side<'a>,
    files: BTreeMap<FileId, Option<Value>>,
}

impl<'a> Written<'a> {
    fn new(side: Side<'a>) -> Self {
        Self {
            side,
            files: BTreeMap::new(),
        }
    }

    /// What stands at the place of a loss, and under the keywords beside it that one report is for.
    fn parts(&mut self, place: &Place, code: &str) -> Vec<Option<Value>> {
        let (owner, key) = (place.at.parent(), place.at.last());
        let places = match owner.zip(key) {
            Some((owner, key)) if code == codes::UNREAD_KEYWORD.id => {
                let keys = effects::together(&key);
                keys.iter().map(|key| owner.child(key)).collect()
            }
            _ => vec![place.at.clone()],
        };
        let places = places.into_iter().map(|at| Place {
            file: place.file,
            at,
        });
        places.map(|place| self.at(&place).cloned()).collect()
    }

    fn at(&mut self, place: &Place) -> Option<&Value> {
        let sources = self.side.sources;
        let read = || source::written(sources, place.file);
        let file = self.files.entry(place.file).or_insert_with(read);
        place.at.find(file.as_ref()?)
    }
}
