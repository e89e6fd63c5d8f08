//! Types: what a schema means, with every reference resolved to an index.

use serde_json::Value;

use super::{Docs, Limit, OperationId, Type};
use crate::pointer::Pointer;

/// The index of a [`TypeDef`] in [`super::Api::types`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TypeId(pub usize);

/// A type with a definition of its own: it gets a Rust name.
#[derive(Debug, Clone)]
pub struct TypeDef {
    /// The schema.
    pub at: Pointer,
    /// What it is named after.
    pub owner: Owner,
    /// What a person reads.
    pub docs: Docs,
    /// Whether `null` is a value of it; a use of it is then nullable.
    pub nullable: bool,
    /// What it is.
    pub shape: Shape,
    /// Whether the crate has it; not so where nothing but bodies of parts uses it, which have a form of it, or nothing but schemas
    /// that take in all that it says.
    pub declared: bool,
}

/// What a type is named after.
#[derive(Debug, Clone, PartialEq)]
pub enum Owner {
    /// A component schema: its own name.
    Component {
        /// The key under `components/schemas`.
        wire: String,
        /// Its title, where the key is nothing but a number.
        title: Option<String>,
    },
    /// An inline schema of another type: the type, then the member.
    Type {
        /// The type that holds it.
        id: TypeId,
        /// The words that follow the name of the owner, from the nearest place outwards; none where it is all of the owner.
        words: String,
    },
    /// An inline schema of an operation: the operation, then the member.
    Operation {
        /// The operation that holds it.
        id: OperationId,
        /// The words that follow the name of the owner, from the nearest place outwards; none where it is all of the owner.
        words: String,
    },
    /// An inline schema of what operations share: that, then the member.
    Shared {
        /// Where it stands.
        section: Section,
        /// The key of the component, or the path.
        wire: String,
        /// The words that follow the name of the owner, from the nearest place outwards; none where it is all of the owner.
        words: String,
    },
}

/// Where things stand that operations share, beside `components/schemas`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    /// `components/parameters`.
    Parameters,
    /// `components/requestBodies`.
    RequestBodies,
    /// `components/responses`.
    Responses,
    /// `paths`: the parameters that all operations of a path have.
    Paths,
}

impl Section {
    /// What one entry is called.
    pub fn word(self) -> &'static str {
        match self {
            Self::Parameters => "parameter",
            Self::RequestBodies => "request body",
            Self::Responses => "response",
            Self::Paths => "path",
        }
    }
}

/// What a type is.
#[derive(Debug, Clone)]
pub enum Shape {
    /// An object with named fields.
    Struct(Struct),
    /// A closed list of values that may grow.
    Enum(Enum),
    /// One of several types.
    Union(Union),
    /// Another name for a type.
    Alias(Type),
}

impl Shape {
    /// Whether it is a form with files, which is only ever sent: it has no JSON.
    pub fn is_form(&self) -> bool {
        match self {
            Self::Struct(object) => object.medium == Medium::Multipart,
            Self::Union(union) => union.medium == Medium::Multipart,
            Self::Enum(_) | Self::Alias(_) => false,
        }
    }

    /// The types that it uses.
    pub fn types(&self) -> Vec<&Type> {
        match self {
            Self::Struct(object) => {
                let fields = object.fields.iter().map(|field| &field.ty);
                let additional = match &object.additional {
                    Additional::Kept(value) => Some(value),
                    Additional::Ignored => None,
                };
                fields.chain(additional).collect()
            }
            Self::Union(union) => union.variants.iter().map(|variant| &variant.ty).collect(),
            Self::Alias(ty) => vec![ty],
            Self::Enum(_) => Vec::new(),
        }
    }
}

/// What values of a type are read from and written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Medium {
    /// JSON, in both directions.
    #[default]
    Json,
    /// A form with files, which is only sent.
    Multipart,
}

/// An object with named fields.
#[derive(Debug, Clone, Default)]
pub struct Struct {
    /// In the order of the document.
    pub fields: Vec<Field>,
    /// What other fields may be there.
    pub additional: Additional,
    /// What it is written as.
    pub medium: Medium,
}

/// Fields that have no name in the document.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Additional {
    /// Not mentioned or forbidden: ignored when read.
    #[default]
    Ignored,
    /// Allowed, of this type: kept.
    Kept(Type),
}

/// A named field of a struct.
#[derive(Debug, Clone)]
pub struct Field {
    /// The property.
    pub at: Pointer,
    /// The name in JSON.
    pub wire: String,
    /// The type, without its nullability.
    pub ty: Type,
    /// The only value that it can have, where that is no text; a single text is an [`Enum`] of its own.
    pub constant: Option<Constant>,
    /// Whether the schema demands it.
    pub required: bool,
    /// Whether `null` is allowed.
    pub nullable: bool,
    /// Sent by the server only.
    pub read_only: bool,
    /// Sent to the server only.
    pub write_only: bool,
    /// Whether its value is a secret; `None` when the document does not say.
    pub sensitive: Option<bool>,
    /// What a person reads.
    pub docs: Docs,
}

impl Field {
    /// The type with its nullability.
    pub fn value(&self) -> Type {
        let ty = self.ty.clone();
        if self.nullable { ty.or_null() } else { ty }
    }
}

/// A value that is no text and never another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Constant {
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Integer(i64),
}

/// A list of values.
#[derive(Debug, Clone)]
pub struct Enum {
    /// What kind of values they are.
    pub kind: EnumKind,
    /// Whether any other text is a value too, as the document says.
    pub is_open: bool,
    /// In the order of the document, no value twice.
    pub values: Vec<EnumValue>,
}

/// What the values of an enum are in JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EnumKind {
    /// Texts.
    Text,
    /// Whole numbers, each with a name.
    Integer,
}

impl Enum {
    /// Whether there is nothing to choose.
    pub fn is_constant(&self) -> bool {
        self.kind == EnumKind::Text && self.values.len() == 1 && !self.is_open
    }
}

/// A value of an enum.
#[derive(Debug, Clone, PartialEq)]
pub struct EnumValue {
    /// The text in JSON, or the digits of the number.
    pub wire: String,
    /// What the document calls it, where that says more than the value.
    pub name: Option<String>,
    /// What a person reads.
    pub description: Option<String>,
}

/// One of several types.
#[derive(Debug, Clone, Default)]
pub struct Union {
    /// The candidates, in the order of the document.
    pub variants: Vec<Variant>,
    /// The property that tells which, when the document names one.
    pub tag: Option<String>,
    /// What it is written as: a form where some candidate is one.
    pub medium: Medium,
}

/// A candidate of a union.
#[derive(Debug, Clone)]
pub struct Variant {
    /// Where it stands.
    pub at: Pointer,
    /// Its type.
    pub ty: Type,
    /// The values of the tag that select it.
    pub tags: Vec<String>,
    /// Whether it is also for values whose tag is missing or selects no other one.
    pub is_default: bool,
    /// Words for its name when the type has none.
    pub words: String,
    /// Its description, where no type with a definition has it.
    pub description: Option<String>,
    /// An example, where no type with a definition has it.
    pub example: Option<Value>,
    /// What a value has to be beside its type, where no type with a definition says it.
    pub limits: Vec<Limit>,
}

/// The JSON that a constant is written as.
pub fn literal(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
