//! The report as text for a terminal.

use std::fmt::Write;

use super::super::{Change, Level, Report, Spot};

/// The report.
pub fn text(report: &Report) -> String {
    let mut out = summary(report);
    for (level, title) in [
        (Level::Major, "Major"),
        (Level::Minor, "Minor"),
        (Level::Patch, "Patch"),
        (Level::None, "No level"),
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
        for change in changes {
            one(change, &mut out);
        }
    }
    out
}

/// `major: 1 major, 2 minor, 3 patch; 1 breaks the wire`
fn summary(report: &Report) -> String {
    if report.changes.is_empty() {
        return "none: nothing changed\n".to_owned();
    }
    let counts = [Level::Major, Level::Minor, Level::Patch].map(|level| {
        let count = report.count(level);
        (count > 0).then(|| format!("{count} {}", level.word()))
    });
    let counts: Vec<String> = counts.into_iter().flatten().collect();
    let counts = if counts.is_empty() {
        "only renames without a trace in the code".to_owned()
    } else {
        counts.join(", ")
    };
    let wire = match report.count_wire() {
        0 => String::new(),
        1 => "; 1 breaks the wire".to_owned(),
        count => format!("; {count} break the wire"),
    };
    format!("{}: {counts}{wire}\n", report.verdict.word())
}

fn one(change: &Change, out: &mut String) {
    // Writing to a `String` cannot fail.
    if change.is_rename() {
        let (detail, title) = (shown(&change.detail), change.rule.title);
        let _ = writeln!(
            out,
            "  {detail}: {title} ({}, {})",
            change.rule.id,
            places(change)
        );
        return;
    }
    let _ = writeln!(out, "  {}: {}", shown(&change.subject), change.rule.title);
    if !change.detail.is_empty() {
        let _ = writeln!(out, "    {}", shown(&change.detail));
    }
    if !change.also.is_empty() {
        let also: Vec<String> = change.also.iter().map(|one| shown(one)).collect();
        let _ = writeln!(out, "    also {}", also.join(", "));
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
    let _ = writeln!(out, "    {}", places(change));
    code(change, out);
}

/// Where it was and where it is.
fn places(change: &Change) -> String {
    let place = |spot: &Option<Spot>| {
        let spot = spot.as_ref();
        spot.map_or_else(String::new, |spot| {
            shown(&format!("{}:{}:{}", spot.file, spot.line, spot.column))
        })
    };
    let places = format!("{} → {}", place(&change.old), place(&change.new));
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
            let _ = writeln!(out, "    {sign} {}", shown(line));
        }
    }
}

/// Text of a document on one line of a terminal: without control or direction characters.
fn shown(text: &str) -> String {
    let is_hidden = |letter: char| {
        letter.is_control()
            || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
    };
    text.chars()
        .map(|letter| {
            if is_hidden(letter) {
                '\u{fffd}'
            } else {
                letter
            }
        })
        .collect()
}
