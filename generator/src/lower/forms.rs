//! Bodies of forms: a form has fields, so its value is an object. What is not is reported, and left to the caller.

use super::multipart;
use super::reports::Reports;
use crate::diag::codes;
use crate::ir::{Api, Content, ContentKind, Shape, Text, Type};

/// Whether a value of a type can be a form.
enum Fit {
    Form,
    /// Some candidates of a union cannot: what they are.
    Partly(&'static str),
    /// What it is instead.
    None(&'static str),
}

/// Reports what cannot be a form, then gives bodies of parts their types.
pub(super) fn run(api: &mut Api, reports: &mut Reports<'_, '_>) {
    for index in 0..api.operations.len() {
        let Some(mut body) = api.operations[index].body.take() else {
            continue;
        };
        for content in std::iter::once(&mut body.main).chain(&mut body.others) {
            form(content, api, reports);
        }
        api.operations[index].body = Some(body);
    }
    multipart::forms(api);
}

fn form(content: &mut Content, api: &Api, reports: &mut Reports<'_, '_>) {
    let (ty, given) = match content.kind {
        ContentKind::Form => (
            Type::Text(Text::Plain),
            "the caller gives the form as a text",
        ),
        ContentKind::Multipart => (Type::Any, "the caller puts the parts together"),
        ContentKind::Json | ContentKind::Text | ContentKind::Bytes | ContentKind::Stream(_) => {
            return;
        }
    };
    let (what, advice) = match fit(&content.ty, api) {
        Fit::Form => return,
        Fit::Partly(what) => (
            format!("a candidate that is {what}"),
            "sending that one is an error of the call",
        ),
        Fit::None(what) => {
            content.ty = ty;
            if content.kind == ContentKind::Form {
                content.kind = ContentKind::Text;
            }
            (what.to_owned(), given)
        }
    };
    let at = content.at.child("schema");
    reports.report(codes::NO_FORM, &at, |found| {
        found.arg("what", what).arg("advice", advice)
    });
}

fn fit(ty: &Type, api: &Api) -> Fit {
    let id = match api.resolved_value(ty) {
        Type::Any | Type::Map(_) | Type::Chosen(_) => return Fit::Form,
        Type::Named(id) => *id,
        Type::Array(_) | Type::Tuple(_) => return Fit::None("a list"),
        Type::Bool => return Fit::None("a truth value"),
        Type::Integer(_) | Type::Number(_) => return Fit::None("a number"),
        Type::Text(_) | Type::File | Type::Nullable(_) => return Fit::None("a text"),
    };
    match &api.get(id).shape {
        Shape::Struct(_) | Shape::Alias(_) => Fit::Form,
        Shape::Enum(_) => Fit::None("a text"),
        Shape::Union(union) => {
            let fits = union.variants.iter().map(|variant| fit(&variant.ty, api));
            let fits: Vec<Fit> = fits.collect();
            let without = fits.iter().find_map(|fit| match fit {
                Fit::Form => None,
                Fit::Partly(what) | Fit::None(what) => Some(*what),
            });
            match without {
                None => Fit::Form,
                Some(what) if fits.iter().all(|fit| matches!(fit, Fit::None(_))) => Fit::None(what),
                Some(what) => Fit::Partly(what),
            }
        }
    }
}
