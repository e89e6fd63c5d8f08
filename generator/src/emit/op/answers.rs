//! What the documentation of an operation says of its answers: what they are, their headers, and those that are errors.

use super::super::doc;
use crate::ir::{Header, Status};
use crate::markdown;
use crate::plan::{Errors, Operation, Plan, by_status};

/// The headers of the answer.
pub(super) fn headers(operation: &Operation<'_>) -> Vec<String> {
    if operation.headers.is_empty() {
        return Vec::new();
    }
    let method = "[`Response::header`](runtime::Response::header)";
    let mut lines = vec![
        format!("The answer has headers, which {method} gives:"),
        String::new(),
    ];
    lines.extend(operation.headers.iter().map(|one| header(one)));
    lines
}

fn header(header: &Header) -> String {
    let name = markdown::code(&header.wire);
    let about = header.description.as_deref().map(markdown::line);
    let facts = header
        .facts()
        .map(|facts| markdown::line(&markdown::capital(&facts)));
    let said: Vec<String> = [about, facts]
        .into_iter()
        .flatten()
        .map(|said| markdown::sentence(&said))
        .collect();
    if said.is_empty() {
        return format!("- {name}");
    }
    format!("- {name}: {}", said.join(" "))
}

/// The documented errors; what else can fail is the same for all calls.
pub(super) fn errors(operation: &Operation<'_>, plan: &Plan) -> Vec<String> {
    let given = operation.errors.as_ref();
    let mut lines: Vec<String> = given
        .map(|errors| given_as(errors, plan))
        .into_iter()
        .collect();
    let others = operation
        .other_errors()
        .into_iter()
        .map(|said| format!("- {said}"));
    doc::paragraph(&mut lines, others.collect());
    if !lines.is_empty() {
        lines.insert(0, "# Errors".to_owned());
    }
    lines
}

/// How a documented error is had.
fn given_as(errors: &Errors<'_>, plan: &Plan) -> String {
    let error = &*plan.package.error;
    let method = format!("[`{error}::documented`](runtime::Error::documented)");
    let statuses = by_status(&errors.all).into_iter();
    let statuses = statuses.map(|one| one.status().beside_others());
    let statuses: Vec<String> = statuses.collect();
    let statuses = match &statuses[..] {
        [all @ .., last] if !all.is_empty() => format!("{} and {last}", all.join(", ")),
        [_] if errors.all[0].status() == Status::Default => "any status".to_owned(),
        one => one.concat(),
    };
    format!("{method} gives [`{}`] for {statuses}.", errors.name)
}
