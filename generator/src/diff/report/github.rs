//! The report as annotations of GitHub Actions: a workflow command each change, errors for what breaks callers, warnings for
//! what nobody compared.
//!
//! [Workflow commands](https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands).

use super::super::{Bump, Change, NotCompared, Report, Spot};
use crate::diag::printable;

/// The annotations; nothing where nothing changed. What is documentation alone is left out.
pub fn github(report: &Report) -> String {
    let told = report
        .changes
        .iter()
        .filter(|change| !change.rule.is_documentation());
    let unknown = report.unknown().iter().map(not_compared);
    told.map(annotation).chain(unknown).collect()
}

/// A part that differs and is not modelled, so that somebody looks at it.
fn not_compared(part: &NotCompared) -> String {
    let place = place(part.new.as_ref());
    let title = property(&format!("not compared: {}", part.code));
    let pointer = part.spot().map_or("", |spot| &spot.pointer);
    let message = data(&format!("{pointer}: {}", part.reason));
    format!("::warning {place}title={title}::{message}\n")
}

/// The place of an annotation. What is gone has no line in the file that is looked at.
fn place(spot: Option<&Spot>) -> String {
    spot.map_or(String::new(), |spot| {
        let (file, line, column) = (property(&spot.file), spot.line, spot.column);
        format!("file={file},line={line},col={column},")
    })
}

fn annotation(change: &Change) -> String {
    let command = match change.rust {
        Bump::Major => "error",
        _ if change.breaks_wire() => "error",
        Bump::None | Bump::Patch | Bump::Minor => "notice",
    };
    let title = property(&format!("{}: {}", change.rust.word(), change.rule.id));
    let place = place(change.new.as_ref());
    let detail = if change.detail.is_empty() {
        String::new()
    } else {
        format!(" ({})", change.detail)
    };
    let message = data(&format!(
        "{}: {}{detail}. Wire {}, Rust {}: {}.",
        change.subject,
        change.rule.title,
        change.wire.word(),
        change.rust.word(),
        change.reason
    ));
    format!("::{command} {place}title={title}::{message}\n")
}

/// Text behind the `::` of a command, on one line.
fn data(text: &str) -> String {
    printable(text).replace('%', "%25")
}

/// The value of a property of a command.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
