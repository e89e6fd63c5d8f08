//! Several schemas of single values that hold together: the narrowest of what they say.

use std::collections::BTreeSet;

use serde_json::Value;

use super::keywords::Keywords;
use super::kinds::{declared_kind, implied_kind};
use super::parts::Part;
use super::{enums, scalars};

/// What single values are that satisfy several schemas.
#[derive(Debug, Clone)]
pub(super) struct Narrowed<'d> {
    /// As one schema.
    pub(super) keywords: Keywords<'d>,
    /// The schema whose list of values is kept, with all of them.
    pub(super) listing: Option<Keywords<'d>>,
}

/// Parts speak of kinds of values that have nothing in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Apart;

/// The kind of value that satisfies all parts, if they speak of one. Keywords for another kind than the parts declare say
/// nothing about its values.
pub(super) fn common_kind<'d>(parts: &[Part<'d>]) -> Result<Option<&'d str>, Apart> {
    let all = || parts.iter().map(|part| &part.keywords);
    match common(all().filter_map(declared_kind))? {
        None => common(all().filter_map(implied_kind)),
        declared => Ok(declared),
    }
}

fn common<'d>(kinds: impl Iterator<Item = &'d str>) -> Result<Option<&'d str>, Apart> {
    let mut common = None;
    for said in kinds {
        common = match common {
            None => Some(said),
            Some(known) if known == said => Some(said),
            Some("integer") if said == "number" => Some("integer"),
            Some("number") if said == "integer" => Some("integer"),
            Some(_) => return Err(Apart),
        };
    }
    Ok(common)
}

/// The parts as one schema; nothing if no value satisfies all of them.
pub(super) fn narrowed<'d>(ty: Option<&'d str>, parts: &[Part<'d>]) -> Option<Narrowed<'d>> {
    let all = || parts.iter().map(|part| &part.keywords);
    let listing = all().rfind(|one| has_values(one));
    let mut keywords = listing.or(parts.last().map(|part| &part.keywords))?.clone();
    keywords.ty = ty;
    keywords.limits = Vec::new();
    keywords.sample = all().rev().find_map(|one| one.sample.clone());
    for limit in all().flat_map(|one| &one.limits) {
        if !keywords.limits.contains(limit) {
            keywords.limits.push(limit.clone());
        }
    }
    // Of equals the first, which is the nearest.
    let formats = all().filter_map(|one| one.format.as_ref()).rev();
    keywords.format = if matches!(ty, Some("integer" | "number")) {
        formats
            .min_by_key(|format| scalars::bits(format).unwrap_or(u32::MAX))
            .cloned()
    } else {
        formats
            .min_by_key(|format| !scalars::is_typed(format))
            .cloned()
    };
    let lists: Vec<Values<'_>> = all()
        .filter(|one| has_values(one))
        .map(|one| Values::of(&one.values))
        .collect();
    keywords
        .values
        .retain(|value| value.is_null() || lists.iter().all(|one| one.has(value)));
    if !lists.is_empty() && !has_values(&keywords) {
        return None;
    }
    let listing = listing.map(|one| Keywords { ty, ..one.clone() });
    Some(Narrowed { keywords, listing })
}

fn has_values(keywords: &Keywords<'_>) -> bool {
    keywords.values.iter().any(|value| !value.is_null())
}

/// Values of a list, to be found by what makes two of them one in JSON, where `type: string` makes texts of scalars.
struct Values<'v> {
    texts: BTreeSet<String>,
    numbers: BTreeSet<u64>,
    others: Vec<&'v Value>,
}

impl<'v> Values<'v> {
    fn of(values: &'v [Value]) -> Self {
        let others = values.iter();
        Self {
            texts: values.iter().filter_map(enums::text).collect(),
            numbers: values.iter().filter_map(number).collect(),
            others: others
                .filter(|value| enums::text(value).is_none())
                .collect(),
        }
    }

    fn has(&self, value: &Value) -> bool {
        match enums::text(value) {
            Some(text) => {
                self.texts.contains(&text)
                    || number(value).is_some_and(|number| self.numbers.contains(&number))
            }
            None => self.others.contains(&value),
        }
    }
}

/// A number as its bits; zero is one number.
fn number(value: &Value) -> Option<u64> {
    let number = value.is_number().then(|| value.as_f64())??;
    Some((number + 0.0).to_bits())
}
