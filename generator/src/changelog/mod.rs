//! The changelog of a generated crate: the entry that follows from comparing what the crate was made from at its last version with
//! what it is made from now, and the version that is due. Texts in, texts out; the rest of the file is the user's and stays.

mod document;
mod entry;

use std::path::Path;

use crate::diff::{self, Report};
use crate::failure::Failure;
use crate::kept::Kept;
pub use crate::paths::CHANGELOG as PATH;
use crate::run::{self, Placed, Request};
use crate::semver;
pub use crate::semver::Bump;
use entry::Entry;

/// What the folder of a crate holds before a run.
#[derive(Debug, Clone)]
pub struct Before {
    /// The changelog.
    pub log: Option<String>,
    /// What the crate was made from.
    pub was: Kept,
    /// What its last version was made from, where that is something else.
    pub released: Option<Kept>,
}

/// What a run does to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct After {
    /// What the last version of the crate was made from, where that is something else than what it is made from now.
    pub released: Option<Kept>,
    /// The changelog, if there is something to say.
    pub update: Option<Update>,
}

/// A changelog with a new entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Update {
    /// The text of the file.
    pub text: String,
    /// What the changes since the last version mean for callers: the verdict of the comparison.
    pub level: Bump,
    /// The least version that says so; `None` where the version is none of Cargo's.
    pub due: Option<String>,
    /// Whether the new version says less than it has to.
    pub is_short: bool,
}

/// The crate after a run that makes it from `new`.
///
/// The entry stands under *Unreleased* and is found anew each time, from what the last version was made from. A new version in the
/// configuration closes it.
///
/// # Errors
///
/// When this version of Tintype does not understand what the crate was made from.
pub fn after(before: Before, new: &Kept) -> Result<After, Failure> {
    let Before { log, was, released } = before;
    if was.is_same(new) {
        return Ok(After {
            released: released.filter(|released| !released.is_same(new)),
            update: None,
        });
    }
    let now = placed(new)?;
    let last = released.as_ref().unwrap_or(&was);
    let base = placed(last)?;
    let report = diff::compare(base.side(), now.side());
    let told = match &released {
        Some(_) => Entry::of(&diff::compare(base.side(), placed(&was)?.side())),
        None => Entry::default(),
    };
    let (old, version) = (
        &base.run.plan.package.version,
        &now.run.plan.package.version,
    );
    let is_released = old != version;
    let update = update(log.as_deref(), &told, &report, (old, version));
    let released = (!is_released && !last.is_same(new)).then(|| last.clone());
    Ok(After { released, update })
}

/// The changelog with what a report says instead of what was told before; `versions` are those of the crate, the last one and the
/// one that it has now.
fn update(
    log: Option<&str>,
    told: &Entry,
    report: &Report,
    (old, new): (&str, &str),
) -> Option<Update> {
    let entry = Entry::of(report);
    let is_released = old != new;
    if entry == *told && !is_released || log.is_none() && entry.is_empty() {
        return None;
    }
    let level = report.verdict;
    let due = semver::next(old, level);
    let mut document =
        document::Document::parse(log.unwrap_or(document::NEW), is_released.then_some(new));
    document.set(told, &entry, due.as_deref());
    if is_released {
        document.release(new);
    }
    let is_short = due
        .as_deref()
        .is_some_and(|due| is_released && semver::is_before(new, due));
    Some(Update {
        text: document.text(),
        level,
        due,
        is_short,
    })
}

fn placed(kept: &Kept) -> Result<Placed, Failure> {
    let (files, options, _) = kept.files(Path::new(""));
    run::placed(&files, &Request::of_config(options))
}
