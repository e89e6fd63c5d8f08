//! The rows of the grammar: each kind of OpenAPI 3.0 object with its keys, sorted. Facts only; `grammar.rs` asks the questions.

use super::Shape::{
    Count, Data, DataList, DataMap, Flag, FlagOr, Many, Named, Number, One, Text, TextMap, Texts,
    Word,
};
use super::{Kind, Object, Shape};

impl Kind {
    /// The row of this kind.
    pub const fn object(self) -> &'static Object {
        match self {
            Self::Callback => &CALLBACK,
            Self::Components => &COMPONENTS,
            Self::Contact => &CONTACT,
            Self::Discriminator => &DISCRIMINATOR,
            Self::Document => &DOCUMENT,
            Self::Encoding => &ENCODING,
            Self::Example => &EXAMPLE,
            Self::ExternalDocs => &EXTERNAL_DOCS,
            Self::Flow => &FLOW,
            Self::Flows => &FLOWS,
            Self::Header => &HEADER,
            Self::Info => &INFO,
            Self::License => &LICENSE,
            Self::Link => &LINK,
            Self::MediaType => &MEDIA_TYPE,
            Self::Operation => &OPERATION,
            Self::Parameter => &PARAMETER,
            Self::PathItem => &PATH_ITEM,
            Self::Paths => &PATHS,
            Self::RequestBody => &REQUEST_BODY,
            Self::Requirement => &REQUIREMENT,
            Self::Response => &RESPONSE,
            Self::Responses => &RESPONSES,
            Self::Schema => &SCHEMA,
            Self::SecurityScheme => &SECURITY_SCHEME,
            Self::Server => &SERVER,
            Self::ServerVariable => &SERVER_VARIABLE,
            Self::Tag => &TAG,
            Self::Xml => &XML,
        }
    }
}

/// The methods of a path item, in the order of the specification.
pub const METHODS: &[&str] = &[
    "get", "put", "post", "delete", "options", "head", "patch", "trace",
];

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

type Keys = &'static [(&'static str, Shape)];

/// An object with fixed keys only.
const fn fixed(name: &'static str, keys: Keys, required: &'static [&'static str]) -> Object {
    Object {
        name,
        keys,
        rest: None,
        required,
        is_referable: false,
    }
}

/// An object that `$ref` can stand for.
const fn referable(name: &'static str, keys: Keys, required: &'static [&'static str]) -> Object {
    Object {
        name,
        keys,
        rest: None,
        required,
        is_referable: true,
    }
}

/// An object whose keys the user chooses.
const fn free(name: &'static str, keys: Keys, rest: Shape) -> Object {
    Object {
        name,
        keys,
        rest: Some(rest),
        required: &[],
        is_referable: false,
    }
}

const CALLBACK: Object = Object {
    is_referable: true,
    ..free("callback", &[], One(Kind::PathItem))
};

const COMPONENTS: Object = fixed(
    "components",
    &[
        ("callbacks", Named(Kind::Callback)),
        ("examples", Named(Kind::Example)),
        ("headers", Named(Kind::Header)),
        ("links", Named(Kind::Link)),
        ("parameters", Named(Kind::Parameter)),
        ("requestBodies", Named(Kind::RequestBody)),
        ("responses", Named(Kind::Response)),
        ("schemas", Named(Kind::Schema)),
        ("securitySchemes", Named(Kind::SecurityScheme)),
    ],
    &[],
);

const CONTACT: Object = fixed(
    "contact",
    &[("email", Text), ("name", Text), ("url", Text)],
    &[],
);

const DISCRIMINATOR: Object = fixed(
    "discriminator",
    &[("mapping", TextMap), ("propertyName", Text)],
    &["propertyName"],
);

const DOCUMENT: Object = fixed(
    "OpenAPI",
    &[
        ("components", One(Kind::Components)),
        ("externalDocs", One(Kind::ExternalDocs)),
        ("info", One(Kind::Info)),
        ("openapi", Text),
        ("paths", One(Kind::Paths)),
        ("security", Many(Kind::Requirement)),
        ("servers", Many(Kind::Server)),
        ("tags", Many(Kind::Tag)),
    ],
    &["info"],
);

const ENCODING: Object = fixed(
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

const EXAMPLE: Object = referable(
    "example",
    &[
        ("description", Text),
        ("externalValue", Text),
        ("summary", Text),
        ("value", Data),
    ],
    &[],
);

const EXTERNAL_DOCS: Object = fixed(
    "external documentation",
    &[("description", Text), ("url", Text)],
    &["url"],
);

const FLOW: Object = fixed(
    "OAuth flow",
    &[
        ("authorizationUrl", Text),
        ("refreshUrl", Text),
        ("scopes", TextMap),
        ("tokenUrl", Text),
    ],
    &["scopes"],
);

const FLOWS: Object = fixed(
    "OAuth flows",
    &[
        ("authorizationCode", One(Kind::Flow)),
        ("clientCredentials", One(Kind::Flow)),
        ("implicit", One(Kind::Flow)),
        ("password", One(Kind::Flow)),
    ],
    &[],
);

const HEADER: Object = referable(
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

const INFO: Object = fixed(
    "info",
    &[
        ("contact", One(Kind::Contact)),
        ("description", Text),
        ("license", One(Kind::License)),
        ("termsOfService", Text),
        ("title", Text),
        ("version", Text),
    ],
    &["title", "version"],
);

const LICENSE: Object = fixed("license", &[("name", Text), ("url", Text)], &["name"]);

const LINK: Object = referable(
    "link",
    &[
        ("description", Text),
        ("operationId", Text),
        ("operationRef", Text),
        ("parameters", DataMap),
        ("requestBody", Data),
        ("server", One(Kind::Server)),
    ],
    &[],
);

const MEDIA_TYPE: Object = fixed(
    "media type",
    &[
        ("encoding", Named(Kind::Encoding)),
        ("example", Data),
        ("examples", Named(Kind::Example)),
        ("schema", One(Kind::Schema)),
    ],
    &[],
);

const OPERATION: Object = fixed(
    "operation",
    &[
        ("callbacks", Named(Kind::Callback)),
        ("deprecated", Flag),
        ("description", Text),
        ("externalDocs", One(Kind::ExternalDocs)),
        ("operationId", Text),
        ("parameters", Many(Kind::Parameter)),
        ("requestBody", One(Kind::RequestBody)),
        ("responses", One(Kind::Responses)),
        ("security", Many(Kind::Requirement)),
        ("servers", Many(Kind::Server)),
        ("summary", Text),
        ("tags", Texts),
    ],
    &["responses"],
);

const PARAMETER: Object = referable(
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

const PATH_ITEM: Object = referable(
    "path item",
    &[
        ("delete", One(Kind::Operation)),
        ("description", Text),
        ("get", One(Kind::Operation)),
        ("head", One(Kind::Operation)),
        ("options", One(Kind::Operation)),
        ("parameters", Many(Kind::Parameter)),
        ("patch", One(Kind::Operation)),
        ("post", One(Kind::Operation)),
        ("put", One(Kind::Operation)),
        ("servers", Many(Kind::Server)),
        ("summary", Text),
        ("trace", One(Kind::Operation)),
    ],
    &[],
);

const PATHS: Object = free("paths", &[], One(Kind::PathItem));

const REQUEST_BODY: Object = referable(
    "request body",
    &[
        ("content", Named(Kind::MediaType)),
        ("description", Text),
        ("required", Flag),
    ],
    &["content"],
);

const REQUIREMENT: Object = free("security requirement", &[], Texts);

const RESPONSE: Object = referable(
    "response",
    &[
        ("content", Named(Kind::MediaType)),
        ("description", Text),
        ("headers", Named(Kind::Header)),
        ("links", Named(Kind::Link)),
    ],
    &["description"],
);

const RESPONSES: Object = free("responses", &[], One(Kind::Response));

const SCHEMA: Object = referable(
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
        ("xml", One(Kind::Xml)),
    ],
    &[],
);

const SECURITY_SCHEME: Object = referable(
    "security scheme",
    &[
        ("bearerFormat", Text),
        ("description", Text),
        ("flows", One(Kind::Flows)),
        ("in", Word(&["query", "header", "cookie"])),
        ("name", Text),
        ("openIdConnectUrl", Text),
        ("scheme", Text),
        ("type", Word(&["apiKey", "http", "oauth2", "openIdConnect"])),
    ],
    &["type"],
);

const SERVER: Object = fixed(
    "server",
    &[
        ("description", Text),
        ("url", Text),
        ("variables", Named(Kind::ServerVariable)),
    ],
    &["url"],
);

const SERVER_VARIABLE: Object = fixed(
    "server variable",
    &[("default", Text), ("description", Text), ("enum", Texts)],
    &["default"],
);

const TAG: Object = fixed(
    "tag",
    &[
        ("description", Text),
        ("externalDocs", One(Kind::ExternalDocs)),
        ("name", Text),
    ],
    &["name"],
);

const XML: Object = fixed(
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
