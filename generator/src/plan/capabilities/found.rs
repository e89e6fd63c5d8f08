//! What of it a crate can do, found in the API.

use std::collections::BTreeSet;

use super::Capability;
use crate::ir::{
    Body, Content, ContentKind, Encoding, EnumKind, Integer, KeyLocation, Medium, Number,
    ParamLocation, Scheme, SchemeKind, Shape, Style, Type, TypeDef, TypeId, WholeQuery,
};
use crate::plan::{Fixed, Given, Held, Operation, Plan};

impl Plan {
    /// Finds what the crate can do.
    pub(in crate::plan) fn find_capabilities(&self) -> BTreeSet<Capability> {
        let models = self.api.declared();
        let mut found: BTreeSet<_> = models
            .flat_map(|(id, def)| self.model_asks(id, def))
            .collect();
        found.extend(self.forms());
        if !self.chosen.is_empty() {
            found.insert(Capability::ChosenTypes);
        }
        self.api.uses().for_each(|ty| held(ty, &mut found));
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
        if self.has_server_variables() {
            found.insert(Capability::ServerVariables);
        }
        if self.has_streams() {
            found.insert(Capability::Streams);
        }
        found
    }

    /// What a model asks for by its shape.
    fn model_asks(&self, id: TypeId, def: &TypeDef) -> BTreeSet<Capability> {
        let mut found = BTreeSet::new();
        let medium = match &def.shape {
            Shape::Struct(object) => {
                let fields = object.fields.iter().enumerate();
                let constants = fields.filter(|(_, field)| field.constant.is_some());
                let held = constants.map(|(index, field)| self.member(id, index, field));
                found.extend(held.filter_map(|member| match member.constant {
                    Some(Fixed::ConstBool) => Some(Capability::ConstBools),
                    Some(Fixed::ConstInt) => Some(Capability::ConstInts),
                    _ => None,
                }));
                object.medium
            }
            Shape::Enum(list) => {
                found.insert(match list.kind {
                    _ if list.is_constant() => Capability::Constants,
                    EnumKind::Text => Capability::StringEnums,
                    EnumKind::Integer => Capability::IntegerEnums,
                });
                return found;
            }
            Shape::Union(union) => {
                found.insert(Capability::Unions);
                union.medium
            }
            Shape::Alias(_) => return found,
        };
        if medium == Medium::Multipart {
            found.insert(Capability::Files);
        }
        found
    }

    /// What the forms that are sent ask for.
    fn forms(&self) -> BTreeSet<Capability> {
        let mut found = BTreeSet::new();
        for operation in &self.api.operations {
            for content in operation.body.iter().flat_map(Body::contents) {
                found.extend(match content.kind {
                    ContentKind::Multipart => &[Capability::Files, Capability::Forms][..],
                    ContentKind::Form => &[Capability::EncodedForms, Capability::Forms],
                    _ => continue,
                });
                found.extend(fields(&content.encodings));
            }
            for query in operation
                .params
                .iter()
                .filter_map(|param| param.whole_query.as_ref())
            {
                match query {
                    WholeQuery::Form(encodings) => {
                        found.extend([Capability::Forms, Capability::QueryForms]);
                        found.extend(fields(encodings));
                    }
                    WholeQuery::Json => {
                        found.insert(Capability::JsonQueries);
                    }
                }
            }
        }
        found
    }
}

/// What fields of a form ask for.
fn fields(encodings: &[Encoding]) -> Option<Capability> {
    let mut styles = encodings.iter().filter_map(|field| field.style);
    let is_deep = styles.any(|(style, _)| style == Style::DeepObject);
    is_deep.then_some(Capability::DeepObjects)
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
        if param.has_path_style() {
            found.insert(Capability::PathStyles);
        }
        if param.style == Style::DeepObject {
            found.insert(Capability::DeepObjects);
        }
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
    let mut sent = operation.source.body.iter().flat_map(Body::contents);
    if sent.any(Content::is_named_by_callers) {
        found.insert(Capability::NamedBodies);
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

/// Adds what the values of a type ask for.
fn held(ty: &Type, found: &mut BTreeSet<Capability>) {
    found.extend(match ty {
        Type::Integer(Integer::I128) => Some(Capability::LargeIntegers),
        Type::Number(Number::Exact) => Some(Capability::ExactNumbers),
        Type::Number(Number::F32) => Some(Capability::SmallFloats),
        Type::Tuple(_) => Some(Capability::Tuples),
        _ => None,
    });
    ty.parts().iter().for_each(|part| held(part, found));
}
