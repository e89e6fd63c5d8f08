//! The facts about operations against the code.

use super::compare_source::{explained, same};
use super::facts::{Facts, Operation, Resource, Value};
use super::source::{Method, Source};

/// An operation: its data, its method, its errors, its examples.
pub(crate) fn operation(
    facts: &Facts,
    resource: &Resource,
    documented: &Operation,
    source: &Source,
    out: &mut Vec<String>,
) {
    let id = &documented.id;
    let Some((marker, found)) = source.operations.iter().find(|(_, found)| found.id == *id) else {
        return;
    };
    same(
        &format!("method of {id}"),
        &documented.method,
        &found.method,
        out,
    );
    same(&format!("path of {id}"), &documented.path, &found.path, out);
    same(
        &format!("success of {id}"),
        &documented.success.ty,
        &found.output,
        out,
    );
    same(
        &format!("content type of {id}"),
        &documented.success.content_type,
        &found.accept,
        out,
    );
    match source
        .methods
        .iter()
        .find(|method| method.marker == *marker)
    {
        None => out.push(format!("no method gives a request for {id}")),
        Some(method) => {
            same(
                &format!("resource of {id}"),
                &resource.name,
                &method.resource,
                out,
            );
            same(
                &format!("function of {id}"),
                &documented.function,
                &method.name,
                out,
            );
            arguments(documented, method, out);
        }
    }
    errors(facts, documented, source, out);
    answers(documented, source, out);
}

/// Required parameters and the body are arguments, and each goes where it belongs.
fn arguments(documented: &Operation, method: &Method, out: &mut Vec<String>) {
    let id = &documented.id;
    let required = documented
        .parameters
        .iter()
        .filter(|parameter| parameter.required);
    let mut expected: Vec<String> = required
        .map(|parameter| format!("{}: {}", parameter.wire, borrowed(parameter)))
        .collect();
    if let Some(body) = documented.body.as_ref().filter(|body| body.required) {
        expected.push(format!("body: &{}", body.ty));
        let put = method
            .calls
            .iter()
            .find(|call| call.arguments.last().is_some_and(|last| last == "body"));
        let content_type = put.map_or("none", |call| {
            call.text.as_deref().unwrap_or("application/json")
        });
        same(
            &format!("content type of the body of {id}"),
            &body.content_type,
            content_type,
            out,
        );
    }
    let arguments: Vec<String> = method
        .arguments
        .iter()
        .map(|(name, ty)| format!("{name}: {ty}"))
        .collect();
    same(
        &format!("arguments of {id}"),
        &expected.join(", "),
        &arguments.join(", "),
        out,
    );
    for parameter in &documented.parameters {
        explained(
            &format!("{id}.{}", parameter.wire),
            parameter,
            &method.docs,
            out,
        );
        let place = parameter.place.as_deref().unwrap_or_default();
        let is_put = method.calls.iter().any(|call| {
            call.method.contains(place) && call.text.as_deref() == Some(&parameter.wire)
        });
        if !is_put {
            out.push(format!(
                "{id} does not put `{}` into its {place}",
                parameter.wire
            ));
        }
    }
}

fn borrowed(parameter: &Value) -> String {
    match parameter.rust().as_str() {
        "String" => "&str".to_owned(),
        "i64" => "i64".to_owned(),
        other => format!("&{other}"),
    }
}

/// The errors that have a model of their own, by status.
fn errors(facts: &Facts, documented: &Operation, source: &Source, out: &mut Vec<String>) {
    let id = &documented.id;
    let own = documented
        .errors
        .iter()
        .filter(|error| !facts.rust.contains_key(&error.ty));
    let expected: Vec<String> = own
        .flat_map(|error| {
            let form =
                move |status: &String| format!("{status} {} {}", error.ty, error.content_type);
            error.statuses.iter().map(form)
        })
        .collect();
    let arms = source.errors.get(id).map(Vec::as_slice);
    // The table reads JSON only.
    let found = arms.unwrap_or_default().iter();
    let found = found.map(|arm| format!("{} {} application/json", arm.status, arm.held));
    let found: Vec<String> = found.collect();
    same(
        &format!("errors of {id}"),
        &expected.join(", "),
        &found.join(", "),
        out,
    );
}

/// The examples that the mock answers with: that of the success, and no status that is not documented.
fn answers(documented: &Operation, source: &Source, out: &mut Vec<String>) {
    let success = format!(
        "{} {}",
        documented.success.status, documented.success.content_type
    );
    let mut known = vec![success.clone()];
    for error in &documented.errors {
        known.extend(
            error
                .statuses
                .iter()
                .map(|status| format!("{status} {}", error.content_type)),
        );
    }
    let id = &documented.id;
    let own = source.answers.iter().filter(|(of, _, _)| of == id);
    let found: Vec<String> = own
        .map(|(_, status, media)| format!("{status} {media}"))
        .collect();
    if !found.contains(&success) {
        out.push(format!("answers of {id}: `{success}` is missing"));
    }
    let strange = found.iter().filter(|answer| !known.contains(answer));
    out.extend(strange.map(|answer| format!("answers of {id}: `{answer}` is not documented")));
}
