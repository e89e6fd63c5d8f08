//! Schemas that hold for one value together, those of an `allOf` and those that parts give to one member: one type that
//! satisfies all of them.

use openapiv3::{ReferenceOr, Schema};

use super::classes::is_union;
use super::keywords::Keywords;
use super::narrow::{Narrowed, common_kind, narrowed};
use super::parts::{Part, Source};
use super::schemas::Use;
use super::unions::Shared;
use super::{Lower, Spot, enums, scalars};
use crate::diag::codes;
use crate::extensions::PREFIX_ITEMS;
use crate::ir::{Number, Shape, Type, TypeId};
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

impl<'d> Lower<'d> {
    /// What parts come to together.
    pub(super) fn whole(&mut self, parts: &[Part<'d>]) -> Whole<'d> {
        let beside: Vec<&Keywords<'d>> = parts.iter().map(|part| &part.keywords).collect();
        let is_union =
            |part: &Part<'d>| part.keywords.values.is_empty() && is_union(&part.keywords, &beside);
        let mut unions: Vec<usize> = (0..parts.len())
            .filter(|&index| is_union(&parts[index]))
            .collect();
        if unions.len() > 1 {
            let mut speaking = Vec::new();
            for index in unions {
                let mut rest = parts.to_vec();
                let part = rest.remove(index);
                if !self.says_nothing_new(&part, &rest) {
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

    /// The definition of a schema with an `allOf`, and of one that is an object.
    pub(super) fn all_of(&mut self, id: TypeId, keywords: &Keywords<'d>, spot: &Spot) -> Shape {
        let parts = self.parts(keywords, spot);
        match self.whole(&parts) {
            Whole::Union(index) => {
                let (own, source, place, around) = self.among(keywords, &parts, index, spot);
                self.union(id, &own, &source, &place, &around)
            }
            whole => self.shape_of(id, &parts, whole, spot),
        }
    }

    /// The union that a candidate of another one is, alone or beside members.
    pub(super) fn union_inside(
        &mut self,
        candidate: &'d ReferenceOr<Schema>,
        spot: &Spot,
    ) -> Option<Among<'d>> {
        let (schema, at) = match candidate {
            ReferenceOr::Item(schema) => (schema, spot.at.clone()),
            // One that holds itself has no members that end.
            ReferenceOr::Reference { reference } if self.following.contains(reference) => {
                return None;
            }
            ReferenceOr::Reference { reference } => {
                let (schema, place) = self.schema_behind(reference)?;
                (schema, place.at)
            }
        };
        let keywords = Keywords::of(schema);
        let place = Spot { at, ..spot.clone() };
        let parts = self.parts(&keywords, &place);
        match self.whole(&parts) {
            Whole::Union(index) => Some(self.among(&keywords, &parts, index, &place)),
            _ => None,
        }
    }

    fn among(
        &mut self,
        whole: &Keywords<'d>,
        parts: &[Part<'d>],
        index: usize,
        spot: &Spot,
    ) -> Among<'d> {
        let part = &parts[index];
        let mut others = parts.iter().filter(|other| other.at != part.at);
        let union = std::slice::from_ref(part);
        let is_alone = others.all(|other| self.says_nothing_new(other, union));
        let source = part.keywords.clone();
        let mut own = Keywords {
            data: whole.data,
            ..source.clone()
        };
        if part.at == spot.at {
            if !is_alone {
                own.all_of = whole.all_of;
            }
            return (own, source, spot.clone(), Vec::new());
        }
        let mut around = Vec::new();
        if !is_alone {
            let mut beside = whole.clone();
            (beside.one_of, beside.any_of) = (&[], &[]);
            around.push((beside, spot.clone()));
        }
        let place = Spot {
            at: part.at.clone(),
            ..spot.clone()
        };
        (own, source, place, around)
    }

    /// Merges what stands beside a union, the outermost first, and a candidate.
    pub(super) fn merged_with(
        &mut self,
        id: TypeId,
        beside: &[Shared<'d>],
        (candidate, spot): (&'d ReferenceOr<Schema>, &Spot),
    ) -> Shape {
        let mut parts: Vec<Part<'d>> = Vec::new();
        for (shared, spot) in beside {
            for part in self.parts(shared, spot) {
                if !parts.iter().any(|known| known.at == part.at) {
                    parts.push(part.without_union());
                }
            }
        }
        let parts = self.parts_beside(parts, &Source::of(candidate, spot));
        let whole = match self.whole(&parts) {
            Whole::Union(_) => Whole::Nothing("a union of unions with members beside them"),
            whole => whole,
        };
        self.shape_of(id, &parts, whole, spot)
    }

    pub(super) fn shape_of(
        &mut self,
        id: TypeId,
        parts: &[Part<'d>],
        whole: Whole<'d>,
        home: &Spot,
    ) -> Shape {
        self.joining.push((speaking(parts), id));
        let shape = match whole {
            Whole::Object => Shape::Struct(self.object(id, parts)),
            Whole::Enum(value) => listing(&value),
            Whole::Union(index) => self.union_of(id, parts, index),
            whole => Shape::Alias(self.value(parts, &whole, home).ty),
        };
        self.joining.pop();
        shape
    }

    /// A union that other parts have members beside.
    fn union_of(&mut self, id: TypeId, parts: &[Part<'d>], index: usize) -> Shape {
        let mut around: Vec<Shared<'d>> = Vec::new();
        for (other, part) in parts.iter().enumerate() {
            if other != index && !part.keywords.is_silent() {
                around.push((part.keywords.clone(), self.spot_of(part)));
            }
        }
        let part = &parts[index];
        let spot = Spot::of(id, part.at.clone());
        self.union(id, &part.keywords, &part.keywords, &spot, &around)
    }

    /// The type of parts that need no definition.
    pub(super) fn value(&mut self, parts: &[Part<'d>], whole: &Whole<'d>, home: &Spot) -> Use {
        let mut used = Use::any();
        used.ty = match whole {
            Whole::Map => self.map(parts, home),
            Whole::List => self.list(parts, home),
            Whole::Scalar(value) => {
                used.constant = enums::constant(&value.keywords);
                let ty = scalars::scalar(&value.keywords, &self.cx.config().types);
                if ty == Type::Number(Number::Exact) {
                    self.report(codes::DIGITS, &home.at, |diagnostic| diagnostic);
                }
                ty
            }
            Whole::Nothing(reason) => {
                self.not_modelled(&home.at, reason);
                Type::Any
            }
            _ => Type::Any,
        };
        used
    }

    fn list(&mut self, parts: &[Part<'d>], home: &Spot) -> Type {
        let is_tuple = |part: &&Part<'d>| PREFIX_ITEMS.is_in(&part.keywords.data.extensions);
        if let Some(part) = parts.iter().rfind(is_tuple) {
            let spot = self.spot_of(part);
            if let Some(parts) = self.tuple(&part.keywords, &spot) {
                return parts;
            }
        }
        let mut sources = Vec::new();
        for part in parts {
            let spot = self.spot_of(part);
            sources.extend(part.element().map(|element| Source {
                spot: spot.part(element.spot.at, "item"),
                ..element
            }));
        }
        let home = home.part(home.at.child("items"), "item");
        let used = self.joint(&sources, &home);
        Type::Array(Box::new(used.map_or(Type::Any, Use::whole)))
    }
}

/// A union among parts: what stands beside its candidates where it is written, the schema that lists them, its spot, and what
/// the whole says beside it.
type Among<'d> = (Keywords<'d>, Keywords<'d>, Spot, Vec<Shared<'d>>);

/// The places of the parts that say something about the value.
pub(super) fn speaking(parts: &[Part<'_>]) -> Vec<Pointer> {
    let speaking = parts.iter().filter(|part| !part.is_silent());
    let mut places: Vec<Pointer> = speaking.map(|part| part.at.clone()).collect();
    places.sort();
    places
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
