//! The servers of a document, as a list by number.

use crate::ir::{Server, ServerVariable};

/// A line for each server, and one for each of its variables; nothing where there is just a URL.
pub(crate) fn servers(all: &[Server]) -> Vec<String> {
    let is_plain = |server: &Server| server.variables.is_empty() && server.description.is_none();
    let is_worth = all.len() > 1 || !all.iter().all(is_plain);
    let listed = all.iter().enumerate().filter(|_| is_worth);
    listed
        .flat_map(|(number, one)| server(number, one))
        .collect()
}

fn server(number: usize, server: &Server) -> Vec<String> {
    let url = super::code(&server.url);
    let mut lines = vec![described(
        &format!("- {number}: {url}"),
        server.description.as_deref(),
        String::new(),
    )];
    lines.extend(server.variables.iter().map(variable));
    lines
}

fn variable(variable: &ServerVariable) -> String {
    let mut facts = Vec::new();
    if !variable.values.is_empty() {
        let values: Vec<String> = variable
            .values
            .iter()
            .map(|value| super::code(value))
            .collect();
        facts.push(format!("One of {}.", values.join(", ")));
    }
    if let Some(default) = &variable.default {
        facts.push(format!("By default {}.", super::code(default)));
    }
    let name = super::code(&variable.wire);
    described(
        &format!("  - {name}"),
        variable.description.as_deref(),
        facts.join(" "),
    )
}

fn described(what: &str, description: Option<&str>, facts: String) -> String {
    let about = description.map(|text| super::sentence(&super::line(text)));
    let said: Vec<String> = about
        .into_iter()
        .chain(Some(facts))
        .filter(|said| !said.is_empty())
        .collect();
    if said.is_empty() {
        what.to_owned()
    } else {
        format!("{what}: {}", said.join(" "))
    }
}
