//! Headers of answers. They are given as texts, so what the document says about their values is told in words.

use openapiv3::{Header as Source, ParameterSchemaOrContent, ReferenceOr, Response};

use super::document::Document;
use super::keywords::Keywords;
use super::{docs, references, texts};
use crate::config::Types;
use crate::ir::{Bound, Header, Limit, Type, literal};
use crate::pointer::{Pointer, component_key};

/// The headers that are documented for an answer.
pub(super) fn headers<'d>(doc: Document<'d>, response: &'d Response, at: &Pointer) -> Vec<Header> {
    let components = doc.components();
    let headers = response.headers.iter().map(|(wire, header)| {
        let at = at.child("headers").child(wire);
        let found = references::follow(header, at, "headers", |key| components?.headers.get(key));
        let header = found.map(|(header, _)| header);
        let value = header.and_then(|one| value(doc, one));
        let limits = value.as_ref().map(limits).unwrap_or_default();
        Header {
            wire: wire.clone(),
            description: texts::said(header.and_then(|one| one.description.as_deref())),
            required: header.is_some_and(|one| one.required),
            form: match (&value, header) {
                (Some(value), _) => words(value, &limits),
                (None, Some(header)) => media_type(header),
                (None, None) => Vec::new(),
            },
            ty: value.as_ref().and_then(|value| ty(doc, value)),
            limits,
        }
    });
    headers.collect()
}

/// The schema of what the text of a header stands for.
fn value<'d>(doc: Document<'d>, header: &'d Source) -> Option<Keywords<'d>> {
    let ParameterSchemaOrContent::Schema(schema) = &header.format else {
        return None;
    };
    let components = doc.components();
    let find = |key: &str| components?.schemas.get(key);
    let found = references::follow(schema, Pointer::root(), "schemas", find);
    found.map(|(schema, _)| Keywords::of(schema))
}

/// The media type of a header that is a document of its own.
fn media_type(header: &Source) -> Vec<String> {
    let ParameterSchemaOrContent::Content(content) = &header.format else {
        return Vec::new();
    };
    let media_type = content.keys().next().map(|name| format!("`{name}`"));
    media_type.into_iter().collect()
}

/// The type of a single value, or of a list of such. Nothing is generated for it, so whatever else it is needs no definition.
fn ty(doc: Document<'_>, value: &Keywords<'_>) -> Option<Type> {
    let single = |value: &Keywords<'_>| match value.scalar(&Types::default()) {
        Type::Any => None,
        ty => Some(ty),
    };
    if value.ty != Some("array") {
        return single(value);
    }
    let components = doc.components();
    let find = |key: &str| components?.schemas.get(key);
    let items = value.items?;
    let items = match items {
        ReferenceOr::Item(items) => Keywords::of(items),
        ReferenceOr::Reference { reference } => {
            let key = component_key(reference, "schemas")?;
            Keywords::of(references::follow(find(&key)?, Pointer::root(), "schemas", find)?.0)
        }
    };
    Some(Type::Array(Box::new(single(&items)?)))
}

/// What the value has to be beside its type.
fn limits(value: &Keywords<'_>) -> Vec<Limit> {
    if value.values.is_empty() {
        return docs::limits(value);
    }
    let values = value.values.iter().map(literal).collect();
    vec![Limit::own(Bound::OneOf(values))]
}

/// What the text of a header stands for, where it is not just a text.
fn words(value: &Keywords<'_>, limits: &[Limit]) -> Vec<String> {
    let ty = match value.ty {
        Some("integer") => Some("a whole number"),
        Some("number") => Some("a number"),
        Some("boolean") => Some("`true` or `false`"),
        Some("array") => Some("a list"),
        Some("object") => Some("an object"),
        _ => None,
    };
    let mut words: Vec<String> = ty.map(str::to_owned).into_iter().collect();
    words.extend(value.format.as_ref().map(|format| format!("`{format}`")));
    let others = limits.iter().filter(|limit| {
        let is_format = limit.of.is_empty() && matches!(limit.bound, Bound::Format(_));
        !is_format
    });
    words.extend(others.map(Limit::to_string));
    words
}

/// Whether a text can be the name of a header: a token (RFC 9110, section 5.6.2).
pub(super) fn is_name(text: &str) -> bool {
    let is_token = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c);
    !text.is_empty() && text.chars().all(is_token)
}
