//! The schemas that hold for one value together: those of an `allOf`, through references, each once however often it is repeated.

use std::collections::BTreeSet;

use openapiv3::{ReferenceOr, Schema};

use super::anywhere::Target;
use super::keywords::Keywords;
use super::{Holder, Lower, Spot, heirs};
use crate::ir::{Owner, TypeId};
use crate::pointer::Pointer;

/// A schema where it is used: as it stands there, or by reference.
#[derive(Debug, Clone)]
pub(super) struct Source<'d> {
    pub(super) target: Target<'d>,
    pub(super) spot: Spot,
}

/// What one schema says, without what its `allOf` adds.
#[derive(Debug, Clone)]
pub(super) struct Part<'d> {
    pub(super) keywords: Keywords<'d>,
    pub(super) at: Pointer,
    /// The schema that it is or is written in the `allOf` of, and the spot of that.
    around: Around<'d>,
    /// The components that it was reached through, the outermost first.
    pub(super) through: Vec<TypeId>,
}

/// Whose types the inline types of a part are.
#[derive(Debug, Clone)]
enum Around<'d> {
    /// Those of the type that is being made.
    Whole(Spot),
    /// Those of the type of another schema, if it has one of its own.
    Schema(&'d Schema, Spot),
}

impl<'d> Part<'d> {
    /// What a schema says that is looked at as it stands.
    pub(super) fn alone(keywords: Keywords<'d>, spot: &Spot) -> Self {
        Self {
            keywords,
            at: spot.at.clone(),
            around: Around::Whole(spot.clone()),
            through: Vec::new(),
        }
    }
}

impl<'d> Part<'d> {
    /// A schema inside this one, for looking at it only: its inline types may belong to another one.
    pub(super) fn source(&self, target: Target<'d>, keys: &[&str]) -> Source<'d> {
        let (Around::Whole(spot) | Around::Schema(_, spot)) = &self.around;
        let at = keys.iter().fold(self.at.clone(), |at, key| at.child(key));
        Source {
            target,
            spot: Spot { at, ..spot.clone() },
        }
    }

    /// The same without `oneOf` and `anyOf`.
    pub(super) fn without_union(&self) -> Self {
        let mut part = self.clone();
        (part.keywords.one_of, part.keywords.any_of) = (&[], &[]);
        part
    }
}

/// Parts as they are found.
#[derive(Default)]
struct Found<'d> {
    parts: Vec<Part<'d>>,
    seen: BTreeSet<Pointer>,
    through: Vec<TypeId>,
    /// The schemas that lead to the one that is looked at now.
    way: Vec<Pointer>,
}

impl<'d> Lower<'d> {
    /// The parts of a schema and its `allOf`, in their order; what stands beside the `allOf` comes last, since it is nearer.
    pub(super) fn parts(&mut self, keywords: &Keywords<'d>, spot: &Spot) -> Vec<Part<'d>> {
        let mut found = self.nothing_found();
        self.open(
            keywords.clone(),
            &spot.at,
            &Around::Whole(spot.clone()),
            &mut found,
        );
        found.parts
    }

    /// The parts of several schemas that hold together.
    pub(super) fn parts_of<'s>(
        &mut self,
        sources: impl IntoIterator<Item = &'s Source<'d>>,
    ) -> Vec<Part<'d>>
    where
        'd: 's,
    {
        let mut found = self.nothing_found();
        for source in sources {
            self.gather(source, None, &mut found);
        }
        found.parts
    }

    /// The parts of a schema that belongs to the type that is being made, behind parts that are known.
    pub(super) fn parts_beside(&mut self, known: Vec<Part<'d>>, own: &Source<'d>) -> Vec<Part<'d>> {
        let mut found = Found {
            seen: known.iter().map(|part| part.at.clone()).collect(),
            parts: known,
            ..self.nothing_found()
        };
        found.way.push(own.spot.at.clone());
        self.gather(own, Some(&Around::Whole(own.spot.clone())), &mut found);
        found.parts
    }

    fn nothing_found(&self) -> Found<'d> {
        let following = self.following.iter();
        let following = following.filter_map(|reference| Pointer::parse(reference));
        Found {
            way: following.chain(self.judged.iter().cloned()).collect(),
            ..Found::default()
        }
    }

    fn gather(&mut self, source: &Source<'d>, around: Option<&Around<'d>>, found: &mut Found<'d>) {
        match source.target {
            Target::Schema(schema) => {
                let own = Around::Schema(schema, source.spot.clone());
                let around = around.unwrap_or(&own);
                self.open(Keywords::of(schema), &source.spot.at, around, found);
            }
            Target::Reference(reference) => {
                let Some((schema, spot)) = self.schema_behind(reference) else {
                    // A circle of references was reported before.
                    if self.anywhere(reference).is_none() {
                        self.not_followed(&source.spot.at, reference);
                    }
                    return;
                };
                let id = match spot.owner {
                    Holder::Type(id) if spot.is_whole() => Some(id),
                    _ => None,
                };
                found.through.extend(id);
                let at = spot.at.clone();
                self.open(
                    Keywords::of(schema),
                    &at,
                    &Around::Schema(schema, spot),
                    found,
                );
                if id.is_some() {
                    found.through.pop();
                }
            }
        }
    }

    fn open(
        &mut self,
        mut keywords: Keywords<'d>,
        at: &Pointer,
        around: &Around<'d>,
        found: &mut Found<'d>,
    ) {
        if !found.seen.insert(at.clone()) {
            return;
        }
        // A parent of a schema on the way gives its members, and never its union.
        if heirs::is_parent(&keywords, at, &found.way) {
            (keywords.one_of, keywords.any_of) = (&[], &[]);
        }
        found.way.push(at.clone());
        for (index, part) in std::mem::take(&mut keywords.all_of).iter().enumerate() {
            let (Around::Whole(spot) | Around::Schema(_, spot)) = around;
            let at = at.child("allOf").index(index);
            let source = Source {
                target: part.into(),
                spot: Spot { at, ..spot.clone() },
            };
            self.gather(&source, Some(around), found);
        }
        found.way.pop();
        found.parts.push(Part {
            keywords,
            at: at.clone(),
            around: around.clone(),
            through: found.through.clone(),
        });
    }

    /// The schema of a component.
    pub(super) fn component_source(&self, id: TypeId) -> Option<Source<'d>> {
        let def = self.api.get(id);
        let (Owner::Component { wire }, Some(components)) = (&def.owner, &self.doc.components)
        else {
            return None;
        };
        let schema = components.schemas.get(wire)?;
        Some(Source::of(schema, &Spot::of(id, def.at.clone())))
    }

    /// The spot that the members of a part are lowered at.
    pub(super) fn spot_of(&mut self, part: &Part<'d>) -> Spot {
        if let Some(component) = part.through.last() {
            self.lower_component(*component);
        }
        let spot = match &part.around {
            Around::Whole(spot) => spot.clone(),
            Around::Schema(schema, spot) => self.inside(schema, spot.clone()),
        };
        Spot {
            at: part.at.clone(),
            ..spot
        }
    }

    /// The schema that a reference leads to, through other references, and where it is lowered.
    pub(super) fn schema_behind(&mut self, reference: &str) -> Option<(&'d Schema, Spot)> {
        /// Longer chains are circles.
        const LONGEST: usize = 32;
        let mut reference = reference.to_owned();
        for _ in 0..LONGEST {
            match self.anywhere(&reference)? {
                (Target::Schema(schema), spot) => return Some((schema, spot)),
                (Target::Reference(next), _) => next.clone_into(&mut reference),
            }
        }
        None
    }
}

impl<'d> Source<'d> {
    /// A part of an `allOf` or a candidate, by its place.
    pub(super) fn of(schema: &'d ReferenceOr<Schema>, spot: &Spot) -> Self {
        Self {
            target: schema.into(),
            spot: spot.clone(),
        }
    }

    /// Whether it says nothing about the value but limits.
    pub(super) fn is_silent(&self) -> bool {
        self.inline()
            .is_some_and(|keywords| keywords.is_silent() && keywords.format.is_none())
    }

    /// Whether no value satisfies it.
    pub(super) fn is_never(&self) -> bool {
        self.inline().is_some_and(|keywords| keywords.is_never)
    }

    fn inline(&self) -> Option<Keywords<'d>> {
        match self.target {
            Target::Schema(schema) => Some(Keywords::of(schema)),
            Target::Reference(_) => None,
        }
    }
}
