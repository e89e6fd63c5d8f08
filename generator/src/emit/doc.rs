//! Doc attributes: the only way in which text of the document gets into the code beside literals.

use proc_macro2::TokenStream;
use quote::quote;
use serde_json::Value;

use crate::ir::Docs;
use crate::markdown;
use crate::plan::{Kind, Model};

/// `#[doc = " …"]` for each line.
pub(super) fn attrs(lines: &[String]) -> TokenStream {
    let lines = lines.iter().map(|line| {
        if line.is_empty() {
            String::new()
        } else {
            format!(" {line}")
        }
    });
    quote! { #(#[doc = #lines])* }
}

/// The documentation of a field or a parameter: what it is, its limits and its default. What is one line of text stays one.
pub(super) fn value(docs: &Docs) -> Vec<String> {
    let described = docs.description.as_deref().or(docs.title.as_deref());
    let mut lines = described.map(markdown::lines).unwrap_or_default();
    let facts = facts(docs);
    match &mut lines[..] {
        _ if facts.is_empty() => {}
        [only] if markdown::is_text(only) => {
            *only = format!("{} {facts}", markdown::sentence(only));
        }
        _ => paragraph(&mut lines, vec![facts]),
    }
    lines
}

/// The same for a place that holds no blocks.
pub(super) fn short(docs: &Docs) -> Vec<String> {
    let described = docs.description.as_deref().or(docs.title.as_deref());
    let mut lines = described.map(markdown::flat).unwrap_or_default();
    lines.extend(Some(facts(docs)).filter(|facts| !facts.is_empty()));
    lines
}

/// Where more is said.
pub(super) fn more(link: Option<&str>) -> Vec<String> {
    let said = link.map(markdown::more);
    said.into_iter().collect()
}

/// Limits, default and example as one line.
fn facts(docs: &Docs) -> String {
    let mut facts = Vec::new();
    if docs.deprecated {
        facts.push("**Deprecated.**".to_owned());
    }
    if let Some(limits) = markdown::limits(&docs.limits) {
        facts.push(format!("{}.", markdown::capital(&limits)));
    }
    facts.extend(markdown::held(docs));
    if let Some(default) = docs.default.as_ref().filter(|value| is_short(value)) {
        facts.push(format!(
            "The server's default is {}.",
            markdown::code(&crate::ir::literal(default))
        ));
    }
    if let Some(example) = docs.example.as_ref().filter(|value| is_short(value)) {
        facts.push(format!(
            "Example: {}.",
            markdown::code(&crate::ir::literal(example))
        ));
    }
    facts.extend(more(docs.link.as_deref()));
    facts.join(" ")
}

/// Adds a paragraph behind what is there.
pub(super) fn paragraph(lines: &mut Vec<String>, more: Vec<String>) {
    if more.is_empty() {
        return;
    }
    if !lines.is_empty() {
        lines.push(String::new());
    }
    lines.extend(more);
}

/// Whether a value is worth a place in a sentence.
fn is_short(value: &Value) -> bool {
    let text = crate::ir::literal(value);
    !text.is_empty() && text.len() <= 80 && !text.contains('\n')
}

/// The documentation of a model: what the document says, and where.
pub(super) fn model(model: &Model<'_>) -> Vec<String> {
    let mut lines = markdown::lines(&model.about);
    if model.source.docs.deprecated {
        paragraph(&mut lines, vec!["**Deprecated.**".to_owned()]);
    }
    if let Kind::Alias { .. } = &model.kind {
        let docs = &model.source.docs;
        let limits = markdown::limits(&docs.limits);
        let limits = limits.map(|limits| format!("{}.", markdown::capital(&limits)));
        let facts: Vec<String> = limits.into_iter().chain(markdown::held(docs)).collect();
        paragraph(&mut lines, facts);
    }
    paragraph(&mut lines, more(model.source.docs.link.as_deref()));
    paragraph(
        &mut lines,
        vec![format!("Schema: {}.", markdown::code(&model.place()))],
    );
    lines
}
