//! The report as text for a terminal.

use std::fmt::Write;

use super::super::{Bump, Change, Report, Spot};
use super::folded;
use super::overview::{self, Overview};
use crate::diag::printable;

/// Other subjects of a change that are named.
const ALSO: usize = 12;

/// The report.
pub fn text(report: &Report) -> String {
    let mut out = summary(report);
    overview(report, &mut out);
    for (level, title) in [
        (Bump::Major, "Major"),
        (Bump::Minor, "Minor"),
        (Bump::Patch, "Patch"),
        (Bump::None, "No level"),
    ] {
        let changes: Vec<&Change> = report
            .changes
            .iter()
            .filter(|one| one.rust == level)
            .collect();
        if changes.is_empty() {
            continue;
        }
        let _ = write!(out, "\n{title}\n");
        for entry in folded::folded(&changes) {
            match &entry[..] {
                [change] => one(change, &mut out),
                several => like(several, &mut out),
            }
        }
    }
    not_compared(report, &mut out);
    out
}

/// What the documents are, and which operations break.
fn overview(report: &Report, out: &mut String) {
    if report.is_empty() {
        return;
    }
    let about = &report.about;
    let next = about
        .next()
        .map_or(String::new(), |next| format!("; {next}"));
    // Writing to a `String` cannot fail.
    let _ = writeln!(out, "{}{next}", printable(&about.api()));
    let Some(overview) = Overview::of(report) else {
        return;
    };
    let _ = write!(out, "\nOperations\n");
    for row in &overview.rows {
        let _ = writeln!(out, "  {}: {}", printable(row.operation), row.words());
    }
    if overview.more > 0 {
        let _ = writeln!(out, "  and {} more", overview.more);
    }
}

/// Changes that say the same of parts of one item.
fn like(entry: &[&Change], out: &mut String) {
    let Some(first) = entry.first() else { return };
    let (names, more) = folded::named(entry);
    let names: Vec<String> = names.into_iter().map(printable).collect();
    let rest = if more > 0 {
        format!(" and {more} more")
    } else {
        String::new()
    };
    // Writing to a `String` cannot fail.
    let _ = writeln!(
        out,
        "  {}: {} ({} times)",
        printable(folded::owner(entry)),
        first.rule.title,
        entry.len()
    );
    let _ = writeln!(out, "    {}{rest}", names.join(", "));
    verdicts(first, out);
    let places = places(first.old.as_ref(), first.new.as_ref());
    let _ = writeln!(out, "    {places} and on");
}

/// The rule and what it means.
fn verdicts(change: &Change, out: &mut String) {
    // Writing to a `String` cannot fail.
    if let Some((operations, more)) = overview::touched(change) {
        let rest = if more > 0 {
            format!(" and {more} more")
        } else {
            String::new()
        };
        let operations: Vec<String> = operations.into_iter().map(printable).collect();
        let _ = writeln!(out, "    in {}{rest}", operations.join(", "));
    }
    let _ = writeln!(
        out,
        "    {} · {} · wire {}, Rust {}: {}",
        change.rule.id,
        change.direction.word(),
        change.wire.word(),
        change.rust.word(),
        change.reason
    );
}

/// What is not modelled: each part that differs, and how many are the same.
fn not_compared(report: &Report, out: &mut String) {
    if report.not_compared.is_empty() {
        return;
    }
    // Writing to a `String` cannot fail.
    let _ = write!(out, "\nNot compared\n");
    for part in report.unknown() {
        let pointer = part.spot().map_or("", |spot| &spot.pointer);
        let _ = writeln!(out, "  {}: {}", printable(pointer), printable(&part.reason));
        let places = places(part.old.as_ref(), part.new.as_ref());
        let _ = writeln!(out, "    {} · {places}", part.code);
    }
    if let Some(same) = super::same(report) {
        let _ = writeln!(out, "  {same}");
    }
}

/// `major: 1 major, 2 minor, 3 patch; 1 breaks the wire`
fn summary(report: &Report) -> String {
    if report.is_new {
        return format!("{}\n", super::NEW);
    }
    if report.is_empty() {
        return format!("none: {}\n", printable(&super::nothing(report)));
    }
    let counts = [Bump::Major, Bump::Minor, Bump::Patch].map(|level| {
        let count = report.count(level);
        (count > 0).then(|| format!("{count} {}", level.word()))
    });
    let counts: Vec<String> = counts.into_iter().flatten().collect();
    let counts = match counts.is_empty() {
        true if report.changes.is_empty() => "nothing that is modelled changed".to_owned(),
        true => "only renames without a trace in the code".to_owned(),
        false => counts.join(", "),
    };
    let wire = match report.count_wire() {
        0 => String::new(),
        1 => "; 1 breaks the wire".to_owned(),
        count => format!("; {count} break the wire"),
    };
    let unknown = match report.unknown().len() {
        0 => String::new(),
        1 => "; 1 part that differs is not compared".to_owned(),
        count => format!("; {count} parts that differ are not compared"),
    };
    format!("{}: {counts}{wire}{unknown}\n", report.verdict.word())
}

fn one(change: &Change, out: &mut String) {
    // Writing to a `String` cannot fail.
    if change.is_rename() {
        let (detail, title) = (printable(&change.detail), change.rule.title);
        let _ = writeln!(
            out,
            "  {detail}: {title} ({}, {})",
            change.rule.id,
            places(change.old.as_ref(), change.new.as_ref())
        );
        return;
    }
    let _ = writeln!(
        out,
        "  {}: {}",
        printable(&change.subject),
        change.rule.title
    );
    if !change.detail.is_empty() {
        let _ = writeln!(out, "    {}", printable(&change.detail));
    }
    for with in &change.documentation {
        let _ = writeln!(out, "    {}", printable(&super::documented(with)));
    }
    if !change.also.is_empty() {
        let also: Vec<String> = change
            .also
            .iter()
            .take(ALSO)
            .map(|one| printable(one))
            .collect();
        let rest = match change.also.len().saturating_sub(ALSO) {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        let _ = writeln!(out, "    also {}{rest}", also.join(", "));
    }
    verdicts(change, out);
    let places = places(change.old.as_ref(), change.new.as_ref());
    let _ = writeln!(out, "    {places}");
    code(change, out);
}

/// Where it was and where it is.
fn places(old: Option<&Spot>, new: Option<&Spot>) -> String {
    let place = |spot: Option<&Spot>| {
        spot.map_or_else(String::new, |spot| {
            printable(&format!("{}:{}:{}", spot.file, spot.line, spot.column))
        })
    };
    let places = format!("{} → {}", place(old), place(new));
    places.trim().to_owned()
}

/// The code before and after, where it is not the same.
fn code(change: &Change, out: &mut String) {
    let signature = |spot: &Option<Spot>| {
        let spot = spot.as_ref();
        spot.map(|spot| spot.signature.clone()).unwrap_or_default()
    };
    let (old, new) = (signature(&change.old), signature(&change.new));
    if old == new {
        return;
    }
    for (sign, text) in [('-', old), ('+', new)] {
        for line in text.lines() {
            let _ = writeln!(out, "    {sign} {}", printable(line));
        }
    }
}
