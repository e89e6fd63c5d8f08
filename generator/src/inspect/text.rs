//! The report as text for a terminal.

use std::fmt::Write;

use super::{kind, method_path, model_path};
use crate::diag::printable;
use crate::plan::{Operation, Plan};

/// The report.
pub fn text(plan: &Plan) -> String {
    let mut out = String::new();
    let (operations, types) = (plan.api.operations.len(), plan.api.declared().count());
    // Writing to a `String` cannot fail.
    let _ = writeln!(
        out,
        "{}: {operations} operations, {types} types\n",
        plan.package.name
    );
    let operations = plan.operations().map(|one| operation(&one, plan));
    section(&mut out, "Operations", operations);
    let schemas = plan.models().map(|model| {
        let (at, kind, path) = (&model.written, kind(&model), model_path(model.name, plan));
        let definition = model.definition.map(|name| model_path(name, plan));
        let same = definition.map_or_else(String::new, |path| format!(" = {path}"));
        vec![format!("{at}  {kind} {path}{same}")]
    });
    let merged = plan.api.merged();
    let merged = merged.map(|def| {
        let at = plan.api.written(&def.at);
        let why = plan.api.respelled(def).map_or_else(
            || "in the types that take it in (`allOf`)".to_owned(),
            |other| format!("another spelling of {}", plan.api.written(&other.at)),
        );
        vec![format!("{at}  {why}")]
    });
    section(&mut out, "Schemas", schemas.chain(merged));
    let names = plan.names.notes.all.iter().map(|note| {
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

fn operation(operation: &Operation<'_>, plan: &Plan) -> Vec<String> {
    let source = operation.source;
    let id = source.id.as_deref().unwrap_or("(no id)");
    let mut lines = vec![
        format!("{} {}  {id}", source.method, source.path),
        format!("  {}", method_path(operation, operation.function, plan)),
    ];
    let feature = operation.resource.feature().into_iter();
    lines.extend(feature.map(|feature| format!("  with the feature {feature}")));
    for (function, media_type, ty) in super::bodies(operation, plan) {
        lines.push(format!("  {function} sends {media_type}  {ty}"));
    }
    let answers = super::answers(operation, plan).into_iter();
    let answers = answers.filter(|(_, media_type, _)| *media_type != "application/json");
    for (function, media_type, ty) in answers {
        lines.push(format!("  {function} gives {media_type}  {ty}"));
    }
    let statuses = super::successes(operation, plan).into_iter();
    for (status, ty) in statuses.chain(super::errors(operation, plan)) {
        lines.push(format!("  {status}  {ty}"));
    }
    lines.extend(operation.pages.as_ref().map(|pages| {
        let (by, source) = (pages.source.words(), pages.source.source.words());
        format!("  pages by {by} ({source})")
    }));
    lines
}
