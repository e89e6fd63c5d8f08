//! The file as text: the entry of what is not released is taken apart and put together again, everything else is kept.
//!
//! A line of ours that the user took out or wrote anew is not put back: what was told before is compared with what is told now, and
//! only the difference is done to the file.

use super::entry::Entry;

/// What a new file says before its entries.
pub(super) const NEW: &str =
    "# Changelog\n\nVersions follow [Semantic Versioning](https://semver.org/spec/v2.0.0.html).\n";

const UNRELEASED: &str = "## [Unreleased]";
/// Begins the line that says which version is due.
const DUE: &str = "Due: ";

/// A changelog.
#[derive(Debug, Default)]
pub(super) struct Document {
    /// Everything above the entry.
    head: Vec<String>,
    heading: String,
    /// The lines of the entry, by heading; first what stands under none.
    sections: Vec<(String, Vec<String>)>,
    /// Everything below the entry.
    tail: Vec<String>,
    /// Whether the file has the entry.
    is_there: bool,
    due: Option<String>,
}

impl Document {
    /// Takes a file apart. The entry is that of what is not released, or one that the user gave the new version already.
    pub(super) fn parse(text: &str, version: Option<&str>) -> Self {
        let lines: Vec<&str> = text.lines().collect();
        let is_entry = |line: &&str| line.starts_with("## ");
        let first = lines.iter().position(is_entry).unwrap_or(lines.len());
        let heading = lines.get(first).copied().unwrap_or_default();
        let is_there =
            is_of(heading, "unreleased") || version.is_some_and(|version| is_of(heading, version));
        let begin = first + usize::from(is_there);
        let rest = &lines[begin..];
        let end = if is_there {
            begin + rest.iter().position(is_entry).unwrap_or(rest.len())
        } else {
            first
        };
        let mut sections = vec![(String::new(), Vec::new())];
        for line in &lines[begin..end] {
            if line.starts_with("### ") {
                sections.push(((*line).to_owned(), Vec::new()));
            } else if let Some((heading, section)) = sections.last_mut()
                && !(heading.is_empty() && line.starts_with(DUE))
            {
                section.push((*line).to_owned());
            }
        }
        Self {
            head: owned(&lines[..first]),
            heading: if is_there && !is_of(heading, "unreleased") {
                heading.to_owned()
            } else {
                UNRELEASED.to_owned()
            },
            sections,
            tail: owned(&lines[end..]),
            is_there,
            due: None,
        }
    }

    /// Puts what is told now in the place of what was told before.
    pub(super) fn set(&mut self, told: &Entry, entry: &Entry, due: Option<&str>) {
        // An entry that is not there was told nowhere.
        let nothing = Entry::default();
        let told = if self.is_there { told } else { &nothing };
        for (heading, lines) in entry.sections() {
            let known = told.lines(heading);
            let section = self.section(heading);
            let is_meant = |line: &&String| section.contains(line) || !known.contains(line);
            let ours: Vec<String> = lines.iter().filter(is_meant).cloned().collect();
            section.retain(|line| !known.contains(line) && !ours.contains(line));
            let theirs = trimmed(section).to_vec();
            *section = theirs.into_iter().chain(ours).collect();
        }
        for (heading, known) in told.sections() {
            if entry.lines(heading).is_empty() {
                self.section(heading).retain(|line| !known.contains(line));
            }
        }
        self.due = due
            .zip(entry.meaning())
            .map(|(due, meaning)| format!("{DUE}{due}, {meaning}."));
    }

    /// The lines below a heading, which is added where its kind belongs.
    fn section(&mut self, heading: &str) -> &mut Vec<String> {
        let known = self.sections.iter().position(|(known, _)| known == heading);
        let at = known.unwrap_or_else(|| {
            let rank = Entry::rank(heading);
            let before = |(known, _): &(String, _)| {
                known.is_empty() || Entry::rank(known).is_some_and(|known| Some(known) < rank)
            };
            let at = self
                .sections
                .iter()
                .rposition(before)
                .map_or(0, |last| last + 1);
            self.sections.insert(at, (heading.to_owned(), Vec::new()));
            at
        });
        &mut self.sections[at].1
    }

    /// Closes the entry with a version; which one was due is no news then.
    pub(super) fn release(&mut self, version: &str) {
        if self.heading == UNRELEASED {
            self.heading = format!("## [{version}]");
        }
        self.due = None;
    }

    /// The file.
    pub(super) fn text(self) -> String {
        let mut entry = Vec::new();
        for (heading, lines) in &self.sections {
            let lines = trimmed(lines);
            let due = self.due.iter().filter(|_| heading.is_empty());
            let lines: Vec<&str> = lines.iter().chain(due).map(String::as_str).collect();
            if !lines.is_empty() {
                entry.extend((!heading.is_empty()).then(|| heading.clone()));
                entry.push(lines.join("\n"));
            }
        }
        let mut blocks = vec![trimmed(&self.head).join("\n")];
        if !entry.is_empty() {
            blocks.push(self.heading);
            blocks.extend(entry);
        }
        blocks.push(trimmed(&self.tail).join("\n"));
        blocks.retain(|block| !block.is_empty());
        blocks.join("\n\n") + "\n"
    }
}

/// Whether a heading names this: `## [1.2.0] - 2024-01-01`.
fn is_of(heading: &str, name: &str) -> bool {
    let heading = heading.trim_start_matches(['#', ' ']).to_lowercase();
    let mut words = heading.split([' ', '[', ']', '(', ')']);
    words.any(|word| word == name || word.strip_prefix('v') == Some(name))
}

/// The lines without blank ones around them.
fn trimmed(lines: &[String]) -> &[String] {
    let is_text = |line: &String| !line.trim().is_empty();
    let first = lines.iter().position(is_text).unwrap_or(lines.len());
    let end = lines
        .iter()
        .rposition(is_text)
        .map_or(first, |last| last + 1);
    &lines[first..end]
}

fn owned(lines: &[&str]) -> Vec<String> {
    lines.iter().map(|line| (*line).to_owned()).collect()
}
