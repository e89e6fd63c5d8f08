//! `allOf`: the members of every part, merged into one struct.

use openapiv3::{ReferenceOr, Schema};

use super::anywhere::Target;
use super::keywords::Keywords;
use super::objects::undeclared;
use super::unions::{self, Shared};
use super::{Lower, Spot, heirs};
use crate::diag::codes;
use crate::ir::{Additional, Docs, Field, Owner, Shape, Struct, Type, TypeId};
use crate::source::pointer::Pointer;

/// What the parts of an `allOf` come to.
struct Merged {
    /// The type that they are parts of.
    id: TypeId,
    object: Struct,
    required: Vec<String>,
    /// Whether unions of the parts are somebody else's business.
    ignores_unions: bool,
    /// Whether a part is no object, so that there is no struct.
    is_odd: bool,
}

impl Merged {
    fn of(id: TypeId) -> Self {
        Self {
            id,
            object: Struct::default(),
            required: Vec::new(),
            ignores_unions: false,
            is_odd: false,
        }
    }
}

impl<'d> Lower<'d> {
    /// Merges the parts of an `allOf` and what stands beside it. One part that is a union makes a union of all of it.
    pub(super) fn all_of(&mut self, id: TypeId, keywords: &Keywords<'d>, spot: &Spot) -> Shape {
        if let [(union, place)] = &self.unions_of(keywords, spot)[..] {
            let place = Spot {
                at: place.clone(),
                ..spot.clone()
            };
            return self.union(id, keywords, union, &place, &[]);
        }
        let mut merged = Merged::of(id);
        self.merge(keywords, spot, &mut merged);
        self.finished(merged)
    }

    /// The union that a candidate of another one is, alone or beside members, with the candidate itself and its place.
    pub(super) fn union_inside(
        &mut self,
        candidate: &'d ReferenceOr<Schema>,
        spot: &Spot,
    ) -> Option<(Keywords<'d>, Keywords<'d>, Spot)> {
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
        let mut unions = self.unions_of(&keywords, &place);
        let (Some((source, at)), true) = (unions.pop(), unions.is_empty()) else {
            return None;
        };
        Some((keywords, source, Spot { at, ..place }))
    }

    /// Merges what stands beside a union, the outermost first, and a candidate.
    pub(super) fn merged_with(
        &mut self,
        id: TypeId,
        beside: &[Shared<'d>],
        (candidate, spot): (&'d ReferenceOr<Schema>, &Spot),
    ) -> Shape {
        let mut merged = Merged {
            ignores_unions: true,
            ..Merged::of(id)
        };
        for (shared, spot) in beside {
            self.merge(shared, spot, &mut merged);
        }
        merged.ignores_unions = false;
        self.merge_part(candidate, spot, &mut merged);
        self.finished(merged)
    }

    fn finished(&mut self, mut merged: Merged) -> Shape {
        let at = self.api.get(merged.id).at.clone();
        if merged.is_odd {
            self.not_modelled(&at, "an `allOf` with a part that is no object");
            return Shape::Alias(Type::Any);
        }
        for wire in std::mem::take(&mut merged.required) {
            let mut fields = merged.object.fields.iter_mut();
            match fields.find(|field| field.wire == wire) {
                Some(field) => field.required = true,
                None => merged.object.fields.push(undeclared(&wire, &at)),
            }
        }
        Shape::Struct(merged.object)
    }

    /// The parts that are unions, with their places.
    fn unions_of(&mut self, keywords: &Keywords<'d>, spot: &Spot) -> Vec<(Keywords<'d>, Pointer)> {
        let mut found = Vec::new();
        let mut open = vec![(keywords.clone(), spot.at.clone(), Vec::new())];
        let mut seen: Vec<Pointer> = Vec::new();
        while let Some((part, at, way)) = open.pop() {
            if seen.contains(&at) {
                continue;
            }
            seen.push(at.clone());
            let way_on = [&way[..], std::slice::from_ref(&at)].concat();
            for (index, inner) in part.all_of.iter().enumerate() {
                match inner {
                    ReferenceOr::Item(schema) => {
                        let at = at.child("allOf").index(index);
                        open.push((Keywords::of(schema), at, way_on.clone()));
                    }
                    ReferenceOr::Reference { reference } => {
                        let behind = self.schema_behind(reference);
                        open.extend(
                            behind.map(|(schema, spot)| {
                                (Keywords::of(schema), spot.at, way_on.clone())
                            }),
                        );
                    }
                }
            }
            let is_union = !part.one_of.is_empty() || !part.any_of.is_empty();
            if is_union && !unions::is_validation(&part) && !heirs::is_parent(&part, &at, &way) {
                found.push((part, at));
            }
        }
        found
    }

    /// Parts first, in order, then the members that stand beside them: the nearer definition wins.
    fn merge(&mut self, keywords: &Keywords<'d>, spot: &Spot, merged: &mut Merged) {
        for (index, part) in keywords.all_of.iter().enumerate() {
            let at = spot.at.child("allOf").index(index);
            self.merge_part(part, &Spot { at, ..spot.clone() }, merged);
        }
        let is_object = matches!(keywords.ty, None | Some("object"));
        let has_union = !keywords.one_of.is_empty() || !keywords.any_of.is_empty();
        let is_union = has_union
            && !merged.ignores_unions
            && !unions::is_validation(keywords)
            && !heirs::is_parent(keywords, &spot.at, &self.way(merged.id));
        merged.is_odd |= !is_object || !keywords.values.is_empty() || is_union;
        for (wire, property) in keywords.properties {
            let at = spot.at.child("properties").child(wire);
            let required = keywords.required.contains(wire);
            let field = self.field(wire, property, required, spot, at);
            self.member(field, merged);
        }
        merged.required.extend(keywords.required.iter().cloned());
        if let Additional::Kept(value) = self.additional(keywords, spot) {
            merged.object.additional = Additional::Kept(value);
        }
    }

    /// The schemas that led to the one that is merged now.
    fn way(&self, id: TypeId) -> Vec<Pointer> {
        let following = self.following.iter();
        let mut way: Vec<Pointer> = following.filter_map(|at| Pointer::parse(at)).collect();
        way.push(self.api.get(id).at.clone());
        way
    }

    fn merge_part(&mut self, part: &'d ReferenceOr<Schema>, spot: &Spot, merged: &mut Merged) {
        match part {
            ReferenceOr::Item(schema) => self.merge(&Keywords::of(schema), spot, merged),
            ReferenceOr::Reference { reference } => self.merge_reference(reference, spot, merged),
        }
    }

    /// Inline types below a referenced part are those of the part: it is lowered on its own, and only its members are repeated here.
    fn merge_reference(&mut self, reference: &str, spot: &Spot, merged: &mut Merged) {
        if self.following.iter().any(|seen| seen == reference) {
            return;
        }
        let Some((schema, place)) = self.schema_behind(reference) else {
            self.not_followed(&spot.at, reference);
            return;
        };
        self.following.push(reference.to_owned());
        self.merge(&Keywords::of(schema), &place, merged);
        self.following.pop();
    }

    /// The schema that a reference leads to, through other references, and where its inline types belong.
    fn schema_behind(&mut self, reference: &str) -> Option<(&'d Schema, Spot)> {
        /// Longer chains are circles.
        const LONGEST: usize = 32;
        let mut reference = reference.to_owned();
        for _ in 0..LONGEST {
            match self.anywhere(&reference)? {
                (Target::Schema(schema), spot) => return Some((schema, self.inside(schema, spot))),
                (Target::Reference(next), _) => next.clone_into(&mut reference),
            }
        }
        None
    }

    fn member(&mut self, field: Field, merged: &mut Merged) {
        let fields = &mut merged.object.fields;
        let Some(known) = fields.iter_mut().find(|known| known.wire == field.wire) else {
            fields.push(field);
            return;
        };
        known.required |= field.required;
        if field.ty == Type::Any {
            // The earlier type says more; what is written here may be a description of it.
            if field.docs != Docs::default() {
                known.docs = field.docs;
            }
            return;
        }
        // A text with a format is still a text.
        let differs = known.ty.without_formats() != field.ty.without_formats();
        let required = known.required;
        let earlier = std::mem::replace(known, Field { required, ..field });
        let (at, wire, ty) = (known.at.clone(), known.wire.clone(), known.ty.clone());
        if differs && earlier.ty != Type::Any && !self.joined(merged.id, &earlier.ty, &ty) {
            let label = self.tree.place(&earlier.at);
            self.report(codes::CONFLICTING_MEMBERS, &at, |diagnostic| {
                diagnostic
                    .arg("member", wire)
                    .label(label, "the other type")
            });
        }
    }

    /// Whether the objects that two parts give to one member, or to the elements of it, are put together like the parts: the
    /// nearer one, if it belongs to the type that is merged and to nobody else, takes in what the earlier one has.
    fn joined(&mut self, owner: TypeId, earlier: &Type, nearer: &Type) -> bool {
        let (earlier, id) = match (earlier, nearer) {
            (Type::Array(earlier), Type::Array(nearer)) => {
                return self.joined(owner, earlier, nearer);
            }
            (Type::Named(earlier), Type::Named(nearer)) => (self.api.get(*earlier), *nearer),
            _ => return false,
        };
        let nearer = self.api.get(id);
        let is_own = matches!(&nearer.owner, Owner::Type { id, .. } if *id == owner);
        // A component may not have been read yet.
        let is_inline = !matches!(earlier.owner, Owner::Component { .. });
        let (true, true, Shape::Struct(earlier), Shape::Struct(nearer)) =
            (is_own, is_inline, &earlier.shape, &nearer.shape)
        else {
            return false;
        };
        let (object, nearer) = (earlier.clone(), nearer.clone());
        let mut merged = Merged {
            object,
            ..Merged::of(id)
        };
        for field in nearer.fields {
            self.member(field, &mut merged);
        }
        if let Additional::Kept(_) = nearer.additional {
            merged.object.additional = nearer.additional;
        }
        self.api.types[id.0].shape = Shape::Struct(merged.object);
        true
    }
}
