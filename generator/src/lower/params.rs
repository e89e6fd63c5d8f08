//! Path, query, header and cookie parameters.

use std::collections::BTreeSet;

use openapiv3::{Parameter, ParameterData, ParameterSchemaOrContent, PathStyle, ReferenceOr};

use super::document::Document;
use super::lowering::Lowering;
use super::media::MediaName;
use super::methods::{Path, Written};
use super::reports::Reports;
use super::schemas::{self, Use};
use super::spots::{Holder, Spot};
use super::{encodings, examples, headers, homes, idempotency, references};
use crate::diag::codes;
use crate::extensions::WHOLE_QUERY;
use crate::ir::{
    ContentKind, Docs, OperationId, Param, ParamLocation, Style, Text, Type, WholeQuery, sent_path,
};
use crate::pointer::Pointer;
use crate::url_template;

/// Headers that a parameter cannot set: OpenAPI ignores parameters of the first three names, and how long a body is and how it
/// is cut into pieces is the business of the connection.
const IGNORED_HEADERS: [&str; 5] = [
    "accept",
    "content-type",
    "authorization",
    "content-length",
    "transfer-encoding",
];

/// The parameters of an operation: those of the path that it does not replace, then its own.
pub(super) fn of<'d>(
    lowering: &mut Lowering<'_, 'd>,
    path: &Path<'d>,
    operation: &Written<'d>,
) -> Vec<Param> {
    let mut params: Vec<Param> = Vec::new();
    let lists = [
        (&path.item.parameters, &path.at),
        (&operation.source.parameters, &operation.at),
    ];
    for (list, owner) in lists {
        // Those of the path, which an operation may replace in every respect.
        let shared = params.len();
        for (n, parameter) in list.iter().enumerate() {
            let place = owner.child("parameters").index(n);
            let Some((parameter, place)) = followed(lowering.doc, parameter, place) else {
                continue;
            };
            let param = param(lowering, parameter, place, operation.id);
            if !is_sent(&param, &mut lowering.reports) {
                continue;
            }
            let known = params.iter().position(|known| is_same(known, &param));
            match known {
                // One list says it twice: what is required stays so.
                Some(known) if known >= shared && params[known].required && !param.required => {}
                Some(known) => params[known] = param,
                None => params.push(param),
            }
        }
    }
    let sent = sent_path(path.template, &params);
    let mut known = BTreeSet::new();
    let names = url_template::names(&sent);
    let names: Vec<&str> = names.filter(|name| known.insert(*name)).collect();
    params.retain(|param| {
        param.location != ParamLocation::Path || names.contains(&param.wire.as_str())
    });
    for name in &names {
        if !params
            .iter()
            .any(|param| param.location == ParamLocation::Path && param.wire == *name)
        {
            params.push(undeclared(name, &path.at));
        }
    }
    leave_alone_in_query(&mut params, &mut lowering.reports);
    // Those of the path come first and as the path has them, in whichever order they are declared.
    params.sort_by_key(|param| {
        match param.location {
            ParamLocation::Path => names.iter().position(|name| *name == param.wire),
            ParamLocation::Query | ParamLocation::Header | ParamLocation::Cookie => None,
        }
        .unwrap_or(names.len())
    });
    params
}

/// Whether a request can have a parameter; one that it cannot is reported.
fn is_sent(param: &Param, reports: &mut Reports<'_, '_>) -> bool {
    if param.location != ParamLocation::Header {
        return true;
    }
    if IGNORED_HEADERS.contains(&param.wire.to_ascii_lowercase().as_str()) {
        reports.report(codes::IGNORED_HEADER, &param.at, |found| {
            found.arg("name", &param.wire)
        });
        return false;
    }
    if !headers::is_name(&param.wire) {
        reports.report(codes::ODD_HEADER_NAME, &param.at, |found| {
            found.arg("name", param.wire.escape_debug())
        });
        return false;
    }
    true
}

/// The parameter itself, behind any references.
fn followed<'d>(
    doc: Document<'d>,
    parameter: &'d ReferenceOr<Parameter>,
    at: Pointer,
) -> Option<(&'d Parameter, Pointer)> {
    let components = doc.components();
    references::follow(parameter, at, "parameters", |key| {
        components?.parameters.get(key)
    })
}

fn param<'d>(
    lowering: &mut Lowering<'_, 'd>,
    parameter: &'d Parameter,
    at: Pointer,
    operation: OperationId,
) -> Param {
    let data = parameter.parameter_data_ref();
    let (location, style, allow_reserved) = match parameter {
        Parameter::Path { style, .. } => (ParamLocation::Path, path_style(style), false),
        Parameter::Query {
            style,
            allow_reserved,
            ..
        } => (
            ParamLocation::Query,
            encodings::query_style(style),
            *allow_reserved,
        ),
        Parameter::Header { .. } => (ParamLocation::Header, Style::Simple, false),
        Parameter::Cookie { .. } => (ParamLocation::Cookie, Style::Form, false),
    };
    let spot = homes::of_parameter(&data.name, &at, Holder::of(&at, operation));
    let (used, json) = param_type(lowering, data, &spot);
    let constant = used.constant.filter(|_| !used.nullable);
    let required = data.required || location == ParamLocation::Path;
    // Only JSON has a null; a caller who need not say it leaves the parameter out.
    let ty = if json && required && used.nullable {
        used.ty.or_null()
    } else {
        used.ty
    };
    let mut docs = used.docs;
    docs.description = super::texts::said(data.description.as_deref()).or(docs.description);
    docs.deprecated |= data.deprecated.unwrap_or(false);
    docs.example = examples::of_parameter(lowering.doc, data.example.as_ref(), &data.examples)
        .or(docs.example);
    let doc = lowering.doc;
    let may_be_empty =
        location == ParamLocation::Path && doc.wanted.may_be_empty(&doc.tree.written(&at));
    let mut param = Param {
        at: at.clone(),
        wire: data.name.clone(),
        location,
        required,
        ty,
        constant,
        style,
        explode: data.explode.unwrap_or(style == Style::Form),
        allow_reserved,
        json,
        whole_query: whole_query(lowering.doc, data, &at),
        may_be_empty,
        idempotency_key: None,
        docs,
    };
    param.idempotency_key = idempotency::key(&param, data);
    param
}

fn param_type<'d>(
    lowering: &mut Lowering<'_, 'd>,
    data: &'d ParameterData,
    spot: &Spot,
) -> (Use, bool) {
    match &data.format {
        ParameterSchemaOrContent::Schema(schema) => {
            let place = Spot {
                at: spot.at.child("schema"),
                ..spot.clone()
            };
            (schemas::use_of(lowering, schema, &place), false)
        }
        ParameterSchemaOrContent::Content(content) => {
            let schema = content
                .iter()
                .find_map(|(media, one)| Some((media, one.schema.as_ref()?)));
            let Some((media, schema)) = schema else {
                return (Use::any(), true);
            };
            let place = Spot {
                at: spot.at.child("content").child(media).child("schema"),
                ..spot.clone()
            };
            let is_json = MediaName::of(media).kind() == ContentKind::Json;
            (schemas::use_of(lowering, schema, &place), is_json)
        }
    }
}

/// What the whole query is, where a value is that.
fn whole_query(doc: Document<'_>, data: &ParameterData, at: &Pointer) -> Option<WholeQuery> {
    let ParameterSchemaOrContent::Content(content) = &data.format else {
        return None;
    };
    let (media_type, media) = content.first()?;
    let at = at.child("content").child(media_type);
    WHOLE_QUERY
        .is_set(&data.extensions)
        .then(|| match MediaName::of(media_type).kind() {
            ContentKind::Json => WholeQuery::Json,
            _ => WholeQuery::Form(encodings::of(doc, media, &at)),
        })
}

/// Leaves out what is to stand in the query beside a value that is all of it.
fn leave_alone_in_query(params: &mut Vec<Param>, reports: &mut Reports<'_, '_>) {
    let mut whole = params.iter();
    let whole = whole.find(|param| param.whole_query == Some(WholeQuery::Json));
    let Some((at, name)) = whole.map(|whole| (whole.at.clone(), whole.wire.clone())) else {
        return;
    };
    params.retain(|param| {
        let is_beside = param.location == ParamLocation::Query && param.at != at;
        if is_beside {
            reports.report(codes::BESIDE_WHOLE_QUERY, &param.at, |found| {
                found.arg("name", &param.wire).arg("whole", &name)
            });
        }
        !is_beside
    });
}

/// Whether two parameters are one: the names of headers are compared without case (RFC 9110, section 5.1).
fn is_same(one: &Param, other: &Param) -> bool {
    one.location == other.location
        && match one.location {
            ParamLocation::Header => one.wire.eq_ignore_ascii_case(&other.wire),
            ParamLocation::Path | ParamLocation::Query | ParamLocation::Cookie => {
                one.wire == other.wire
            }
        }
}

/// A parameter that only the template names: a text.
fn undeclared(name: &str, at: &Pointer) -> Param {
    Param {
        at: at.clone(),
        wire: name.to_owned(),
        location: ParamLocation::Path,
        required: true,
        ty: Type::Text(Text::Plain),
        constant: None,
        style: Style::Simple,
        explode: false,
        allow_reserved: false,
        json: false,
        whole_query: None,
        may_be_empty: false,
        idempotency_key: None,
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
