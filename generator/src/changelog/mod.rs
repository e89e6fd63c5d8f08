//! The changelog of a generated crate: the entry that follows from the list of its public API before and after, and the
//! version that is due. Texts in, texts out; the rest of the file is the user's and stays as it is.

mod callers;
mod changes;
mod document;
mod reexports;

use crate::semver;
pub use crate::semver::Bump;
use changes::Changes;

/// The name of the file.
pub const PATH: &str = "CHANGELOG.md";

/// The generated crate before or after a run.
#[derive(Debug, Clone, Copy)]
pub struct State<'s> {
    /// The text of `api-surface.txt`.
    pub surface: &'s str,
    /// The version in its manifest.
    pub version: &'s str,
}

/// A changelog with a new entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Update {
    /// The text of the file.
    pub text: String,
    /// What the changes since the last version mean for callers.
    pub level: Bump,
    /// The least version that says so; `None` where the version is none of Cargo's.
    pub due: Option<String>,
    /// Whether the new version says less than it has to.
    pub is_short: bool,
}

/// The changelog after a run; `None` if callers see nothing new.
///
/// The entry stands under *Unreleased* and gathers what changes from run to run. A new version in the manifest closes it.
///
/// ```
/// use tintype::changelog::{Bump, State, update};
///
/// let old = State { surface: "pub struct models::Pet\n", version: "1.2.0" };
/// let new = State { surface: "pub struct models::Pet\npub struct models::Toy\n", version: "1.2.0" };
/// let update = update(None, old, new).ok_or("nothing changed")?;
/// assert_eq!((update.level, update.due.as_deref()), (Bump::Minor, Some("1.3.0")));
/// assert!(update.text.contains("- `pub struct models::Toy`"));
/// # Ok::<(), &str>(())
/// ```
pub fn update(log: Option<&str>, old: State<'_>, new: State<'_>) -> Option<Update> {
    let mut document = document::Document::parse(log.unwrap_or(document::NEW));
    let known = Changes::of_lines(&document.added, &document.removed);
    let changes = known.then(&Changes::between(old.surface, new.surface));
    let is_released = old.version != new.version;
    if log.is_none() && changes.is_empty() || changes == known && !is_released {
        return None;
    }
    let level = changes.level();
    let due = semver::next(old.version, level);
    document.set(&changes, level, due.as_deref());
    if is_released && document.has_entry() {
        document.release(new.version);
    }
    let is_short = due
        .as_deref()
        .is_some_and(|due| is_released && semver::is_before(new.version, due));
    Some(Update {
        text: document.text(),
        level,
        due,
        is_short,
    })
}
