//! What is compared: the API in both documents, and the version of the crate that the changes ask for.

use crate::plan::Plan;
use crate::semver::{self, Bump};

/// The two documents, and the crate.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct About {
    /// What the API is called now.
    pub title: String,
    /// The version of the old document.
    pub old: String,
    /// The version of the new document.
    pub new: String,
    /// The version that the crate of the old document has.
    pub version: String,
    /// The least version that says what changed; `None` where the version is none of Cargo's.
    pub due: Option<String>,
}

impl About {
    pub(super) fn of(old: &Plan, new: &Plan, verdict: Bump) -> Self {
        Self {
            title: new.api.info.title.clone(),
            old: old.api.info.version.clone(),
            new: new.api.info.version.clone(),
            version: old.package.version.clone(),
            due: semver::next(&old.package.version, verdict),
        }
    }

    /// `Pets 1.0 → 1.1`, without text that a terminal could take for more.
    pub fn api(&self) -> String {
        let Self {
            title, old, new, ..
        } = self;
        if old == new {
            format!("{title} {new}")
        } else {
            format!("{title} {old} → {new}")
        }
    }

    /// What becomes of the version of the crate, as a clause; `None` where it may stay.
    pub fn next(&self) -> Option<String> {
        let due = self.due.as_ref().filter(|due| **due != self.version)?;
        Some(format!("after {} of the crate comes {due}", self.version))
    }
}
