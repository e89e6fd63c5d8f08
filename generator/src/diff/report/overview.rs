//! Which operations the changes meet, the worst first: what a reviewer looks at before any change.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::super::{Bump, Change, Report};

/// Operations that are listed.
const MOST: usize = 15;

/// The operations that break for somebody, as far as they are listed.
pub(super) struct Overview<'r> {
    pub(super) rows: Vec<Row<'r>>,
    /// How many more there are.
    pub(super) more: usize,
}

/// An operation, and how many changes meet it.
pub(super) struct Row<'r> {
    pub(super) operation: &'r str,
    pub(super) major: usize,
    pub(super) wire: usize,
}

impl Row<'_> {
    /// `3 major, 2 break the wire`
    pub(super) fn words(&self) -> String {
        let wire = match self.wire {
            0 => None,
            1 => Some("1 breaks the wire".to_owned()),
            count => Some(format!("{count} break the wire")),
        };
        let major = (self.major > 0).then(|| format!("{} major", self.major));
        let words: Vec<String> = major.into_iter().chain(wire).collect();
        words.join(", ")
    }
}

impl<'r> Overview<'r> {
    /// The overview of a report; `None` where one look at the changes says the same.
    pub(super) fn of(report: &'r Report) -> Option<Self> {
        const FEW: usize = 8;
        if report.changes.len() <= FEW {
            return None;
        }
        let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
        let breaks = |change: &&Change| change.rust == Bump::Major || change.breaks_wire();
        for change in report.changes.iter().filter(breaks) {
            for operation in &change.operations {
                let (major, wire) = counts.entry(operation).or_default();
                *major += usize::from(change.rust == Bump::Major);
                *wire += usize::from(change.breaks_wire());
            }
        }
        let rows = counts.into_iter().map(|(operation, (major, wire))| Row {
            operation,
            major,
            wire,
        });
        let mut rows: Vec<Row<'_>> = rows.collect();
        rows.sort_by_key(|row| Reverse((row.major, row.wire)));
        let more = rows.len().saturating_sub(MOST);
        rows.truncate(MOST);
        (!rows.is_empty()).then_some(Self { rows, more })
    }
}

/// The operations that a change meets, if they are not its subject: a few by name, the rest by number.
pub(super) fn touched(change: &Change) -> Option<(Vec<&str>, usize)> {
    const FEW: usize = 3;
    let is_subject = |operation: &&str| change.subject.starts_with(*operation);
    let all: Vec<&str> = change.operations.iter().map(AsRef::as_ref).collect();
    if all.is_empty() || all.iter().all(is_subject) {
        return None;
    }
    let more = all.len().saturating_sub(FEW);
    Some((all.into_iter().take(FEW).collect(), more))
}
