//! Rows of the grammar: the document, its paths and what they hold, who may call.

use super::Shape::{Data, DataMap, Flag, Many, Named, One, Text, TextMap, Texts, Word};
use super::objects::{fixed, free, is_status, referable};
use super::{Kind, Object};

pub(super) const CALLBACK: Object = Object {
    is_referable: true,
    ..free("callback", &[], One(Kind::PathItem))
};

pub(super) const COMPONENTS: Object = fixed(
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

pub(super) const CONTACT: Object = fixed(
    "contact",
    &[("email", Text), ("name", Text), ("url", Text)],
    &[],
);

pub(super) const DOCUMENT: Object = fixed(
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

pub(super) const EXTERNAL_DOCS: Object = fixed(
    "external documentation",
    &[("description", Text), ("url", Text)],
    &["url"],
);

pub(super) const INFO: Object = fixed(
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

pub(super) const LICENSE: Object = fixed("license", &[("name", Text), ("url", Text)], &["name"]);

pub(super) const LINK: Object = referable(
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

pub(super) const OPERATION: Object = fixed(
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

pub(super) const PATH_ITEM: Object = referable(
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

pub(super) const PATHS: Object = free("paths", &[], One(Kind::PathItem));

pub(super) const REQUEST_BODY: Object = referable(
    "request body",
    &[
        ("content", Named(Kind::MediaType)),
        ("description", Text),
        ("required", Flag),
    ],
    &["content"],
);

pub(super) const RESPONSE: Object = referable(
    "response",
    &[
        ("content", Named(Kind::MediaType)),
        ("description", Text),
        ("headers", Named(Kind::Header)),
        ("links", Named(Kind::Link)),
    ],
    &["description"],
);

pub(super) const RESPONSES: Object = Object {
    accepts: is_status,
    ..free("responses", &[], One(Kind::Response))
};

pub(super) const SERVER: Object = fixed(
    "server",
    &[
        ("description", Text),
        ("url", Text),
        ("variables", Named(Kind::ServerVariable)),
    ],
    &["url"],
);

pub(super) const SERVER_VARIABLE: Object = fixed(
    "server variable",
    &[("default", Text), ("description", Text), ("enum", Texts)],
    &["default"],
);

pub(super) const TAG: Object = fixed(
    "tag",
    &[
        ("description", Text),
        ("externalDocs", One(Kind::ExternalDocs)),
        ("name", Text),
    ],
    &["name"],
);

pub(super) const FLOW: Object = fixed(
    "OAuth flow",
    &[
        ("authorizationUrl", Text),
        ("refreshUrl", Text),
        ("scopes", TextMap),
        ("tokenUrl", Text),
    ],
    &["scopes"],
);

pub(super) const FLOWS: Object = fixed(
    "OAuth flows",
    &[
        ("authorizationCode", One(Kind::Flow)),
        ("clientCredentials", One(Kind::Flow)),
        ("implicit", One(Kind::Flow)),
        ("password", One(Kind::Flow)),
    ],
    &[],
);

pub(super) const REQUIREMENT: Object = free("security requirement", &[], Texts);

pub(super) const SECURITY_SCHEME: Object = referable(
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
