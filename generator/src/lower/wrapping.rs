//! Candidates of unions that are objects around a value, as enums of Rust are written: the only member says which one it is.

use std::collections::BTreeMap;

use openapiv3::{AdditionalProperties, ReferenceOr, Schema};

use super::keywords::Keywords;
use crate::ir::folded;

/// The words of candidates, where those that are an object of a single member are called what it is. One that another candidate has
/// too says nothing, and neither does one that another candidate is called.
pub(super) fn named(schemas: &[&ReferenceOr<Schema>], words: Vec<String>) -> Vec<String> {
    let inline = schemas.iter().map(|schema| schema.as_item());
    let inline: Vec<Option<Keywords<'_>>> = inline.map(|schema| schema.map(Keywords::of)).collect();
    let mut holders: BTreeMap<&str, usize> = BTreeMap::new();
    for name in inline.iter().flatten().flat_map(Keywords::members) {
        *holders.entry(name).or_default() += 1;
    }
    let found = inline.iter().zip(&words).map(|(keywords, words)| {
        let member = only_member(keywords.as_ref()?)?;
        (holders[member] == 1 && *words == format!("with {member}")).then_some(member)
    });
    let found: Vec<Option<&str>> = found.collect();
    if !tells_apart(&inline, &found) {
        return words;
    }
    let mut taken: BTreeMap<String, usize> = BTreeMap::new();
    for (member, words) in found.iter().zip(&words) {
        *taken.entry(folded(member.unwrap_or(words))).or_default() += 1;
    }
    let all = found.into_iter().zip(words).map(|(member, words)| {
        let own = member.filter(|member| taken[&folded(member)] == 1);
        own.map_or(words, str::to_owned)
    });
    all.collect()
}

/// Whether members tell the candidates apart: several of them do, or one beside the values that have nothing in them. Beside another
/// kind of value a member would be taken for that kind: `Id` beside `Text`.
fn tells_apart(inline: &[Option<Keywords<'_>>], found: &[Option<&str>]) -> bool {
    let count = found.iter().flatten().count();
    let mut others = inline
        .iter()
        .zip(found)
        .filter(|(_, member)| member.is_none());
    count > 1 || count == 1 && others.all(|(other, _)| other.as_ref().is_some_and(is_listing))
}

/// Whether a schema lists its values.
fn is_listing(keywords: &Keywords<'_>) -> bool {
    !keywords.values.is_empty()
}

/// The member of an object that demands it and has no other one.
fn only_member<'d>(keywords: &Keywords<'d>) -> Option<&'d str> {
    let others = keywords.additional;
    let has_others = others.is_some_and(|others| *others != AdditionalProperties::Any(false));
    let is_more =
        !(keywords.all_of.is_empty() && keywords.one_of.is_empty() && keywords.any_of.is_empty());
    let [name] = keywords.required else {
        return None;
    };
    let is_only = keywords.properties.len() == 1 && keywords.properties.contains_key(name);
    (is_only && !has_others && !is_more).then_some(name)
}
