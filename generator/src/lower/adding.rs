//! What stands beside the candidates of a union: whether it says something of a candidate that the candidate does not say.

use openapiv3::AdditionalProperties;

use super::candidates::Candidate;
use super::document::View;
use super::keywords::Keywords;
use super::kinds::kind;
use super::parts::{self, Part};
use super::sources::Source;
use super::spots::Site;

/// Whether the keywords beside candidates add to one of them.
pub(super) fn adds<'d>(
    view: View<'_, 'd>,
    shared: &Keywords<'d>,
    candidates: &[Candidate<'d>],
) -> bool {
    if !shared.properties.is_empty() || !shared.all_of.is_empty() {
        return true;
    }
    let has_values = matches!(shared.additional, Some(AdditionalProperties::Schema(_)));
    if shared.required.is_empty() && shared.items.is_none() && !has_values {
        return false;
    }
    candidates.iter().any(|candidate| {
        let own = Source::of(candidate.schema, Site::from(&candidate.spot));
        let parts = parts::beside(view, Vec::new(), &own, &[]).list;
        let says =
            |keyword: fn(&Keywords<'d>) -> bool| parts.iter().any(|part| keyword(&part.keywords));
        demands(shared, &parts)
            || has_values && is_a("object", &parts) && !says(|own| own.additional.is_some())
            || shared.items.is_some() && is_a("array", &parts) && !says(|own| own.items.is_some())
    })
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

/// Whether a candidate is of a kind, and no union of its own.
fn is_a(wanted: &str, parts: &[Part<'_>]) -> bool {
    let kinds = parts.iter().filter_map(|part| kind(&part.keywords));
    let mut kinds = kinds.peekable();
    kinds.peek().is_some() && kinds.all(|found| found == wanted)
}
