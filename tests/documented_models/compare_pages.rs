//! The facts against the reference pages. Each difference is a sentence.

use std::collections::BTreeMap;

use super::compare_sections::operation;
use super::compare_source::{same, sets};
use super::facts::{Enum, Facts, Model, Resource, Value};
use super::pages::{Cell, Page, Table, links, plain};

/// Pages by their path in the crate.
pub(crate) type Pages = BTreeMap<String, Page>;

/// What differs.
pub(crate) fn compare(facts: &Facts, pages: &Pages) -> Vec<String> {
    let mut out = Vec::new();
    let models = facts.models.iter().map(|model| model.page.as_str());
    let enums = facts.enums.iter().map(|list| list.page.as_str());
    let resources = facts
        .resources
        .iter()
        .map(|resource| resource.page.as_str());
    let found = pages.keys().map(String::as_str);
    sets(
        "pages",
        models.chain(enums).chain(resources),
        found,
        &mut out,
    );
    for model in &facts.models {
        fields(facts, model, pages, &mut out);
    }
    for list in &facts.enums {
        values(list, pages, &mut out);
    }
    for documented in &facts.resources {
        resource(facts, documented, pages, &mut out);
    }
    out
}

/// The table of a section; a sentence where there is none.
pub(crate) fn table<'p>(
    page: &'p Page,
    path: &[&str],
    column: &str,
    out: &mut Vec<String>,
) -> Option<&'p Table> {
    let table = page.section(path).and_then(|section| section.table(column));
    if table.is_none() {
        out.push(format!(
            "`{}` has no table with a column `{column}`",
            path.join(" / ")
        ));
    }
    table
}

fn fields(facts: &Facts, model: &Model, pages: &Pages, out: &mut Vec<String>) {
    let Some(page) = pages.get(&model.page) else {
        return;
    };
    let Some(table) = table(page, &[&model.name, "Fields"], "Field", out) else {
        return;
    };
    rows(
        facts,
        &model.name,
        &model.page,
        &model.fields,
        "Field",
        table,
        out,
    );
}

/// Rows of fields or parameters, in order.
pub(crate) fn rows(
    facts: &Facts,
    name: &str,
    page: &str,
    values: &[Value],
    column: &str,
    table: &Table,
    out: &mut Vec<String>,
) {
    let names: Vec<&str> = table
        .rows
        .iter()
        .map(|row| text(table, row, column))
        .collect();
    let documented: Vec<&str> = values.iter().map(|value| value.wire.as_str()).collect();
    same(
        &format!("rows of {name}"),
        &documented.join(" "),
        &names.join(" "),
        out,
    );
    for value in values {
        let Some(row) = table
            .rows
            .iter()
            .find(|row| text(table, row, column) == value.wire)
        else {
            continue;
        };
        let at = format!("{name}.{} on its page", value.wire);
        same(
            &format!("type of {at}"),
            &value.rust(),
            &ty(text(table, row, "Type")),
            out,
        );
        if let Some(model) = value.model() {
            linked(facts, &at, page, model, table.cell(row, "Type"), out);
        }
        same(
            &format!("mark of {at}"),
            mark(value.required),
            text(table, row, "Required"),
            out,
        );
        let description = text(table, row, "Description");
        said(
            &format!("description of {at}"),
            &value.says,
            description,
            out,
        );
        if let Some(example) = &value.example {
            let found = text(table, row, "Example").trim_matches(['<', '>']);
            same(&format!("example of {at}"), example, found, out);
        }
    }
}

pub(crate) fn text<'t>(table: &'t Table, row: &'t [Cell], column: &str) -> &'t str {
    table
        .cell(row, column)
        .map_or("", |cell| cell.text.as_str())
}

/// A type without spaces and module paths.
fn ty(text: &str) -> String {
    let text = text.replace(' ', "");
    let parts = text.split_inclusive(['<', '>', ',']);
    parts
        .map(|part| part.rsplit("::").next().unwrap_or(part))
        .collect()
}

fn mark(required: bool) -> &'static str {
    if required {
        ":heavy_check_mark:"
    } else {
        ":heavy_minus_sign:"
    }
}

pub(crate) fn said(what: &str, words: &[String], text: &str, out: &mut Vec<String>) {
    let (words, text) = (
        words.iter().map(|word| plain(word)),
        plain(text).to_lowercase(),
    );
    let missing = words.filter(|word| !text.contains(&word.to_lowercase()));
    out.extend(missing.map(|word| format!("{what}: does not say `{word}`: {text}")));
}

/// Whether one of the links in a cell leads to the page of a model.
pub(crate) fn linked(
    facts: &Facts,
    at: &str,
    page: &str,
    model: &str,
    cell: Option<&Cell>,
    out: &mut Vec<String>,
) {
    let found = cell.map(|cell| cell.links.as_slice()).unwrap_or_default();
    let targets: Vec<String> = found.iter().map(|link| resolve(page, link)).collect();
    let expected = facts.page_of(model).unwrap_or_default();
    same(&format!("link of {at}"), expected, &targets.join(" "), out);
}

/// A link of a page, from the root of the crate.
fn resolve(page: &str, link: &str) -> String {
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in link.split('#').next().unwrap_or_default().split('/') {
        match part {
            "." | "" => {}
            ".." => {
                parts.pop();
            }
            name => parts.push(name),
        }
    }
    parts.join("/")
}

fn values(list: &Enum, pages: &Pages, out: &mut Vec<String>) {
    let Some(page) = pages.get(&list.page) else {
        return;
    };
    let Some(table) = table(page, &[&list.name, "Values"], "Value", out) else {
        return;
    };
    let documented: Vec<String> = list
        .values
        .iter()
        .map(|value| format!("{}={}", value.variant, value.wire))
        .collect();
    // An open enum has a row for what is not known; it is no value.
    let found: Vec<String> = table
        .rows
        .iter()
        .map(|row| (text(table, row, "Name"), text(table, row, "Value")))
        .map(|(name, value)| (name.rsplit("::").next().unwrap_or(name), value))
        .filter(|(name, _)| *name != "Unknown")
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    same(
        &format!("values of {} on its page", list.name),
        &documented.join(" "),
        &found.join(" "),
        out,
    );
}

fn resource(facts: &Facts, documented: &Resource, pages: &Pages, out: &mut Vec<String>) {
    let name = documented.name.as_str();
    let Some(page) = pages.get(&documented.page) else {
        return;
    };
    let head = page
        .section(&[name])
        .map(|section| plain(&section.text()))
        .unwrap_or_default();
    said(
        &format!("head of {name}"),
        std::slice::from_ref(&documented.handle),
        &head,
        out,
    );
    let overview = page
        .section(&[name, "Overview"])
        .map(super::pages::Section::text);
    said(
        &format!("overview of {name}"),
        &documented.says,
        &overview.unwrap_or_default(),
        out,
    );
    let functions = || {
        documented
            .operations
            .iter()
            .map(|operation| operation.function.as_str())
    };
    let sections = page
        .below(&[name])
        .into_iter()
        .filter(|title| *title != "Overview");
    sets(&format!("sections of {name}"), functions(), sections, out);
    let list = page.section(&[name, "Overview", "Available Operations"]);
    let listed = list
        .map(|section| links(&section.text()))
        .unwrap_or_default();
    let listed = listed.iter().map(|link| link.trim_start_matches('#'));
    sets(&format!("list of {name}"), functions(), listed, out);
    for described in &documented.operations {
        operation(facts, documented, described, page, out);
    }
}
