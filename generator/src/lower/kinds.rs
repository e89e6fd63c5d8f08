//! What kind of value a schema speaks of, as its keywords say by themselves.

use openapiv3::{ReferenceOr, Schema};
use serde_json::Value;

use super::enums;
use super::keywords::Keywords;

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
