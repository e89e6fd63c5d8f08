//! What OpenAPI 3.1 and 3.2 know beyond 3.0: a kind of object and a key in, the shape of the value out. Documents of 3.0 never ask.

use super::Effect::{Annotation, Partly, Reported, Used};
use super::Syntax::{self, Count, Data, DataList, Flag, FlagOr, Many, Named, One, Text, TextsMap};
use super::{Effect, Kind, Object};
use crate::diag::codes;

type Row = (Kind, &'static str, Syntax, Effect);

/// Keys that came with 3.1, sorted.
const OF_31: &[Row] = &[
    (Kind::Components, "pathItems", Named(Kind::PathItem), Used),
    // The root is no schema, but people write schemas there.
    (Kind::Document, "$defs", Named(Kind::Schema), Used),
    (
        Kind::Document,
        "jsonSchemaDialect",
        Text,
        Reported(codes::UNREAD_KEYWORD),
    ),
    (Kind::Document, "webhooks", Named(Kind::PathItem), Used),
    (Kind::Info, "summary", Text, Used),
    (Kind::License, "identifier", Text, Annotation),
    (Kind::Schema, "$anchor", Text, Used),
    (Kind::Schema, "$comment", Text, Annotation),
    (Kind::Schema, "$defs", Named(Kind::Schema), Used),
    (Kind::Schema, "$dynamicAnchor", Text, Used),
    (
        Kind::Schema,
        "$dynamicRef",
        Text,
        Partly(codes::DYNAMIC_REFERENCE),
    ),
    (Kind::Schema, "$id", Text, Used),
    (
        Kind::Schema,
        "$schema",
        Text,
        Reported(codes::UNREAD_KEYWORD),
    ),
    (Kind::Schema, "$vocabulary", Data, Annotation),
    (Kind::Schema, "const", Data, Used),
    (
        Kind::Schema,
        "contains",
        One(Kind::Schema),
        Reported(codes::UNREAD_KEYWORD),
    ),
    (
        Kind::Schema,
        "contentEncoding",
        Text,
        Partly(codes::UNREAD_KEYWORD),
    ),
    (
        Kind::Schema,
        "contentMediaType",
        Text,
        Partly(codes::UNREAD_KEYWORD),
    ),
    (
        Kind::Schema,
        "contentSchema",
        One(Kind::Schema),
        Reported(codes::UNREAD_KEYWORD),
    ),
    (Kind::Schema, "definitions", Named(Kind::Schema), Used),
    (
        Kind::Schema,
        "dependentRequired",
        TextsMap,
        Reported(codes::UNREAD_KEYWORD),
    ),
    (
        Kind::Schema,
        "dependentSchemas",
        Named(Kind::Schema),
        Partly(codes::UNREAD_KEYWORD),
    ),
    (
        Kind::Schema,
        "else",
        One(Kind::Schema),
        Partly(codes::UNREAD_KEYWORD),
    ),
    (Kind::Schema, "examples", DataList, Used),
    (
        Kind::Schema,
        "if",
        One(Kind::Schema),
        Reported(codes::UNREAD_KEYWORD),
    ),
    (
        Kind::Schema,
        "maxContains",
        Count,
        Reported(codes::UNREAD_KEYWORD),
    ),
    (
        Kind::Schema,
        "minContains",
        Count,
        Reported(codes::UNREAD_KEYWORD),
    ),
    (
        Kind::Schema,
        "patternProperties",
        Named(Kind::Schema),
        Partly(codes::KEY_PATTERNS),
    ),
    (
        Kind::Schema,
        "prefixItems",
        Many(Kind::Schema),
        Partly(codes::LISTS_TOO),
    ),
    (
        Kind::Schema,
        "propertyNames",
        One(Kind::Schema),
        Reported(codes::UNREAD_KEYWORD),
    ),
    (
        Kind::Schema,
        "then",
        One(Kind::Schema),
        Partly(codes::UNREAD_KEYWORD),
    ),
    (
        Kind::Schema,
        "unevaluatedItems",
        FlagOr(Kind::Schema),
        Partly(codes::UNREAD_KEYWORD),
    ),
    (
        Kind::Schema,
        "unevaluatedProperties",
        FlagOr(Kind::Schema),
        Partly(codes::UNREAD_KEYWORD),
    ),
];

/// Keys that came with 3.2, sorted.
const OF_32: &[Row] = &[
    (Kind::Components, "mediaTypes", Named(Kind::MediaType), Used),
    (Kind::Discriminator, "defaultMapping", Text, Used),
    (Kind::Document, "$self", Text, Annotation),
    (
        Kind::Encoding,
        "encoding",
        Named(Kind::Encoding),
        Reported(codes::UNREAD_KEYWORD),
    ),
    (
        Kind::Encoding,
        "itemEncoding",
        One(Kind::Encoding),
        Reported(codes::UNREAD_KEYWORD),
    ),
    (
        Kind::Encoding,
        "prefixEncoding",
        Many(Kind::Encoding),
        Reported(codes::UNREAD_KEYWORD),
    ),
    (Kind::Example, "dataValue", Data, Used),
    (Kind::Example, "serializedValue", Text, Used),
    (Kind::Flow, "deviceAuthorizationUrl", Text, Annotation),
    (
        Kind::Flows,
        "deviceAuthorization",
        One(Kind::Flow),
        Annotation,
    ),
    (
        Kind::MediaType,
        "itemEncoding",
        One(Kind::Encoding),
        Reported(codes::UNREAD_KEYWORD),
    ),
    (
        Kind::MediaType,
        "itemSchema",
        One(Kind::Schema),
        Reported(codes::OPAQUE_BODY),
    ),
    (
        Kind::MediaType,
        "prefixEncoding",
        Many(Kind::Encoding),
        Reported(codes::UNREAD_KEYWORD),
    ),
    (Kind::Response, "summary", Text, Used),
    (Kind::SecurityScheme, "deprecated", Flag, Annotation),
    (Kind::SecurityScheme, "oauth2MetadataUrl", Text, Annotation),
    (Kind::Server, "name", Text, Used),
    (Kind::Tag, "kind", Text, Annotation),
    (Kind::Tag, "parent", Text, Annotation),
    (Kind::Tag, "summary", Text, Used),
    (Kind::Xml, "nodeType", Text, Annotation),
];

fn find(rows: &[Row], kind: Kind, key: &str) -> Option<Syntax> {
    let row = rows.binary_search_by_key(&(kind, key), |row| (row.0, row.1));
    row.ok().and_then(|row| rows.get(row)).map(|row| row.2)
}

/// The version that brought the key, if it is not 3.0.
pub fn version(kind: Kind, key: &str) -> Option<&'static str> {
    let is_new = |rows| find(rows, kind, key).is_some();
    if is_new(OF_31) {
        Some("3.1")
    } else {
        is_new(OF_32).then_some("3.2")
    }
}

/// What to say of a key that a later version brought.
pub fn advice(version: &str) -> String {
    format!("it belongs to OpenAPI {version}, which is later than the version of this document")
}

/// The shape under a key in any version from 3.0 on.
pub fn syntax(kind: Kind, key: &str) -> Option<Syntax> {
    let object: &Object = kind.object();
    let newer = || find(OF_31, kind, key).or_else(|| find(OF_32, kind, key));
    newer().or_else(|| object.syntax(key))
}

/// The keys of this kind that came after 3.0, and what becomes of them.
pub fn rows(kind: Kind) -> impl Iterator<Item = (&'static str, Effect)> {
    let rows = OF_31.iter().chain(OF_32);
    rows.filter(move |row| row.0 == kind)
        .map(|row| (row.1, row.3))
}

/// The keys of this kind that came after 3.0.
pub fn keys(kind: Kind) -> impl Iterator<Item = &'static str> {
    rows(kind).map(|(key, _)| key)
}

#[cfg(test)]
mod tests {
    use super::{OF_31, OF_32, syntax, version};
    use crate::source::grammar::{Kind, Syntax};

    #[test]
    fn rows_are_sorted_and_new() {
        for rows in [OF_31, OF_32] {
            assert!(rows.is_sorted_by(|left, right| (left.0, left.1) < (right.0, right.1)));
        }
        for (kind, key, ..) in OF_31.iter().chain(OF_32) {
            let known = kind.object().keys;
            assert!(known.iter().all(|(old, ..)| old != key), "{kind:?} {key}");
        }
    }

    #[test]
    fn older_keys_stay_known() {
        assert_eq!(syntax(Kind::Schema, "title"), Some(Syntax::Text));
        assert_eq!(version(Kind::Schema, "title"), None);
        assert_eq!(version(Kind::Schema, "const"), Some("3.1"));
        assert_eq!(version(Kind::Tag, "kind"), Some("3.2"));
    }
}
