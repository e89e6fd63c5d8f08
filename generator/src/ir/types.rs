//! Types: what a schema means, with every reference resolved to an index.

use serde_json::Value;

use super::Docs;
use crate::source::pointer::Pointer;

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
}

/// What a type is named after.
#[derive(Debug, Clone, PartialEq)]
pub enum Owner {
    /// A component schema: its own name.
    Component {
        /// The key under `components/schemas`.
        wire: String,
    },
    /// An inline schema of another type: the type, then the member.
    Type {
        /// The type that holds it.
        id: TypeId,
        /// Which part of it.
        member: Member,
    },
    /// An inline schema of an operation: the operation, then the member.
    Operation {
        /// Index into [`super::Api::operations`].
        index: usize,
        /// Which part of it.
        member: Member,
    },
}

/// The part of its owner that an inline type stands for.
#[derive(Debug, Clone, PartialEq)]
pub struct Member {
    /// The words that follow the owner's name, from the nearest place outwards.
    pub words: String,
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

/// An object with named fields.
#[derive(Debug, Clone, Default)]
pub struct Struct {
    /// In the order of the document.
    pub fields: Vec<Field>,
    /// What other fields may be there.
    pub additional: Additional,
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

/// A list of values.
#[derive(Debug, Clone)]
pub struct Enum {
    /// In the order of the document, no value twice.
    pub values: Vec<EnumValue>,
}

impl Enum {
    /// Whether there is nothing to choose.
    pub fn is_constant(&self) -> bool {
        self.values.len() == 1
    }
}

/// A value of an enum of strings.
#[derive(Debug, Clone, PartialEq)]
pub struct EnumValue {
    /// The text in JSON.
    pub wire: String,
    /// What a person reads.
    pub description: Option<String>,
}

/// One of several types.
#[derive(Debug, Clone)]
pub struct Union {
    /// The candidates, in the order of the document.
    pub variants: Vec<Variant>,
    /// The property that tells which, when the document names one.
    pub tag: Option<String>,
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
    /// Words for its name when the type has none.
    pub words: String,
}

/// A use of a type.
#[derive(Debug, Clone, PartialEq)]
pub enum Type {
    /// Any JSON.
    Any,
    /// `true` or `false`.
    Bool,
    /// A whole number.
    Integer(Integer),
    /// A number.
    Number(Number),
    /// A text.
    Text(Text),
    /// A list.
    Array(Box<Type>),
    /// An object with any keys.
    Map(Box<Type>),
    /// A value or `null`, inside another type.
    Nullable(Box<Type>),
    /// A type with a definition.
    Named(TypeId),
}

impl Type {
    /// This type, or `null`; never twice.
    #[must_use]
    pub fn nullable(self, yes: bool) -> Self {
        match self {
            Self::Nullable(_) | Self::Any => self,
            other if yes => Self::Nullable(Box::new(other)),
            other => other,
        }
    }

    /// This type with plain texts: what is left of it where a format makes no difference.
    #[must_use]
    pub fn without_formats(&self) -> Self {
        match self {
            Self::Text(_) => Self::Text(Text::Plain),
            Self::Array(inner) => Self::Array(Box::new(inner.without_formats())),
            Self::Map(inner) => Self::Map(Box::new(inner.without_formats())),
            Self::Nullable(inner) => Self::Nullable(Box::new(inner.without_formats())),
            other => other.clone(),
        }
    }
}

/// The width of a whole number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Integer {
    /// `int8`.
    I8,
    /// `int16`.
    I16,
    /// `int32`.
    I32,
    /// `int64` and what says nothing.
    I64,
    /// `uint8`.
    U8,
    /// `uint16`.
    U16,
    /// `uint32`.
    U32,
    /// `uint64`, `uint`, and what says so by its limits.
    U64,
}

/// The precision of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Number {
    /// `float`.
    F32,
    /// `double` and what says nothing.
    F64,
}

/// What a text holds. A format that the configuration wants as plain text is [`Text::Plain`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Text {
    /// Any text; also formats that have no type of their own.
    Plain,
    /// `date-time`: a day and a time with an offset.
    DateTime,
    /// `date`: a day.
    Date,
    /// `time`: a time of day.
    Time,
    /// `duration`: a length of time.
    Duration,
    /// `uuid`.
    Uuid,
    /// `byte`: Base64.
    Byte,
    /// `uri`.
    Uri,
    /// `decimal`: a number with all its digits.
    Decimal,
}

/// The JSON that a constant is written as.
pub fn literal(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
