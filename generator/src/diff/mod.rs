//! What a change of a document means: two plans in, changes out, each with its places, its code and two verdicts.
//!
//! `pairs` says which items belong together, the files named after items find facts, `rules` judges them, `change` adds
//! what a reviewer wants to see, and `report` has a file for each format.

mod about;
mod annotations;
mod api;
mod blueprint;
mod bodies;
mod change;
mod code;
mod counterparts;
mod cut;
mod difference;
mod docs;
mod enums;
mod equals;
mod excerpt;
mod facts;
mod features;
mod fields;
mod fit;
mod formats;
mod forms;
mod given;
mod headers;
mod item;
mod joined;
mod limits;
mod losses;
mod marks;
mod not_compared;
mod operations;
mod paging;
mod pairs;
mod params;
mod presence;
mod reach;
mod renames;
pub mod report;
mod resources;
mod responses;
pub mod rules;
mod scalars;
mod search;
mod security;
mod servers;
mod spot;
mod structure;
mod together;
mod types;
mod unions;
mod unseen;
mod verdict;

use crate::diag::Sources;
use crate::plan::Plan;
use crate::source::Tree;

pub use crate::plan::Direction;
pub use about::About;
use blueprint::Blueprint;
pub use change::{Change, Documented};
pub use not_compared::NotCompared;
pub use rules::{Judgement, Rule};
use spot::Shown;
pub use spot::{Excerpt, Mark, Spot};
pub use unseen::Unseen;
pub use verdict::{Bump, Wire};

/// One of the two documents: its plan, and what leads from there back to its text.
#[derive(Debug, Clone, Copy)]
pub struct Side<'a> {
    /// What is generated from it.
    pub plan: &'a Plan,
    /// Where each node of it was written.
    pub tree: &'a Tree,
    /// Its texts.
    pub sources: &'a Sources,
}

/// What changed between two documents.
#[derive(Debug, Clone, Default)]
pub struct Report {
    /// Every change, the worst first, then by place.
    pub changes: Vec<Change>,
    /// The level that the generated crate needs: the worst of all changes.
    pub verdict: Bump,
    /// What is not modelled and therefore not compared, what differs first.
    pub not_compared: Vec<NotCompared>,
    /// Where the documents differ all the same, if nothing else does.
    pub unseen: Option<Unseen>,
    /// What the two documents are.
    pub about: About,
    /// Whether there is nothing to compare with: the crate is new.
    pub is_new: bool,
}

/// Compares two documents.
pub fn compare(old: Side<'_>, new: Side<'_>) -> Report {
    let (before, after) = (Blueprint::of(old.plan), Blueprint::of(new.plan));
    let mut facts = facts::Facts::new(&before, &after);
    api::compare(&mut facts);
    operations::compare(&mut facts);
    types::compare(&mut facts);
    equals::compare(&mut facts);
    features::compare(&mut facts);
    formats::compare(&mut facts);
    let (before, after) = (Shown::new(old), Shown::new(new));
    let changes = together::told(change::all(&facts, &before, &after));
    let mut not_compared = losses::all(&before, &after);
    not_compared.extend(annotations::all(&before, &after));
    not_compared.sort_by_key(|one| !one.is_changed);
    let verdict = verdict::of(&changes, &not_compared);
    let mut report = Report {
        about: About::of(old.plan, new.plan, verdict),
        verdict,
        changes,
        not_compared,
        unseen: None,
        is_new: false,
    };
    if report.is_empty() {
        report.unseen = unseen::of(&before, &after);
    }
    report
}

impl Report {
    /// What there is to say of a crate that was not there before.
    pub fn of_new(new: Side<'_>) -> Self {
        Self {
            about: About {
                due: None,
                ..About::of(new.plan, new.plan, Bump::None)
            },
            is_new: true,
            ..Self::default()
        }
    }

    /// Whether a caller breaks: one that is built again, or one that was built before.
    pub fn is_breaking(&self) -> bool {
        self.verdict == Bump::Major || self.changes.iter().any(Change::breaks_wire)
    }

    /// What is not compared although the documents differ there.
    pub fn unknown(&self) -> &[NotCompared] {
        let count = self
            .not_compared
            .iter()
            .filter(|one| one.is_changed)
            .count();
        self.not_compared.get(..count).unwrap_or_default()
    }

    /// Whether the documents say the same, as far as anybody can tell who uses what is generated.
    pub fn is_empty(&self) -> bool {
        !self.is_new && self.changes.is_empty() && self.unknown().is_empty()
    }

    /// How many changes have this level.
    pub fn count(&self, level: Bump) -> usize {
        let changes = self.changes.iter();
        changes.filter(|change| change.rust == level).count()
    }

    /// The worst of all changes for programs that were built before.
    pub fn wire(&self) -> Wire {
        let changes = self.changes.iter().map(|change| change.wire);
        changes.max().unwrap_or_default()
    }

    /// How many changes break programs that were built before.
    pub fn count_wire(&self) -> usize {
        let changes = self.changes.iter();
        changes.filter(|change| change.breaks_wire()).count()
    }
}
