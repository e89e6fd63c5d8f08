//! The file as text: the entry of what is not released is taken apart and put together again, everything else is kept.

use super::Bump;
use super::changes::Changes;

/// What a new file says before its entries.
pub(super) const NEW: &str =
    "# Changelog\n\nVersions follow [Semantic Versioning](https://semver.org/spec/v2.0.0.html).\n";

const UNRELEASED: &str = "## [Unreleased]";
/// Begins the line that says which version is due.
const DUE: &str = "Due: ";
/// The headings that hold our lines, in their order.
const ADDED: &str = "### Added";
const CHANGED: &str = "### Changed";
const REMOVED: &str = "### Removed";
/// Stands between the two forms of an item.
const BECAME: &str = "` is now `";

/// A changelog.
#[derive(Debug, Default)]
pub(super) struct Document {
    /// Everything above the entry.
    head: Vec<String>,
    /// What the user wrote into the entry, by heading; first what stands under none.
    entry: Vec<(String, Vec<String>)>,
    /// The lines that we wrote.
    ours: Vec<(&'static str, Vec<String>)>,
    /// Everything below the entry.
    tail: Vec<String>,
    heading: String,
    /// The lines of items that came.
    pub(super) added: Vec<String>,
    /// The lines of items that went.
    pub(super) removed: Vec<String>,
}

impl Document {
    /// Takes a file apart.
    pub(super) fn parse(text: &str) -> Self {
        let mut document = Self {
            heading: UNRELEASED.to_owned(),
            ..Self::default()
        };
        let lines: Vec<&str> = text.lines().collect();
        let is_entry = |line: &&str| line.starts_with("## ");
        let first = lines.iter().position(is_entry).unwrap_or(lines.len());
        let is_unreleased = lines
            .get(first)
            .is_some_and(|line| line.to_lowercase().contains("unreleased"));
        let begin = first + usize::from(is_unreleased);
        let rest = &lines[begin..];
        let end = rest.iter().position(is_entry).unwrap_or(rest.len());
        let end = if is_unreleased { begin + end } else { first };
        document.head = owned(&lines[..first]);
        document.tail = owned(&lines[end..]);
        document.entry = vec![(String::new(), Vec::new())];
        for line in &lines[begin.min(end)..end] {
            document.line(line);
        }
        document
    }

    fn line(&mut self, line: &str) {
        if line.starts_with("### ") {
            self.entry.push((line.to_owned(), Vec::new()));
            return;
        }
        let Some((heading, lines)) = self.entry.last_mut() else {
            return;
        };
        match (heading.as_str(), item(line)) {
            (ADDED, Some(item)) => self.added.push(item.to_owned()),
            (REMOVED, Some(item)) => self.removed.push(item.to_owned()),
            (CHANGED, Some(both)) => match both.split_once(BECAME) {
                Some((old, new)) => {
                    self.removed.push(old.to_owned());
                    self.added.push(new.to_owned());
                }
                None => lines.push(line.to_owned()),
            },
            ("", _) if line.starts_with(DUE) => {}
            _ => lines.push(line.to_owned()),
        }
    }

    /// Replaces our lines.
    pub(super) fn set(&mut self, changes: &Changes, level: Bump, due: Option<&str>) {
        let (changed, new, gone) = changes.sorted();
        let lines = |items: Vec<&str>| items.iter().map(|item| format!("- `{item}`")).collect();
        let both =
            |one: &super::changes::Changed<'_>| format!("- `{}{BECAME}{}`", one.old, one.new);
        self.ours = vec![
            (ADDED, lines(new)),
            (CHANGED, changed.iter().map(both).collect()),
            (REMOVED, lines(gone)),
        ];
        if let Some(due) = due.filter(|_| level != Bump::None) {
            let about = format!("{DUE}{due}, a {} change for callers in Rust.", level.word());
            self.ours.push(("", vec![about]));
        }
    }

    /// Whether there is anything in the entry.
    pub(super) fn has_entry(&self) -> bool {
        let blank = |line: &String| line.trim().is_empty();
        let ours = self.ours.iter().any(|(_, lines)| !lines.is_empty());
        ours || self.entry.iter().any(|(_, lines)| !lines.iter().all(blank))
    }

    /// Closes the entry with a version; which one was due is no news then.
    pub(super) fn release(&mut self, version: &str) {
        self.heading = format!("## [{version}]");
        self.ours.retain(|(heading, _)| !heading.is_empty());
    }

    /// The file.
    pub(super) fn text(mut self) -> String {
        let mut blocks = vec![trimmed(&self.head).join("\n")];
        if self.has_entry() {
            blocks.push(self.heading.clone());
        }
        for (heading, ours) in &self.ours {
            if !self.entry.iter().any(|(known, _)| known == heading) && !ours.is_empty() {
                self.entry.push(((*heading).to_owned(), Vec::new()));
            }
        }
        for (heading, lines) in &self.entry {
            let ours = self.ours.iter().find(|(known, _)| known == heading);
            let ours = ours.map(|(_, lines)| lines.as_slice()).unwrap_or_default();
            let theirs = trimmed(lines);
            if theirs.is_empty() && ours.is_empty() {
                continue;
            }
            if !heading.is_empty() {
                blocks.push(heading.clone());
            }
            let all: Vec<&str> = theirs.iter().chain(ours).map(String::as_str).collect();
            blocks.push(all.join("\n"));
        }
        blocks.push(trimmed(&self.tail).join("\n"));
        blocks.retain(|block| !block.is_empty());
        blocks.join("\n\n") + "\n"
    }
}

/// The item of a line that we wrote.
fn item(line: &str) -> Option<&str> {
    let item = line.strip_prefix("- `")?.strip_suffix('`')?;
    let is_ours = ["pub ", "impl ", "#[deprecated] pub "]
        .iter()
        .any(|head| item.starts_with(head));
    is_ours.then_some(item)
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
