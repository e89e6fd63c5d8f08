//! Headers of answers. They are given as texts, so what the document says about their values is told in words.

use openapiv3::{Header as Source, ParameterSchemaOrContent, ReferenceOr, Response, Schema};

use super::document::Document;
use super::keywords::Keywords;
use super::{bodies, docs};
use crate::ir::{Bound, Header, literal};
use crate::pointer::Pointer;

/// The headers that are documented for an answer.
pub(super) fn headers<'d>(doc: Document<'d>, response: &'d Response, at: &Pointer) -> Vec<Header> {
    let components = doc.components();
    let headers = response.headers.iter().map(|(wire, header)| {
        let at = at.child("headers").child(wire);
        let found = bodies::follow(header, at, "headers", |key| components?.headers.get(key));
        let header = found.map(|(header, _)| header);
        Header {
            wire: wire.clone(),
            description: docs::text(header.and_then(|one| one.description.as_deref())),
            required: header.is_some_and(|one| one.required),
            form: header.map(|one| header_value(doc, one)).unwrap_or_default(),
        }
    });
    headers.collect()
}

/// What the text of a header stands for, where it is not just a text.
fn header_value<'d>(doc: Document<'d>, header: &'d Source) -> Vec<String> {
    match &header.format {
        ParameterSchemaOrContent::Schema(schema) => value_words(doc, schema),
        ParameterSchemaOrContent::Content(content) => {
            let media_type = content.keys().next();
            media_type
                .map(|name| format!("`{name}`"))
                .into_iter()
                .collect()
        }
    }
}

fn value_words<'d>(doc: Document<'d>, schema: &'d ReferenceOr<Schema>) -> Vec<String> {
    let components = doc.components();
    let find = |key: &str| components?.schemas.get(key);
    let Some((schema, _)) = bodies::follow(schema, Pointer::root(), "schemas", find) else {
        return Vec::new();
    };
    let keywords = Keywords::of(schema);
    let ty = match keywords.ty {
        Some("integer") => Some("a whole number"),
        Some("number") => Some("a number"),
        Some("boolean") => Some("`true` or `false`"),
        Some("array") => Some("a list"),
        Some("object") => Some("an object"),
        _ => None,
    };
    let mut words: Vec<String> = ty.map(str::to_owned).into_iter().collect();
    words.extend(keywords.format.as_ref().map(|format| format!("`{format}`")));
    let limits = docs::limits(&keywords)
        .into_iter()
        .map(|limit| limit.to_string());
    if keywords.values.is_empty() {
        words.extend(limits);
    } else {
        let values = keywords.values.iter().map(literal).collect();
        words.push(Bound::OneOf(values).to_string());
    }
    words
}
