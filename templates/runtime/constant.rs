//! Types of one value: written for the caller, checked when read.

use serde_json::Value;

use super::decode_error::DecodeError;

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
///
/// A [`DecodeError`] when the value is another one.
pub fn read_constant<C: Constant>(value: &Value) -> Result<C, DecodeError> {
    if value.as_str() == Some(C::TEXT) {
        Ok(C::ONLY)
    } else {
        Err(DecodeError::mismatch(format!("{:?}", C::TEXT), value))
    }
}

/// Gives a [`Constant`] its conversions, and JSON for this crate and for `serde`.
#[allow(unused_macros, reason = "an API may have no such type")]
macro_rules! constant {
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
                value: ::serde_json::Value,
            ) -> ::core::result::Result<Self, runtime::DecodeError> {
                runtime::read_constant(&value)
            }
        }

        impl runtime::Encode for $name {
            fn encode(&self) -> ::serde_json::Value {
                runtime::Encode::encode(self.as_str())
            }
        }

        runtime::serde_shims!($name);
    };
}

#[allow(unused_imports, reason = "an API may have no such type")]
pub(crate) use constant;
