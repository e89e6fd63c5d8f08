//! The difference between an output and a directory, as data and as a unified diff. No disk here.

use std::fmt;

use similar::TextDiff;

/// How a directory differs from what would be generated.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Drift {
    /// Each file that differs, by path; those that Tintype keeps for itself are the last.
    pub changes: Vec<Change>,
}

/// A file that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The path below the output directory.
    pub path: String,
    /// In which way it differs.
    pub kind: Kind,
    /// The unified diff from what is there to what would be generated.
    pub diff: String,
}

/// The way in which a file differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// It would be generated and is not there.
    Missing,
    /// It was generated once and would not be any more.
    Stale,
    /// Its text is another.
    Different,
}

impl Drift {
    /// Whether the directory is up to date.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }
}

impl fmt::Display for Drift {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for change in &self.changes {
            f.write_str(&change.diff)?;
        }
        let count = |kind| self.changes.iter().filter(|one| one.kind == kind).count();
        let kinds = [
            (Kind::Different, "with another text"),
            (Kind::Missing, "missing"),
            (Kind::Stale, "not generated any more"),
        ];
        let kinds = kinds.map(|(kind, words)| (count(kind), words)).into_iter();
        let kinds = kinds.filter(|(count, _)| *count > 0);
        let kinds: Vec<String> = kinds
            .map(|(count, words)| format!("{count} {words}"))
            .collect();
        let files = match self.changes.len() {
            0 => return Ok(()),
            1 => "1 file differs".to_owned(),
            count => format!("{count} files differ"),
        };
        let kinds = kinds.join(", ");
        writeln!(
            f,
            "{files} from what would be generated: {kinds}. `tintype generate` makes them so."
        )
    }
}

impl Change {
    /// The same, without what is in the file.
    #[must_use]
    pub fn only_named(self) -> Self {
        let heads = self.diff.lines().take(2);
        Self {
            diff: heads.flat_map(|line| [line, "\n"]).collect(),
            ..self
        }
    }

    /// The change from the text on disk to the generated one, `None` where there is no file; `None` if they agree.
    pub fn between(path: &str, old: Option<&str>, new: Option<&str>) -> Option<Self> {
        let kind = match (old, new) {
            (None, None) => return None,
            (None, Some(_)) => Kind::Missing,
            (Some(_), None) => Kind::Stale,
            (Some(old), Some(new)) if old == new => return None,
            (Some(_), Some(_)) => Kind::Different,
        };
        let from = if old.is_some() {
            format!("a/{path}")
        } else {
            "/dev/null".to_owned()
        };
        let to = if new.is_some() {
            format!("b/{path}")
        } else {
            "/dev/null".to_owned()
        };
        let lines = TextDiff::from_lines(old.unwrap_or_default(), new.unwrap_or_default());
        let mut diff = lines.unified_diff().header(&from, &to).to_string();
        // An empty file that comes or goes has no hunk, and the header is left out with it.
        if diff.is_empty() {
            diff = format!("--- {from}\n+++ {to}\n");
        }
        Some(Self {
            path: path.to_owned(),
            kind,
            diff,
        })
    }
}
