//! Unions as the emitter writes them.

use std::collections::BTreeMap;

use crate::models::{ClerkErrors, SignInTokenStatus};
use crate::runtime::{
    self, Candidate, DecodeError, Encode as _, JsonWriter, Object, ObjectWriter, UnknownVariant,
};

/// A record with one number, and perhaps a tag of its own.
macro_rules! shape {
    ($name:ident, $number:literal $(, $tag:literal)?) => {
        #[doc = concat!("A record with `", $number, "`.")]
        #[derive(Debug, Clone, PartialEq)]
        pub struct $name(pub f64);

        impl runtime::Record for $name {
            fn read(object: &mut Object) -> Result<Self, DecodeError> {
                $(let _: Option<String> = object.optional($tag)?;)?
                Ok(Self(object.required($number)?))
            }

            fn write(&self, object: &mut ObjectWriter) {
                object.required($number, &self.0);
            }
        }

        runtime::record!($name);
    };
}

shape!(Circle, "radius");
shape!(Square, "side");
shape!(Ring, "radius", "hole");

/// Tagged by `kind`, which the records do not have.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Shape {
    Circle(Circle),
    Square(Square),
    Unknown(UnknownVariant),
}

impl runtime::Union for Shape {
    const TAG: Option<&'static str> = Some("kind");
    const CANDIDATES: &'static [Candidate<Self>] = &[
        Candidate::new("Circle", &["circle", "disc"], |value| {
            runtime::read(value).map(Self::Circle)
        }),
        Candidate::new("Square", &["square"], |value| {
            runtime::read(value).map(Self::Square)
        }),
    ];

    fn write(&self, json: &mut JsonWriter) {
        match self {
            Self::Circle(value) => runtime::write_tagged(value, "kind", &["circle", "disc"], json),
            Self::Square(value) => runtime::write_tagged(value, "kind", &["square"], json),
            Self::Unknown(value) => value.encode(json),
        }
    }

    fn unknown(value: UnknownVariant) -> Self {
        Self::Unknown(value)
    }
}

runtime::union!(Shape);

/// Without a tag.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Loose {
    Number(f64),
    Integer(i64),
    Text(String),
    Circle(Circle),
    Ring(Ring),
    Unknown(UnknownVariant),
}

impl runtime::Union for Loose {
    const CANDIDATES: &'static [Candidate<Self>] = &[
        Candidate::new("Number", &[], |value| {
            runtime::read(value).map(Self::Number)
        }),
        Candidate::new("Integer", &[], |value| {
            runtime::read(value).map(Self::Integer)
        }),
        Candidate::new("Text", &[], |value| runtime::read(value).map(Self::Text)),
        Candidate::new("Circle", &[], |value| {
            runtime::read(value).map(Self::Circle)
        }),
        Candidate::new("Ring", &[], |value| runtime::read(value).map(Self::Ring)),
    ];

    fn write(&self, json: &mut JsonWriter) {
        match self {
            Self::Number(value) => value.encode(json),
            Self::Integer(value) => value.encode(json),
            Self::Text(value) => value.encode(json),
            Self::Circle(value) => value.encode(json),
            Self::Ring(value) => value.encode(json),
            Self::Unknown(value) => value.encode(json),
        }
    }

    fn unknown(value: UnknownVariant) -> Self {
        Self::Unknown(value)
    }
}

runtime::union!(Loose);

/// An open enum.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Colour {
    Red,
    Unknown(runtime::UnknownValue),
}

impl runtime::StringEnum for Colour {
    const KNOWN: &'static [Self] = &[Self::Red];

    fn as_str(&self) -> &str {
        match self {
            Self::Red => "red",
            Self::Unknown(value) => value.as_str(),
        }
    }

    fn unknown(value: runtime::UnknownValue) -> Self {
        Self::Unknown(value)
    }
}

runtime::string_enum!(Colour);

/// Two open enums and lists of them; any text fits each.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Word {
    Status(SignInTokenStatus),
    Colour(Colour),
    Statuses(Vec<SignInTokenStatus>),
    Words(Vec<Word>),
    Unknown(UnknownVariant),
}

impl runtime::Union for Word {
    const CANDIDATES: &'static [Candidate<Self>] = &[
        Candidate::new("Status", &[], |value| {
            runtime::read(value).map(Self::Status)
        }),
        Candidate::new("Colour", &[], |value| {
            runtime::read(value).map(Self::Colour)
        }),
        Candidate::new("Statuses", &[], |value| {
            runtime::read(value).map(Self::Statuses)
        }),
        Candidate::new("Words", &[], |value| runtime::read(value).map(Self::Words)),
    ];

    fn write(&self, json: &mut JsonWriter) {
        match self {
            Self::Status(value) => value.encode(json),
            Self::Colour(value) => value.encode(json),
            Self::Statuses(value) => value.encode(json),
            Self::Words(value) => value.encode(json),
            Self::Unknown(value) => value.encode(json),
        }
    }

    fn unknown(value: UnknownVariant) -> Self {
        Self::Unknown(value)
    }
}

runtime::union!(Word);

/// A record that holds its tag.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Tagged {
    pub kind: String,
    pub side: Option<f64>,
}

impl runtime::Record for Tagged {
    fn read(object: &mut Object) -> Result<Self, DecodeError> {
        Ok(Self {
            kind: object.required("kind")?,
            side: object.optional("side")?,
        })
    }

    fn write(&self, object: &mut ObjectWriter) {
        object.required("kind", &self.kind);
        object.optional("side", &self.side);
    }
}

runtime::record!(Tagged);

/// Tagged by `kind`, which the records have, beside a type without a tag.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Drawn {
    Circle(Tagged),
    Square(Tagged),
    Words(BTreeMap<String, String>),
    Unknown(UnknownVariant),
}

impl runtime::Union for Drawn {
    const TAG: Option<&'static str> = Some("kind");
    const CANDIDATES: &'static [Candidate<Self>] = &[
        Candidate::new("Circle", &["circle", "disc"], |value| {
            runtime::read(value).map(Self::Circle)
        }),
        Candidate::new("Square", &["square"], |value| {
            runtime::read(value).map(Self::Square)
        }),
        Candidate::new("Words", &[], |value| runtime::read(value).map(Self::Words)),
    ];

    fn write(&self, json: &mut JsonWriter) {
        match self {
            Self::Circle(value) => runtime::write_tagged(value, "kind", &["circle", "disc"], json),
            Self::Square(value) => runtime::write_tagged(value, "kind", &["square"], json),
            Self::Words(value) => value.encode(json),
            Self::Unknown(value) => value.encode(json),
        }
    }

    fn unknown(value: UnknownVariant) -> Self {
        Self::Unknown(value)
    }
}

runtime::union!(Drawn);

/// Tagged by a number, with a type for all other tags.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Version {
    First(Square),
    Other(Square),
    Unknown(UnknownVariant),
}

impl runtime::Union for Version {
    const TAG: Option<&'static str> = Some("kind");
    const CANDIDATES: &'static [Candidate<Self>] = &[
        Candidate::new("First", &["1"], |value| {
            runtime::read(value).map(Self::First)
        }),
        Candidate::new("Other", &[], |value| runtime::read(value).map(Self::Other)).by_default(),
    ];

    fn write(&self, json: &mut JsonWriter) {
        match self {
            Self::First(value) => runtime::write_tagged(value, "kind", &[1], json),
            Self::Other(value) => value.encode(json),
            Self::Unknown(value) => value.encode(json),
        }
    }

    fn unknown(value: UnknownVariant) -> Self {
        Self::Unknown(value)
    }
}

runtime::union!(Version);

/// A record with a union inside.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Drawing {
    pub name: Option<String>,
    pub weight: Option<f64>,
    pub drawn: Shape,
}

impl runtime::Record for Drawing {
    fn read(object: &mut Object) -> Result<Self, DecodeError> {
        Ok(Self {
            name: object.optional("name")?,
            weight: object.optional("weight")?,
            drawn: object.required("drawn")?,
        })
    }

    fn write(&self, object: &mut ObjectWriter) {
        object.optional("name", &self.name);
        object.optional("weight", &self.weight);
        object.required("drawn", &self.drawn);
    }
}

runtime::record!(Drawing);

/// A record with numbers where the other one has a union.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Plain {
    pub name: Option<String>,
    pub drawn: BTreeMap<String, Vec<f64>>,
}

impl runtime::Record for Plain {
    fn read(object: &mut Object) -> Result<Self, DecodeError> {
        Ok(Self {
            name: object.optional("name")?,
            drawn: object.required("drawn")?,
        })
    }

    fn write(&self, object: &mut ObjectWriter) {
        object.optional("name", &self.name);
        object.required("drawn", &self.drawn);
    }
}

runtime::record!(Plain);

/// Told apart by what fits inside.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Parcel {
    Drawing(Drawing),
    Plain(Plain),
    Unknown(UnknownVariant),
}

impl runtime::Union for Parcel {
    const CANDIDATES: &'static [Candidate<Self>] = &[
        Candidate::new("Drawing", &[], |value| {
            runtime::read(value).map(Self::Drawing)
        }),
        Candidate::new("Plain", &[], |value| runtime::read(value).map(Self::Plain)),
    ];

    fn write(&self, json: &mut JsonWriter) {
        match self {
            Self::Drawing(value) => value.encode(json),
            Self::Plain(value) => value.encode(json),
            Self::Unknown(value) => value.encode(json),
        }
    }

    fn unknown(value: UnknownVariant) -> Self {
        Self::Unknown(value)
    }
}

runtime::union!(Parcel);

/// Told apart by the list that one of them has.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Listed {
    Errors(ClerkErrors),
    Unknown(UnknownVariant),
}

impl runtime::Union for Listed {
    const CANDIDATES: &'static [Candidate<Self>] = &[Candidate::new("Errors", &[], |value| {
        runtime::read(value).map(Self::Errors)
    })];

    fn write(&self, json: &mut JsonWriter) {
        match self {
            Self::Errors(value) => value.encode(json),
            Self::Unknown(value) => value.encode(json),
        }
    }

    fn unknown(value: UnknownVariant) -> Self {
        Self::Unknown(value)
    }
}

runtime::union!(Listed);
