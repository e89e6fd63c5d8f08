//! Enums of strings that stay open: a value added to the API later is kept as it is.

use std::fmt::{self, Debug, Formatter};

use super::{decode_error::DecodeError, json::Json};

/// An enum of strings with a variant for values that are not known yet.
pub trait StringEnum: Clone + 'static {
    /// The values that this version knows.
    const KNOWN: &'static [Self];

    /// Whether the document says that any text is a value.
    const TAKES_ANY: bool = false;

    /// The value as it is in JSON.
    fn as_str(&self) -> &str;

    /// Keeps a value that is not known.
    fn unknown(value: UnknownValue) -> Self;
}

/// The text of an enum value that this version does not know.
///
/// Only the crate makes one, and there is no way to match on its content. So a match stays right when a later version
/// gives the value a variant of its own.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct UnknownValue(Box<str>);

impl UnknownValue {
    /// The value as it is in JSON.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Debug for UnknownValue {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        Debug::fmt(&self.0, f)
    }
}

/// Finds the variant of a text, or keeps the text.
pub fn parse_enum<E: StringEnum>(text: &str) -> E {
    match known(text) {
        Some(known) => known,
        None => E::unknown(UnknownValue(text.into())),
    }
}

/// Reads an enum from a value that must be a string.
///
/// # Errors
/// A [`DecodeError`] when the value is no string.
pub fn read_enum<E: StringEnum>(json: Json<'_>) -> Result<E, DecodeError> {
    match text(json) {
        Ok(text) => Ok(match known(text) {
            Some(known) => known,
            None => E::unknown(unknown(json, text, E::TAKES_ANY)),
        }),
        Err(error) => Err(error),
    }
}

fn text(json: Json<'_>) -> Result<&str, DecodeError> {
    let Some(text) = json.text() else {
        return Err(DecodeError::mismatch("a string", json));
    };
    json.keep();
    Ok(text)
}

fn unknown(json: Json<'_>, text: &str, takes_any: bool) -> UnknownValue {
    json.is_unknown(takes_any);
    json.is_unknown_value(|| DecodeError::mismatch("one of the known values", json));
    UnknownValue(json.owned(text).into_boxed_str())
}

fn known<E: StringEnum>(text: &str) -> Option<E> {
    for known in E::KNOWN {
        if known.as_str() == text {
            return Some(known.clone());
        }
    }
    None
}

/// Declares an enum of texts: a line for each variant with its text; `any` where the document takes any other too. It has one variant more, for texts that are not known, its conversions,
/// and JSON for this crate and for `serde`. With the name alone in front, of an enum that is declared elsewhere; without lines too, of a
/// type that is a [`StringEnum`] by itself.
macro_rules! string_enum {
    ($(#[$about:meta])* pub enum $name:ident $(, $any:ident)?; $($(#[$doc:meta])* $variant:ident = $text:literal;)*) => {
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
                #[doc = ::core::concat!(" `", $text, "`")]
                $variant,
            )*
            /// A value that this version of the crate does not know.
            Unknown(runtime::UnknownValue),
        }

        runtime::string_enum! { $name $(, $any)?; $($variant = $text;)* }
    };
    ($name:ident $(, $any:ident)?; $($variant:ident = $text:literal;)*) => {
        impl runtime::StringEnum for $name {
            const KNOWN: &'static [Self] = &[$(Self::$variant),*];
            $(runtime::string_enum! { @$any })?

            fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $text,)*
                    Self::Unknown(value) => value.as_str(),
                }
            }

            fn unknown(value: runtime::UnknownValue) -> Self {
                Self::Unknown(value)
            }
        }

        runtime::string_enum!($name);
    };
    (@any) => {
        const TAKES_ANY: bool = true;
    };
    ($name:ident) => {
        impl $name {
            /// The value as it is in JSON.
            pub fn as_str(&self) -> &str {
                runtime::StringEnum::as_str(self)
            }

            /// Whether this version of the crate has a variant for the value.
            pub fn is_known(&self) -> bool {
                <Self as runtime::StringEnum>::KNOWN.contains(self)
            }
        }

        impl ::core::fmt::Display for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl ::core::str::FromStr for $name {
            type Err = ::core::convert::Infallible;

            // `Self::Err` may be a variant.
            fn from_str(text: &str) -> ::core::result::Result<Self, ::core::convert::Infallible> {
                ::core::result::Result::Ok(runtime::parse_enum(text))
            }
        }

        impl ::core::convert::From<&str> for $name {
            fn from(text: &str) -> Self {
                runtime::parse_enum(text)
            }
        }

        impl ::core::convert::From<::std::string::String> for $name {
            fn from(text: ::std::string::String) -> Self {
                runtime::parse_enum(&text)
            }
        }

        impl ::core::convert::AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl runtime::Decode for $name {
            fn decode(
                json: runtime::Json<'_>,
            ) -> ::core::result::Result<Self, runtime::DecodeError> {
                runtime::read_enum(json)
            }
        }

        impl runtime::Encode for $name {
            fn encode(&self, json: &mut runtime::JsonWriter) {
                json.text(self.as_str());
            }
        }

        runtime::serde_shims!($name);
    };
}

#[allow(unused_imports, reason = "an API may have no such type")]
pub(crate) use string_enum;
