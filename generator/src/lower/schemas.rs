//! Schemas to types: which kind a schema is, and who lowers it.

use openapiv3::{ReferenceOr, Schema};

use super::classes::{self, Class};
use super::keywords::Keywords;
use super::lowering::Lowering;
use super::references::Lost;
use super::sources::Source;
use super::spots::{Site, Spot};
use super::target::Target;
use super::{compose, docs, enums, nulls, parents, parts, placing, references, shapes, titles};
use crate::ir::{Constant, Docs, Owner, Shape, Type, TypeId};
use crate::pointer::{Pointer, component_key};

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
        if self.nullable {
            self.ty.or_null()
        } else {
            self.ty
        }
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

/// Lowers every component schema; names are known before any body is read, so that references may go in cycles.
pub(super) fn components(lowering: &mut Lowering<'_, '_>) {
    let Some(components) = lowering.doc.components() else {
        return;
    };
    let root = Pointer::root().child("components").child("schemas");
    let nullable = nulls::components(lowering.doc);
    for (wire, schema) in &components.schemas {
        let keywords = schema.as_item().map(Keywords::of);
        let title = keywords.as_ref().and_then(|own| own.data.title.clone());
        let owner = Owner::Component {
            wire: wire.clone(),
            title: title.filter(|title| titles::is_numbered(wire) && !title.trim().is_empty()),
        };
        let docs = keywords.as_ref().map(docs::of).unwrap_or_default();
        let id = lowering.types.reserve(root.child(wire), owner, docs);
        lowering.types.get_mut(id).nullable = nullable.contains(wire.as_str());
    }
    for index in 0..components.schemas.len() {
        lower_component(lowering, TypeId(index));
    }
}

/// Lowers a component schema unless that has begun. Those that take it in ask for it first, so that its inline types come in
/// its own order, whoever is the first to need one.
pub(super) fn lower_component(lowering: &mut Lowering<'_, '_>, id: TypeId) {
    let Some(Source { target, site }) = lowering.doc.component_source(id) else {
        return;
    };
    if !lowering.types.begun.insert(id) {
        return;
    }
    let outer = (
        std::mem::take(&mut lowering.following),
        std::mem::take(&mut lowering.joining),
    );
    let spot = placing::spot(lowering, &site);
    let shape = match (lowering.chosen(&spot.at), target) {
        (Some(ty), _) => Shape::Alias(ty),
        (None, Target::Schema(schema)) => component(lowering, id, &Keywords::of(schema), &spot),
        (None, Target::Reference(_)) => {
            let used = use_of(lowering, target, &spot);
            lowering.types.get_mut(id).nullable |= used.nullable;
            Shape::Alias(used.ty)
        }
    };
    lowering.types.define(id, shape);
    (lowering.following, lowering.joining) = outer;
}

fn component<'d>(
    lowering: &mut Lowering<'_, 'd>,
    id: TypeId,
    keywords: &Keywords<'d>,
    spot: &Spot,
) -> Shape {
    let used = match classes::of(lowering.view(), keywords, &Site::from(spot)) {
        Class::Defined => return shape(lowering, id, keywords, spot),
        Class::Wrapped(_) if parents::is_heir_alone(lowering.doc, keywords, &spot.at) => {
            return shape(lowering, id, keywords, spot);
        }
        Class::Wrapped(part) => {
            // An inline part that would have a type of its own is the component itself.
            if let Target::Schema(schema) = part.target {
                let inner = Keywords::of(schema);
                if let Class::Defined = classes::of(lowering.view(), &inner, &part.site) {
                    lowering.types.get_mut(id).nullable |= inner.is_nullable();
                    let spot = placing::spot(lowering, &part.site);
                    return shape(lowering, id, &inner, &spot);
                }
            }
            wrapped(lowering, keywords, &part)
        }
        Class::Plain => plain(lowering, keywords, spot),
    };
    lowering.types.get_mut(id).nullable |= used.nullable;
    Shape::Alias(used.ty)
}

/// Lowers a schema where it is used.
pub(super) fn used<'d>(lowering: &mut Lowering<'_, 'd>, source: &Source<'d>) -> Use {
    let spot = placing::spot(lowering, &source.site);
    use_of(lowering, source.target, &spot)
}

/// Lowers a use of a schema.
pub(super) fn use_of<'d>(
    lowering: &mut Lowering<'_, 'd>,
    schema: impl Into<Target<'d>>,
    spot: &Spot,
) -> Use {
    let chosen = lowering.chosen(&spot.at);
    match (schema.into(), chosen) {
        (Target::Schema(schema), chosen) => inline(lowering, schema, chosen, spot),
        (Target::Reference(target), None) => reference(lowering, target, spot),
        (Target::Reference(target), Some(ty)) => Use {
            ty,
            ..reference(lowering, target, spot)
        },
    }
}

/// The type that a reference leads to. One that leads nowhere was reported before; it is any JSON.
pub(super) fn reference(lowering: &mut Lowering<'_, '_>, reference: &str, spot: &Spot) -> Use {
    let key = component_key(reference, "schemas");
    let Some(mut id) = key.and_then(|key| lowering.doc.component(&key)) else {
        return elsewhere(lowering, reference, spot);
    };
    if lowering.doc.chosen(&lowering.types.get(id).at).is_none() {
        id = lowering.doc.meant(id);
    }
    Use {
        ty: Type::Named(id),
        nullable: lowering.types.get(id).nullable,
        ..Use::any()
    }
}

/// So many references into the middle of the document are followed one inside the other: what stands there holds the next one.
const NESTED: usize = 32;

/// So many inline types are made one inside the other before a reference into the middle of the document is not followed any more: what
/// stands there may be as deep again.
const DEEPEST: usize = 100;

/// The type of what a reference into the middle of the document leads to.
fn elsewhere(lowering: &mut Lowering<'_, '_>, reference: &str, spot: &Spot) -> Use {
    if lowering.following.len() >= NESTED || lowering.making >= DEEPEST {
        let reason = "the way here leads through too many references, one inside the other";
        lowering.reports.not_modelled(&spot.at, reason);
        return Use::any();
    }
    let is_known = lowering.following.iter().any(|seen| seen == reference);
    let found = match references::behind(lowering.doc, reference) {
        _ if is_known => Err(Lost::Circle),
        found => found,
    };
    let (target, site) = match found {
        Ok(found) => found,
        Err(lost) => {
            let (reports, circle) = (&mut lowering.reports, "the reference leads back to itself");
            match lost {
                Lost::Nowhere => reports.not_followed(&spot.at, reference),
                Lost::Circle => reports.not_modelled(&spot.at, circle),
            }
            return Use::any();
        }
    };
    let place = placing::spot(lowering, &site);
    lowering.following.push(reference.to_owned());
    let place = match target {
        Target::Schema(_) => place.named("part"),
        Target::Reference(_) => place,
    };
    let used = use_of(lowering, target, &place);
    lowering.following.pop();
    // What stands there says more about its own place than about this one.
    Use {
        docs: Docs::default(),
        ..used
    }
}

fn inline<'d>(
    lowering: &mut Lowering<'_, 'd>,
    schema: &'d Schema,
    chosen: Option<Type>,
    spot: &Spot,
) -> Use {
    let keywords = Keywords::of(schema);
    let docs = docs::of(&keywords);
    let is_chosen = chosen.is_some();
    let class = classes::of(lowering.view(), &keywords, &Site::from(spot));
    let mut used = match (chosen, class) {
        (Some(ty), _) => Use { ty, ..Use::any() },
        (None, Class::Wrapped(part)) => wrapped(lowering, &keywords, &part),
        (None, Class::Plain) => plain(lowering, &keywords, spot),
        (None, Class::Defined) => {
            let id = definition(lowering, &keywords, &docs, spot);
            Use {
                ty: Type::Named(id),
                nullable: lowering.types.get(id).nullable,
                ..Use::any()
            }
        }
    };
    used.constant = (used.constant).or_else(|| enums::constant(&keywords).filter(|_| !is_chosen));
    used.nullable |= keywords.is_nullable();
    used.read_only |= keywords.data.read_only;
    used.write_only |= keywords.data.write_only;
    used.sensitive = docs::sensitive(&keywords).or(used.sensitive);
    used.docs = lowering.types.beside_definitions(docs, &spot.at);
    used
}

/// The definition of an inline schema, made once however often `allOf` repeats the schema around it.
pub(super) fn definition<'d>(
    lowering: &mut Lowering<'_, 'd>,
    keywords: &Keywords<'d>,
    docs: &Docs,
    spot: &Spot,
) -> TypeId {
    if let Some(&known) = lowering.types.inline.get(&spot.at) {
        return known;
    }
    let id = lowering.types.reserve_inline(spot, docs.clone());
    lowering.types.get_mut(id).nullable = nulls::is_admitted(lowering, keywords);
    let inner = Spot::of(id, spot.at.clone());
    lowering.making += 1;
    let shape = shape(lowering, id, keywords, &inner);
    lowering.types.define(id, shape);
    lowering.making -= 1;
    id
}

/// `allOf` with one part that says what the value is: that part.
fn wrapped<'d>(lowering: &mut Lowering<'_, 'd>, keywords: &Keywords<'d>, part: &Source<'d>) -> Use {
    let mut used = used(lowering, part);
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
fn shape<'d>(
    lowering: &mut Lowering<'_, 'd>,
    id: TypeId,
    keywords: &Keywords<'d>,
    spot: &Spot,
) -> Shape {
    if enums::is_defined(keywords) && keywords.all_of.is_empty() {
        enums::enumeration(keywords)
    } else {
        shapes::of_schema(lowering, id, keywords, spot)
    }
}

/// The type of a schema that needs no name.
fn plain<'d>(lowering: &mut Lowering<'_, 'd>, keywords: &Keywords<'d>, spot: &Spot) -> Use {
    let parts = parts::of(lowering.view(), keywords, &Site::from(spot));
    let parts = parts.told(&mut lowering.reports);
    let whole = compose::whole(lowering.view(), &parts);
    shapes::value(lowering, &parts, &whole, spot)
}
