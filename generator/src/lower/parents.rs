//! Parents on the way to a schema: whoever says `allOf` with a parent has its members, and never its union.

use openapiv3::ReferenceOr;

use super::document::Document;
use super::heirs::referred;
use super::keywords::Keywords;
use crate::pointer::Pointer;

/// Whether a component is nothing but `allOf` with a parent of it.
pub(super) fn is_heir_alone<'d>(doc: Document<'d>, keywords: &Keywords<'d>, at: &Pointer) -> bool {
    let mut parts = keywords.all_of.iter();
    parts.any(|part| match part {
        ReferenceOr::Reference { reference } => {
            let place = Pointer::parse(reference).zip(doc.component_schema(reference));
            place.is_some_and(|(place, schema)| {
                is_parent(doc, &Keywords::of(schema), &place, std::slice::from_ref(at))
            })
        }
        ReferenceOr::Item(_) => false,
    })
}

/// Whether a union has a candidate on the way that led to it.
pub(super) fn is_parent(
    doc: Document<'_>,
    union: &Keywords<'_>,
    at: &Pointer,
    way: &[Pointer],
) -> bool {
    let lists = [("oneOf", union.one_of), ("anyOf", union.any_of)];
    if lists.iter().all(|(_, candidates)| candidates.is_empty()) {
        return false;
    }
    let is_inline = |place: &Pointer| {
        if !place.is_within(at) {
            return false;
        }
        let list = place
            .parent()
            .filter(|list| list.parent().as_ref() == Some(at));
        let keyword = list.and_then(|list| list.last());
        keyword.is_some_and(|keyword| lists.iter().any(|(known, _)| *known == keyword))
    };
    if way.iter().any(is_inline) {
        return true;
    }
    if let Some(references) = doc.candidates.of_union(at) {
        return way.iter().any(|place| references.contains(place));
    }
    let mut candidates = lists.iter().flat_map(|(_, candidates)| *candidates);
    candidates.any(|candidate| referred(candidate).is_some_and(|place| way.contains(&place)))
}
