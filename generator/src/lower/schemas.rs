//! Schemas to types: which kind a schema is, and who lowers it.

use openapiv3::{ReferenceOr, Schema};

use super::anywhere::Target;
use super::classes::Class;
use super::keywords::Keywords;
use super::parts::Source;
use super::{Holder, Lower, Spot, component_key, docs, enums};
use crate::ir::{Constant, Docs, Owner, Shape, Type, TypeDef, TypeId};
use crate::pointer::Pointer;

/// A use of a schema: its type, and what the schema says beside it.
#[derive(Debug, Clone)]
pub(super) struct Use {
    pub(super) ty: Type,
    pub(super) constant: Option<Constant>,
    pub(super) nullable: bool,
    pub(super) read_only: bool,
    pub(super) write_only: bool,
    pub(super) sensitive: Option<bool>,
    pub(super) docs: Docs,
}

impl Use {
    /// The type with its nullability, for places that hold no field.
    pub(super) fn whole(self) -> Type {
        self.ty.nullable(self.nullable)
    }

    /// Any JSON.
    pub(super) fn any() -> Self {
        Self {
            ty: Type::Any,
            constant: None,
            nullable: false,
            read_only: false,
            write_only: false,
            sensitive: None,
            docs: Docs::default(),
        }
    }
}

impl<'d> Lower<'d> {
    /// Lowers every component schema; names are known before any body is read, so that references may go in circles.
    pub(super) fn components(&mut self) {
        let doc = self.doc;
        let Some(components) = &doc.components else {
            return;
        };
        let root = Pointer::root().child("components").child("schemas");
        let nullable = self.nullable_components();
        for (wire, schema) in &components.schemas {
            let owner = Owner::Component { wire: wire.clone() };
            let (docs, nullable) = match schema {
                ReferenceOr::Item(schema) => {
                    let keywords = Keywords::of(schema);
                    (docs::of(&keywords), nullable.contains(wire.as_str()))
                }
                ReferenceOr::Reference { .. } => (Docs::default(), false),
            };
            let id = self.reserve(root.child(wire), owner, docs, nullable);
            self.components.insert(wire, id);
        }
        for wire in components.schemas.keys() {
            self.lower_component(self.components[wire.as_str()]);
        }
    }

    /// Lowers a component schema unless that has begun. Those that take it in ask for it first, so that its inline types come in
    /// its own order, whoever is the first to need one.
    pub(super) fn lower_component(&mut self, id: TypeId) {
        let Some(Source { target, spot }) = self.component_source(id) else {
            return;
        };
        if !self.begun.insert(id) {
            return;
        }
        let outer = (
            std::mem::take(&mut self.following),
            std::mem::take(&mut self.judged),
            std::mem::take(&mut self.joining),
        );
        let shape = match target {
            Target::Schema(schema) => self.component(id, &Keywords::of(schema), &spot),
            Target::Reference(_) => Shape::Alias(self.use_of(target, &spot).whole()),
        };
        self.api.types[id.0].shape = shape;
        (self.following, self.judged, self.joining) = outer;
    }

    fn component(&mut self, id: TypeId, keywords: &Keywords<'d>, spot: &Spot) -> Shape {
        let used = match self.class(keywords, spot) {
            Class::Defined => return self.shape(id, keywords, spot),
            Class::Wrapped(_) if self.is_heir_alone(keywords, &spot.at) => {
                return self.shape(id, keywords, spot);
            }
            Class::Wrapped(part) => {
                // An inline part that would have a type of its own is the component itself.
                if let Target::Schema(schema) = part.target {
                    let inner = Keywords::of(schema);
                    if let Class::Defined = self.class(&inner, &part.spot) {
                        self.api.types[id.0].nullable |= inner.is_nullable();
                        return self.shape(id, &inner, &part.spot);
                    }
                }
                self.wrapped(keywords, &part)
            }
            Class::Plain => self.plain(keywords, spot),
        };
        self.api.types[id.0].nullable |= used.nullable;
        Shape::Alias(used.ty)
    }

    /// Lowers a use of a schema.
    pub(super) fn use_of(&mut self, schema: impl Into<Target<'d>>, spot: &Spot) -> Use {
        match schema.into() {
            Target::Schema(schema) => self.inline(schema, spot),
            Target::Reference(reference) => self.reference(reference, spot),
        }
    }

    /// The type that a reference leads to. One that leads nowhere was reported before; it is any JSON.
    pub(super) fn reference(&mut self, reference: &str, spot: &Spot) -> Use {
        let key = component_key(reference, "schemas");
        let Some(&id) = key.and_then(|key| self.components.get(key.as_str())) else {
            return self.elsewhere(reference, spot);
        };
        Use {
            ty: Type::Named(id),
            nullable: self.api.get(id).nullable,
            ..Use::any()
        }
    }

    /// The type of what a reference into the middle of the document leads to.
    fn elsewhere(&mut self, reference: &str, spot: &Spot) -> Use {
        if self.following.iter().any(|seen| seen == reference) {
            self.not_modelled(&spot.at, "the reference leads back to itself");
            return Use::any();
        }
        let Some((target, place)) = self.anywhere(reference) else {
            self.not_followed(&spot.at, reference);
            return Use::any();
        };
        self.following.push(reference.to_owned());
        let place = match target {
            Target::Schema(_) => place.named("part"),
            Target::Reference(_) => place,
        };
        let used = self.use_of(target, &place);
        self.following.pop();
        // What stands there says more about its own place than about this one.
        Use {
            docs: Docs::default(),
            ..used
        }
    }

    fn inline(&mut self, schema: &'d Schema, spot: &Spot) -> Use {
        let keywords = Keywords::of(schema);
        let docs = docs::of(&keywords);
        let mut used = match self.class(&keywords, spot) {
            Class::Wrapped(part) => self.wrapped(&keywords, &part),
            Class::Plain => self.plain(&keywords, spot),
            Class::Defined => {
                let id = self.definition(&keywords, &docs, spot);
                Use {
                    ty: Type::Named(id),
                    nullable: self.api.get(id).nullable,
                    ..Use::any()
                }
            }
        };
        used.constant = used.constant.or_else(|| enums::constant(&keywords));
        used.nullable |= keywords.is_nullable();
        used.read_only |= keywords.data.read_only;
        used.write_only |= keywords.data.write_only;
        used.sensitive = docs::sensitive(&keywords).or(used.sensitive);
        used.docs = docs;
        used
    }

    /// The definition of an inline schema, made once however often `allOf` repeats the schema around it.
    pub(super) fn definition(
        &mut self,
        keywords: &Keywords<'d>,
        docs: &Docs,
        spot: &Spot,
    ) -> TypeId {
        if let Some(&known) = self.inline.get(&spot.at) {
            return known;
        }
        let id = self.reserve(
            spot.at.clone(),
            spot.owner(),
            docs.clone(),
            keywords.is_nullable(),
        );
        self.inline.insert(spot.at.clone(), id);
        let inner = Spot {
            at: spot.at.clone(),
            owner: Holder::Type(id),
            words: String::new(),
        };
        self.api.types[id.0].shape = self.shape(id, keywords, &inner);
        id
    }

    /// `allOf` with one part that says what the value is: that part.
    fn wrapped(&mut self, keywords: &Keywords<'d>, part: &Source<'d>) -> Use {
        let mut used = self.use_of(part.target, &part.spot);
        let parts = keywords.all_of.iter().filter_map(ReferenceOr::as_item);
        for part in parts.map(Keywords::of) {
            used.nullable |= part.is_nullable();
            used.read_only |= part.data.read_only;
            used.write_only |= part.data.write_only;
            used.sensitive = used.sensitive.or(docs::sensitive(&part));
        }
        used
    }

    /// The definition of a schema that has a name.
    fn shape(&mut self, id: TypeId, keywords: &Keywords<'d>, spot: &Spot) -> Shape {
        if !keywords.values.is_empty() && keywords.all_of.is_empty() {
            enums::enumeration(keywords)
        } else {
            self.all_of(id, keywords, spot)
        }
    }

    /// The type of a schema that needs no name.
    fn plain(&mut self, keywords: &Keywords<'d>, spot: &Spot) -> Use {
        let parts = self.parts(keywords, spot);
        let whole = self.whole(&parts);
        self.value(&parts, &whole, spot)
    }

    /// Makes room for a definition whose shape is not known yet.
    pub(super) fn reserve(
        &mut self,
        at: Pointer,
        owner: Owner,
        docs: Docs,
        nullable: bool,
    ) -> TypeId {
        let id = TypeId(self.api.types.len());
        self.api.types.push(TypeDef {
            at,
            owner,
            docs,
            nullable,
            shape: Shape::Alias(Type::Any),
        });
        id
    }
}
