//! The report as text for a terminal.

use std::fmt::Write;

use super::{method_path, outcome, schemas, type_path};
use crate::diag::printable;
use crate::plan::Plan;

/// The report.
pub fn text(plan: &Plan) -> String {
    let mut out = String::new();
    let (operations, types) = (plan.api.operations.len(), plan.api.types.len());
    // Writing to a `String` cannot fail.
    let _ = writeln!(
        out,
        "{}: {operations} operations, {types} types\n",
        plan.package.name
    );
    section(
        &mut out,
        "Operations",
        (0..operations).map(|index| operation(index, plan)),
    );
    let schemas = schemas(plan).map(|(id, kind)| {
        let at = plan.api.get(id).at.to_string();
        vec![format!("{at}  {kind} {}", type_path(id, plan))]
    });
    section(&mut out, "Schemas", schemas);
    let names = plan.names.notes.iter().map(|note| {
        let mut lines = vec![format!("{}  {}: {}", note.at, note.name, note.reason)];
        lines.extend(note.others.iter().map(|other| format!("  see {other}")));
        lines
    });
    section(&mut out, "Names with a reason", names);
    let losses = plan.api.losses.iter();
    let losses = losses.map(|loss| {
        let (at, code) = (&loss.place.at, loss.code);
        vec![format!("{at}  {code}: {}", loss.reason)]
    });
    section(&mut out, "Not modelled", losses);
    out
}

fn section(out: &mut String, title: &str, entries: impl Iterator<Item = Vec<String>>) {
    let mut entries = entries.peekable();
    if entries.peek().is_none() {
        return;
    }
    let _ = writeln!(out, "{title}");
    for line in entries.flatten() {
        let _ = writeln!(out, "  {}", printable(&line));
    }
    out.push('\n');
}

fn operation(index: usize, plan: &Plan) -> Vec<String> {
    let operation = &plan.api.operations[index];
    let call = &plan.calls[index];
    let id = operation.id.as_deref().unwrap_or("(no id)");
    let mut lines = vec![
        format!("{} {}  {id}", operation.method, operation.path),
        format!("  {}", method_path(index, plan.names.function(index), plan)),
    ];
    for (function, content) in super::bodies(index, plan) {
        lines.push(format!(
            "  {function} sends {}  {}",
            content.media_type,
            super::sent(content, plan)
        ));
    }
    let answers = super::answers(index, plan).into_iter();
    for (function, media_type, ty) in
        answers.filter(|(_, media_type, _)| *media_type != "application/json")
    {
        lines.push(format!("  {function} gives {media_type}  {ty}"));
    }
    for (status, ty) in super::successes(index, plan) {
        lines.push(format!("  {status}  {ty}"));
    }
    for (response, found) in &call.errors {
        let status = operation.responses[*response].status;
        lines.push(format!("  {status}  {}", outcome(found, plan)));
    }
    lines
}
