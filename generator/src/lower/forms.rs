//! Bodies of forms: a form has fields, so its value is an object. What is not is reported, and left to the caller.

use std::collections::BTreeMap;

use super::document::Document;
use super::multipart;
use super::reports::Reports;
use crate::diag::codes;
use crate::ir::{Api, Content, ContentKind, Shape, Text, Type, TypeId, Union};

/// Whether a value of a type can be a form.
#[derive(Debug, Clone, Copy)]
enum Fit {
    Form,
    /// Some candidates of a union cannot: what they are.
    Partly(&'static str),
    /// What it is instead.
    None(&'static str),
}

/// Reports what cannot be a form, then gives bodies of parts their types.
pub(super) fn run(doc: Document<'_>, api: &mut Api, reports: &mut Reports<'_, '_>) {
    let mut fits = Fits::default();
    for index in 0..api.operations.len() {
        let Some(mut body) = api.operations[index].body.take() else {
            continue;
        };
        for content in std::iter::once(&mut body.main).chain(&mut body.others) {
            form(content, api, &mut fits, reports);
        }
        api.operations[index].body = Some(body);
    }
    multipart::forms(doc, api);
}

fn form(content: &mut Content, api: &Api, fits: &mut Fits, reports: &mut Reports<'_, '_>) {
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
    let (what, advice) = match fits.of(&content.ty, api) {
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

/// What was found out of unions: each is looked at once, however many others it is a candidate of.
#[derive(Debug, Default)]
struct Fits(BTreeMap<TypeId, Fit>);

impl Fits {
    fn of(&mut self, ty: &Type, api: &Api) -> Fit {
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
                if let Some(known) = self.0.get(&id) {
                    return *known;
                }
                let fit = self.of_union(union, api);
                self.0.insert(id, fit);
                fit
            }
        }
    }

    fn of_union(&mut self, union: &Union, api: &Api) -> Fit {
        let variants = union.variants.iter();
        let fits: Vec<Fit> = variants.map(|variant| self.of(&variant.ty, api)).collect();
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
