//! Schemas that hold for one value together, those of an `allOf` and those that parts give to one member: what they come to.

use super::document::View;
use super::keywords::Keywords;
use super::kinds::is_union;
use super::narrow::{Narrowed, common_kind, narrowed};
use super::parts::Part;
use super::{covers, enums};
use crate::pointer::Pointer;

/// What schemas come to together.
pub(super) enum Whole<'d> {
    /// An object with members.
    Object,
    /// An object without declared members.
    Map,
    /// A list.
    List,
    /// Values with a type of their own.
    Enum(Narrowed<'d>),
    /// Other single values.
    Scalar(Narrowed<'d>),
    /// One of several types, as the part with this index says.
    Union(usize),
    /// Nothing is said about the value.
    Anything,
    /// No value satisfies all of them, or nothing in Rust does; and why.
    Nothing(&'static str),
}

impl Whole<'_> {
    /// Whether no type satisfies all parts.
    pub(super) fn is_nothing(&self) -> bool {
        matches!(self, Self::Nothing(_))
    }
}

/// What parts come to together.
pub(super) fn whole<'d>(view: View<'_, 'd>, parts: &[Part<'d>]) -> Whole<'d> {
    let beside: Vec<&Keywords<'d>> = parts.iter().map(|part| &part.keywords).collect();
    let is_union =
        |part: &Part<'d>| part.keywords.values.is_empty() && is_union(&part.keywords, &beside);
    let mut unions: Vec<usize> = (0..parts.len())
        .filter(|&index| is_union(&parts[index]))
        .collect();
    if unions.len() > 1 {
        // Of those that say the same, the nearest one stays.
        let mut left: Vec<usize> = (0..parts.len()).collect();
        let mut speaking = Vec::new();
        for index in unions {
            let others = left.iter().filter(|other| **other != index);
            let others: Vec<Part<'d>> = others.map(|other| parts[*other].clone()).collect();
            if covers::says_nothing_new(view, &parts[index], &others) {
                left.retain(|other| *other != index);
            } else {
                speaking.push(index);
            }
            // Two are too many, however many more there are.
            if speaking.len() > 1 {
                break;
            }
        }
        unions = speaking;
    }
    match unions[..] {
        [] => {}
        [only] => return Whole::Union(only),
        _ => return Whole::Nothing("an `allOf` of several unions"),
    }
    let Ok(kind) = common_kind(parts) else {
        return Whole::Nothing("the parts of an `allOf` are of different kinds");
    };
    match kind {
        Some("array") => return Whole::List,
        Some("object") => {
            let has_members = |part: &Part<'d>| {
                !part.keywords.properties.is_empty() || !part.keywords.required.is_empty()
            };
            let is_named = parts.iter().any(has_members);
            return if is_named { Whole::Object } else { Whole::Map };
        }
        _ => {}
    }
    let Some(value) = narrowed(kind, parts) else {
        return Whole::Nothing("no value is in all the lists of an `allOf`");
    };
    let is_enum = value.listing.as_ref().is_some_and(enums::is_defined);
    if is_enum {
        Whole::Enum(value)
    } else if kind.is_none() && value.listing.is_none() {
        Whole::Anything
    } else {
        Whole::Scalar(value)
    }
}

/// The places of the parts that say something about the value.
pub(super) fn speaking(parts: &[Part<'_>]) -> Vec<Pointer> {
    let speaking = parts.iter().filter(|part| !part.is_silent());
    let mut places: Vec<Pointer> = speaking.map(|part| part.at.clone()).collect();
    places.sort();
    places
}
