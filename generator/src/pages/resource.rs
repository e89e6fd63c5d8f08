//! The page of a resource: overview, operations, and for each usage, parameters, response and errors.

use super::table::{bars, cell, required, table};
use super::{model, model_page, slug, ty, usage};
use crate::draft::Draft;
use crate::examples::{self, Extent};
use crate::ir::{Content, ContentKind, Param, Type};
use crate::markdown;
use crate::naming::{self, Name};
use crate::plan::{Outcome, Plan, Role};

/// The page.
pub(super) fn item(group: usize, plan: &Plan) -> Draft {
    let name = plan.names.group(group);
    let client = naming::variable(&plan.package.client);
    let mut lines = vec![
        format!("# {name}"),
        String::new(),
        format!("(`{client}.{}()`)", plan.names.group_method(group)),
        String::new(),
        "## Overview".to_owned(),
        String::new(),
    ];
    let tag = plan.groups[group].tag.map(|tag| &plan.api.tags[tag]);
    if let Some(description) = tag.and_then(|tag| tag.description.as_deref()) {
        lines.extend(markdown::lines(description));
        lines.push(String::new());
    }
    lines.extend(["### Available Operations".to_owned(), String::new()]);
    for &operation in &plan.groups[group].operations {
        let function = plan.names.function(operation);
        lines.push(format!(
            "* [{function}](#{function}){}",
            title(operation, plan).map_or_else(String::new, |title| format!(" - {title}"))
        ));
    }
    for &operation in &plan.groups[group].operations {
        lines.push(String::new());
        lines.extend(section(operation, plan));
    }
    Draft::text(
        format!("docs/sdks/{}/README.md", slug(name)),
        lines.join("\n") + "\n",
    )
}

fn title(operation: usize, plan: &Plan) -> Option<String> {
    plan.api.operations[operation]
        .docs
        .title
        .as_deref()
        .map(markdown::line)
}

fn section(index: usize, plan: &Plan) -> Vec<String> {
    let operation = &plan.api.operations[index];
    let mut lines = vec![format!("## {}", plan.names.function(index)), String::new()];
    if operation.docs.deprecated {
        lines.extend(["**Deprecated.**".to_owned(), String::new()]);
    }
    let described = operation.docs.description.as_deref().map(markdown::lines);
    if let Some(described) = described.or_else(|| title(index, plan).map(|title| vec![title])) {
        lines.extend(described);
        lines.push(String::new());
    }
    lines.push(format!(
        "{}: `{}`",
        markdown::code(&format!("{} {}", operation.method, operation.path)),
        plan.names.marker(index)
    ));
    if let Some(call) = examples::call(index, plan, Extent::Short) {
        lines.extend(["", "### Example Usage", "", "```rust"].map(str::to_owned));
        lines.extend(usage::program(&call, plan));
        lines.push("```".to_owned());
    }
    lines.extend(["", "### Parameters", ""].map(str::to_owned));
    lines.extend(parameters(index, plan));
    lines.extend(other_bodies(index, plan));
    lines.extend(["", "### Response", ""].map(str::to_owned));
    lines.extend(response(index, plan));
    lines.extend(other_answers(index, plan));
    lines.extend(headers(index, plan));
    lines.extend(["", "### Errors", ""].map(str::to_owned));
    lines.extend(errors(index, plan));
    lines
}

const MODELS: &str = "../../models/";

fn parameters(index: usize, plan: &Plan) -> Vec<String> {
    let operation = &plan.api.operations[index];
    let mut rows: Vec<Vec<String>> = Vec::new();
    for (param, source) in operation.params.iter().enumerate() {
        // What is written for the caller is not the caller's business.
        if plan.param_role(source) == Role::Fixed {
            continue;
        }
        rows.push(parameter(plan.names.param(index, param), source, plan));
    }
    if let Some(body) = &operation.body {
        rows.push(vec![
            "`body`".to_owned(),
            sent(&body.main, plan),
            required(body.required),
            body.description.as_deref().map_or_else(
                || "What is sent.".to_owned(),
                |text| cell(&markdown::flat(text)),
            ),
            String::new(),
        ]);
    }
    if rows.is_empty() {
        return vec!["None.".to_owned()];
    }
    table(
        &["Parameter", "Type", "Required", "Description", "Example"],
        &rows,
    )
}

fn parameter(name: &Name, source: &Param, plan: &Plan) -> Vec<String> {
    vec![
        bars(&markdown::code(&name.code())),
        ty::used(&source.ty, MODELS, plan),
        required(source.required),
        model::described(&source.docs),
        model::example(&source.docs, &source.ty, plan),
    ]
}

/// The type of a body.
fn sent(content: &Content, plan: &Plan) -> String {
    match content.kind {
        ContentKind::Multipart if content.ty == Type::Any => "`MultipartForm`".to_owned(),
        ContentKind::Json | ContentKind::Form | ContentKind::Multipart => {
            ty::used(&content.ty, MODELS, plan)
        }
        ContentKind::Text => "`str`".to_owned(),
        ContentKind::Bytes => "`bytes::Bytes`".to_owned(),
    }
}

/// The methods that send other forms of the body.
fn other_bodies(index: usize, plan: &Plan) -> Vec<String> {
    let body = plan.api.operations[index].body.as_ref();
    let others = body.into_iter().flat_map(|body| &body.others).enumerate();
    let rows: Vec<Vec<String>> = others
        .map(|(other, content)| {
            let function = plan.names.body_function(index, other).code();
            vec![
                bars(&markdown::code(&function)),
                bars(&markdown::code(&content.media_type)),
                sent(content, plan),
            ]
        })
        .collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let mut lines = ["", "### Other Bodies", ""].map(str::to_owned).to_vec();
    lines.extend(table(&["Method", "Content Type", "Body"], &rows));
    lines
}

/// What a success gives; a line for each status where that differs.
fn response(index: usize, plan: &Plan) -> Vec<String> {
    match &plan.calls[index].success {
        Outcome::ByStatus(all) => {
            let name = plan.names.output(index);
            let mut lines = vec![format!("**`{name}`**"), String::new()];
            lines.extend(all.iter().map(|(response, one)| {
                let status = plan.api.operations[index].responses[*response].status;
                let variant = plan.names.status(index, *response);
                format!("* {status} `{name}::{variant}`: {}", outcome(one, plan))
            }));
            lines
        }
        single => vec![format!("**{}**", outcome(single, plan))],
    }
}

/// The media type that is asked for, where that is not plain JSON, and the methods that ask for another one.
fn other_answers(index: usize, plan: &Plan) -> Vec<String> {
    let operation = &plan.api.operations[index];
    let read = operation.read_by(&operation.plain_answer());
    let asked = read.first().map(|content| content.media_type.as_str());
    let others = operation.other_answers().into_iter().enumerate();
    let rows: Vec<Vec<String>> = others
        .filter_map(|(other, answer)| {
            let (response, content) = answer.origin;
            let content = operation.answered(response).get(content)?;
            Some(vec![
                bars(&markdown::code(
                    &plan.names.answer_function(index, other).code(),
                )),
                bars(&markdown::code(&content.media_type)),
                match &plan.calls[index].others[other] {
                    Outcome::ByStatus(all) => {
                        let each = all.iter().map(|(response, one)| {
                            let status = operation.responses[*response].status;
                            format!("{status}: {}", outcome(one, plan))
                        });
                        each.collect::<Vec<_>>().join(", ")
                    }
                    single => outcome(single, plan),
                },
            ])
        })
        .collect();
    let mut lines = Vec::new();
    if let Some(asked) = asked.filter(|asked| !rows.is_empty() || *asked != "application/json") {
        let asked = markdown::code(asked);
        lines.extend([String::new(), format!("Asked for as {asked}.")]);
    }
    if !rows.is_empty() {
        lines.extend(["", "### Other Answers", ""].map(str::to_owned));
        lines.extend(table(&["Method", "Content Type", "Answer"], &rows));
    }
    lines
}

/// The documented headers of a success.
fn headers(index: usize, plan: &Plan) -> Vec<String> {
    let headers = plan.headers(index).into_iter();
    let rows: Vec<Vec<String>> = headers
        .map(|header| {
            let about = header.description.as_deref().map(markdown::flat);
            let facts = header.facts().map(|facts| markdown::line(&facts));
            let said: Vec<String> = about.into_iter().flatten().chain(facts).collect();
            vec![bars(&markdown::code(&header.wire)), cell(&said)]
        })
        .collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![String::new()];
    lines.extend(table(&["Header", "Description"], &rows));
    lines
}

fn outcome(outcome: &Outcome, plan: &Plan) -> String {
    match outcome {
        Outcome::Empty => "`()`".to_owned(),
        Outcome::Json(ty) => ty::used(ty, MODELS, plan),
        Outcome::Text => "`String`".to_owned(),
        Outcome::Bytes => "`bytes::Bytes`".to_owned(),
        Outcome::Redirect(body) if **body == Outcome::Empty => "`Redirect`".to_owned(),
        Outcome::Redirect(body) => format!("`Redirect`, its body {}", self::outcome(body, plan)),
        Outcome::ByStatus(_) => String::new(),
    }
}

/// Documented errors by type, as one row each; then everything else.
fn errors(index: usize, plan: &Plan) -> Vec<String> {
    let operation = &plan.api.operations[index];
    let mut rows: Vec<Vec<String>> = Vec::new();
    for (response, outcome) in &plan.calls[index].errors {
        let response = &operation.responses[*response];
        let Outcome::Json(ty) = outcome else {
            continue;
        };
        let media: Vec<String> = response
            .contents
            .iter()
            .map(|content| markdown::line(&content.media_type))
            .collect();
        let (ty, media) = (error_type(ty, plan), bars(&media.join(", ")));
        match rows.iter_mut().find(|row| row[0] == ty && row[2] == media) {
            Some(row) => row[1] = format!("{}, {}", row[1], response.status),
            None => rows.push(vec![ty, response.status.to_string(), media]),
        }
    }
    rows.push(vec![
        "`Error`".to_owned(),
        "4XX, 5XX".to_owned(),
        "\\*/\\*".to_owned(),
    ]);
    table(&["Error Type", "Status Code", "Content Type"], &rows)
}

fn error_type(ty: &Type, plan: &Plan) -> String {
    match ty {
        Type::Named(id) => {
            let name = plan.names.ty(*id);
            format!("[`{name}`](../../{})", model_page(name))
        }
        other => ty::used(other, MODELS, plan),
    }
}
