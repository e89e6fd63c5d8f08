//! Schemas that hold for one value together, as one type that satisfies all of them.

use super::candidates::{self, Candidate, Candidates, Shared};
use super::compose::{Whole, speaking, whole};
use super::keywords::Keywords;
use super::kinds::declared_kind;
use super::lowering::Lowering;
use super::measure::Measure;
use super::narrow::Narrowed;
use super::parts::{self, Part};
use super::reports::Reports;
use super::schemas::Use;
use super::sources::Source;
use super::spots::{Site, Spot};
use super::{enums, joint, objects, placing, tuple_types, unions};
use crate::diag::codes;
use crate::extensions::PREFIX_ITEMS;
use crate::ir::{Number, Shape, Type, TypeId};

/// The definition of a schema with an `allOf`, and of one that is an object.
pub(super) fn of_schema<'d>(
    lowering: &mut Lowering<'_, 'd>,
    id: TypeId,
    keywords: &Keywords<'d>,
    spot: &Spot,
) -> Shape {
    let parts = parts::of(lowering.view(), keywords, &Site::from(spot));
    let parts = parts.told(&mut lowering.reports);
    match whole(lowering.view(), &parts) {
        Whole::Union(index) => {
            let candidates = candidates::among(lowering.view(), keywords, &parts, index, spot);
            unions::union(lowering, id, &candidates)
        }
        whole => of_parts(lowering, id, &parts, whole, spot),
    }
}

/// The most members that all candidates of unions with members beside them have: unions within unions multiply them.
const MOST_BESIDE: usize = 100_000;

/// Tells of the first candidate for which there is no room.
pub(super) fn tell_beside(beside: &Measure, reports: &mut Reports<'_, '_>) {
    let what = format!(
        "candidates of unions with members beside them have more than {MOST_BESIDE} members in all"
    );
    beside.tell(&what, reports);
}

/// Merges what stands beside a union, the outermost first, and a candidate.
pub(super) fn merged_with<'d>(
    lowering: &mut Lowering<'_, 'd>,
    id: TypeId,
    beside: &[Shared<'d>],
    (candidate, spot): (&Candidate<'d>, &Spot),
) -> Shape {
    let mut parts: Vec<Part<'d>> = Vec::new();
    for shared in beside {
        let shared = shared.parts(lowering.view());
        for part in shared.told(&mut lowering.reports) {
            if !parts.iter().any(|known| known.at == part.at) {
                parts.push(part.without_union());
            }
        }
    }
    let own = Source::of(candidate.schema, Site::from(spot));
    let parts = parts::beside(lowering.view(), parts, &own, &candidate.steps);
    let parts = parts.told(&mut lowering.reports);
    let members = parts.iter().map(|part| part.keywords.properties.len());
    let size = 1 + members.sum::<usize>();
    if !lowering.beside.adds(size, MOST_BESIDE, &spot.at) {
        return Shape::Alias(Type::Any);
    }
    let whole = match whole(lowering.view(), &parts) {
        Whole::Union(_) => Whole::Nothing("a union of unions with members beside them"),
        whole => whole,
    };
    of_parts(lowering, id, &parts, whole, spot)
}

pub(super) fn of_parts<'d>(
    lowering: &mut Lowering<'_, 'd>,
    id: TypeId,
    parts: &[Part<'d>],
    whole: Whole<'d>,
    home: &Spot,
) -> Shape {
    lowering.joining.push((speaking(parts), id));
    let shape = match whole {
        Whole::Object => {
            tell_lists(parts, &mut lowering.reports);
            Shape::Struct(objects::object(lowering, id, parts))
        }
        Whole::Enum(value) => listing(&value),
        Whole::Union(index) => union_of(lowering, id, parts, index),
        whole => Shape::Alias(value(lowering, parts, &whole, home).ty),
    };
    lowering.joining.pop();
    shape
}

/// A union that other parts have members beside.
fn union_of<'d>(
    lowering: &mut Lowering<'_, 'd>,
    id: TypeId,
    parts: &[Part<'d>],
    index: usize,
) -> Shape {
    let mut around: Vec<Shared<'d>> = Vec::new();
    for (other, part) in parts.iter().enumerate() {
        if other != index && !part.keywords.is_silent() {
            around.push(Shared {
                keywords: part.keywords.clone(),
                spot: placing::spot_of(lowering, part),
                steps: part.steps.clone(),
            });
        }
    }
    let part = &parts[index];
    let candidates = Candidates {
        beside: part.keywords.clone(),
        listed: part.keywords.clone(),
        spot: Spot::of(id, part.at.clone()),
        steps: part.steps.clone(),
        around,
    };
    unions::union(lowering, id, &candidates)
}

/// The type of parts that need no definition.
pub(super) fn value<'d>(
    lowering: &mut Lowering<'_, 'd>,
    parts: &[Part<'d>],
    whole: &Whole<'d>,
    home: &Spot,
) -> Use {
    let mut used = Use::any();
    used.ty = match whole {
        Whole::Map => {
            tell_lists(parts, &mut lowering.reports);
            objects::map(lowering, parts, home)
        }
        Whole::List => list(lowering, parts, home),
        Whole::Scalar(value) => {
            used.constant = enums::constant(&value.keywords);
            let ty = value.keywords.scalar(lowering.doc.formats);
            if ty == Type::Number(Number::Exact) {
                lowering
                    .reports
                    .report(codes::DIGITS, &home.at, |diagnostic| diagnostic);
            }
            if ty == Type::Any && value.keywords.values.iter().any(|value| !value.is_null()) {
                let reason =
                    "the values of its `enum` are of several kinds, or are objects or lists";
                lowering.reports.not_modelled(&home.at, reason);
            }
            ty
        }
        Whole::Nothing(reason) => {
            lowering.reports.not_modelled(&home.at, reason);
            Type::Any
        }
        _ => Type::Any,
    };
    used
}

/// Tells of what is said about lists where the type is an object only because keywords for objects stand there too.
fn tell_lists(parts: &[Part<'_>], reports: &mut Reports<'_, '_>) {
    let says_kind = |one: &Keywords<'_>| declared_kind(one).is_some() || !one.values.is_empty();
    if parts.iter().any(|part| says_kind(&part.keywords)) {
        return;
    }
    for part in parts.iter().filter(|part| part.keywords.items.is_some()) {
        let is_tuple = PREFIX_ITEMS.is_in(&part.keywords.data.extensions);
        let (key, word) = if is_tuple {
            (PREFIX_ITEMS.key(), "prefixItems")
        } else {
            ("items", "items")
        };
        reports.report(codes::LISTS_TOO, &part.at.child(key), |diagnostic| {
            diagnostic.arg("key", word).on_key()
        });
    }
}

fn list<'d>(lowering: &mut Lowering<'_, 'd>, parts: &[Part<'d>], home: &Spot) -> Type {
    let is_tuple = |part: &&Part<'d>| PREFIX_ITEMS.is_in(&part.keywords.data.extensions);
    if let Some(part) = parts.iter().rfind(is_tuple) {
        let spot = placing::spot_of(lowering, part);
        if let Some(parts) = tuple_types::of(lowering, &part.keywords, &spot) {
            return parts;
        }
    }
    let mut sources = Vec::new();
    for part in parts {
        let spot = placing::spot_of(lowering, part);
        sources.extend(part.element().map(|element| Source {
            site: Site::from(&spot.part(element.site.at, "item")),
            ..element
        }));
    }
    let home = home.part(home.at.child("items"), "item");
    let Some(nearest) = sources.last() else {
        return Type::Array(Box::new(Type::Any));
    };
    let used = match joint::joint(lowering, &sources, &home) {
        Some(used) => used,
        None => objects::conflict(lowering, "items", &sources, nearest),
    };
    Type::Array(Box::new(used.whole()))
}
/// The values that all parts list.
fn listing(value: &Narrowed<'_>) -> Shape {
    let listing = value.listing.as_ref().unwrap_or(&value.keywords);
    let mut shape = enums::enumeration(listing);
    if let Shape::Enum(values) = &mut shape {
        let kept: Vec<String> = value
            .keywords
            .values
            .iter()
            .filter_map(enums::text)
            .collect();
        values.values.retain(|value| kept.contains(&value.wire));
    }
    shape
}
