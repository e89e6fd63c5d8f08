//! The report as Markdown for a comment of a pull request: a summary, the details folded, never longer than a comment may be.

use std::fmt::Write;

use super::super::{Bump, Change, NotCompared, Report, Spot};
use super::Fold;
use crate::diag::printable;
use crate::markdown::code;

/// The characters that a comment on GitHub may have, with some left for what a workflow puts around the report.
const MOST: usize = 60_000;

const END: &str = "\n</details>\n";

/// Room that is kept for saying what was left out.
const ROOM: usize = 500;

/// The report.
pub fn markdown(report: &Report) -> String {
    let mut out = summary(report);
    let mut left_out = Vec::new();
    for (level, title) in [
        (Bump::Major, "Major: callers have to change"),
        (Bump::Minor, "Minor: there is something new"),
        (Bump::Patch, "Patch: callers see nothing of it"),
        (Bump::None, "Renamed without a trace in the code"),
    ] {
        let changes = report.changes.iter().filter(|change| change.rust == level);
        let entries: Vec<String> = changes.map(entry).collect();
        let fold = match level {
            Bump::Major => Fold::Open,
            Bump::Minor | Bump::Patch | Bump::None => Fold::Closed,
        };
        let missing = group(&mut out, title, fold, &entries);
        left_out.extend((missing > 0).then(|| format!("{missing} {}", level.word())));
    }
    let parts: Vec<String> = report.unknown().iter().map(not_compared).collect();
    let title = "Not compared: what is not modelled and differs";
    let missing = group(&mut out, title, Fold::Open, &parts);
    left_out.extend((missing > 0).then(|| format!("{missing} not compared")));
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

/// Adds as many entries as a comment has room for; gives how many were left out.
fn group(out: &mut String, title: &str, fold: Fold, entries: &[String]) -> usize {
    if entries.is_empty() {
        return 0;
    }
    let head = format!(
        "\n{}\n<summary>{title} ({})</summary>\n\n",
        fold.tag(),
        entries.len()
    );
    let mut shown = 0;
    let mut body = String::new();
    for entry in entries {
        let length = [out.as_str(), &head, &body, entry].map(|part| part.chars().count());
        if length.iter().sum::<usize>() + END.len() + ROOM > MOST {
            break;
        }
        body += entry;
        shown += 1;
    }
    if shown > 0 {
        *out += &(head + &body + END);
    }
    entries.len() - shown
}

/// A part that differs and is not modelled, as an element of a list.
fn not_compared(part: &NotCompared) -> String {
    let pointer = part.spot().map_or("", |spot| &spot.pointer);
    let places = places(part.old.as_ref(), part.new.as_ref());
    let (pointer, reason) = (inline(pointer), inline(&part.reason));
    format!("- {pointer}: {reason} <sub>{}, {places}</sub>\n", part.code)
}

fn summary(report: &Report) -> String {
    if report.is_empty() {
        return "### API changes: none\n".to_owned();
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
fn entry(change: &Change) -> String {
    let mut out = format!("- {}: {}", inline(&change.subject), change.rule.title);
    if !change.detail.is_empty() {
        let _ = write!(out, " ({})", inline(&change.detail));
    }
    let _ = write!(
        out,
        ". Wire {}, Rust {}: {}.",
        change.wire.word(),
        change.rust.word(),
        change.reason
    );
    if !change.also.is_empty() {
        let also: Vec<String> = change.also.iter().map(|one| inline(one)).collect();
        let _ = write!(out, " Also {}.", also.join(", "));
    }
    let places = places(change.old.as_ref(), change.new.as_ref());
    let _ = writeln!(out, " <sub>{}, {places}</sub>", inline(change.rule.id));
    out + &signatures(change)
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
