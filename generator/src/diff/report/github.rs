//! The report as annotations of GitHub Actions: a workflow command each change, errors for what breaks callers.
//!
//! [Workflow commands](https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands).

use super::super::{Change, Level, Report};

/// The annotations; nothing where nothing changed. What is documentation alone is left out.
pub fn github(report: &Report) -> String {
    let told = report
        .changes
        .iter()
        .filter(|change| !change.rule.is_documentation());
    told.map(annotation).collect()
}

fn annotation(change: &Change) -> String {
    let command = match change.rust {
        Level::Major => "error",
        _ if change.breaks_wire() => "error",
        Level::None | Level::Patch | Level::Minor => "notice",
    };
    let title = property(&format!("{}: {}", change.rust.word(), change.rule.id));
    // What is gone has no line in the file that is looked at.
    let place = change.new.as_ref().map_or(String::new(), |spot| {
        let (file, line, column) = (property(&spot.file), spot.line, spot.column);
        format!("file={file},line={line},col={column},")
    });
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

/// Text behind the `::` of a command.
fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// The value of a property of a command.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
