//! Unions within unions, as the emitter writes them, with a count of what is read.

use std::cell::Cell;

use crate::runtime::{
    self, Candidate, Decode, DecodeError, Encode, Json, JsonWriter, Object, UnknownVariant,
};

thread_local! {
    static READ: Cell<usize> = const { Cell::new(0) };
}

/// How many records of this file the thread has read.
pub fn records_read() -> usize {
    READ.get()
}

/// A record with an expression inside, and something of its own after it.
macro_rules! operator {
    ($name:ident, $own:literal) => {
        #[doc = concat!("An expression with a `", $own, "`.")]
        #[derive(Debug, Clone, PartialEq)]
        #[expect(missing_docs, reason = "the names say it")]
        pub struct $name {
            pub left: Box<Expression>,
            pub right: Option<Box<Expression>>,
            pub own: Option<i64>,
        }

        impl Decode for $name {
            fn decode(json: Json<'_>) -> Result<Self, DecodeError> {
                let mut object = Object::of(json)?;
                READ.set(READ.get() + 1);
                let Some(left) = object.required("left") else {
                    return Err(object.failed());
                };
                let Some(right) = object.optional("right") else {
                    return Err(object.failed());
                };
                let Some(own) = object.optional($own) else {
                    return Err(object.failed());
                };
                object.finish();
                Ok(Self { left, right, own })
            }
        }

        impl Encode for $name {
            fn encode(&self, json: &mut JsonWriter) {
                let mut object = json.object();
                object.required("left", &self.left);
                object.optional("right", &self.right);
                object.optional($own, &self.own);
                object.finish();
            }
        }
    };
}

operator!(Sum, "sum");
operator!(Product, "product");

/// A union whose candidates share what is inside of them.
#[derive(Debug, Clone, PartialEq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Expression {
    Sum(Sum),
    Product(Product),
    Number(i64),
    Unknown(UnknownVariant),
}

impl runtime::Union for Expression {
    const CANDIDATES: &'static [Candidate<Self>] = &[
        Candidate::new("Sum", &[], |value| runtime::read(value).map(Self::Sum)),
        Candidate::new("Product", &[], |value| runtime::read(value).map(Self::Product)),
        Candidate::new("Number", &[], |value| runtime::read(value).map(Self::Number)),
    ];

    fn write(&self, json: &mut JsonWriter) {
        match self {
            Self::Sum(value) => value.encode(json),
            Self::Product(value) => value.encode(json),
            Self::Number(value) => value.encode(json),
            Self::Unknown(value) => value.encode(json),
        }
    }

    fn unknown(value: UnknownVariant) -> Self {
        Self::Unknown(value)
    }
}

runtime::union!(Expression);
