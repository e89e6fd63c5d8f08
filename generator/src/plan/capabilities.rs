//! What not every crate can do: the parts of the runtime that only some documents ask for.

use std::collections::BTreeSet;

use super::{Fixed, Given, Held, Kind, Operation, Plan};
use crate::ir::{
    Body, ContentKind, EnumKind, Integer, KeyLocation, Number, ParamLocation, Scheme, SchemeKind,
    Type,
};

/// Something that only some crates can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Capability {
    /// Answers that are bytes.
    ByteAnswers,
    /// Types of other packages and of the user's.
    ChosenTypes,
    /// Truth values that have one value.
    ConstBools,
    /// Whole numbers that have one value.
    ConstInts,
    /// Texts that have one value.
    Constants,
    /// Parameters and credentials that are cookies.
    Cookies,
    /// Parameters of the path that may be empty.
    EmptyPathParameters,
    /// Numbers of which all digits count.
    ExactNumbers,
    /// Forms of parts, which may hold files.
    Files,
    /// Bodies that are forms, of parts or not, and queries that are.
    Forms,
    /// Parameters that are headers.
    HeaderParameters,
    /// Enums of whole numbers.
    IntegerEnums,
    /// Parameters that are JSON documents.
    JsonParameters,
    /// Whole numbers that 64 bits do not hold.
    LargeIntegers,
    /// Security schemes whose tokens are given out by OAuth 2 or OpenID Connect.
    OAuthTokens,
    /// Operations that have servers of their own.
    OperationServers,
    /// Answers in several forms, each of which an operation can be asked for.
    OtherAnswers,
    /// Answers that come in pages.
    Pages,
    /// Queries that are forms.
    QueryForms,
    /// Resources that are features.
    ResourceFeatures,
    /// Requests that can be given more than what a call asks for.
    Setters,
    /// Numbers of 32 bits.
    SmallFloats,
    /// Answers that are something else by status.
    StatusAnswers,
    /// Answers that are streams.
    Streams,
    /// Enums of texts.
    StringEnums,
    /// Answers that are texts.
    TextAnswers,
    /// Lists of a fixed length.
    Tuples,
    /// Values of one of several types.
    Unions,
}

impl Capability {
    /// All of them.
    pub const ALL: &[Self] = &[
        Self::ByteAnswers,
        Self::ChosenTypes,
        Self::ConstBools,
        Self::ConstInts,
        Self::Constants,
        Self::Cookies,
        Self::EmptyPathParameters,
        Self::ExactNumbers,
        Self::Files,
        Self::Forms,
        Self::HeaderParameters,
        Self::IntegerEnums,
        Self::JsonParameters,
        Self::LargeIntegers,
        Self::OAuthTokens,
        Self::OperationServers,
        Self::OtherAnswers,
        Self::Pages,
        Self::QueryForms,
        Self::ResourceFeatures,
        Self::Setters,
        Self::SmallFloats,
        Self::StatusAnswers,
        Self::Streams,
        Self::StringEnums,
        Self::TextAnswers,
        Self::Tuples,
        Self::Unions,
    ];

    /// What the templates call it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::ByteAnswers => "byte answers",
            Self::ChosenTypes => "chosen types",
            Self::ConstBools => "constant truth values",
            Self::ConstInts => "constant numbers",
            Self::Constants => "constants",
            Self::Cookies => "cookies",
            Self::EmptyPathParameters => "empty path parameters",
            Self::ExactNumbers => "exact numbers",
            Self::Files => "files",
            Self::Forms => "forms",
            Self::HeaderParameters => "header parameters",
            Self::IntegerEnums => "integer enums",
            Self::JsonParameters => "JSON parameters",
            Self::LargeIntegers => "large integers",
            Self::OAuthTokens => "OAuth tokens",
            Self::OperationServers => "servers of operations",
            Self::OtherAnswers => "other answers",
            Self::Pages => "pages",
            Self::QueryForms => "query forms",
            Self::ResourceFeatures => "resource features",
            Self::Setters => "setters",
            Self::SmallFloats => "32-bit numbers",
            Self::StatusAnswers => "answers by status",
            Self::Streams => "streams",
            Self::StringEnums => "string enums",
            Self::TextAnswers => "text answers",
            Self::Tuples => "tuples",
            Self::Unions => "unions",
        }
    }
}

impl Plan {
    /// What the crate can do.
    pub fn capabilities(&self) -> BTreeSet<Capability> {
        let mut found = BTreeSet::new();
        for model in self.models() {
            match &model.kind {
                Kind::Struct(object) => {
                    let members = object.members.iter();
                    let constants = members.filter_map(|member| match member.constant {
                        Some(Fixed::ConstBool) => Some(Capability::ConstBools),
                        Some(Fixed::ConstInt) => Some(Capability::ConstInts),
                        _ => None,
                    });
                    found.extend(constants);
                }
                Kind::Enum(list) => {
                    found.insert(match list.kind {
                        EnumKind::Text => Capability::StringEnums,
                        EnumKind::Integer => Capability::IntegerEnums,
                    });
                }
                Kind::Constant(_) => {
                    found.insert(Capability::Constants);
                }
                Kind::Union(_) => {
                    found.insert(Capability::Unions);
                }
                Kind::Alias { .. } => {}
            }
            if model.kind.is_form() {
                found.insert(Capability::Files);
            }
        }
        found.extend(self.forms());
        if !self.chosen.is_empty() {
            found.insert(Capability::ChosenTypes);
        }
        found.extend(self.api.uses().flat_map(held));
        if self.has_pages() {
            found.insert(Capability::Pages);
        }
        if self.has_resource_features() {
            found.insert(Capability::ResourceFeatures);
        }
        for operation in self.operations() {
            found.extend(asked(&operation));
        }
        let cookie = |scheme: &Scheme| matches!(&scheme.kind, SchemeKind::ApiKey { location, .. } if *location == KeyLocation::Cookie);
        if self.api.schemes.iter().any(cookie) {
            found.insert(Capability::Cookies);
        }
        if self.has_oauth_tokens() {
            found.insert(Capability::OAuthTokens);
        }
        if self.has_streams() {
            found.insert(Capability::Streams);
        }
        found
    }

    /// What the forms that are sent ask for.
    fn forms(&self) -> BTreeSet<Capability> {
        let mut found = BTreeSet::new();
        for operation in &self.api.operations {
            for content in operation.body.iter().flat_map(Body::contents) {
                match content.kind {
                    ContentKind::Multipart => {
                        found.extend([Capability::Files, Capability::Forms]);
                    }
                    ContentKind::Form => {
                        found.insert(Capability::Forms);
                    }
                    _ => {}
                }
            }
            if operation.params.iter().any(|param| param.form.is_some()) {
                found.extend([Capability::Forms, Capability::QueryForms]);
            }
        }
        found
    }
}

/// What an operation asks for by its parameters, its servers and its answers.
fn asked(operation: &Operation<'_>) -> BTreeSet<Capability> {
    let mut found = BTreeSet::new();
    if operation.has_setters() {
        found.insert(Capability::Setters);
    }
    for param in &operation.source.params {
        found.extend(match param.location {
            ParamLocation::Cookie => Some(Capability::Cookies),
            ParamLocation::Header => Some(Capability::HeaderParameters),
            ParamLocation::Path | ParamLocation::Query => None,
        });
        if param.json {
            found.insert(Capability::JsonParameters);
        }
        if param.may_be_empty {
            found.insert(Capability::EmptyPathParameters);
        }
    }
    if !operation.source.servers.is_empty() {
        found.insert(Capability::OperationServers);
    }
    if !operation.other_answers().is_empty() {
        found.insert(Capability::OtherAnswers);
    }
    for answer in &operation.answers {
        found.extend(given(&answer.given));
    }
    found
}

/// What an answer asks for by what it gives.
fn given(given: &Given<'_>) -> BTreeSet<Capability> {
    let mut found = BTreeSet::new();
    let others = match given {
        Given::Single { read_otherwise, .. } => !read_otherwise.is_empty(),
        Given::ByStatus(all) => {
            found.insert(Capability::StatusAnswers);
            all.iter().any(|one| !one.read_otherwise.is_empty())
        }
    };
    if others {
        found.insert(Capability::OtherAnswers);
    }
    found.extend(given.held().into_iter().filter_map(read));
    found
}

/// What reads an answer, where that is not the reader of JSON.
fn read(held: &Held<'_>) -> Option<Capability> {
    match held {
        Held::Text => Some(Capability::TextAnswers),
        Held::Bytes => Some(Capability::ByteAnswers),
        Held::Redirect(body) => read(body),
        Held::Nothing | Held::Json { .. } | Held::Stream { .. } => None,
    }
}

/// What the values of a type ask for.
fn held(ty: &Type) -> BTreeSet<Capability> {
    let own = match ty {
        Type::Integer(Integer::I128) => Some(Capability::LargeIntegers),
        Type::Number(Number::Exact) => Some(Capability::ExactNumbers),
        Type::Number(Number::F32) => Some(Capability::SmallFloats),
        Type::Tuple(_) => Some(Capability::Tuples),
        _ => None,
    };
    let parts = ty.parts().iter().flat_map(held);
    own.into_iter().chain(parts).collect()
}
