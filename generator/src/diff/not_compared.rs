//! Parts of the documents that are not modelled, so nobody can say what a change of them means: losses of both sides in, a list out.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::Side;
use super::annotations;
use super::marks::{self, Mark};
use super::spot::{Shown, Spot};
use crate::diag::{FileId, Place, codes};
use crate::pointer::Pointer;
use crate::source;
use crate::source::grammar::effects;

/// A part that is not modelled, on one side or on both.
#[derive(Debug, Clone)]
pub struct NotCompared {
    /// The id of the diagnostic that tells of it, or `annotation`: no diagnostic does, since nothing is lost.
    pub code: &'static str,
    /// Why it is not modelled.
    pub reason: String,
    /// Whether the two documents say something else there. If not, nothing is left to compare.
    pub is_changed: bool,
    /// The part before.
    pub old: Option<Spot>,
    /// The part after.
    pub new: Option<Spot>,
    /// The line of the new document on which it shows.
    pub mark: Mark,
}

impl NotCompared {
    /// Where it is after the change, or was.
    pub fn spot(&self) -> Option<&Spot> {
        self.new.as_ref().or(self.old.as_ref())
    }
}

/// Every such part, those that differ first, then by place.
pub(super) fn all(old: Side<'_>, new: Side<'_>) -> Vec<NotCompared> {
    let (mut before, mut after) = (Written::new(old), Written::new(new));
    let (shown_before, shown_after) = (Shown::new(old), Shown::new(new));
    let (was, is) = (by_place(old), by_place(new));
    let keys: BTreeSet<&Key<'_>> = was.keys().chain(is.keys()).collect();
    let mut all: Vec<NotCompared> = Vec::new();
    for key in keys {
        let (was, is) = (was.get(key).copied(), is.get(key).copied());
        let is_changed = match (was, is) {
            (Some(was), Some(is)) => before.parts(was.place, key.1) != after.parts(is.place, key.1),
            _ => true,
        };
        let Some(said) = is.or(was) else { continue };
        all.push(NotCompared {
            code: key.1,
            reason: said.reason.to_owned(),
            is_changed,
            old: was.map(|one| shown_before.written(one.place)),
            new: is.map(|one| shown_after.written(one.place)),
            mark: match is {
                Some(one) => shown_after.begin(one.place),
                None => marks::of_part(said.place, &shown_before, &shown_after),
            },
        });
    }
    all.extend(annotations::all(&shown_before, &shown_after));
    all.sort_by_key(|one| !one.is_changed);
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
