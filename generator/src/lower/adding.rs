//! What stands beside the candidates of a union: whether it says something of a candidate that the candidate does not say.

use openapiv3::AdditionalProperties;

use super::covers::is_free;
use super::document::View;
use super::innermost;
use super::keywords::Keywords;
use super::kinds::kind;
use super::parts::{self, Part};
use super::sources::Source;

/// Whether the keywords beside candidates add to one of them, or to one of a union among them.
pub(super) fn adds<'d>(
    view: View<'_, 'd>,
    shared: &Keywords<'d>,
    candidates: &[Source<'d>],
) -> bool {
    if !shared.properties.is_empty() || !shared.all_of.is_empty() {
        return true;
    }
    if shared.required.is_empty() && shared.items.is_none() && !opens(shared) {
        return false;
    }
    let mut candidates = innermost::candidates(view, candidates).into_iter();
    candidates.any(|parts| {
        let says =
            |keyword: fn(&Keywords<'d>) -> bool| parts.iter().any(|part| keyword(&part.keywords));
        demands(shared, &parts)
            || gives_values(shared, &parts)
            || shared.items.is_some() && is_a("array", &parts) && !says(|own| own.items.is_some())
    })
}

/// Whether what a schema says of members that are not declared adds to one of the candidates that it stands around.
pub(super) fn opens_one<'d>(
    view: View<'_, 'd>,
    shared: &Keywords<'d>,
    candidates: &[Source<'d>],
) -> bool {
    opens(shared)
        && innermost::candidates(view, candidates)
            .iter()
            .any(|parts| gives_values(shared, parts))
}

/// Whether members that are not declared are said to have values.
fn opens(shared: &Keywords<'_>) -> bool {
    let additional = shared.additional;
    additional.is_some_and(|additional| !matches!(additional, AdditionalProperties::Any(false)))
}

/// Whether a candidate has members that are not declared by what stands beside it alone. One without a member is a map of
/// anything by itself.
fn gives_values(shared: &Keywords<'_>, parts: &[Part<'_>]) -> bool {
    let names = |part: &Part<'_>| {
        !part.keywords.properties.is_empty() || !part.keywords.required.is_empty()
    };
    opens(shared)
        && is_a("object", parts)
        && parts.iter().all(|part| part.keywords.additional.is_none())
        && (!shared.additional.is_some_and(is_free) || parts.iter().any(names))
}

/// Whether a member is demanded that a candidate has and does not demand.
fn demands(shared: &Keywords<'_>, parts: &[Part<'_>]) -> bool {
    // The member that a tag stands in is always written.
    let tag = shared.data.discriminator.as_ref();
    let tag = tag.map(|tag| &tag.property_name);
    let mut demanded = shared.required.iter().filter(|wire| Some(*wire) != tag);
    demanded.any(|wire| {
        parts.iter().any(|part| part.member(wire).is_some())
            && !parts
                .iter()
                .any(|part| part.keywords.required.contains(wire))
    })
}

/// Whether a candidate has no values that the parts beside it say something of: they speak of objects, and it is a text.
pub(super) fn passes_over<'d>(
    view: View<'_, 'd>,
    beside: &[Part<'d>],
    candidate: &Source<'d>,
) -> bool {
    let parts = parts::beside(view, Vec::new(), candidate, &[]).list;
    let is_list = is_a("array", &parts);
    let mut single = ["string", "integer", "number", "boolean"].into_iter();
    let speaks = |part: &Part<'d>| {
        part.keywords.is_for_any_kind() || is_list && part.keywords.items.is_some()
    };
    let is_union = |part: &Part<'d>| !part.candidates().is_empty();
    (is_list || single.any(|kind| is_a(kind, &parts)))
        && !parts.iter().any(is_union)
        && !beside.iter().any(speaks)
}

/// Whether a candidate is of a kind, and no union of its own.
fn is_a(wanted: &str, parts: &[Part<'_>]) -> bool {
    let kinds = parts.iter().filter_map(|part| kind(&part.keywords));
    let mut kinds = kinds.peekable();
    kinds.peek().is_some() && kinds.all(|found| found == wanted)
}
