//! Unions as the emitter writes them.

use std::collections::BTreeMap;

use crate::models::{ClerkErrors, SignInTokenStatus};
use crate::runtime::{self, Decode, DecodeError, Encode, Json, JsonWriter, Object, UnknownVariant};

/// A record with one number, and perhaps a tag of its own.
macro_rules! shape {
    ($name:ident, $number:literal $(, $tag:literal)?) => {
        #[doc = concat!("A record with `", $number, "`.")]
        #[derive(Debug, Clone, PartialEq)]
        pub struct $name(pub f64);

        impl Decode for $name {
            fn decode(json: Json<'_>) -> Result<Self, DecodeError> {
                let mut object = Object::of(json)?;
                $(
                    let Some::<Option<String>>(_) = object.optional($tag) else {
                        return Err(object.failed());
                    };
                )?
                let Some(number) = object.required($number) else {
                    return Err(object.failed());
                };
                object.finish();
                Ok(Self(number))
            }
        }

        impl Encode for $name {
            fn encode(&self, json: &mut JsonWriter) {
                let mut object = json.object();
                object.required($number, &self.0);
                object.finish();
            }
        }
    };
}

shape!(Circle, "radius");
shape!(Square, "side");
shape!(Ring, "radius", "hole");

runtime::union! {
    /// Tagged by `kind`, which the records do not have.
    pub enum Shape, tag "kind";
    Circle(Circle): tagged = "circle" | "disc";
    Square(Square): tagged = "square";
}

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

runtime::union! {
    Loose;
    Number: own;
    Integer: own;
    Text: own;
    Circle: own;
    Ring: own;
}

/// An open enum.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Colour {
    Red,
    Unknown(runtime::UnknownValue),
}

runtime::string_enum! {
    Colour;
    Red = "red";
}

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

runtime::union! {
    Word;
    Status: own;
    Colour: own;
    Statuses: own;
    Words: own;
}

/// A record that holds its tag.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Tagged {
    pub kind: String,
    pub side: Option<f64>,
}

runtime::record! {
    Tagged;
    kind: required;
    side: optional;
}

/// Tagged by `kind`, which the records have, beside a type without a tag.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Drawn {
    Circle(Tagged),
    Square(Tagged),
    Words(BTreeMap<String, String>),
    Unknown(UnknownVariant),
}

runtime::union! {
    Drawn, tag "kind";
    Circle: tagged = "circle" | "disc";
    Square: tagged = "square";
    Words: own;
}

/// Tagged by a number, with a type for all other tags.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Version {
    First(Square),
    Other(Square),
    Unknown(UnknownVariant),
}

runtime::union! {
    Version, tag "kind";
    First: tagged = "1" as 1;
    Other: own by_default;
}

/// A record with a union inside.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Drawing {
    pub name: Option<String>,
    pub weight: Option<f64>,
    pub drawn: Shape,
}

runtime::record! {
    Drawing;
    name: optional;
    weight: optional;
    drawn: required;
}

/// A record with numbers where the other one has a union.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Plain {
    pub name: Option<String>,
    pub drawn: BTreeMap<String, Vec<f64>>,
}

runtime::record! {
    Plain;
    name: optional;
    drawn: required;
}

runtime::union! {
    /// Told apart by what fits inside.
    #[expect(missing_docs, reason = "the names say it")]
    pub enum Parcel;
    Drawing(Drawing);
    Plain(Plain), from Plain;
}

/// Told apart by the list that one of them has.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Listed {
    Errors(ClerkErrors),
    Unknown(UnknownVariant),
}

runtime::union! {
    Listed;
    Errors: own;
}

runtime::string_enum! {
    /// Any text, of which two are known.
    pub enum Kind, any;
    Van = "van";
    Barge = "barge";
}

/// A parent alone, whose tag may be any text, and of whose colours all are listed.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Vehicle {
    pub kind: Kind,
    pub colour: Option<Colour>,
}

runtime::record! {
    Vehicle;
    kind: required;
    colour: optional;
}

/// The parent alone, and an heir.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Vehicles {
    Base(Vehicle),
    Van(Vehicle),
    Unknown(UnknownVariant),
}

runtime::union! {
    Vehicles, tag "kind";
    Base: own;
    Van: own = "van";
}
