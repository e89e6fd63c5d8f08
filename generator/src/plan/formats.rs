//! Texts with a format: the type that holds each, and which of them the API uses.

use std::collections::BTreeSet;

use crate::ir::{Api, Text, Type};
use crate::naming::TypePath;

/// A text with a format, as the crate holds it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Format {
    /// The module of `formats` that the type is in.
    pub module: &'static str,
    /// The type.
    pub name: &'static str,
    /// The Cargo feature of its conversions, named after the crate that it converts to.
    pub feature: Option<&'static str>,
    /// A value for examples.
    pub sample: &'static str,
}

/// The format of a text; `None` for a plain one.
pub(super) fn of(text: Text) -> Option<Format> {
    let (module, name, feature, sample) = match text {
        Text::Plain | Text::Binary => return None,
        Text::DateTime => ("date_time", "DateTime", "jiff", "2024-01-31T12:00:00Z"),
        Text::Date => ("date", "Date", "jiff", "2024-01-31"),
        Text::Time => ("time", "Time", "jiff", "12:00:00Z"),
        Text::Duration => ("duration", "Duration", "jiff", "P1DT12H"),
        Text::Uuid => (
            "uuid",
            "Uuid",
            "uuid",
            "67e55044-10b1-426f-9247-bb680e5fe0c8",
        ),
        Text::Byte => ("base64", "Base64", "base64", "aGVsbG8="),
        Text::Uri => ("uri", "Uri", "url", "https://example.com"),
        Text::Decimal => ("decimal", "Decimal", "", "1.50"),
    };
    Some(Format {
        module,
        name,
        feature: (!feature.is_empty()).then_some(feature),
        sample,
    })
}

/// The formats that any part of the API uses, sorted by module.
pub(super) fn used(api: &Api) -> Vec<Format> {
    let formats = uses(api).into_iter().filter_map(|ty| match ty {
        Type::Text(text) => of(*text),
        _ => None,
    });
    let formats: BTreeSet<Format> = formats.collect();
    formats.into_iter().collect()
}

/// The types that the configuration chose and that the API uses, sorted, each once.
pub(super) fn chosen(api: &Api) -> Vec<TypePath> {
    let chosen = uses(api).into_iter().filter_map(|ty| match ty {
        Type::Chosen(path) => Some(TypePath::of(path)),
        _ => None,
    });
    let chosen: BTreeSet<TypePath> = chosen.collect();
    chosen.into_iter().collect()
}

/// The types that any part of the API is made of.
fn uses(api: &Api) -> Vec<&Type> {
    let mut found = Vec::new();
    api.uses().for_each(|ty| note(ty, &mut found));
    found
}

fn note<'a>(ty: &'a Type, found: &mut Vec<&'a Type>) {
    found.push(ty);
    ty.parts().iter().for_each(|part| note(part, found));
}
