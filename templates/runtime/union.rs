//! Values that are one of several types.

use std::fmt::{self, Debug, Formatter};

use serde_json::Value;

use super::json_writer::{JsonWriter, Tag};
use super::{codec::Encode, decode_error::DecodeError, json::Json};

/// An enum of the types that a value may have.
pub trait Union: Encode + Sized + 'static {
    /// The property that tells which type it is, where the document names one.
    const TAG: Option<&'static str> = None;

    /// The types, in the order of the document.
    const CANDIDATES: &'static [Candidate<Self>];

    /// Writes the value of whichever variant it is.
    fn write(&self, json: &mut JsonWriter);

    /// Keeps a value that is none of the types.
    fn unknown(value: UnknownVariant) -> Self;
}

/// A type that a value may have.
pub struct Candidate<T> {
    pub(super) info: CandidateInfo,
    pub(super) read: fn(Json<'_>) -> Result<T, DecodeError>,
}

/// What tells a candidate from the others, whatever its union.
#[derive(Debug, Clone, Copy)]
pub(super) struct CandidateInfo {
    pub(super) name: &'static str,
    pub(super) tags: &'static [&'static str],
    pub(super) is_default: bool,
}

impl<T> Candidate<T> {
    /// A type by its name, the tags that select it, and how it is read.
    pub const fn new(
        name: &'static str,
        tags: &'static [&'static str],
        read: fn(Json<'_>) -> Result<T, DecodeError>,
    ) -> Self {
        let info = CandidateInfo { name, tags, is_default: false };
        Self { info, read }
    }

    /// The same type, also for values whose tag is missing or selects no other one.
    #[must_use]
    pub const fn by_default(mut self) -> Self {
        self.info.is_default = true;
        self
    }
}

impl<T> Debug for Candidate<T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        Debug::fmt(&self.info, f)
    }
}

/// A value of a type that this version does not know, as it came.
///
/// Only the crate makes one, so that a match stays right when a later version has a variant for it.
#[derive(Clone)]
pub struct UnknownVariant {
    json: Box<Value>,
    why: DecodeError,
}

impl UnknownVariant {
    pub(super) fn new(json: Value, why: DecodeError) -> Self {
        let json = Box::new(json);
        Self { json, why }
    }

    /// The value as it came.
    pub fn json(&self) -> &Value {
        &self.json
    }

    /// Why it is none of the types; each says its own reason.
    pub fn why(&self) -> &DecodeError {
        &self.why
    }
}

/// Shows the reason, and not the value: it may hold a secret.
impl Debug for UnknownVariant {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("UnknownVariant").field("why", &self.why.to_string()).finish_non_exhaustive()
    }
}

impl Encode for UnknownVariant {
    fn encode(&self, json: &mut JsonWriter) {
        json.value(&self.json);
    }
}

impl PartialEq for UnknownVariant {
    fn eq(&self, other: &Self) -> bool {
        self.json == other.json
    }
}

/// Writes a variant with a tag that selects it, whatever the type itself holds there; the first tag unless it holds another.
pub fn write_tagged<T: Encode, K: Copy + Into<Value>>(
    value: &T,
    name: &'static str,
    tags: &[K],
    json: &mut JsonWriter,
) {
    let values = tags.iter().map(|tag| (*tag).into().to_string());
    let values = values.collect();
    json.tagged(value, Tag { name, values });
}

/// Declares an enum of candidates, with JSON for this crate and for `serde`: a line for each variant with its type and the tags that
/// select it, which the type writes by itself (`own`) or not (`tagged`; `as` what is no text). `by_default` is also for other tags.
/// What follows `from` makes the enum. With the name alone in front, of an enum that is declared elsewhere; without lines too, of a
/// type that is a [`Union`] by itself.
macro_rules! union {
    (
        $(#[$about:meta])*
        pub enum $name:ident, tag $tag:literal;
        $($(#[$said:meta])* $variant:ident($ty:ty) $(: $kind:ident $($default:ident)?
            $(= $text:literal $(| $other:literal)* $(as $($written:literal)|+)?)?)? $(, from $($source:ty)|+)?;)*
    ) => {
        $(#[$about])*
        #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
        #[non_exhaustive]
        pub enum $name {
            $(
                $($(#[doc = ::core::concat!(
                    " Where `", $tag, "` is `", $text, "`" $(, " or `", $other, "`")*, "."
                )])?)?
                $(#[$said])*
                $variant($ty),
            )*
            /// A value of a type that this version of the crate does not know.
            Unknown(runtime::UnknownVariant),
        }

        runtime::union! {
            $name, tag $tag;
            $($variant $(: $kind $($default)? $(= $text $(| $other)* $(as $($written)|+)?)?)? $(, from $($source)|+)?;)*
        }
    };
    (
        $(#[$about:meta])*
        pub enum $name:ident;
        $($(#[$said:meta])* $variant:ident($ty:ty) $(, from $($source:ty)|+)?;)*
    ) => {
        $(#[$about])*
        #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
        #[non_exhaustive]
        pub enum $name {
            $(
                $(#[$said])*
                $variant($ty),
            )*
            /// A value of a type that this version of the crate does not know.
            Unknown(runtime::UnknownVariant),
        }

        runtime::union! { $name; $($variant $(, from $($source)|+)?;)* }
    };
    (
        $name:ident $(, tag $tag:literal)?;
        $($variant:ident $(: $kind:ident $($default:ident)?
            $(= $($text:literal)|+ $(as $($written:literal)|+)?)?)? $(, from $($source:ty)|+)?;)*
    ) => {
        runtime::union_from!($name; $($variant $(from $($source)|+)?;)*);

        impl runtime::Union for $name {
            $(const TAG: ::core::option::Option<&'static str> = ::core::option::Option::Some($tag);)?

            const CANDIDATES: &'static [runtime::Candidate<Self>] = &[$(
                runtime::Candidate::new(
                    ::core::stringify!($variant),
                    &[$($($($text),+)?)?],
                    |json| runtime::read(json).map(Self::$variant),
                )$($(.$default())?)?
            ),*];

            fn write(&self, json: &mut runtime::JsonWriter) {
                match self {
                    $(Self::$variant(value) => runtime::write_candidate!(
                        [$($kind)?], value, json, [$($($($text)+)?)?], [$($($($($written)+)?)?)?]
                    ),)*
                    Self::Unknown(value) => runtime::Encode::encode(value, json),
                }
            }

            fn unknown(value: runtime::UnknownVariant) -> Self {
                Self::Unknown(value)
            }
        }

        runtime::union!($name);
    };
    ($name:ident) => {
        impl runtime::Decode for $name {
            fn decode(
                json: runtime::Json<'_>,
            ) -> ::core::result::Result<Self, runtime::DecodeError> {
                ::core::result::Result::Ok(runtime::read_union(json))
            }
        }

        impl runtime::Encode for $name {
            fn encode(&self, json: &mut runtime::JsonWriter) {
                runtime::Union::write(self, json);
            }
        }

        runtime::serde_shims!($name);
    };
}

/// Makes an enum of what its variants are made from, which the compiler puts in a box where one is.
macro_rules! union_from {
    ($name:ident; $($variant:ident $(from $($source:ty)|+)?;)*) => {
        $($($(
            impl ::core::convert::From<$source> for $name {
                fn from(value: $source) -> Self {
                    // A model may have a setter of the name.
                    Self::$variant(::core::convert::Into::into(value))
                }
            }
        )+)?)*
    };
}

/// Writes a candidate, with its tag where the type itself has none.
macro_rules! write_candidate {
    ([$(own)?], $value:ident, $json:ident, [$($text:literal)*], []) => {
        runtime::Encode::encode($value, $json)
    };
    ([tagged], $value:ident, $json:ident, [$($text:literal)+], []) => {
        runtime::write_candidate!([tagged], $value, $json, [$($text)+], [$($text)+])
    };
    ([tagged], $value:ident, $json:ident, [$($text:literal)+], [$($written:literal)+]) => {
        runtime::write_tagged(
            $value,
            <Self as runtime::Union>::TAG.unwrap_or_default(),
            &[$($written),+],
            $json,
        )
    };
}

#[allow(unused_imports, reason = "an API may have no such type")]
pub(crate) use {union, union_from, write_candidate};
