//! The report as Markdown for a comment of a pull request: a summary, the details folded, never longer than a comment may be.

use std::fmt::Write;

use super::super::{Bump, Change, NotCompared, Report, Spot};
use super::overview::{self, Overview};
use super::room::{Entry, Group, fit};
use super::{Fold, folded};
use crate::diag::printable;
use crate::markdown::code;

/// The characters that a comment on GitHub may have, with some left for what a workflow puts around the report.
const MOST: usize = 60_000;

/// Room that is kept for saying what was left out.
const ROOM: usize = 500;

/// The report: a summary and an overview, a line for each change, the worst first, and the code of those for which there is room then.
pub fn markdown(report: &Report) -> String {
    let mut out = summary(report);
    overview(report, &mut out);
    let groups = [
        (Bump::Major, "Major: callers have to change"),
        (Bump::Minor, "Minor: there is something new"),
        (Bump::Patch, "Patch: callers see nothing of it"),
        (Bump::None, "Renamed without a trace in the code"),
    ]
    .map(|(level, title)| group(report, level, title));
    let parts: Vec<Entry> = report.unknown().iter().map(not_compared).collect();
    let unknown = Group {
        title: "Not compared: what is not modelled and differs",
        left_out: "not compared",
        fold: Fold::Open,
        entries: parts,
    };
    let [major, minor, patch, none] = groups;
    let mut groups = [major, unknown, minor, patch, none];
    let left_out = fit(&mut groups, MOST - ROOM - out.chars().count());
    for group in &groups {
        group.print(&mut out);
    }
    // Writing to a `String` cannot fail.
    if let Some(same) = super::same(report) {
        let _ = write!(out, "\nNot compared: {same}.\n");
    }
    if !left_out.is_empty() {
        let _ = write!(
            out,
            "\nLeft out, because a comment may not be longer: {}. `tintype diff` shows everything.\n",
            left_out.join(", ")
        );
    }
    out
}

/// The entries of the changes of a level.
fn group(report: &Report, level: Bump, title: &'static str) -> Group {
    let changes = report.changes.iter().filter(|change| change.rust == level);
    let changes: Vec<&Change> = changes.collect();
    let entries = folded::folded(&changes).into_iter();
    let entries = entries.map(|entry| match &entry[..] {
        [change] => self::entry(change),
        several => like(several),
    });
    Group {
        title,
        left_out: level.word(),
        fold: match level {
            Bump::Major => Fold::Open,
            Bump::Minor | Bump::Patch | Bump::None => Fold::Closed,
        },
        entries: entries.collect(),
    }
}

/// What the documents are, and which operations break.
fn overview(report: &Report, out: &mut String) {
    if report.is_empty() {
        return;
    }
    let next = report.about.next();
    let next = next.map_or(String::new(), |next| format!(": {next}"));
    // Writing to a `String` cannot fail.
    let _ = writeln!(out, "\n{}{next}.", inline(&report.about.api()));
    let Some(overview) = Overview::of(report) else {
        return;
    };
    let _ = write!(out, "\n| operation | breaks |\n| --- | --- |\n");
    for row in &overview.rows {
        // A mark of the table stands in no path, and in no code of a cell.
        let operation = inline(&row.operation.replace('|', "%7C"));
        let _ = writeln!(out, "| {operation} | {} |", row.words());
    }
    if overview.more > 0 {
        let _ = writeln!(out, "| and {} more | |", overview.more);
    }
}

/// A part that differs and is not modelled, as an element of a list.
fn not_compared(part: &NotCompared) -> Entry {
    let pointer = part.spot().map_or("", |spot| &spot.pointer);
    let places = places(part.old.as_ref(), part.new.as_ref());
    let (pointer, reason) = (inline(pointer), inline(&part.reason));
    Entry {
        line: format!("- {pointer}: {reason} <sub>{}, {places}</sub>\n", part.code),
        code: String::new(),
        count: 1,
    }
}

fn summary(report: &Report) -> String {
    if report.is_new {
        return format!("### API changes: {}\n", super::NEW);
    }
    if report.is_empty() {
        let said = report.unseen.as_ref().map(|_| super::nothing(report));
        let said = said.map_or_else(String::new, |said| format!("\nHere {}.\n", inline(&said)));
        return format!("### API changes: none\n{said}");
    }
    format!(
        "### API changes: {}\n\n| major | minor | patch | break the wire |\n| ---: | ---: | ---: | ---: |\n| {} | {} | {} | {} |\n",
        report.verdict.word(),
        report.count(Bump::Major),
        report.count(Bump::Minor),
        report.count(Bump::Patch),
        report.count_wire()
    )
}

/// A change as an element of a list.
fn entry(change: &Change) -> Entry {
    let mut out = format!("- {}: {}", inline(&change.subject), change.rule.title);
    if !change.detail.is_empty() {
        let _ = write!(out, " ({})", inline(&change.detail));
    }
    out += ". ";
    out += &verdicts(change);
    for with in &change.documentation {
        let detail = match &*with.detail {
            "" => String::new(),
            detail => format!(" ({})", inline(detail)),
        };
        let _ = write!(out, " And {}{detail}.", with.rule.title);
    }
    if !change.also.is_empty() {
        let also: Vec<String> = change
            .also
            .iter()
            .take(ALSO)
            .map(|one| inline(one))
            .collect();
        let more = change.also.len().saturating_sub(ALSO);
        let _ = write!(out, " Also {}{}.", also.join(", "), rest(more));
    }
    let places = places(change.old.as_ref(), change.new.as_ref());
    let _ = writeln!(out, " <sub>{}, {places}</sub>", inline(change.rule.id));
    Entry {
        line: out,
        code: signatures(change),
        count: 1,
    }
}

/// Other subjects of a change that are named.
const ALSO: usize = 8;

/// Changes that say the same of parts of one item, as an element of a list.
fn like(entry: &[&Change]) -> Entry {
    let (names, more) = folded::named(entry);
    let names: Vec<String> = names.into_iter().map(inline).collect();
    let mut line = format!("- {}: ", inline(folded::owner(entry)));
    if let Some(first) = entry.first() {
        let places = places(first.old.as_ref(), first.new.as_ref());
        let _ = writeln!(
            line,
            "{} ({} times: {}{}). {} <sub>{}, {places} and on</sub>",
            first.rule.title,
            entry.len(),
            names.join(", "),
            rest(more),
            verdicts(first),
            inline(first.rule.id)
        );
    }
    Entry {
        line,
        code: String::new(),
        count: entry.len(),
    }
}

/// What a change means, and which operations it meets.
fn verdicts(change: &Change) -> String {
    let mut out = format!(
        "Wire {}, Rust {}: {}.",
        change.wire.word(),
        change.rust.word(),
        change.reason
    );
    if let Some((operations, more)) = overview::touched(change) {
        let operations: Vec<String> = operations.into_iter().map(inline).collect();
        let _ = write!(out, " In {}{}.", operations.join(", "), rest(more));
    }
    out
}

fn rest(more: usize) -> String {
    if more > 0 {
        format!(" and {more} more")
    } else {
        String::new()
    }
}

/// Where it was and where it is.
fn places(old: Option<&Spot>, new: Option<&Spot>) -> String {
    let place = |spot: &Spot| inline(&format!("{}:{}", spot.file, spot.line));
    let places: Vec<String> = [old, new].into_iter().flatten().map(place).collect();
    places.join(" → ")
}

/// The code before and after, where it is not the same.
fn signatures(change: &Change) -> String {
    let signature = |spot: &Option<Spot>| {
        let spot = spot.as_ref();
        spot.map(|spot| spot.signature.clone()).unwrap_or_default()
    };
    let (old, new) = (signature(&change.old), signature(&change.new));
    if old == new {
        return String::new();
    }
    // Names are identifiers and text is left out of signatures, so no line can close the fence.
    let mut out = "\n  ```diff\n".to_owned();
    for (sign, text) in [('-', old), ('+', new)] {
        for line in text.lines() {
            let _ = writeln!(out, "  {sign} {line}");
        }
    }
    out + "  ```\n"
}

/// Text of a document as code, cut: nothing in it is a mark, a link or a mention.
fn inline(text: &str) -> String {
    const LONGEST: usize = 200;
    let text = printable(text);
    let mut cut: String = text.chars().take(LONGEST).collect();
    if text.chars().nth(LONGEST).is_some() {
        cut.push('…');
    }
    code(&cut)
}
