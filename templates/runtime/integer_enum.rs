//! Enums of whole numbers that stay open: a number added to the API later is kept as it is.

use std::fmt::{self, Debug, Formatter};

use super::{codec::Decode, decode_error::DecodeError, json::Json};

/// An enum of whole numbers with a variant for those that are not known yet.
pub trait IntegerEnum: Clone + 'static {
    /// The numbers that this version knows, with their variants.
    const KNOWN: &'static [(i64, Self)];

    /// The number as it is in JSON.
    fn value(&self) -> i64;

    /// Keeps a number that is not known.
    fn unknown(value: UnknownInteger) -> Self;
}

/// A number of an enum that this version does not know.
///
/// Only the crate makes one, and there is no way to match on its content. So a match stays right when a later version
/// gives the number a variant of its own.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct UnknownInteger(i64);

impl UnknownInteger {
    /// The number as it is in JSON.
    pub const fn value(self) -> i64 {
        self.0
    }
}

impl Debug for UnknownInteger {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        Debug::fmt(&self.0, f)
    }
}

/// Finds the variant of a number, or keeps the number.
pub fn integer_variant<E: IntegerEnum>(value: i64) -> E {
    known(value).unwrap_or_else(|| E::unknown(UnknownInteger(value)))
}

/// Reads an enum from a value that must be a whole number.
///
/// # Errors
/// A [`DecodeError`] when the value is no whole number.
pub fn read_integer_enum<E: IntegerEnum>(json: Json<'_>) -> Result<E, DecodeError> {
    let value = i64::decode(json)?;
    Ok(known(value).unwrap_or_else(|| {
        json.is_unknown(false);
        json.is_unknown_value(|| DecodeError::mismatch("one of the known values", json));
        E::unknown(UnknownInteger(value))
    }))
}

fn known<E: IntegerEnum>(value: i64) -> Option<E> {
    let mut known = E::KNOWN.iter();
    let (_, variant) = known.find(|(known, _)| *known == value)?;
    Some(variant.clone())
}

/// Declares an enum of whole numbers: a line for each variant with its number. It has one variant more, for numbers that are not known, its
/// conversions, and JSON for this crate and for `serde`. With the name alone in front, of an enum that is declared elsewhere; without
/// lines too, of a type that is an [`IntegerEnum`] by itself.
macro_rules! integer_enum {
    ($(#[$about:meta])* pub enum $name:ident; $($(#[$doc:meta])* $variant:ident = $number:literal;)*) => {
        $(#[$about])*
        #[derive(
            ::core::fmt::Debug,
            ::core::clone::Clone,
            ::core::cmp::PartialEq,
            ::core::cmp::Eq,
            ::core::hash::Hash,
        )]
        #[non_exhaustive]
        pub enum $name {
            $(
                $(#[$doc])*
                #[doc = ""]
                #[doc = ::core::concat!(" `", $number, "`")]
                $variant,
            )*
            /// A value that this version of the crate does not know.
            Unknown(runtime::UnknownInteger),
        }

        runtime::integer_enum! { $name; $($variant = $number;)* }
    };
    ($name:ident; $($variant:ident = $number:literal;)*) => {
        impl runtime::IntegerEnum for $name {
            const KNOWN: &'static [(i64, Self)] = &[$(($number, Self::$variant)),*];

            fn value(&self) -> i64 {
                match self {
                    $(Self::$variant => $number,)*
                    Self::Unknown(value) => value.value(),
                }
            }

            fn unknown(value: runtime::UnknownInteger) -> Self {
                Self::Unknown(value)
            }
        }

        runtime::integer_enum!($name);
    };
    ($name:ident) => {
        impl $name {
            /// The number as it is in JSON.
            pub fn value(&self) -> i64 {
                runtime::IntegerEnum::value(self)
            }

            /// Whether this version of the crate has a variant for the number.
            pub fn is_known(&self) -> bool {
                let known = <Self as runtime::IntegerEnum>::KNOWN;
                known.iter().any(|(value, _)| *value == self.value())
            }
        }

        impl ::core::fmt::Display for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Display::fmt(&self.value(), f)
            }
        }

        impl ::core::convert::From<i64> for $name {
            fn from(value: i64) -> Self {
                runtime::integer_variant(value)
            }
        }

        impl runtime::Decode for $name {
            fn decode(
                json: runtime::Json<'_>,
            ) -> ::core::result::Result<Self, runtime::DecodeError> {
                runtime::read_integer_enum(json)
            }
        }

        impl runtime::Encode for $name {
            fn encode(&self, json: &mut runtime::JsonWriter) {
                runtime::Encode::encode(&self.value(), json);
            }
        }

        runtime::serde_shims!($name);
    };
}

#[allow(unused_imports, reason = "an API may have no such type")]
pub(crate) use integer_enum;
