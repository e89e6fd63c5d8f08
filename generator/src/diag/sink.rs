//! The diagnostics of one run: each said once, counted, sorted, listed, and asked whether the run may go on.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::loss::Losses;
use super::{Counts, Diagnostic, FileId, Loss, Place, Position, Severity, Sources};

/// Proof that an error was recorded, so that a failed stage cannot be silent.
#[derive(Debug)]
pub struct Reported(());

/// More diagnostics than this of one code are only counted: a document can hold a million mistakes.
const MAX_SAME: usize = 2000;

/// Warnings and notes of one code that are listed in full; each other one has a line.
const MAX_FULL: usize = 10;

/// The diagnostics of one run.
#[derive(Debug, Default)]
pub struct Sink {
    is_strict: bool,
    all: Vec<Diagnostic>,
    known: BTreeSet<Key>,
    /// How often each code was reported.
    counts: BTreeMap<&'static str, usize>,
    losses: Losses,
}

/// What makes two diagnostics the same.
type Key = (
    &'static str,
    Option<Place>,
    Option<(FileId, Position)>,
    BTreeMap<&'static str, String>,
);

impl Sink {
    /// Makes warnings errors, those from before included.
    pub fn be_strict(&mut self) {
        self.is_strict = true;
        for known in &mut self.all {
            known.severity = known.severity.strict();
        }
    }

    /// Records a diagnostic; says the same thing about the same place once only.
    pub fn push(&mut self, mut new: Diagnostic) {
        if self.is_strict {
            new.severity = new.severity.strict();
        }
        self.losses.note(&new);
        let count = self.counts.entry(new.code.id).or_default();
        if *count >= MAX_SAME {
            *count += 1;
            return;
        }
        let key = (
            new.code.id,
            new.place.clone(),
            new.position,
            new.args.clone(),
        );
        if self.known.insert(key) {
            *count += 1;
            self.all.push(new);
        }
    }

    /// Takes back what was said about places that this names, but for errors.
    pub fn forget(&mut self, is_gone: impl Fn(&Place) -> bool) {
        let counts = &mut self.counts;
        self.all.retain(|known| {
            let is_kept = known.code.severity == Severity::Error
                || !known.place.as_ref().is_some_and(&is_gone);
            if !is_kept {
                counts.entry(known.code.id).and_modify(|count| *count -= 1);
            }
            is_kept
        });
        self.losses.forget(is_gone);
    }

    /// Records an error.
    pub fn error(&mut self, new: Diagnostic) -> Reported {
        debug_assert_eq!(new.code.severity, Severity::Error, "{}", new.code.id);
        self.push(new);
        Reported(())
    }

    /// Whether any error was recorded.
    pub fn stop_on_errors(&self) -> Result<(), Reported> {
        if self
            .all
            .iter()
            .any(|known| known.severity == Severity::Error)
        {
            return Err(Reported(()));
        }
        Ok(())
    }

    /// Whether an error was recorded at this place or inside it.
    pub fn has_error_within(&self, place: &Place) -> bool {
        self.all.iter().any(|known| {
            known.code.severity == Severity::Error
                && known
                    .place
                    .as_ref()
                    .is_some_and(|at| at.file == place.file && at.at.is_within(&place.at))
        })
    }

    /// What was reported as lost, however often, by place.
    pub fn losses(&self) -> Vec<Loss> {
        self.losses.all()
    }

    /// The files that anything was said about.
    pub fn files(&self) -> BTreeSet<FileId> {
        let places = self.all.iter().filter_map(Diagnostic::place);
        places.map(|place| place.file).collect()
    }

    /// Everything, by file, line, column and code.
    pub fn sorted(&self, sources: &Sources) -> Vec<&Diagnostic> {
        let mut sorted: Vec<_> = self.all.iter().collect();
        sorted
            .sort_by_cached_key(|known| (known.location(sources), known.code.id, known.message()));
        sorted
    }

    /// How many diagnostics there are of each severity, those that are only counted included.
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        let mut listed: BTreeMap<&'static str, (Severity, usize)> = BTreeMap::new();
        for known in &self.all {
            counts.add(known.severity, 1);
            let entry = listed.entry(known.code.id).or_insert((known.severity, 0));
            entry.1 += 1;
        }
        for (id, (severity, shown)) in listed {
            let all = self.counts.get(id).copied().unwrap_or_default();
            counts.add(severity, all.saturating_sub(shown));
        }
        counts
    }

    /// The listing of everything: what stops the run in full, of the same warning and note a few in full and a line for each other one.
    pub fn rendered(&self, sources: &Sources) -> String {
        let mut shown: BTreeMap<&'static str, usize> = BTreeMap::new();
        let mut listing = Vec::new();
        let mut more: BTreeMap<&'static str, Vec<&Diagnostic>> = BTreeMap::new();
        for known in self.sorted(sources) {
            let count = shown.entry(known.code.id).or_default();
            *count += 1;
            if known.severity == Severity::Error || *count <= MAX_FULL {
                listing.push(known.rendered(sources));
            } else {
                more.entry(known.code.id).or_default().push(known);
            }
        }
        for (id, all) in more {
            let mut block = format!("{}[{id}]: {} more\n", all[0].severity.word(), all.len());
            for known in all {
                block.push_str(&known.line(sources));
            }
            listing.push(block);
        }
        let mut listing = listing.join("\n");
        for (id, count) in self.counts.iter().filter(|(_, count)| **count > MAX_SAME) {
            let _ = write!(listing, "\n{} more of {id}\n", count - MAX_SAME);
        }
        listing
    }
}
