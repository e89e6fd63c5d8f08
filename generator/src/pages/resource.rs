//! The page of a resource: overview, operations, and for each usage, parameters, response and errors.

use super::table::{self, bars, cell, table};
use super::{model, slug, ty};
use crate::draft::Draft;
use crate::examples::{self, Extent};
use crate::markdown;
use crate::plan::{
    Answer, Documented, Given, Held, Operation, Parameter, Plan, Resource, Role, Sent,
};

/// The page.
pub(super) fn item(resource: Resource<'_>, plan: &Plan) -> Draft {
    let name = resource.name;
    let client = plan.client().variable();
    let with = resource.feature();
    let with = with.map_or_else(String::new, |feature| {
        format!(", with the feature `{feature}`")
    });
    let mut lines = vec![
        format!("# {name}"),
        String::new(),
        format!("(`{client}.{}()`{with})", resource.method),
        String::new(),
        "## Overview".to_owned(),
        String::new(),
    ];
    let described = resource.tag.and_then(|tag| tag.description.as_deref());
    if let Some(description) = described {
        lines.extend(markdown::lines(description));
        lines.push(String::new());
    }
    if let Some(link) = resource.tag.and_then(|tag| tag.link.as_deref()) {
        lines.extend([markdown::more(link), String::new()]);
    }
    lines.extend(["### Available Operations".to_owned(), String::new()]);
    let operations: Vec<Operation<'_>> = resource.operations().collect();
    for operation in &operations {
        let function = operation.function;
        lines.push(format!(
            "* [{function}](#{function}){}",
            title(operation).map_or_else(String::new, |title| format!(" - {title}"))
        ));
    }
    for operation in &operations {
        lines.push(String::new());
        lines.extend(section(operation, plan));
    }
    Draft::text(
        format!("docs/sdks/{}/README.md", slug(name)),
        lines.join("\n") + "\n",
    )
}

fn title(operation: &Operation<'_>) -> Option<String> {
    operation.source.docs.title.as_deref().map(markdown::line)
}

fn section(operation: &Operation<'_>, plan: &Plan) -> Vec<String> {
    let source = operation.source;
    let mut lines = vec![format!("## {}", operation.function), String::new()];
    if source.docs.deprecated {
        lines.extend(["**Deprecated.**".to_owned(), String::new()]);
    }
    let described = source.docs.description.as_deref().map(markdown::lines);
    if let Some(described) = described.or_else(|| title(operation).map(|title| vec![title])) {
        lines.extend(described);
        lines.push(String::new());
    }
    if let Some(link) = &source.docs.link {
        lines.extend([markdown::more(link), String::new()]);
    }
    lines.push(format!(
        "{}: `{}`",
        markdown::code(&format!("{} {}", source.method, source.path)),
        operation.marker
    ));
    for said in operation.remarks() {
        lines.extend([String::new(), said]);
    }
    let needed = operation.needed(|name| markdown::code(&name.code()));
    for said in needed.into_iter().chain(operation.allowed(markdown::code)) {
        lines.extend([String::new(), said]);
    }
    if let Some(call) = examples::call(operation, plan, Extent::Short) {
        lines.extend(["", "### Example Usage", "", "```rust"].map(str::to_owned));
        lines.extend(examples::program(&call, plan));
        lines.push("```".to_owned());
    }
    lines.extend(["", "### Parameters", ""].map(str::to_owned));
    lines.extend(parameters(operation, plan));
    lines.extend(other_bodies(operation));
    lines.extend(["", "### Response", ""].map(str::to_owned));
    lines.extend(operation.answer().map(response).unwrap_or_default());
    lines.extend(other_answers(operation));
    lines.extend(headers(operation));
    lines.extend(["", "### Errors", ""].map(str::to_owned));
    lines.extend(errors(operation, plan));
    let others = operation.other_errors();
    lines.extend(others.first().map(|_| String::new()));
    lines.extend(others.iter().map(|said| format!("- {said}")));
    lines
}

/// Where the body is that an answer may have all the same.
const NO_BODY: &str = "The document describes no body. If the server gives one, `send_raw` has it.";

const MODELS: &str = "../../models/";

fn parameters(operation: &Operation<'_>, plan: &Plan) -> Vec<String> {
    // What is written for the caller is not the caller's business.
    let params = operation.params.iter();
    let params = params.filter(|param| param.role != Role::Fixed);
    let mut rows: Vec<Vec<String>> = params.map(|param| parameter(param, plan)).collect();
    if let Some(body) = &operation.body {
        rows.push(vec![
            "`body`".to_owned(),
            ty::linked(&body.main.ty, MODELS),
            if body.required {
                table::REQUIRED.to_owned()
            } else {
                table::OPTIONAL.to_owned()
            },
            body.description.map_or_else(
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

fn parameter(param: &Parameter<'_>, plan: &Plan) -> Vec<String> {
    let source = param.source;
    vec![
        bars(&markdown::code(&param.name.code())),
        ty::linked(&param.ty, MODELS),
        match param.role {
            Role::Argument | Role::Fixed => table::REQUIRED.to_owned(),
            Role::Setter => table::OPTIONAL.to_owned(),
        },
        model::described(&source.docs),
        model::example(&source.docs, &source.ty, plan),
    ]
}

/// The methods that send other forms of the body.
fn other_bodies(operation: &Operation<'_>) -> Vec<String> {
    let others = operation.body.iter().flat_map(|body| &body.others);
    let row = |sent: &Sent<'_>| {
        vec![
            bars(&markdown::code(&sent.function.code())),
            bars(&markdown::code(&sent.content.media_type)),
            ty::linked(&sent.ty, MODELS),
        ]
    };
    let rows: Vec<Vec<String>> = others.map(row).collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let mut lines = ["", "### Other Bodies", ""].map(str::to_owned).to_vec();
    lines.extend(table(&["Method", "Content Type", "Body"], &rows));
    lines
}

/// What a success gives; a line for each status where that differs.
fn response(answer: &Answer<'_>) -> Vec<String> {
    match &answer.given {
        Given::ByStatus(all) => {
            let name = answer.output;
            let mut lines = vec![format!("**`{name}`**"), String::new()];
            lines.extend(all.iter().map(|one| {
                let (status, variant) = (one.status(), one.variant);
                let held = ty::linked(&one.held.ty(), MODELS);
                format!("* {status} `{name}::{variant}`: {held}")
            }));
            lines
        }
        Given::Single { held, .. } => {
            let mut lines = vec![format!("**{}**", ty::linked(&held.ty(), MODELS))];
            if *held == Held::Nothing {
                lines.extend([String::new(), NO_BODY.to_owned()]);
            }
            lines
        }
    }
}

/// The media type that is asked for, where that is not plain JSON, and the methods that ask for another one.
fn other_answers(operation: &Operation<'_>) -> Vec<String> {
    let asked = operation.answer().and_then(Answer::media_type);
    let others = operation.other_answers().iter();
    let rows: Vec<Vec<String>> = others.map(other_answer).collect();
    let mut lines = Vec::new();
    if let Some(asked) = asked.filter(|asked| !rows.is_empty() || *asked != "application/json") {
        let asked = markdown::code(asked);
        let flag = operation.answer().and_then(|answer| answer.flag);
        let flag = flag.map_or_else(String::new, |(member, is_on)| {
            let member = markdown::code(member);
            format!(
                ": {member} of the body is sent as `{is_on}`, and as `{}` for the other answer",
                !is_on
            )
        });
        lines.extend([String::new(), format!("Asked for as {asked}{flag}.")]);
    }
    if !rows.is_empty() {
        lines.extend(["", "### Other Answers", ""].map(str::to_owned));
        lines.extend(table(&["Method", "Content Type", "Answer"], &rows));
    }
    lines
}

fn other_answer(answer: &Answer<'_>) -> Vec<String> {
    let media_type = answer.media_type().unwrap_or_default();
    vec![
        bars(&markdown::code(&answer.function.code())),
        bars(&markdown::code(media_type)),
        match &answer.given {
            Given::ByStatus(all) => {
                let each = all.iter().map(|one: &Documented<'_>| {
                    format!("{}: {}", one.status(), ty::linked(&one.held.ty(), MODELS))
                });
                each.collect::<Vec<_>>().join(", ")
            }
            Given::Single { held, .. } => ty::linked(&held.ty(), MODELS),
        },
    ]
}

/// The documented headers of a success.
fn headers(operation: &Operation<'_>) -> Vec<String> {
    let headers = operation.headers.iter();
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

/// Documented errors by type, as one row each; then everything else.
fn errors(operation: &Operation<'_>, plan: &Plan) -> Vec<String> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    for one in operation.errors.iter().flat_map(|errors| &errors.all) {
        let contents = one.response.contents.iter();
        let media: Vec<String> = contents
            .map(|content| markdown::line(&content.media_type))
            .collect();
        let (ty, media) = (ty::linked(&one.held.ty(), MODELS), bars(&media.join(", ")));
        match rows.iter_mut().find(|row| row[0] == ty && row[2] == media) {
            Some(row) => row[1] = format!("{}, {}", row[1], one.status()),
            None => rows.push(vec![ty, one.status().to_string(), media]),
        }
    }
    rows.push(vec![
        markdown::code(&plan.package.error),
        "4XX, 5XX".to_owned(),
        "\\*/\\*".to_owned(),
    ]);
    table(&["Error Type", "Status Code", "Content Type"], &rows)
}
