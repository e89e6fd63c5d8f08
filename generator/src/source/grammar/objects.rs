//! The kinds of the grammar and their rows, which stand in `api.rs` and `content.rs`. Facts only; `mod.rs` asks the questions.

use super::{Effect, Kind, Object, Syntax, api, content};

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

pub(super) type Keys = &'static [(&'static str, Syntax, Effect)];

/// An object with fixed keys only.
pub(super) const fn fixed(
    name: &'static str,
    keys: Keys,
    required: &'static [&'static str],
) -> Object {
    Object {
        name,
        keys,
        rest: None,
        accepts: any_key,
        required,
        is_referable: false,
    }
}

/// An object that `$ref` can stand for.
pub(super) const fn referable(
    name: &'static str,
    keys: Keys,
    required: &'static [&'static str],
) -> Object {
    Object {
        name,
        keys,
        rest: None,
        accepts: any_key,
        required,
        is_referable: true,
    }
}

/// An object whose keys the user chooses.
pub(super) const fn free(name: &'static str, keys: Keys, rest: Syntax) -> Object {
    Object {
        name,
        keys,
        rest: Some(rest),
        accepts: any_key,
        required: &[],
        is_referable: false,
    }
}

const fn any_key(_: &str) -> bool {
    true
}

/// A status code, a range of them such as `2XX`, or `default`.
pub(super) fn is_status(key: &str) -> bool {
    let is_code = |bytes: &[u8]| match bytes {
        [first, rest @ ..] if rest.len() == 2 => {
            first.is_ascii_digit()
                && (rest.iter().all(u8::is_ascii_digit) || rest.eq_ignore_ascii_case(b"xx"))
        }
        _ => false,
    };
    key == "default" || is_code(key.as_bytes())
}
