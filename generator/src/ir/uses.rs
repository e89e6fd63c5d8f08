//! Uses of types: scalars, lists, maps, and names of definitions.

use super::TypeId;

/// A use of a type.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
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
    /// A list of a fixed length, each element of a type of its own. Never empty.
    Tuple(Vec<Type>),
    /// An object with any keys.
    Map(Box<Type>),
    /// A value or `null`, inside another type.
    Nullable(Box<Type>),
    /// A type with a definition.
    Named(TypeId),
    /// A file, as a field of a form.
    File,
    /// A type that the configuration chose, by its path. `serde` reads and writes it.
    Chosen(String),
}

impl Type {
    /// This type, or `null`; never twice.
    #[must_use]
    pub fn or_null(self) -> Self {
        match self {
            Self::Nullable(_) | Self::Any => self,
            other => Self::Nullable(Box::new(other)),
        }
    }

    /// The types that it is made of; none for one that stands alone.
    pub fn parts(&self) -> &[Self] {
        match self {
            Self::Array(inner) | Self::Map(inner) | Self::Nullable(inner) => {
                std::slice::from_ref(inner)
            }
            Self::Tuple(parts) => parts,
            _ => &[],
        }
    }

    /// This type with plain texts: what is left of it where a format makes no difference.
    #[must_use]
    pub fn without_formats(&self) -> Self {
        match self {
            Self::Text(_) => Self::Text(Text::Plain),
            Self::Array(inner) => Self::Array(Box::new(inner.without_formats())),
            Self::Tuple(parts) => Self::Tuple(parts.iter().map(Self::without_formats).collect()),
            Self::Map(inner) => Self::Map(Box::new(inner.without_formats())),
            Self::Nullable(inner) => Self::Nullable(Box::new(inner.without_formats())),
            other => other.clone(),
        }
    }
}

/// The width of a whole number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
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
    /// What an `i64` or a `u64` holds, where the limits want both.
    I128,
}

/// The precision of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Number {
    /// `float`.
    F32,
    /// `double` and what says nothing.
    F64,
    /// `decimal`, `bigint`, and whole numbers whose limits no 64 bits hold: all digits that JSON is read with.
    Exact,
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
    /// `binary`: a file where a form holds it, any text elsewhere.
    Binary,
}

impl Text {
    /// Whether it is held by a type of its own.
    pub fn is_formatted(self) -> bool {
        !matches!(self, Self::Plain | Self::Binary)
    }
}
