//! Unions as they are written: their candidates, and what stands beside these.

use openapiv3::{ReferenceOr, Schema};

use super::document::View;
use super::keywords::Keywords;
use super::parts::{self, Part, Parts};
use super::sources::Source;
use super::spots::{Site, Spot};
use super::{adding, covers};

/// What stands beside a union, and where.
#[derive(Clone)]
pub(super) struct Shared<'d> {
    pub(super) keywords: Keywords<'d>,
    pub(super) spot: Spot,
    /// Where the text leads to it ([`super::parts::Part::steps`]).
    pub(super) steps: Vec<usize>,
}

impl<'d> Shared<'d> {
    /// The parts of it.
    pub(super) fn parts(&self, view: View<'_, 'd>) -> Parts<'d> {
        parts::behind(view, &self.keywords, &Site::from(&self.spot), &self.steps)
    }
}

/// A candidate of a union with its place.
pub(super) struct Candidate<'d> {
    pub(super) schema: &'d ReferenceOr<Schema>,
    pub(super) spot: Spot,
    pub(super) steps: Vec<usize>,
}

impl<'d> Candidate<'d> {
    /// Its schema where it stands.
    pub(super) fn source(&self) -> Source<'d> {
        Source::of(self.schema, Site::from(&self.spot))
    }
}

/// A union as it is written.
pub(super) struct Candidates<'d> {
    /// What stands beside the candidates.
    pub(super) beside: Keywords<'d>,
    /// The schema that lists them.
    pub(super) listed: Keywords<'d>,
    /// Where it stands.
    pub(super) spot: Spot,
    /// Where the text leads to it.
    pub(super) steps: Vec<usize>,
    /// What stands beside the unions around this one, the outermost first.
    pub(super) around: Vec<Shared<'d>>,
}

/// The union among parts that hold together, and what the others say beside it.
pub(super) fn among<'d>(
    view: View<'_, 'd>,
    whole: &Keywords<'d>,
    parts: &[Part<'d>],
    index: usize,
    spot: &Spot,
) -> Candidates<'d> {
    let part = &parts[index];
    let mut others = parts.iter().filter(|other| other.at != part.at);
    let union = std::slice::from_ref(part);
    let candidates = part.candidates();
    let is_alone = others.all(|other| {
        covers::says_nothing_new(view, other, union)
            && !adding::opens_one(view, &other.keywords, &candidates)
    });
    let source = part.keywords.clone();
    let mut own = Keywords {
        data: whole.data,
        ..source.clone()
    };
    if part.at == spot.at {
        if !is_alone {
            own.all_of = whole.all_of;
        }
        return Candidates {
            beside: own,
            listed: source,
            spot: spot.clone(),
            steps: part.steps.clone(),
            around: Vec::new(),
        };
    }
    let mut around = Vec::new();
    if !is_alone {
        let mut beside = whole.clone();
        (beside.one_of, beside.any_of) = (&[], &[]);
        around.push(Shared {
            keywords: beside,
            spot: spot.clone(),
            steps: Vec::new(),
        });
    }
    let place = Spot {
        at: part.at.clone(),
        ..spot.clone()
    };
    Candidates {
        beside: own,
        listed: source,
        spot: place,
        steps: part.steps.clone(),
        around,
    }
}

/// Whether a candidate is nothing but `null`: an enum of it alone.
pub(super) fn is_null(schema: &ReferenceOr<Schema>) -> bool {
    match schema {
        ReferenceOr::Item(schema) => {
            let keywords = Keywords::of(schema);
            !keywords.values.is_empty() && keywords.values.iter().all(serde_json::Value::is_null)
        }
        ReferenceOr::Reference { .. } => false,
    }
}
