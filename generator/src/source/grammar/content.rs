//! Rows of the grammar: schemas, and what carries values: parameters, headers, media types.

use super::Shape::{
    self, Count, Data, DataList, Flag, FlagOr, Many, Named, Number, One, Text, TextMap, Texts, Word,
};
use super::objects::{fixed, referable};
use super::{Kind, Object};

const LOCATIONS: Shape = Word(&["query", "header", "path", "cookie"]);
const STYLES: Shape = Word(&[
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
    &[("mapping", TextMap), ("propertyName", Text)],
    &["propertyName"],
);

pub(super) const ENCODING: Object = fixed(
    "encoding",
    &[
        ("allowReserved", Flag),
        ("contentType", Text),
        ("explode", Flag),
        ("headers", Named(Kind::Header)),
        (
            "style",
            Word(&["form", "spaceDelimited", "pipeDelimited", "deepObject"]),
        ),
    ],
    &[],
);

pub(super) const EXAMPLE: Object = referable(
    "example",
    &[
        ("description", Text),
        ("externalValue", Text),
        ("summary", Text),
        ("value", Data),
    ],
    &[],
);

pub(super) const HEADER: Object = referable(
    "header",
    &[
        ("allowEmptyValue", Flag),
        ("allowReserved", Flag),
        ("content", Named(Kind::MediaType)),
        ("deprecated", Flag),
        ("description", Text),
        ("example", Data),
        ("examples", Named(Kind::Example)),
        ("explode", Flag),
        ("required", Flag),
        ("schema", One(Kind::Schema)),
        ("style", STYLES),
    ],
    &[],
);

pub(super) const MEDIA_TYPE: Object = fixed(
    "media type",
    &[
        ("encoding", Named(Kind::Encoding)),
        ("example", Data),
        ("examples", Named(Kind::Example)),
        ("schema", One(Kind::Schema)),
        // What normalisation keeps of later versions.
        ("x-tintype-item-schema", One(Kind::Schema)),
    ],
    &[],
);

pub(super) const SCHEMA: Object = referable(
    "schema",
    &[
        ("additionalProperties", FlagOr(Kind::Schema)),
        ("allOf", Many(Kind::Schema)),
        ("anyOf", Many(Kind::Schema)),
        ("default", Data),
        ("deprecated", Flag),
        ("description", Text),
        ("discriminator", One(Kind::Discriminator)),
        ("enum", DataList),
        ("example", Data),
        ("exclusiveMaximum", Flag),
        ("exclusiveMinimum", Flag),
        ("externalDocs", One(Kind::ExternalDocs)),
        ("format", Text),
        ("items", One(Kind::Schema)),
        ("maxItems", Count),
        ("maxLength", Count),
        ("maxProperties", Count),
        ("maximum", Number),
        ("minItems", Count),
        ("minLength", Count),
        ("minProperties", Count),
        ("minimum", Number),
        ("multipleOf", Number),
        ("not", One(Kind::Schema)),
        ("nullable", Flag),
        ("oneOf", Many(Kind::Schema)),
        ("pattern", Text),
        ("properties", Named(Kind::Schema)),
        ("readOnly", Flag),
        ("required", Texts),
        ("title", Text),
        ("type", Text),
        ("uniqueItems", Flag),
        ("writeOnly", Flag),
        // What normalisation keeps of later versions.
        ("x-tintype-prefix-items", Many(Kind::Schema)),
        ("x-tintype-rest-items", One(Kind::Schema)),
        ("xml", One(Kind::Xml)),
    ],
    &[],
);

pub(super) const XML: Object = fixed(
    "XML",
    &[
        ("attribute", Flag),
        ("name", Text),
        ("namespace", Text),
        ("prefix", Text),
        ("wrapped", Flag),
    ],
    &[],
);

pub(super) const PARAMETER: Object = referable(
    "parameter",
    &[
        ("allowEmptyValue", Flag),
        ("allowReserved", Flag),
        ("content", Named(Kind::MediaType)),
        ("deprecated", Flag),
        ("description", Text),
        ("example", Data),
        ("examples", Named(Kind::Example)),
        ("explode", Flag),
        ("in", LOCATIONS),
        ("name", Text),
        ("required", Flag),
        ("schema", One(Kind::Schema)),
        ("style", STYLES),
    ],
    &["name", "in"],
);
