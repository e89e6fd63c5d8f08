//! Which kind a schema is: what it becomes, before anybody looks inside.

use openapiv3::{ReferenceOr, Schema};
use serde_json::Value;

use super::compose::{self, Whole};
use super::document::View;
use super::keywords::Keywords;
use super::parts::{self, Part};
use super::sources::Source;
use super::spots::Site;
use super::{covers, enums};

/// What becomes of a schema.
pub(super) enum Class<'d> {
    /// A definition with a name.
    Defined,
    /// Exactly the schema of one part, perhaps with annotations.
    Wrapped(Source<'d>),
    /// A type without a name of its own.
    Plain,
}

/// Which kind a schema is.
pub(super) fn of<'d>(view: View<'_, 'd>, keywords: &Keywords<'d>, site: &Site<'d>) -> Class<'d> {
    if keywords.all_of.is_empty() {
        return alone(keywords);
    }
    let view = view.judging(&site.at);
    let speaker = speaker(view, keywords, site);
    speaker.map_or_else(|| composed(view, keywords, site), Class::Wrapped)
}

fn composed<'d>(view: View<'_, 'd>, keywords: &Keywords<'d>, site: &Site<'d>) -> Class<'d> {
    let parts = parts::of(view, keywords, site).list;
    match compose::whole(view, &parts) {
        Whole::Object | Whole::Union(_) | Whole::Enum(_) => Class::Defined,
        _ => Class::Plain,
    }
}

/// The part of an `allOf` that is the value, since it says all that the others say. Objects and unions are told apart by
/// name, so such a part is it only where the others do not speak of members at all.
fn speaker<'d>(view: View<'_, 'd>, keywords: &Keywords<'d>, site: &Site<'d>) -> Option<Source<'d>> {
    let mut sources = Vec::new();
    for (index, part) in keywords.all_of.iter().enumerate() {
        let at = site.at.child("allOf").index(index);
        sources.push(Source::of(part, site.moved(at)));
    }
    let beside = Keywords {
        all_of: &[],
        ..keywords.clone()
    };
    let beside = Part::alone(beside, site);
    let source = covers::covering(view, &sources, Some(&beside))?;
    let own = parts::of_all(view, [&source]).list;
    let has_name = matches!(
        compose::whole(view, &own),
        Whole::Object | Whole::Map | Whole::Union(_)
    );
    let others = sources
        .iter()
        .filter(|other| other.site.at != source.site.at);
    let mut others = parts::of_all(view, others).list;
    others.push(beside);
    let are_bare = others.iter().all(|part| is_bare(&part.keywords));
    (are_bare || !has_name).then_some(source)
}

/// Which kind a schema without `allOf` is.
fn alone(keywords: &Keywords<'_>) -> Class<'static> {
    let is_object = kind(keywords) == Some("object");
    let has_members = !(keywords.properties.is_empty() && keywords.required.is_empty());
    let is_defined = enums::is_defined(keywords)
        || is_union(keywords, &[keywords]) && keywords.values.is_empty()
        || is_object && has_members;
    if is_defined {
        Class::Defined
    } else {
        Class::Plain
    }
}

/// What kind of value a schema speaks of: it says so, or has keywords that mean something for one kind only.
pub(super) fn kind<'d>(keywords: &Keywords<'d>) -> Option<&'d str> {
    declared_kind(keywords).or_else(|| implied_kind(keywords))
}

/// The kind of value that a schema allows, and no other.
pub(super) fn declared_kind<'d>(keywords: &Keywords<'d>) -> Option<&'d str> {
    keywords.ty.or_else(|| enums::kind(&keywords.values))
}

/// The kind of value that a schema has keywords for, if no value of another kind is listed; otherwise values of other kinds are
/// free of them (JSON Schema 2020-12, 7.6.1).
pub(super) fn implied_kind(keywords: &Keywords<'_>) -> Option<&'static str> {
    let is_object = !keywords.properties.is_empty()
        || !keywords.required.is_empty()
        || keywords.additional.is_some();
    let (kind, is_kind): (_, fn(&Value) -> bool) = if is_object {
        ("object", Value::is_object)
    } else if keywords.items.is_some() {
        ("array", Value::is_array)
    } else {
        return None;
    };
    let mut listed = keywords.values.iter().filter(|value| !value.is_null());
    listed.all(is_kind).then_some(kind)
}

/// Whether a schema says no more than what kind of value it is: beside another one, nothing new.
pub(super) fn is_bare(keywords: &Keywords<'_>) -> bool {
    let alone = Keywords {
        ty: None,
        ..keywords.clone()
    };
    alone.is_silent()
}

/// Whether `oneOf` or `anyOf` of a schema means different types, and not only which values of the type are allowed that the
/// schema and those beside it say without it.
pub(super) fn is_union<'d>(keywords: &Keywords<'d>, beside: &[&Keywords<'d>]) -> bool {
    let mut candidates = keywords.one_of.iter().chain(keywords.any_of);
    candidates.any(|candidate| !is_constraint(candidate, beside))
}

/// Whether a candidate only restricts values whose kind, and members, are known without it.
fn is_constraint(candidate: &ReferenceOr<Schema>, beside: &[&Keywords<'_>]) -> bool {
    let ReferenceOr::Item(schema) = candidate else {
        return false;
    };
    let keywords = Keywords::of(schema);
    // Limits alone are no type, whatever they limit.
    if keywords.is_silent() && keywords.format.is_none() {
        return true;
    }
    let Some(known) = beside.iter().find_map(|one| kind(one)) else {
        return false;
    };
    let is_known = |ty: &str| ty == known || ty == "integer" && known == "number";
    let is_declared = |(wire, member): (&String, &ReferenceOr<Box<Schema>>)| {
        let declared = beside.iter().any(|one| one.properties.contains_key(wire));
        let says_nothing = |member: &Schema| Keywords::of(member).is_silent();
        declared && member.as_item().is_some_and(|member| says_nothing(member))
    };
    let mut inner = keywords
        .all_of
        .iter()
        .chain(keywords.one_of)
        .chain(keywords.any_of);
    kind(&keywords).is_none_or(is_known)
        && keywords.values.is_empty()
        && keywords.properties.iter().all(is_declared)
        && keywords.additional.is_none()
        && keywords.items.is_none()
        && inner.all(|inner| is_constraint(inner, beside))
}
