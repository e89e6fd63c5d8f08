//! The report as annotations of GitHub Actions: a workflow command each change, errors for what breaks callers, warnings for
//! what nobody compared.
//!
//! [Workflow commands](https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands).

use std::fmt::Write;

use super::super::{Bump, Change, Mark, NotCompared, Report};
use super::overview;
use crate::diag::{command_data as data, command_property as property};

/// Annotations of each kind that are written: GitHub shows ten of a step, and a log has to be read.
const MOST: usize = 100;

/// The annotations; nothing where nothing changed. What is documentation alone is left out, and the rest is counted.
pub fn github(report: &Report) -> String {
    if report.is_new {
        return format!("::notice title=tintype diff::{}\n", super::NEW);
    }
    let told = report
        .changes
        .iter()
        .filter(|change| !change.rule.is_documentation());
    let mut told: Vec<&Change> = told.collect();
    // What breaks comes first, since the rest may be counted only.
    told.sort_by_key(|change| !is_error(change));
    let unknown = report.unknown();
    let all = unknown.iter().take(MOST).map(not_compared);
    let all = told.iter().take(MOST).map(|one| annotation(one)).chain(all);
    let mut out: String = all.collect();
    let left_out = told.len().saturating_sub(MOST) + unknown.len().saturating_sub(MOST);
    if left_out > 0 {
        let errors = told.iter().skip(MOST).filter(|change| is_error(change));
        // Writing to a `String` cannot fail.
        let _ = writeln!(
            out,
            "::notice title=tintype diff::{left_out} more changes, {} of them breaking; `tintype diff` shows all",
            errors.count()
        );
    }
    out
}

fn is_error(change: &Change) -> bool {
    change.rust == Bump::Major || change.breaks_wire()
}

/// A part that differs and is not modelled, so that somebody looks at it.
fn not_compared(part: &NotCompared) -> String {
    let place = place(&part.mark);
    let title = property(&format!("not compared: {}", part.code));
    let pointer = part.spot().map_or("", |spot| &spot.pointer);
    let message = data(&format!("{pointer}: {}", part.reason));
    format!("::warning {place}title={title}::{message}\n")
}

/// The place of an annotation, in the new document: a runner shows no lines of the old one.
fn place(mark: &Mark) -> String {
    let (file, line, column) = (property(&mark.file), mark.line, mark.column);
    format!("file={file},line={line},col={column},")
}

fn annotation(change: &Change) -> String {
    let command = if is_error(change) { "error" } else { "notice" };
    let title = property(&format!("{}: {}", change.rust.word(), change.rule.id));
    let place = place(&change.mark);
    let detail = if change.detail.is_empty() {
        String::new()
    } else {
        format!(" ({})", change.detail)
    };
    let message = data(&format!(
        "{}: {}{detail}. Wire {}, Rust {}: {}.{}",
        change.subject,
        change.rule.title,
        change.wire.word(),
        change.rust.word(),
        change.reason,
        touched(change)
    ));
    format!("::{command} {place}title={title}::{message}\n")
}

/// The operations that the change meets.
fn touched(change: &Change) -> String {
    match overview::touched(change) {
        None => String::new(),
        Some((operations, 0)) => format!(" In {}.", operations.join(", ")),
        Some((operations, more)) => format!(" In {} and {more} more.", operations.join(", ")),
    }
}
