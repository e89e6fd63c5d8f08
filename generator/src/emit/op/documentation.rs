//! What the documentation of resources and operations says.

use super::super::{Emit, doc};
use super::form::Form;
use crate::examples::{self, Extent};
use crate::groups::Group;
use crate::ir::{Content, Header, Operation, Status};
use crate::markdown;
use crate::naming::ident;
use crate::plan::{Outcome, Role};

/// The documentation of a resource: the description of its tag.
pub(super) fn group(group: &Group, emit: Emit<'_>) -> Vec<String> {
    let tag = group.tag.map(|tag| &emit.plan.api.tags[tag]);
    let described = tag.and_then(|tag| tag.description.as_deref());
    let mut lines = described.map_or_else(
        || {
            vec![format!(
                "The operations of {}.",
                markdown::code(&group.text)
            )]
        },
        markdown::lines,
    );
    if let Some(link) = tag
        .and_then(|tag| tag.link.as_deref())
        .filter(|link| link.starts_with("https://"))
    {
        doc::paragraph(&mut lines, vec![format!("More: {}", markdown::line(link))]);
    }
    lines
}

/// The documentation of an operation's method.
pub(super) fn method(index: usize, emit: Emit<'_>) -> Vec<String> {
    let operation = &emit.plan.api.operations[index];
    let mut lines = about(operation);
    doc::paragraph(&mut lines, vec![format!("{}.", super::route(index, emit))]);
    doc::paragraph(&mut lines, arguments(index, operation, emit));
    doc::paragraph(&mut lines, sent(operation));
    doc::paragraph(&mut lines, answered(index, emit));
    doc::paragraph(&mut lines, headers(index, emit));
    doc::paragraph(&mut lines, example(index, emit));
    doc::paragraph(&mut lines, errors(index, emit));
    lines
}

/// The documentation of a method that sends another form of the body.
pub(super) fn other_body(index: usize, content: &Content, emit: Emit<'_>) -> Vec<String> {
    let name = ident(emit.plan.names.function(index)).to_string();
    let name = markdown::code(&name);
    vec![format!(
        "As {name}, with a body that is sent {}",
        with_media_type(content)
    )]
}

/// The documentation of a method that asks for another form of the answer.
pub(super) fn other_answer(form: &Form, emit: Emit<'_>) -> Vec<String> {
    let name = markdown::code(&emit.plan.names.function(form.operation).code());
    let media_type = markdown::code(form.media_type(emit));
    vec![format!(
        "As {name}, and asks for an answer as {media_type}."
    )]
}

/// The documentation of an operation with another form of its answer.
pub(super) fn answered_as(form: &Form, emit: Emit<'_>) -> String {
    let media_type = markdown::code(form.media_type(emit));
    let route = super::route(form.operation, emit);
    format!("The operation {route}, answered as {media_type}.")
}

/// What is asked for where there is a choice, and answers that are no bodies.
fn answered(index: usize, emit: Emit<'_>) -> Vec<String> {
    let operation = &emit.plan.api.operations[index];
    let mut lines = Vec::new();
    let plain = operation.plain_answer();
    if let Some(content) = operation.read_by(&plain).first()
        && !emit.plan.calls[index].others.is_empty()
    {
        let media_type = markdown::code(&content.media_type);
        lines.push(format!("The answer is asked for as {media_type}."));
    }
    if operation.gives_redirects() {
        lines.push(
            "A [`Redirect`](runtime::Redirect) says where to go, and `follow` gives what is there."
                .to_owned(),
        );
    }
    let mut statuses = operation.responses.iter().map(|response| response.status);
    if statuses.any(|status| status == Status::Code(304)) {
        let method = "[`or_not_modified`](runtime::Request::or_not_modified)";
        lines.push(format!("With {method}, the answer 304 is `None`."));
    }
    lines
}

/// What the body is sent as, where that is not plainly JSON.
fn sent(operation: &Operation) -> Vec<String> {
    let sent = operation.body.as_ref();
    let said = sent.filter(|body| !body.others.is_empty() || body.main.sent != "application/json");
    let line = said.map(|body| format!("The body is sent {}", with_media_type(&body.main)));
    line.into_iter().collect()
}

/// `as text/csv`; a range leaves the choice to the caller.
fn with_media_type(content: &Content) -> String {
    let sent = markdown::code(&content.sent);
    if content.sent == content.media_type {
        format!("as {sent}.")
    } else {
        let range = markdown::code(&content.media_type);
        format!("as {sent}; the header `content-type` may name anything else in {range}.")
    }
}

fn about(operation: &Operation) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(title) = &operation.docs.title {
        lines.push(sentence(&markdown::line(title)));
    }
    if let Some(description) = operation
        .docs
        .description
        .as_deref()
        .filter(|text| operation.docs.title.as_deref() != Some(*text))
    {
        doc::paragraph(&mut lines, markdown::lines(description));
    }
    lines
}

/// With a full stop behind it.
fn sentence(text: &str) -> String {
    if text.ends_with(['.', '!', '?', ':']) {
        text.to_owned()
    } else {
        format!("{text}.")
    }
}

/// The required parameters, which are arguments.
fn arguments(index: usize, operation: &Operation, emit: Emit<'_>) -> Vec<String> {
    let params = operation
        .params
        .iter()
        .enumerate()
        .filter(|(_, param)| emit.plan.param_role(param) == Role::Argument);
    let described = params.filter_map(|(param, source)| {
        let facts = doc::short(&source.docs);
        let name = ident(emit.plan.names.param(index, param)).to_string();
        (!facts.is_empty()).then(|| format!("- {}: {}", markdown::code(&name), facts.join(" ")))
    });
    described.collect()
}

/// The headers of the answer.
fn headers(index: usize, emit: Emit<'_>) -> Vec<String> {
    let headers = emit.plan.headers(index);
    if headers.is_empty() {
        return Vec::new();
    }
    let method = "[`Response::header`](runtime::Response::header)";
    let mut lines = vec![
        format!("The answer has headers, which {method} gives:"),
        String::new(),
    ];
    lines.extend(headers.into_iter().map(header));
    lines
}

fn header(header: &Header) -> String {
    let name = markdown::code(&header.wire);
    let about = header.description.as_deref().map(markdown::line);
    let facts = header
        .facts()
        .map(|facts| markdown::line(&doc::capital(&facts)));
    let said: Vec<String> = [about, facts]
        .into_iter()
        .flatten()
        .map(|said| sentence(&said))
        .collect();
    if said.is_empty() {
        return format!("- {name}");
    }
    format!("- {name}: {}", said.join(" "))
}

/// A call that runs against the mock; what every example needs is hidden.
fn example(index: usize, emit: Emit<'_>) -> Vec<String> {
    let Some(call) = examples::call(index, emit.plan, Extent::Short) else {
        return Vec::new();
    };
    let package = emit.plan.package.crate_name();
    let fence = if super::super::mock::answers(index, emit) {
        "```"
    } else {
        "```no_run"
    };
    let mut lines = vec!["# Example".to_owned(), String::new(), fence.to_owned()];
    if !call.models.is_empty() {
        let models: Vec<&str> = call.models.iter().map(String::as_str).collect();
        let models = if let [one] = models[..] {
            one.to_owned()
        } else {
            format!("{{{}}}", models.join(", "))
        };
        lines.extend([format!("use {package}::models::{models};"), String::new()]);
    }
    let client = examples::client(emit.plan);
    lines.extend([
        "# #[tokio::main(flavor = \"current_thread\")]".to_owned(),
        format!("# async fn main() -> Result<(), {package}::Error> {{"),
        format!("# let {client} = {package}::mock::client();"),
    ]);
    lines.extend(call.lines());
    lines.extend(["# Ok(())", "# }", "```"].map(str::to_owned));
    lines
}

fn errors(index: usize, emit: Emit<'_>) -> Vec<String> {
    let call = &emit.plan.calls[index];
    let mut lines = vec!["# Errors".to_owned(), String::new()];
    if call.errors.is_empty() {
        lines.push(
            "The document names none; see [`Error`](runtime::Error) for what can fail.".to_owned(),
        );
        return lines;
    }
    let name = emit.plan.names.error(index);
    lines.push(format!(
        "[`{name}`], where the API answers with a documented error:"
    ));
    lines.push(String::new());
    for (response, outcome) in &call.errors {
        let source = &emit.plan.api.operations[index].responses[*response];
        let variant = emit.plan.names.status(index, *response);
        let about = markdown::line(&source.description);
        let about = if about.is_empty() {
            String::new()
        } else {
            format!(": {}", sentence(&about))
        };
        debug_assert!(matches!(outcome, Outcome::Json(_)));
        lines.push(format!(
            "- {} [`{variant}`]({name}::{variant}){about}",
            source.status
        ));
    }
    lines
}
