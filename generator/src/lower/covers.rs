//! Whether a schema says all that another one says, so that the type of it is the type of both.

use std::collections::BTreeMap;

use openapiv3::AdditionalProperties;

use super::document::View;
use super::keywords::Keywords;
use super::kinds::{is_bare, is_union};
use super::narrow::{common_kind, narrowed};
use super::parts::{self, Part};
use super::sources::Source;
use super::target::Target;
use crate::extensions::PREFIX_ITEMS;
use crate::pointer::Pointer;

/// What was found out, by the places of the schemas, each with whether it is a union; what is being found out is taken to hold.
type Known = BTreeMap<(Vec<(Pointer, bool)>, Pointer), bool>;

/// The source whose type is the type of all together: a reference if one says it all, otherwise an inline schema.
pub(super) fn covering<'d>(
    view: View<'_, 'd>,
    sources: &[Source<'d>],
    beside: Option<&Part<'d>>,
) -> Option<Source<'d>> {
    let is_reference = |source: &&Source<'d>| matches!(source.target, Target::Reference(_));
    let (references, inline): (Vec<_>, Vec<_>) = sources.iter().partition(is_reference);
    let in_order: Vec<&Source<'d>> = references.into_iter().chain(inline).collect();
    let all = in_order.iter().map(|source| parts::of_all(view, [*source]));
    let all: Vec<Vec<Part<'d>>> = all.map(|found| found.list).collect();
    let says_all = saying_all(view, &all);
    for ((source, own), says_all) in in_order.into_iter().zip(&all).zip(says_all) {
        if !says_all || !beside.is_none_or(|beside| cover(view, own, std::slice::from_ref(beside)))
        {
            continue;
        }
        let is_other = |other: &&Source<'d>| other.site.at != source.site.at;
        let others = || {
            let mut others = parts::of_all(view, sources.iter().filter(is_other)).list;
            others.extend(beside.cloned());
            others
        };
        if is_sayable(view, source, own, others) {
            return Some(source.clone());
        }
    }
    None
}

/// Which of several schemas, by their parts, say all that the others say. Not each of them is asked about each other one: who says
/// what the one says that says most, is said by it too, so that both come to one type. Such a one need not say what each other says, were
/// it asked: `items` without a `type` say what a list says, which says what `properties` do, since they mean nothing there.
pub(super) fn saying_all<'d>(view: View<'_, 'd>, all: &[Vec<Part<'d>>]) -> Vec<bool> {
    let says = |one: usize, other: usize| one == other || cover(view, &all[one], &all[other]);
    let most = (1..all.len()).fold(0, |most, next| if says(most, next) { most } else { next });
    let is_there = (0..most).all(|other| says(most, other));
    (0..all.len())
        .map(|one| is_there && says(one, most))
        .collect()
}

/// Whether nothing but words is lost where a source stands for all. What two objects say about one member belongs
/// together, even if the one of them says less.
fn is_sayable<'d>(
    view: View<'_, 'd>,
    source: &Source<'d>,
    own: &[Part<'d>],
    others: impl FnOnce() -> Vec<Part<'d>>,
) -> bool {
    if matches!(source.target, Target::Reference(_)) {
        return true;
    }
    if own.iter().all(Part::is_silent) {
        return false;
    }
    if common_kind(own) != Ok(Some("object")) {
        return true;
    }
    let others = others();
    let are_bare = others.iter().all(|part| is_bare(&part.keywords));
    are_bare || cover(view, &others, own)
}

/// Whether some parts say all that others say.
fn cover<'d>(view: View<'_, 'd>, parts: &[Part<'d>], others: &[Part<'d>]) -> bool {
    let mut known = Known::new();
    others
        .iter()
        .all(|part| is_covered(view, part, parts, &mut known))
}

/// Whether parts say all that one more says.
pub(super) fn says_nothing_new<'d>(
    view: View<'_, 'd>,
    part: &Part<'d>,
    beside: &[Part<'d>],
) -> bool {
    is_covered(view, part, beside, &mut Known::new())
}

fn is_covered<'d>(view: View<'_, 'd>, part: &Part<'d>, by: &[Part<'d>], known: &mut Known) -> bool {
    if !view
        .doc
        .compared
        .counts(&part.at, part.keywords.values.len(), by.len())
    {
        return true;
    }
    let is_said = |one: &Part<'d>| one.at == part.at || one.keywords.is_written_as(&part.keywords);
    if part.is_silent() || by.iter().any(is_said) {
        return true;
    }
    // A candidate that the parts have already adds none, but its union is gone.
    let place = |one: &Part<'d>| {
        let has_union = !(one.keywords.one_of.is_empty() && one.keywords.any_of.is_empty());
        (one.at.clone(), has_union)
    };
    let key = (by.iter().map(place).collect(), part.at.clone());
    if let Some(known) = known.get(&key) {
        return *known;
    }
    known.insert(key.clone(), true);
    let is_covered = say_all(view, by, part, known) || candidates_say(view, by, part, known);
    known.insert(key, is_covered);
    is_covered
}

fn say_all<'d>(view: View<'_, 'd>, by: &[Part<'d>], part: &Part<'d>, known: &mut Known) -> bool {
    let both: Vec<Part<'d>> = by.iter().chain([part]).cloned().collect();
    let (Ok(own), Ok(common)) = (common_kind(by), common_kind(&both)) else {
        return false;
    };
    own == common
        && says_value(view, own, by, &both)
        && (!may_be("object", own) || says_members(view, by, part, known))
        && (!may_be("array", own) || says_elements(view, by, part, known))
        && says_one_of(view, by, part, &both, known)
}

/// Whether a single value is the same with one part more.
fn says_value<'d>(
    view: View<'_, 'd>,
    ty: Option<&'d str>,
    by: &[Part<'d>],
    both: &[Part<'d>],
) -> bool {
    let types = view.doc.formats;
    let value = |parts: &[Part<'d>]| {
        let keywords = narrowed(ty, parts)?.keywords;
        let count = keywords
            .values
            .iter()
            .filter(|value| !value.is_null())
            .count();
        Some((keywords.scalar(types), count))
    };
    let own = value(by);
    own.is_some() && own == value(both)
}

fn says_members<'d>(
    view: View<'_, 'd>,
    by: &[Part<'d>],
    part: &Part<'d>,
    known: &mut Known,
) -> bool {
    let required = |wire: &String| by.iter().any(|one| one.keywords.required.contains(wire));
    if !part.keywords.required.iter().all(required) {
        return false;
    }
    for (wire, member) in part.keywords.properties {
        let own = by.iter().filter_map(|one| one.member(wire));
        let own: Vec<Source<'d>> = own.collect();
        if own.is_empty()
            || !source_says(
                view,
                &own,
                &part.source(member.into(), &["properties", wire]),
                known,
            )
        {
            return false;
        }
    }
    match part.keywords.additional {
        None | Some(AdditionalProperties::Any(false)) => true,
        // Free members of an object that declares none only say that it is an object, where a name stands for both: an
        // author who names a type of the members means that one.
        Some(additional) if is_free(additional) => {
            part.keywords.properties.is_empty()
                || by.iter().any(|one| one.keywords.additional.is_some())
        }
        Some(_) => {
            let own: Vec<Source<'d>> = by.iter().filter_map(Part::value).collect();
            let value = part.value();
            value.is_some_and(|value| !own.is_empty() && source_says(view, &own, &value, known))
        }
    }
}

fn says_elements<'d>(
    view: View<'_, 'd>,
    by: &[Part<'d>],
    part: &Part<'d>,
    known: &mut Known,
) -> bool {
    if PREFIX_ITEMS.is_in(&part.keywords.data.extensions) {
        return false;
    }
    let Some(element) = part.element() else {
        return true;
    };
    let own: Vec<Source<'d>> = by.iter().filter_map(Part::element).collect();
    !own.is_empty() && source_says(view, &own, &element, known)
}

/// Whether the parts are one of the candidates of a union.
fn says_one_of<'d>(
    view: View<'_, 'd>,
    by: &[Part<'d>],
    part: &Part<'d>,
    both: &[Part<'d>],
    known: &mut Known,
) -> bool {
    let beside: Vec<&Keywords<'d>> = both.iter().map(|one| &one.keywords).collect();
    if !is_union(&part.keywords, &beside) {
        return true;
    }
    let candidates = part.candidates();
    candidates.iter().any(|candidate| {
        let parts = parts::of_all(view, [candidate]).list;
        parts.iter().all(|one| is_covered(view, one, by, known))
    })
}

/// Whether each candidate of a union among the parts says all that one more says.
fn candidates_say<'d>(
    view: View<'_, 'd>,
    by: &[Part<'d>],
    part: &Part<'d>,
    known: &mut Known,
) -> bool {
    let beside: Vec<&Keywords<'d>> = by.iter().map(|one| &one.keywords).collect();
    let Some(index) = by.iter().position(|one| is_union(&one.keywords, &beside)) else {
        return false;
    };
    let rest: Vec<Part<'d>> = by.iter().map(Part::without_union).collect();
    let candidates = by[index].candidates();
    candidates.iter().all(|candidate| {
        let parts = parts::beside(view, rest.clone(), candidate, &[]).list;
        is_covered(view, part, &parts, known)
    })
}

fn source_says<'d>(
    view: View<'_, 'd>,
    own: &[Source<'d>],
    other: &Source<'d>,
    known: &mut Known,
) -> bool {
    let by = parts::of_all(view, own).list;
    let parts = parts::of_all(view, [other]).list;
    parts.iter().all(|part| is_covered(view, part, &by, known))
}

/// Whether a value of a kind is allowed where one kind is, or all are.
fn may_be(kind: &str, allowed: Option<&str>) -> bool {
    allowed.is_none_or(|allowed| allowed == kind)
}

/// Whether members that are not declared may have any value.
pub(super) fn is_free(additional: &AdditionalProperties) -> bool {
    match additional {
        AdditionalProperties::Any(is_allowed) => *is_allowed,
        AdditionalProperties::Schema(schema) => {
            let schema = schema.as_item();
            schema.is_some_and(|schema| Keywords::of(schema).is_silent())
        }
    }
}

#[cfg(test)]
mod tests;
