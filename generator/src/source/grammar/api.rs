//! Rows of the grammar: the document, its paths and what they hold, who may call.

use super::Effect::{Annotation, Partly, Reported, Used};
use super::Syntax::{Data, DataMap, Flag, Many, Named, One, Text, TextMap, Texts, Word};
use super::rows::{fixed, free, is_status, referable};
use super::{Kind, Object};
use crate::diag::codes;

pub(super) const CALLBACK: Object = Object {
    is_referable: true,
    ..free("callback", &[], One(Kind::PathItem))
};

pub(super) const COMPONENTS: Object = fixed(
    "components",
    &[
        (
            "callbacks",
            Named(Kind::Callback),
            Reported(codes::UNREAD_KEYWORD),
        ),
        ("examples", Named(Kind::Example), Used),
        ("headers", Named(Kind::Header), Used),
        ("links", Named(Kind::Link), Annotation),
        ("parameters", Named(Kind::Parameter), Used),
        ("requestBodies", Named(Kind::RequestBody), Used),
        ("responses", Named(Kind::Response), Used),
        ("schemas", Named(Kind::Schema), Used),
        ("securitySchemes", Named(Kind::SecurityScheme), Used),
    ],
    &[],
);

pub(super) const CONTACT: Object = fixed(
    "contact",
    &[
        ("email", Text, Annotation),
        ("name", Text, Annotation),
        ("url", Text, Annotation),
    ],
    &[],
);

pub(super) const DOCUMENT: Object = fixed(
    "OpenAPI",
    &[
        ("components", One(Kind::Components), Used),
        ("externalDocs", One(Kind::ExternalDocs), Annotation),
        ("info", One(Kind::Info), Used),
        ("openapi", Text, Used),
        ("paths", One(Kind::Paths), Used),
        ("security", Many(Kind::Requirement), Used),
        ("servers", Many(Kind::Server), Used),
        ("tags", Many(Kind::Tag), Used),
    ],
    &["info"],
);

pub(super) const EXTERNAL_DOCS: Object = fixed(
    "external documentation",
    &[("description", Text, Annotation), ("url", Text, Used)],
    &["url"],
);

pub(super) const INFO: Object = fixed(
    "info",
    &[
        ("contact", One(Kind::Contact), Annotation),
        ("description", Text, Used),
        ("license", One(Kind::License), Annotation),
        ("termsOfService", Text, Annotation),
        ("title", Text, Used),
        ("version", Text, Used),
    ],
    &["title", "version"],
);

pub(super) const LICENSE: Object = fixed(
    "license",
    &[("name", Text, Used), ("url", Text, Annotation)],
    &["name"],
);

pub(super) const LINK: Object = referable(
    "link",
    &[
        ("description", Text, Annotation),
        ("operationId", Text, Annotation),
        ("operationRef", Text, Annotation),
        ("parameters", DataMap, Annotation),
        ("requestBody", Data, Annotation),
        ("server", One(Kind::Server), Annotation),
    ],
    &[],
);

pub(super) const OPERATION: Object = fixed(
    "operation",
    &[
        (
            "callbacks",
            Named(Kind::Callback),
            Reported(codes::UNREAD_KEYWORD),
        ),
        ("deprecated", Flag, Used),
        ("description", Text, Used),
        ("externalDocs", One(Kind::ExternalDocs), Used),
        ("operationId", Text, Used),
        ("parameters", Many(Kind::Parameter), Used),
        ("requestBody", One(Kind::RequestBody), Used),
        ("responses", One(Kind::Responses), Used),
        ("security", Many(Kind::Requirement), Used),
        ("servers", Many(Kind::Server), Used),
        ("summary", Text, Used),
        ("tags", Texts, Used),
    ],
    &["responses"],
);

pub(super) const PATH_ITEM: Object = referable(
    "path item",
    &[
        // Normalisation keeps this and `query` of documents of 3.2, and of no others.
        (
            "additionalOperations",
            Named(Kind::Operation),
            Partly(codes::UNSUPPORTED_METHOD),
        ),
        ("delete", One(Kind::Operation), Used),
        ("description", Text, Used),
        ("get", One(Kind::Operation), Used),
        ("head", One(Kind::Operation), Used),
        ("options", One(Kind::Operation), Used),
        ("parameters", Many(Kind::Parameter), Used),
        ("patch", One(Kind::Operation), Used),
        ("post", One(Kind::Operation), Used),
        ("put", One(Kind::Operation), Used),
        ("query", One(Kind::Operation), Used),
        ("servers", Many(Kind::Server), Used),
        ("summary", Text, Used),
        ("trace", One(Kind::Operation), Used),
    ],
    &[],
);

pub(super) const PATHS: Object = free("paths", &[], One(Kind::PathItem));

pub(super) const REQUEST_BODY: Object = referable(
    "request body",
    &[
        ("content", Named(Kind::MediaType), Used),
        ("description", Text, Used),
        ("required", Flag, Used),
    ],
    &["content"],
);

pub(super) const RESPONSE: Object = referable(
    "response",
    &[
        ("content", Named(Kind::MediaType), Used),
        ("description", Text, Used),
        ("headers", Named(Kind::Header), Used),
        ("links", Named(Kind::Link), Annotation),
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
        ("description", Text, Used),
        ("url", Text, Used),
        ("variables", Named(Kind::ServerVariable), Used),
    ],
    &["url"],
);

pub(super) const SERVER_VARIABLE: Object = fixed(
    "server variable",
    &[
        ("default", Text, Used),
        ("description", Text, Used),
        ("enum", Texts, Used),
    ],
    &["default"],
);

pub(super) const TAG: Object = fixed(
    "tag",
    &[
        ("description", Text, Used),
        ("externalDocs", One(Kind::ExternalDocs), Used),
        ("name", Text, Used),
    ],
    &["name"],
);

pub(super) const FLOW: Object = fixed(
    "OAuth flow",
    &[
        ("authorizationUrl", Text, Used),
        ("refreshUrl", Text, Used),
        ("scopes", TextMap, Used),
        ("tokenUrl", Text, Used),
    ],
    &["scopes"],
);

pub(super) const FLOWS: Object = fixed(
    "OAuth flows",
    &[
        ("authorizationCode", One(Kind::Flow), Used),
        ("clientCredentials", One(Kind::Flow), Used),
        ("implicit", One(Kind::Flow), Used),
        ("password", One(Kind::Flow), Used),
    ],
    &[],
);

pub(super) const REQUIREMENT: Object = free("security requirement", &[], Texts);

pub(super) const SECURITY_SCHEME: Object = referable(
    "security scheme",
    &[
        ("bearerFormat", Text, Annotation),
        ("description", Text, Used),
        ("flows", One(Kind::Flows), Used),
        ("in", Word(&["query", "header", "cookie"]), Used),
        ("name", Text, Used),
        ("openIdConnectUrl", Text, Used),
        ("scheme", Text, Used),
        (
            "type",
            Word(&["apiKey", "http", "oauth2", "openIdConnect"]),
            Used,
        ),
    ],
    &["type"],
);
