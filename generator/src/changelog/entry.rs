//! What a comparison comes to for callers, in lines for people: a line for all that happened in the same way, what breaks first.

use crate::diag::printable;
use crate::diff::{Change, Report, Wire};
use crate::markdown::code;
use crate::semver::Bump;

/// Items that a line names.
const NAMED: usize = 12;

/// Characters of an item, and of one side of what became of it.
const LONGEST: usize = 90;

const BREAKING: &str = "### Breaking";
const CHANGED: &str = "### Changed";

/// The headings of our lines, in their order.
const HEADINGS: [&str; 6] = [
    BREAKING,
    "### Added",
    CHANGED,
    "### Deprecated",
    "### Removed",
    "### Documentation",
];

/// The lines, by heading.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Entry {
    sections: Vec<(&'static str, Vec<String>)>,
    level: Bump,
    wire: Wire,
}

impl Entry {
    /// What a report says.
    pub(super) fn of(report: &Report) -> Self {
        let mut groups: Vec<Vec<&Change>> = Vec::new();
        let told = report.changes.iter().filter(|change| is_told(change));
        for change in told {
            let known = groups.iter_mut().find(|group| is_alike(group[0], change));
            match known {
                Some(group) => group.push(change),
                None => groups.push(vec![change]),
            }
        }
        // What breaks programs that run stands before what only does not compile.
        groups.sort_by_key(|group| std::cmp::Reverse(group[0].wire));
        let unknown = unknown(report);
        let sections = HEADINGS.map(|heading| {
            let own = groups
                .iter()
                .filter(|group| self::heading(group[0]) == heading);
            let unknown = unknown.iter().filter(|_| heading == CHANGED).cloned();
            (
                heading,
                own.map(|group| line(group)).chain(unknown).collect(),
            )
        });
        let sections = sections.into_iter();
        Self {
            sections: sections
                .filter(|(_, lines): &(_, Vec<_>)| !lines.is_empty())
                .collect(),
            level: report.verdict,
            wire: report.wire(),
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.sections.is_empty()
    }

    pub(super) fn sections(&self) -> &[(&'static str, Vec<String>)] {
        &self.sections
    }

    /// The lines below a heading.
    pub(super) fn lines(&self, heading: &str) -> &[String] {
        let mut sections = self.sections.iter();
        let found = sections.find(|(known, _)| *known == heading);
        found.map_or(&[], |(_, lines)| lines)
    }

    /// Where a heading of ours stands among the others.
    pub(super) fn rank(heading: &str) -> Option<usize> {
        HEADINGS.iter().position(|known| *known == heading)
    }

    /// What all of it means; `None` if there is nothing.
    pub(super) fn meaning(&self) -> Option<String> {
        let level = self.level;
        let wire = match self.wire {
            Wire::Breaking => "; there are programs that break without being built again",
            Wire::None | Wire::Compatible => "",
        };
        (level != Bump::None || !wire.is_empty())
            .then(|| format!("a {} change for callers{wire}", level.word()))
    }
}

/// Whether anybody sees something of a change.
fn is_told(change: &Change) -> bool {
    change.rust != Bump::None || change.wire != Wire::None
}

/// Whether one line says both.
fn is_alike(one: &Change, other: &Change) -> bool {
    let key = |change: &Change| (change.rule.id, change.rust, change.wire, change.reason);
    key(one) == key(other)
}

fn heading(change: &Change) -> &'static str {
    if change.rust == Bump::Major || change.breaks_wire() {
        return BREAKING;
    }
    if change.rule.is_documentation() {
        return "### Documentation";
    }
    let mut words = change.rule.id.split('-');
    let kind = words.find_map(|word| match word {
        "added" => Some("### Added"),
        "removed" => Some("### Removed"),
        "deprecated" => Some("### Deprecated"),
        _ => None,
    });
    kind.unwrap_or(CHANGED)
}

/// Changes of one kind as an element of a list.
fn line(group: &[&Change]) -> String {
    let first = group[0];
    let items = group.iter().flat_map(|change| {
        let also = change.also.iter().map(|other| shown(other));
        std::iter::once(item(change)).chain(also)
    });
    let items: Vec<String> = items.collect();
    let mut meaning = Vec::new();
    if first.breaks_wire() {
        meaning.push("programs that are built already break");
    }
    if first.rust == Bump::Major {
        meaning.push(first.reason);
    }
    let meaning = match &meaning[..] {
        [] => String::new(),
        all => format!(" {}.", capital(&all.join("; "))),
    };
    let is_documented = group.iter().any(|change| !change.documentation.is_empty());
    let documentation = if is_documented && !first.rule.is_documentation() {
        " The documentation changed too."
    } else {
        ""
    };
    format!(
        "- {}: {}.{meaning}{documentation}",
        capital(first.rule.title),
        list(&items)
    )
}

/// What differs and is not modelled.
fn unknown(report: &Report) -> Option<String> {
    let parts = report.unknown().iter();
    let spots = parts.map(|part| shown(part.spot().map_or("", |spot| &spot.pointer)));
    let spots: Vec<String> = spots.collect();
    (!spots.is_empty()).then(|| {
        format!(
            "- The document says something else that the crate does not depend on: {}.",
            list(&spots)
        )
    })
}

/// What a change is about, and what became of it.
fn item(change: &Change) -> String {
    if change.is_rename() {
        return shown(&change.detail);
    }
    let subject = shown(&change.subject);
    if !change.detail.is_empty() {
        return format!("{subject} ({})", shown(&change.detail));
    }
    let signature = |spot: &Option<crate::diff::Spot>| {
        let spot = spot.as_ref();
        spot.and_then(|spot| declared(&spot.signature))
    };
    match (signature(&change.old), signature(&change.new)) {
        (Some(old), Some(new)) if old != new => {
            format!("{subject} ({} → {})", shown(&old), shown(&new))
        }
        _ => subject,
    }
}

/// The line of a signature that says what the item is, if there is one and it is short.
fn declared(signature: &str) -> Option<String> {
    let lines: Vec<&str> = signature.lines().collect();
    let line = match &lines[..] {
        // A member stands in its type.
        [head, line, "}", ..] if head.ends_with('{') => line.trim(),
        [line] => line.trim(),
        _ => return None,
    };
    let text = line.strip_prefix("pub ").unwrap_or(line);
    let text = text.trim_end_matches([',', ';']);
    (!text.is_empty() && text.chars().count() <= LONGEST).then(|| text.to_owned())
}

fn list(items: &[String]) -> String {
    let more = match items.len().saturating_sub(NAMED) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    let named: Vec<&str> = items.iter().take(NAMED).map(String::as_str).collect();
    named.join(", ") + &more
}

/// Text of a document as code, cut: nothing in it is a mark, a link or a mention.
fn shown(text: &str) -> String {
    let text = printable(text);
    let mut cut: String = text.chars().take(LONGEST).collect();
    if text.chars().nth(LONGEST).is_some() {
        cut.push('…');
    }
    code(&cut)
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}
