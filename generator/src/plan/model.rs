//! Models, finished: everything that is decided about a type with a definition, for whoever writes or shows it.

use super::fields::{self, Member, Rest};
use super::{Plan, TagKind};
use crate::ir::{self, Additional, Docs, EnumKind, Owner, Shape, Type, TypeId};
use crate::naming::Name;
use crate::pointer::Pointer;
use crate::rust::{Argument, Receiver, Signature, Ty, Word};

/// A model.
#[derive(Debug, Clone)]
pub struct Model<'p> {
    /// Which type of the API it is.
    pub id: TypeId,
    /// Its Rust name.
    pub name: &'p Name,
    /// The schema.
    pub at: &'p Pointer,
    /// What the document says about it.
    pub docs: &'p Docs,
    /// What it is, in the words of the document; empty where nobody says.
    pub about: String,
    /// Whether `null` is a value of it, which its uses then hold.
    pub is_nullable: bool,
    /// What it is made of.
    pub kind: Kind<'p>,
}

/// What a model is made of.
#[derive(Debug, Clone)]
pub enum Kind<'p> {
    /// An object with named fields.
    Struct(Struct<'p>),
    /// A list of values that may grow.
    Enum(Enum<'p>),
    /// One text.
    Constant(Value<'p>),
    /// One of several types.
    Union(Union<'p>),
    /// Another name for a type.
    Alias {
        /// The type.
        ty: Ty<'p>,
        /// The type in the document.
        source: &'p Type,
    },
}

/// What is read and written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Medium {
    /// JSON, in both directions.
    Json,
    /// A form with files, which is only sent.
    Multipart,
}

/// An object with named fields.
#[derive(Debug, Clone)]
pub struct Struct<'p> {
    /// Its fields, in the order of the document.
    pub members: Vec<Member<'p>>,
    /// The field that keeps what the document does not name.
    pub rest: Option<Rest<'p>>,
    /// What it is written as.
    pub medium: Medium,
    /// What a request leaves out.
    pub read_only: Vec<&'p str>,
    /// How it is made.
    pub new: Signature<'p>,
    /// Whether and how it has a default.
    pub default: HasDefault,
}

/// How a struct gets its `Default`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HasDefault {
    /// Not at all: `new` takes something.
    No,
    /// Every field is empty.
    Derived,
    /// What `new` gives, since some field has only one value.
    ByNew,
}

/// A list of values.
#[derive(Debug, Clone)]
pub struct Enum<'p> {
    /// What kind of values they are.
    pub kind: EnumKind,
    /// In the order of the document.
    pub values: Vec<Value<'p>>,
}

/// A value of an enum.
#[derive(Debug, Clone)]
pub struct Value<'p> {
    /// The variant.
    pub name: &'p Name,
    /// The text in JSON, or the digits of the number.
    pub wire: &'p str,
    /// What a person reads.
    pub description: Option<&'p str>,
}

/// One of several types.
#[derive(Debug, Clone)]
pub struct Union<'p> {
    /// The property that tells which, when the document names one.
    pub tag: Option<&'p str>,
    /// What it is written as.
    pub medium: Medium,
    /// The candidates, in the order of the document.
    pub variants: Vec<Variant<'p>>,
}

/// A candidate of a union.
#[derive(Debug, Clone)]
pub struct Variant<'p> {
    /// The variant.
    pub name: &'p Name,
    /// The candidate in the document.
    pub source: &'p ir::Variant,
    /// What it holds, without the box.
    pub inner: Ty<'p>,
    /// Whether that is in a box.
    pub is_boxed: bool,
    /// Whether no other variant has its type, and it is a model: the union can be made from it.
    pub is_source: bool,
    /// How the tag is written.
    pub tag_kind: Option<TagKind>,
}

impl<'p> Variant<'p> {
    /// What it holds.
    pub fn ty(&self) -> Ty<'p> {
        self.inner.clone().boxed(self.is_boxed)
    }
}

impl Kind<'_> {
    /// Whether it is a form with files, which has no JSON.
    pub fn is_form(&self) -> bool {
        match self {
            Self::Struct(object) => object.medium == Medium::Multipart,
            Self::Union(union) => union.medium == Medium::Multipart,
            Self::Enum(_) | Self::Constant(_) | Self::Alias { .. } => false,
        }
    }
}

impl<'p> Model<'p> {
    /// The types of its parts, as they are declared.
    pub fn types(&self) -> Vec<Ty<'p>> {
        match &self.kind {
            Kind::Struct(object) => {
                let members = object.members.iter().map(|member| member.ty.clone());
                let rest = object.rest.iter().map(Rest::ty);
                members.chain(rest).collect()
            }
            Kind::Union(union) => union.variants.iter().map(Variant::ty).collect(),
            Kind::Alias { ty, .. } => vec![ty.clone()],
            Kind::Enum(_) | Kind::Constant(_) => Vec::new(),
        }
    }
}

impl Plan {
    /// A model, finished.
    pub fn model(&self, id: TypeId) -> Model<'_> {
        let def = self.api.get(id);
        let kind = match &def.shape {
            Shape::Struct(object) => Kind::Struct(self.structure(id, object)),
            Shape::Enum(list) if list.is_constant() => Kind::Constant(self.value(id, 0, list)),
            Shape::Enum(list) => Kind::Enum(Enum {
                kind: list.kind,
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
            at: &def.at,
            docs: &def.docs,
            about: self.about(id),
            is_nullable: def.nullable,
            kind,
        }
    }

    fn structure<'p>(&'p self, id: TypeId, object: &'p ir::Struct) -> Struct<'p> {
        let fields = object.fields.iter().enumerate();
        let members: Vec<Member<'_>> = fields
            .map(|(index, field)| self.member(id, index, field))
            .collect();
        let rest = match &object.additional {
            Additional::Kept(value) => Some(Rest {
                name: self.names.additional(id),
                at: &self.api.get(id).at,
                value: self.ty(value),
                is_file: fields::is_file(value),
            }),
            Additional::Ignored => None,
        };
        let read_only = object.fields.iter().filter(|field| field.read_only);
        let arguments = members.iter().filter_map(|member| {
            let name = member.argument()?;
            let ty = member.taken();
            Some(Argument { name, ty })
        });
        Struct {
            new: Signature {
                name: Word::Own("new"),
                receiver: Receiver::None,
                arguments: arguments.collect(),
                gives: Ty::Own,
            },
            default: fields::default(&members),
            read_only: if self.is_requested(id) {
                read_only.map(|field| field.wire.as_str()).collect()
            } else {
                Vec::new()
            },
            medium: medium(object.is_form),
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
        }
    }

    fn union<'p>(&'p self, id: TypeId, union: &'p ir::Union) -> Union<'p> {
        let variants = union.variants.iter().enumerate();
        let variants = variants.map(|(index, variant)| Variant {
            name: self.names.variant(id, index),
            source: variant,
            inner: self.ty(&variant.ty),
            is_boxed: self.is_boxed(id, index),
            is_source: self.is_model(&variant.ty),
            tag_kind: self.tag_kind(union, variant),
        });
        Union {
            tag: union.tag.as_deref(),
            medium: medium(union.is_form),
            variants: variants.collect(),
        }
    }

    /// What a type is, in the words of the document; empty where nobody says.
    fn about(&self, id: TypeId) -> String {
        let def = self.api.get(id);
        if let Some(said) = def.docs.description.as_ref().or(def.docs.title.as_ref()) {
            return said.clone();
        }
        match &def.owner {
            Owner::Operation { index, member } => {
                let operation = &self.api.operations[*index];
                format!(
                    "The {} of `{} {}`.",
                    member.words, operation.method, operation.path
                )
            }
            Owner::Shared {
                section,
                wire,
                member,
            } => {
                let whole = format!("{} `{wire}`", section.word());
                if member.words.is_empty() {
                    format!("The {whole}.")
                } else {
                    format!("The {} of the {whole}.", member.words)
                }
            }
            Owner::Component { .. } | Owner::Type { .. } => String::new(),
        }
    }
}

fn medium(is_form: bool) -> Medium {
    if is_form {
        Medium::Multipart
    } else {
        Medium::Json
    }
}
