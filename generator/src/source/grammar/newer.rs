//! What OpenAPI 3.1 and 3.2 know beyond 3.0: a kind of object and a key in, the shape of the value out. Documents of 3.0 never ask.

use super::Shape::{self, Count, Data, DataList, Flag, FlagOr, Many, Named, One, Text, TextsMap};
use super::{Kind, Object};

type Row = (Kind, &'static str, Shape);

/// Keys that came with 3.1, sorted.
const OF_31: &[Row] = &[
    (Kind::Components, "pathItems", Named(Kind::PathItem)),
    // The root is no schema, but people write schemas there.
    (Kind::Document, "$defs", Named(Kind::Schema)),
    (Kind::Document, "jsonSchemaDialect", Text),
    (Kind::Document, "webhooks", Named(Kind::PathItem)),
    (Kind::Info, "summary", Text),
    (Kind::License, "identifier", Text),
    (Kind::Schema, "$anchor", Text),
    (Kind::Schema, "$comment", Text),
    (Kind::Schema, "$defs", Named(Kind::Schema)),
    (Kind::Schema, "$dynamicAnchor", Text),
    (Kind::Schema, "$dynamicRef", Text),
    (Kind::Schema, "$id", Text),
    (Kind::Schema, "$schema", Text),
    (Kind::Schema, "$vocabulary", Data),
    (Kind::Schema, "const", Data),
    (Kind::Schema, "contains", One(Kind::Schema)),
    (Kind::Schema, "contentEncoding", Text),
    (Kind::Schema, "contentMediaType", Text),
    (Kind::Schema, "contentSchema", One(Kind::Schema)),
    (Kind::Schema, "definitions", Named(Kind::Schema)),
    (Kind::Schema, "dependentRequired", TextsMap),
    (Kind::Schema, "dependentSchemas", Named(Kind::Schema)),
    (Kind::Schema, "else", One(Kind::Schema)),
    (Kind::Schema, "examples", DataList),
    (Kind::Schema, "if", One(Kind::Schema)),
    (Kind::Schema, "maxContains", Count),
    (Kind::Schema, "minContains", Count),
    (Kind::Schema, "patternProperties", Named(Kind::Schema)),
    (Kind::Schema, "prefixItems", Many(Kind::Schema)),
    (Kind::Schema, "propertyNames", One(Kind::Schema)),
    (Kind::Schema, "then", One(Kind::Schema)),
    (Kind::Schema, "unevaluatedItems", FlagOr(Kind::Schema)),
    (Kind::Schema, "unevaluatedProperties", FlagOr(Kind::Schema)),
];

/// Keys that came with 3.2, sorted.
const OF_32: &[Row] = &[
    (Kind::Components, "mediaTypes", Named(Kind::MediaType)),
    (Kind::Discriminator, "defaultMapping", Text),
    (Kind::Document, "$self", Text),
    (Kind::Encoding, "encoding", Named(Kind::Encoding)),
    (Kind::Encoding, "itemEncoding", One(Kind::Encoding)),
    (Kind::Encoding, "prefixEncoding", Many(Kind::Encoding)),
    (Kind::Example, "dataValue", Data),
    (Kind::Example, "serializedValue", Text),
    (Kind::Flow, "deviceAuthorizationUrl", Text),
    (Kind::Flows, "deviceAuthorization", One(Kind::Flow)),
    (Kind::MediaType, "itemEncoding", One(Kind::Encoding)),
    (Kind::MediaType, "itemSchema", One(Kind::Schema)),
    (Kind::MediaType, "prefixEncoding", Many(Kind::Encoding)),
    (
        Kind::PathItem,
        "additionalOperations",
        Named(Kind::Operation),
    ),
    (Kind::PathItem, "query", One(Kind::Operation)),
    (Kind::Response, "summary", Text),
    (Kind::SecurityScheme, "deprecated", Flag),
    (Kind::SecurityScheme, "oauth2MetadataUrl", Text),
    (Kind::Server, "name", Text),
    (Kind::Tag, "kind", Text),
    (Kind::Tag, "parent", Text),
    (Kind::Tag, "summary", Text),
    (Kind::Xml, "nodeType", Text),
];

fn find(rows: &[Row], kind: Kind, key: &str) -> Option<Shape> {
    let row = rows.binary_search_by_key(&(kind, key), |(kind, key, _)| (*kind, *key));
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

/// The shape under a key in any version from 3.0 on.
pub fn shape(kind: Kind, key: &str) -> Option<Shape> {
    let object: &Object = kind.object();
    let newer = || find(OF_31, kind, key).or_else(|| find(OF_32, kind, key));
    newer().or_else(|| object.shape(key))
}

/// The keys of this kind that came after 3.0.
pub fn keys(kind: Kind) -> impl Iterator<Item = &'static str> {
    let rows = OF_31.iter().chain(OF_32);
    rows.filter(move |row| row.0 == kind).map(|row| row.1)
}

#[cfg(test)]
mod tests {
    use super::{OF_31, OF_32, shape, version};
    use crate::source::grammar::{Kind, Shape};

    #[test]
    fn rows_are_sorted_and_new() {
        for rows in [OF_31, OF_32] {
            assert!(rows.is_sorted_by(|left, right| (left.0, left.1) < (right.0, right.1)));
        }
        for (kind, key, _) in OF_31.iter().chain(OF_32) {
            let known = kind.object().keys;
            assert!(known.iter().all(|(old, _)| old != key), "{kind:?} {key}");
        }
    }

    #[test]
    fn older_keys_stay_known() {
        assert_eq!(shape(Kind::Schema, "title"), Some(Shape::Text));
        assert_eq!(version(Kind::Schema, "title"), None);
        assert_eq!(version(Kind::Schema, "const"), Some("3.1"));
        assert_eq!(version(Kind::Tag, "kind"), Some("3.2"));
    }
}
