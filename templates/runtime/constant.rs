//! Types of one value: written for the caller, checked when read.

use super::{decode_error::DecodeError, json::Json};

/// An enum of a single variant, which stands for a single string.
pub trait Constant: Sized {
    /// The only variant.
    const ONLY: Self;

    /// The value as it is in JSON.
    const TEXT: &'static str;
}

/// Reads a constant from a value that must be its text.
///
/// # Errors
/// A [`DecodeError`] when the value is another one.
pub fn read_constant<C: Constant>(json: Json<'_>) -> Result<C, DecodeError> {
    match is_text(json, C::TEXT) {
        Ok(()) => Ok(C::ONLY),
        Err(error) => Err(error),
    }
}

fn is_text(json: Json<'_>, text: &str) -> Result<(), DecodeError> {
    if json.text() == Some(text) {
        json.keep();
        Ok(())
    } else {
        Err(DecodeError::mismatch(format!("{text:?}"), json))
    }
}

/// Declares enums of one text, with their conversions, and JSON for this crate and for `serde`. With the name alone in front, of an enum
/// that is declared elsewhere; without the text too, of a type that is a [`Constant`] by itself.
macro_rules! constant {
    ($(
        $(#[$about:meta])*
        pub enum $name:ident: $(#[$doc:meta])* $variant:ident = $text:literal $(, shown $shown:literal)?;
    )+) => {$(
        $(#[$about])*
        #[derive(
            ::core::fmt::Debug,
            ::core::clone::Clone,
            ::core::marker::Copy,
            ::core::cmp::PartialEq,
            ::core::cmp::Eq,
            ::core::hash::Hash,
        )]
        #[non_exhaustive]
        pub enum $name {
            $(#[$doc])*
            #[doc = ""]
            #[doc = runtime::code!($text $($shown)?)]
            $variant,
        }

        runtime::constant!($name::$variant = $text);
    )+};
    ($name:ident::$variant:ident = $text:literal) => {
        impl runtime::Constant for $name {
            const ONLY: Self = Self::$variant;
            const TEXT: &'static str = $text;
        }

        runtime::constant!($name);
    };
    ($name:ident) => {
        impl $name {
            /// The value as it is in JSON.
            pub const fn as_str(&self) -> &'static str {
                <Self as runtime::Constant>::TEXT
            }
        }

        impl ::core::default::Default for $name {
            fn default() -> Self {
                <Self as runtime::Constant>::ONLY
            }
        }

        impl ::core::fmt::Display for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl runtime::Decode for $name {
            fn decode(
                json: runtime::Json<'_>,
            ) -> ::core::result::Result<Self, runtime::DecodeError> {
                runtime::read_constant(json)
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

/// A text as code in documentation: as it is, unless it is shown by other words.
macro_rules! code {
    ($text:literal) => {
        ::core::concat!(" `", $text, "`")
    };
    ($text:literal $shown:literal) => {
        ::core::concat!(" ", $shown)
    };
}

#[allow(unused_imports, reason = "an API may have no such type")]
pub(crate) use {code, constant};
