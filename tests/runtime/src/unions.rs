//! Unions as the emitter writes them.

use serde_json::Value;

use crate::models::SignInTokenStatus;
use crate::runtime::{
    self, Candidate, DecodeError, Encode as _, Object, ObjectWriter, UnknownVariant,
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

    fn write(&self) -> Value {
        match self {
            Self::Circle(value) => runtime::write_tagged(value, "kind", "circle"),
            Self::Square(value) => runtime::write_tagged(value, "kind", "square"),
            Self::Unknown(value) => value.json().clone(),
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

    fn write(&self) -> Value {
        match self {
            Self::Number(value) => value.encode(),
            Self::Integer(value) => value.encode(),
            Self::Text(value) => value.encode(),
            Self::Circle(value) => value.encode(),
            Self::Ring(value) => value.encode(),
            Self::Unknown(value) => value.json().clone(),
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

    fn write(&self) -> Value {
        match self {
            Self::Status(value) => value.encode(),
            Self::Colour(value) => value.encode(),
            Self::Statuses(value) => value.encode(),
            Self::Words(value) => value.encode(),
            Self::Unknown(value) => value.json().clone(),
        }
    }

    fn unknown(value: UnknownVariant) -> Self {
        Self::Unknown(value)
    }
}

runtime::union!(Word);
