//! How models are finished: from a type of the API and what is decided about it.

use std::collections::BTreeMap;

use super::Plan;
use super::fields::HasDefault;
use super::fields::{self, Member, Rest};
use super::model::{Enum, Kind, Model, Struct, Union, Value, Variant};
use crate::ir::{self, Additional, Owner, Shape, Type, TypeId};
use crate::naming::Attribute;
use crate::rust::{Argument, Receiver, Signature, Ty, Word};

/// The pointer of all models.
const ALL: &str = "#";

impl Plan {
    /// A model, finished.
    pub fn model(&self, id: TypeId) -> Model<'_> {
        let def = self.api.get(id);
        let kind = match &def.shape {
            Shape::Struct(object) => Kind::Struct(self.structure(id, object)),
            Shape::Enum(list) if list.is_constant() => Kind::Constant(self.value(id, 0, list)),
            Shape::Enum(list) => Kind::Enum(Enum {
                kind: list.kind,
                is_open: list.is_open,
                values: (0..list.values.len())
                    .map(|index| self.value(id, index, list))
                    .collect(),
            }),
            Shape::Union(union) => Kind::Union(self.union(id, union)),
            Shape::Alias(source) => Kind::Alias {
                ty: self.ty(source),
                source,
            },
        };
        Model {
            id,
            name: self.names.ty(id),
            definition: Some(self.definition(id))
                .filter(|defined| *defined != id)
                .map(|defined| self.names.ty(defined)),
            source: def,
            written: self.api.written(&def.at),
            direction: self.direction(id),
            wire_direction: self.wire_direction(id),
            about: self.about(id),
            attributes: self.attributes(id),
            kind,
        }
    }

    /// The attributes that the configuration adds: those of all models, then its own.
    pub(super) fn attributes(&self, id: TypeId) -> Vec<&Attribute> {
        if self.attributes.is_empty() {
            return Vec::new();
        }
        let own = self.api.written(&self.api.get(id).at).to_string();
        let said = [ALL, own.as_str()]
            .into_iter()
            .filter_map(|at| self.attributes.get(at));
        said.flatten().collect()
    }

    fn structure<'p>(&'p self, id: TypeId, object: &'p ir::Struct) -> Struct<'p> {
        let is_made = self.is_made(id);
        let fields = object.fields.iter().enumerate();
        let members: Vec<Member<'_>> = fields
            .map(|(index, field)| self.member(id, index, field))
            .collect();
        let rest = match &object.additional {
            Additional::Kept(value) => Some(Rest {
                name: self.names.additional(id),
                source: value,
                value: self.ty(value),
                is_file: fields::is_file(value),
                docs: &self.api.get(id).docs,
                is_made,
            }),
            Additional::Ignored => None,
        };
        let read_only = object.fields.iter().filter(|field| field.read_only);
        let asked_for = members.iter().filter(|member| member.is_asked_for());
        let arguments = asked_for.map(|member| Argument {
            name: Word::Name(member.name),
            ty: member.taken(),
        });
        Struct {
            source: object,
            new: is_made.then(|| Signature {
                name: Word::Own("new"),
                receiver: Receiver::None,
                arguments: arguments.collect(),
                gives: Ty::Own,
            }),
            default: if is_made {
                fields::default(&members)
            } else {
                HasDefault::No
            },
            read_only: if self.is_requested(id) {
                read_only.map(|field| field.wire.as_str()).collect()
            } else {
                Vec::new()
            },
            medium: object.medium,
            members,
            rest,
        }
    }

    fn value<'p>(&'p self, id: TypeId, index: usize, list: &'p ir::Enum) -> Value<'p> {
        let value = &list.values[index];
        Value {
            name: self.names.variant(id, index),
            wire: &value.wire,
            description: value.description.as_deref(),
            index,
        }
    }

    fn union<'p>(&'p self, id: TypeId, union: &'p ir::Union) -> Union<'p> {
        let mut defined: BTreeMap<TypeId, usize> = BTreeMap::new();
        for id in union.variants.iter().filter_map(|one| self.defined(one)) {
            *defined.entry(id).or_default() += 1;
        }
        let is_only = |variant| self.defined(variant).is_none_or(|id| defined[&id] == 1);
        let mut scalars = Vec::new();
        let variants = union.variants.iter().enumerate();
        let variants = variants.map(|(index, variant)| Variant {
            name: self.names.variant(id, index),
            source: variant,
            inner: self.ty(&variant.ty),
            holding: self.holding(id, index),
            sources: if self.is_model(&variant.ty) && is_only(variant) {
                vec![self.ty(&variant.ty)]
            } else {
                self.scalar_sources(variant, &mut scalars)
            },
            tag_kind: self.tag_kind(union, variant),
        });
        Union {
            source: union,
            tag: union.tag.as_deref(),
            medium: union.medium,
            variants: variants.collect(),
        }
    }

    /// What a candidate that is a text, a number or a truth value is made from; of several of one type, the first. `known` are the types
    /// of those before it.
    fn scalar_sources<'p>(&'p self, variant: &ir::Variant, known: &mut Vec<Ty<'p>>) -> Vec<Ty<'p>> {
        let ty = match self.api.resolved(&variant.ty) {
            ty @ (Type::Text(_) | Type::Bool | Type::Integer(_) | Type::Number(_)) => self.ty(ty),
            _ => return Vec::new(),
        };
        if known.contains(&ty) {
            return Vec::new();
        }
        known.push(ty.clone());
        let text = (ty == Ty::Plain("String")).then(|| Ty::Plain("str").lent());
        text.into_iter().chain([ty]).collect()
    }

    /// The definition of a candidate, if it has one.
    fn defined(&self, variant: &ir::Variant) -> Option<TypeId> {
        match &variant.ty {
            Type::Named(id) => Some(self.definition(*id)),
            _ => None,
        }
    }

    /// What a type is, in the words of the document; empty where nobody says.
    fn about(&self, id: TypeId) -> String {
        let def = self.api.get(id);
        if let Some(said) = def.docs.description.as_ref().or(def.docs.title.as_ref()) {
            return said.clone();
        }
        match &def.owner {
            Owner::Operation { id, words } => {
                let operation = self.api.operation(*id);
                format!(
                    "The {} of `{} {}`.",
                    words, operation.method, operation.path
                )
            }
            Owner::Shared {
                section,
                wire,
                words,
            } => {
                let whole = format!("{} `{wire}`", section.word());
                if words.is_empty() {
                    format!("The {whole}.")
                } else {
                    format!("The {words} of the {whole}.")
                }
            }
            Owner::Component { .. } | Owner::Type { .. } => String::new(),
        }
    }
}
