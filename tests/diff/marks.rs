//! What is marked in the new document: lines that changed, and those behind which something is gone.

use std::collections::BTreeSet;

use similar::{ChangeTag, TextDiff};
use tintype::diff::Report;

use super::pairs;

/// The lines of the new text that the old one has not, and those around what is gone.
fn changed(old: &str, new: &str) -> BTreeSet<usize> {
    let mut lines = BTreeSet::new();
    let mut line = 0;
    for change in TextDiff::from_lines(old, new).iter_all_changes() {
        match change.tag() {
            ChangeTag::Equal => line += 1,
            ChangeTag::Insert => {
                line += 1;
                lines.insert(line);
            }
            ChangeTag::Delete => lines.extend([line, line + 1]),
        }
    }
    lines
}

/// What follows from a change of something else, which is marked itself, or from a change of the configuration.
///
/// What is said of constants is gathered when a document is brought to the shape of 3.0, and shows where the enum begins.
const FOLLOWS: &[&str] = &[
    "client-renamed",
    "client-url-added",
    "client-url-removed",
    "constructor-added",
    "constructor-removed",
    "enum-value-description-changed",
    "error-model-added",
    "error-model-removed",
    "error-renamed",
    "field-asked-for",
    "field-filled-in",
    "field-presence-changed",
    "field-renamed",
    "format-added",
    "format-removed",
    "oauth-added",
    "oauth-removed",
    "param-renamed",
    "resource-features-added",
    "resource-features-removed",
    "server-variables-added",
    "server-variables-removed",
    "union-conversion-added",
    "union-conversion-removed",
    "union-variant-renamed",
];

fn elsewhere(report: &Report, old: &str, new: &str) -> Vec<String> {
    let changed = changed(old, new);
    let changes = report.changes.iter();
    let elsewhere = changes.filter(|change| {
        !changed.contains(&change.mark.line) && !FOLLOWS.contains(&change.rule.id)
    });
    elsewhere
        .map(|change| {
            format!(
                "{} {}: {}:{}: {}",
                change.rule.id,
                change.subject,
                change.mark.file,
                change.mark.line,
                new.lines()
                    .nth(change.mark.line - 1)
                    .unwrap_or_default()
                    .trim()
            )
        })
        .collect()
}

#[test]
fn a_change_is_marked_on_a_line_that_changed() {
    let mut wrong = Vec::new();
    for pair in pairs("diff") {
        let found = elsewhere(&pair.there(), &pair.old.0, &pair.new.0);
        wrong.extend(found.iter().map(|one| format!("{}: {one}", pair.name())));
        let found = elsewhere(&pair.back(), &pair.new.0, &pair.old.0);
        wrong.extend(
            found
                .iter()
                .map(|one| format!("{} back: {one}", pair.name())),
        );
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
