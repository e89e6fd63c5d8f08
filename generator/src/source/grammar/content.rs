//! Rows of the grammar: schemas, and what carries values: parameters, headers, media types.

use super::Effect::{Annotation, Partly, Reported, Used};
use super::Syntax::{
    self, Count, Data, DataList, Flag, FlagOr, Many, Named, Number, One, Text, TextMap, Texts, Word,
};
use super::rows::{fixed, referable};
use super::{Kind, Object};
use crate::diag::codes;
use crate::extensions::{ITEM_SCHEMA, PREFIX_ITEMS, REST_ITEMS};

const LOCATIONS: Syntax = Word(&["query", "header", "path", "cookie"]);
const STYLES: Syntax = Word(&[
    "matrix",
    "label",
    "form",
    "simple",
    "spaceDelimited",
    "pipeDelimited",
    "deepObject",
]);

pub(super) const DISCRIMINATOR: Object = fixed(
    "discriminator",
    &[("mapping", TextMap, Used), ("propertyName", Text, Used)],
    &["propertyName"],
);

pub(super) const ENCODING: Object = fixed(
    "encoding",
    &[
        ("allowReserved", Flag, Reported(codes::UNREAD_KEYWORD)),
        ("contentType", Text, Used),
        ("explode", Flag, Used),
        (
            "headers",
            Named(Kind::Header),
            Reported(codes::UNREAD_KEYWORD),
        ),
        (
            "style",
            Word(&["form", "spaceDelimited", "pipeDelimited", "deepObject"]),
            Used,
        ),
    ],
    &[],
);

pub(super) const EXAMPLE: Object = referable(
    "example",
    &[
        ("description", Text, Annotation),
        ("externalValue", Text, Annotation),
        ("summary", Text, Annotation),
        ("value", Data, Used),
    ],
    &[],
);

pub(super) const HEADER: Object = referable(
    "header",
    &[
        ("allowEmptyValue", Flag, Annotation),
        ("allowReserved", Flag, Annotation),
        ("content", Named(Kind::MediaType), Used),
        ("deprecated", Flag, Annotation),
        ("description", Text, Used),
        ("example", Data, Annotation),
        ("examples", Named(Kind::Example), Annotation),
        ("explode", Flag, Annotation),
        ("required", Flag, Used),
        ("schema", One(Kind::Schema), Used),
        ("style", STYLES, Annotation),
    ],
    &[],
);

pub(super) const MEDIA_TYPE: Object = fixed(
    "media type",
    &[
        ("encoding", Named(Kind::Encoding), Used),
        ("example", Data, Used),
        ("examples", Named(Kind::Example), Used),
        ("schema", One(Kind::Schema), Used),
        // What normalisation keeps of later versions.
        (ITEM_SCHEMA.key(), One(Kind::Schema), Used),
    ],
    &[],
);

pub(super) const SCHEMA: Object = referable(
    "schema",
    &[
        ("additionalProperties", FlagOr(Kind::Schema), Used),
        ("allOf", Many(Kind::Schema), Used),
        ("anyOf", Many(Kind::Schema), Used),
        ("default", Data, Used),
        ("deprecated", Flag, Used),
        ("description", Text, Used),
        (
            "discriminator",
            One(Kind::Discriminator),
            Partly(codes::UNREAD_KEYWORD),
        ),
        ("enum", DataList, Used),
        ("example", Data, Used),
        ("exclusiveMaximum", Flag, Used),
        ("exclusiveMinimum", Flag, Used),
        ("externalDocs", One(Kind::ExternalDocs), Used),
        ("format", Text, Used),
        ("items", One(Kind::Schema), Partly(codes::LISTS_TOO)),
        ("maxItems", Count, Used),
        ("maxLength", Count, Used),
        ("maxProperties", Count, Used),
        ("maximum", Number, Used),
        ("minItems", Count, Used),
        ("minLength", Count, Used),
        ("minProperties", Count, Used),
        ("minimum", Number, Used),
        ("multipleOf", Number, Used),
        ("not", One(Kind::Schema), Partly(codes::UNREAD_KEYWORD)),
        ("nullable", Flag, Used),
        ("oneOf", Many(Kind::Schema), Used),
        ("pattern", Text, Used),
        ("properties", Named(Kind::Schema), Used),
        ("readOnly", Flag, Used),
        ("required", Texts, Used),
        ("title", Text, Used),
        ("type", Text, Used),
        ("uniqueItems", Flag, Used),
        ("writeOnly", Flag, Used),
        // What normalisation keeps of later versions.
        (PREFIX_ITEMS.key(), Many(Kind::Schema), Used),
        (REST_ITEMS.key(), One(Kind::Schema), Used),
        ("xml", One(Kind::Xml), Annotation),
    ],
    &[],
);

pub(super) const XML: Object = fixed(
    "XML",
    &[
        ("attribute", Flag, Annotation),
        ("name", Text, Annotation),
        ("namespace", Text, Annotation),
        ("prefix", Text, Annotation),
        ("wrapped", Flag, Annotation),
    ],
    &[],
);

pub(super) const PARAMETER: Object = referable(
    "parameter",
    &[
        ("allowEmptyValue", Flag, Reported(codes::UNREAD_KEYWORD)),
        ("allowReserved", Flag, Used),
        ("content", Named(Kind::MediaType), Used),
        ("deprecated", Flag, Used),
        ("description", Text, Used),
        ("example", Data, Used),
        ("examples", Named(Kind::Example), Used),
        ("explode", Flag, Used),
        ("in", LOCATIONS, Used),
        ("name", Text, Used),
        ("required", Flag, Used),
        ("schema", One(Kind::Schema), Used),
        ("style", STYLES, Used),
    ],
    &["name", "in"],
);
