//! Models, finished: everything that is decided about a type with a definition, for whoever writes or shows it.

use std::iter;

use super::fields::{HasDefault, Member, Rest};
use super::{Direction, TagKind};
use crate::ir::{self, EnumKind, Medium, Type, TypeDef, TypeId};
use crate::naming::{Attribute, Name};
use crate::pointer::Pointer;
use crate::rust::{Holding, Signature, Ty};

/// A model.
#[derive(Debug, Clone)]
pub struct Model<'p> {
    /// Which type of the API it is.
    pub id: TypeId,
    /// Its Rust name.
    pub name: &'p Name,
    /// The model that is equal and defined in its place; this one is another name for it.
    pub definition: Option<&'p Name>,
    /// What the document says about it.
    pub source: &'p TypeDef,
    /// Where the document has its schema.
    pub written: Pointer,
    /// Which way values go where it stands.
    pub direction: Direction,
    /// Which way its values go on the wire, where a `readOnly` field is not sent and a `writeOnly` field not given.
    pub wire_direction: Direction,
    /// What it is, in the words of the document; empty where nobody says.
    pub about: String,
    /// The attributes that the configuration adds.
    pub attributes: Vec<&'p Attribute>,
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

/// An object with named fields.
#[derive(Debug, Clone)]
pub struct Struct<'p> {
    /// What the document says about it.
    pub source: &'p ir::Struct,
    /// Its fields, in the order of the document.
    pub members: Vec<Member<'p>>,
    /// The field that keeps what the document does not name.
    pub rest: Option<Rest<'p>>,
    /// What it is written as.
    pub medium: Medium,
    /// What a request leaves out.
    pub read_only: Vec<&'p str>,
    /// How callers make it; none for what only the server makes.
    pub new: Option<Signature<'p>>,
    /// Whether and how it has a default.
    pub default: HasDefault,
}

/// A list of values.
#[derive(Debug, Clone)]
pub struct Enum<'p> {
    /// What kind of values they are.
    pub kind: EnumKind,
    /// Whether any other text is a value too, as the document says.
    pub is_open: bool,
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
    /// Its place in the list of the document.
    pub(super) index: usize,
}

/// One of several types.
#[derive(Debug, Clone)]
pub struct Union<'p> {
    /// What the document says about it.
    pub source: &'p ir::Union,
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
    /// How it holds that.
    pub holding: Holding,
    /// The types from which the union is made as this variant: a model that no other variant has, a text, a number.
    pub sources: Vec<Ty<'p>>,
    /// How the tag is written.
    pub tag_kind: Option<TagKind>,
}

impl<'p> Variant<'p> {
    /// What it holds.
    pub fn ty(&self) -> Ty<'p> {
        self.inner.clone().held(self.holding)
    }
}

impl Struct<'_> {
    /// Whether some field must not be shown, so that it writes its `Debug` itself.
    pub fn has_secret(&self) -> bool {
        self.members.iter().any(|member| member.is_secret)
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
    /// Where a value of it stands in the document.
    pub fn at(&self, value: &Value<'_>) -> Pointer {
        self.source.at.child("enum").index(value.index)
    }

    /// The values of an enum, or the only one.
    pub fn values(&self) -> &[Value<'p>] {
        match &self.kind {
            Kind::Enum(list) => &list.values,
            Kind::Constant(only) => std::slice::from_ref(only),
            Kind::Struct(_) | Kind::Union(_) | Kind::Alias { .. } => &[],
        }
    }

    /// Where the document has its schema; of a pointer that nobody reads to its end, both ends.
    pub fn place(&self) -> String {
        const END: usize = 200;
        let whole = self.written.to_string();
        let letters = whole.chars().count();
        if letters <= 2 * END {
            return whole;
        }
        let start = whole.chars().take(END);
        let end = whole.chars().skip(letters - END);
        start.chain(['…']).chain(end).collect()
    }

    /// The traits that it derives.
    pub fn derives(&self) -> Vec<&'static str> {
        match &self.kind {
            Kind::Struct(object) => {
                let debug = (!object.has_secret()).then_some("Debug");
                let is_derived = object.default == HasDefault::Derived;
                let default = is_derived.then_some("Default");
                let always = ["Clone", "PartialEq"];
                debug.into_iter().chain(always).chain(default).collect()
            }
            Kind::Enum(_) => vec!["Debug", "Clone", "PartialEq", "Eq", "Hash"],
            Kind::Constant(_) => vec!["Debug", "Clone", "Copy", "PartialEq", "Eq", "Hash"],
            Kind::Union(_) => vec!["Debug", "Clone", "PartialEq"],
            Kind::Alias { .. } => Vec::new(),
        }
    }

    /// The variant of what is none of its values or candidates, as the type of the runtime that holds it.
    pub fn unknown(&self) -> Option<&'static str> {
        match &self.kind {
            Kind::Enum(list) => Some(match list.kind {
                EnumKind::Text => "UnknownValue",
                EnumKind::Integer => "UnknownInteger",
            }),
            // A form is only sent, so there is none that is not known.
            Kind::Union(union) if union.medium == Medium::Json => Some("UnknownVariant"),
            Kind::Union(_) | Kind::Struct(_) | Kind::Constant(_) | Kind::Alias { .. } => None,
        }
    }

    /// The types of its parts as they are declared, and those from which a union is made.
    pub fn types(&self) -> Vec<Ty<'p>> {
        match &self.kind {
            Kind::Struct(object) => {
                let members = object.members.iter().map(|member| member.ty.clone());
                let rest = object.rest.iter().map(Rest::ty);
                members.chain(rest).collect()
            }
            Kind::Union(union) => {
                let variants = union.variants.iter();
                let types = variants.map(|one| iter::once(one.ty()).chain(one.sources.clone()));
                types.flatten().collect()
            }
            Kind::Alias { ty, .. } => vec![ty.clone()],
            Kind::Enum(_) | Kind::Constant(_) => Vec::new(),
        }
    }
}
