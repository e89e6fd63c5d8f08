//! Path, query, header and cookie parameters.

use openapiv3::{
    Operation, Parameter, ParameterData, ParameterSchemaOrContent, PathItem, PathStyle, QueryStyle,
    ReferenceOr,
};

use super::media::MediaName;
use super::{Holder, Lower, Spot, bodies};
use crate::ir::{ContentKind, Docs, Param, ParamPlace, Section, Style, Text, Type};
use crate::source::pointer::Pointer;

/// Headers that a parameter cannot set: OpenAPI ignores parameters of these names.
const IGNORED_HEADERS: [&str; 3] = ["accept", "content-type", "authorization"];

impl<'d> Lower<'d> {
    /// The parameters of an operation: those of the path that it does not replace, then its own.
    pub(super) fn params(
        &mut self,
        path: &str,
        item: &'d PathItem,
        source: &'d Operation,
        item_at: &Pointer,
        at: &Pointer,
        index: usize,
    ) -> Vec<Param> {
        let mut params: Vec<Param> = Vec::new();
        let shared = item
            .parameters
            .iter()
            .enumerate()
            .map(|(n, one)| (one, item_at.child("parameters").index(n)));
        let own = source
            .parameters
            .iter()
            .enumerate()
            .map(|(n, one)| (one, at.child("parameters").index(n)));
        for (parameter, place) in shared.chain(own) {
            let Some((parameter, place)) = self.parameter(parameter, place) else {
                continue;
            };
            let param = self.param(parameter, place, index);
            let is_ignored = param.place == ParamPlace::Header
                && IGNORED_HEADERS.contains(&param.wire.to_ascii_lowercase().as_str());
            if is_ignored {
                continue;
            }
            match params
                .iter_mut()
                .find(|other| other.place == param.place && other.wire == param.wire)
            {
                Some(replaced) => *replaced = param,
                None => params.push(param),
            }
        }
        let names = template_names(path);
        params.retain(|param| {
            param.place != ParamPlace::Path || names.contains(&param.wire.as_str())
        });
        for name in &names {
            if !params
                .iter()
                .any(|param| param.place == ParamPlace::Path && param.wire == *name)
            {
                params.push(undeclared(name, item_at));
            }
        }
        // Those of the path come first and as the path has them, in whichever order they are declared.
        params.sort_by_key(|param| {
            match param.place {
                ParamPlace::Path => names.iter().position(|name| *name == param.wire),
                ParamPlace::Query | ParamPlace::Header | ParamPlace::Cookie => None,
            }
            .unwrap_or(names.len())
        });
        params
    }

    /// The parameter itself, behind any references.
    fn parameter(
        &self,
        parameter: &'d ReferenceOr<Parameter>,
        at: Pointer,
    ) -> Option<(&'d Parameter, Pointer)> {
        let components = self.doc.components.as_ref();
        bodies::follow(parameter, at, "parameters", |key| {
            components?.parameters.get(key)
        })
    }

    fn param(&mut self, parameter: &'d Parameter, at: Pointer, index: usize) -> Param {
        let data = parameter.parameter_data_ref();
        let (place, style, allow_reserved) = match parameter {
            Parameter::Path { style, .. } => (ParamPlace::Path, path_style(style), false),
            Parameter::Query {
                style,
                allow_reserved,
                ..
            } => (ParamPlace::Query, query_style(style), *allow_reserved),
            Parameter::Header { .. } => (ParamPlace::Header, Style::Simple, false),
            Parameter::Cookie { .. } => (ParamPlace::Cookie, Style::Form, false),
        };
        let spot = spot(&data.name, &at, index);
        let (ty, mut docs, json) = self.param_type(data, &spot);
        docs.description = super::docs::text(data.description.as_deref()).or(docs.description);
        docs.deprecated |= data.deprecated.unwrap_or(false);
        docs.example = bodies::example(data.example.as_ref(), &data.examples).or(docs.example);
        Param {
            at,
            wire: data.name.clone(),
            place,
            required: data.required || place == ParamPlace::Path,
            ty,
            style,
            explode: data.explode.unwrap_or(style == Style::Form),
            allow_reserved,
            json,
            docs,
        }
    }

    fn param_type(&mut self, data: &'d ParameterData, spot: &Spot) -> (Type, Docs, bool) {
        match &data.format {
            ParameterSchemaOrContent::Schema(schema) => {
                let place = Spot {
                    at: spot.at.child("schema"),
                    ..spot.clone()
                };
                let used = self.use_of(schema, &place);
                (used.ty, used.docs, false)
            }
            ParameterSchemaOrContent::Content(content) => {
                let schema = content
                    .iter()
                    .find_map(|(media, one)| Some((media, one.schema.as_ref()?)));
                let Some((media, schema)) = schema else {
                    return (Type::Any, Docs::default(), true);
                };
                let place = Spot {
                    at: spot.at.child("content").child(media).child("schema"),
                    ..spot.clone()
                };
                let used = self.use_of(schema, &place);
                let is_json = MediaName::of(media).kind() == ContentKind::Json;
                (used.ty, used.docs, is_json)
            }
        }
    }
}

/// Where the types of a parameter stand.
pub(super) fn spot(name: &str, at: &Pointer, index: usize) -> Spot {
    let owner = Holder::of(at, index);
    let words = match owner {
        Holder::Shared(Section::Parameters) => String::new(),
        _ => name.to_owned(),
    };
    Spot {
        at: at.clone(),
        owner,
        words,
    }
}

/// The names between the braces of a path template, in order, each once.
fn template_names(path: &str) -> Vec<&str> {
    let mut names: Vec<&str> = Vec::new();
    let parts = path
        .split('{')
        .skip(1)
        .filter_map(|part| Some(part.split_once('}')?.0));
    for name in parts {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// A parameter that only the template names: a text.
fn undeclared(name: &str, at: &Pointer) -> Param {
    Param {
        at: at.clone(),
        wire: name.to_owned(),
        place: ParamPlace::Path,
        required: true,
        ty: Type::Text(Text::Plain),
        style: Style::Simple,
        explode: false,
        allow_reserved: false,
        json: false,
        docs: Docs::default(),
    }
}

fn path_style(style: &PathStyle) -> Style {
    match style {
        PathStyle::Matrix => Style::Matrix,
        PathStyle::Label => Style::Label,
        PathStyle::Simple => Style::Simple,
    }
}

pub(super) fn query_style(style: &QueryStyle) -> Style {
    match style {
        QueryStyle::Form => Style::Form,
        QueryStyle::SpaceDelimited => Style::SpaceDelimited,
        QueryStyle::PipeDelimited => Style::PipeDelimited,
        QueryStyle::DeepObject => Style::DeepObject,
    }
}
