//! The facts about operations against their sections of a resource's page.

use super::compare_pages::{linked, rows, said, table, text};
use super::compare_source::same;
use super::facts::{Facts, Operation, Resource, Value};
use super::pages::{Cell, Page, Section, Table, links, plain};

/// An operation: description, route, parameters, response, errors.
pub(crate) fn operation(
    facts: &Facts,
    resource: &Resource,
    documented: &Operation,
    page: &Page,
    out: &mut Vec<String>,
) {
    let (id, path) = (
        &documented.id,
        [resource.name.as_str(), documented.function.as_str()],
    );
    let below = |title| [path[0], path[1], title];
    if let Some(section) = page.section(&path) {
        said(
            &format!("description of {id}"),
            &documented.says,
            &section.text(),
            out,
        );
    }
    route(documented, page, &path.map(str::to_owned), out);
    let parameters = parameters(documented);
    if let Some(table) = table(page, &below("Parameters"), "Parameter", out) {
        rows(
            facts,
            id,
            &resource.page,
            &parameters,
            "Parameter",
            table,
            out,
        );
    }
    let response = page
        .section(&below("Response"))
        .map(Section::text)
        .unwrap_or_default();
    same(
        &format!("response of {id}"),
        &documented.success.ty,
        &plain(&response),
        out,
    );
    let cell = Cell {
        links: links(&response),
        ..Cell::default()
    };
    linked(
        facts,
        &format!("the response of {id}"),
        &resource.page,
        &documented.success.ty,
        Some(&cell),
        out,
    );
    if let Some(table) = table(page, &below("Errors"), "Status Code", out) {
        errors(facts, documented, table, out);
    }
}

/// Method, path and id, in the operation's section or below it.
fn route(documented: &Operation, page: &Page, path: &[String], out: &mut Vec<String>) {
    let id = &documented.id;
    let mut own = page
        .sections
        .iter()
        .filter(|section| section.path.starts_with(path));
    let (method, route, found) = own.find_map(Section::route).unwrap_or_default();
    same(
        &format!("method of {id} on its page"),
        &documented.method,
        &method,
        out,
    );
    same(
        &format!("path of {id} on its page"),
        &documented.path,
        &route,
        out,
    );
    same(&format!("id of {id} on its page"), id, &found, out);
}

/// The body is the last of the parameters.
fn parameters(documented: &Operation) -> Vec<Value> {
    let body = documented.body.as_ref().map(|body| Value {
        wire: "body".to_owned(),
        place: None,
        ty: body.ty.clone(),
        required: body.required,
        nullable: false,
        example: None,
        says: Vec::new(),
    });
    documented.parameters.iter().cloned().chain(body).collect()
}

fn errors(facts: &Facts, documented: &Operation, table: &Table, out: &mut Vec<String>) {
    let statuses = |text: &str| text.replace(' ', "");
    let expected: Vec<String> = documented
        .errors
        .iter()
        .map(|error| {
            let name = facts.error_name(&error.ty);
            format!("{name} {} {}", error.statuses.join(","), error.content_type)
        })
        .collect();
    let found: Vec<String> = table
        .rows
        .iter()
        .map(|row| {
            let name = row.first().map_or("", |cell| cell.text.as_str());
            let statuses = statuses(text(table, row, "Status Code"));
            format!("{name} {statuses} {}", text(table, row, "Content Type"))
        })
        .collect();
    same(
        &format!("errors of {} on its page", documented.id),
        &expected.join("; "),
        &found.join("; "),
        out,
    );
}
