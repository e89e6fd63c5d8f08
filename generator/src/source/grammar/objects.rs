//! The kinds of the grammar and their rows, which stand in `api.rs` and `content.rs`.

use super::{Kind, Object, api, content};

impl Kind {
    /// The row of this kind.
    pub const fn object(self) -> &'static Object {
        match self {
            Self::Callback => &api::CALLBACK,
            Self::Components => &api::COMPONENTS,
            Self::Contact => &api::CONTACT,
            Self::Discriminator => &content::DISCRIMINATOR,
            Self::Document => &api::DOCUMENT,
            Self::Encoding => &content::ENCODING,
            Self::Example => &content::EXAMPLE,
            Self::ExternalDocs => &api::EXTERNAL_DOCS,
            Self::Flow => &api::FLOW,
            Self::Flows => &api::FLOWS,
            Self::Header => &content::HEADER,
            Self::Info => &api::INFO,
            Self::License => &api::LICENSE,
            Self::Link => &api::LINK,
            Self::MediaType => &content::MEDIA_TYPE,
            Self::Operation => &api::OPERATION,
            Self::Parameter => &content::PARAMETER,
            Self::PathItem => &api::PATH_ITEM,
            Self::Paths => &api::PATHS,
            Self::RequestBody => &api::REQUEST_BODY,
            Self::Requirement => &api::REQUIREMENT,
            Self::Response => &api::RESPONSE,
            Self::Responses => &api::RESPONSES,
            Self::Schema => &content::SCHEMA,
            Self::SecurityScheme => &api::SECURITY_SCHEME,
            Self::Server => &api::SERVER,
            Self::ServerVariable => &api::SERVER_VARIABLE,
            Self::Tag => &api::TAG,
            Self::Xml => &content::XML,
        }
    }
}
