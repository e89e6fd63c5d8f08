//! What all formats share: a text that is kept exactly as it came.

/// Declares a type for a text with a format, with its conversions and JSON for this crate and for `serde`.
///
/// A format is never a reason to fail: whatever text the server sends is read, and written back as it was. Only the
/// conversions to types of other crates, which are features, look at it.
macro_rules! text_format {
    ($(#[$docs:meta])+ $name:ident) => {
        $(#[$docs])+
        ///
        /// Holds the text exactly as it came, valid or not; it is compared and sorted as a text.
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// Of a text, which is not checked.
            #[must_use]
            pub fn new(text: impl Into<String>) -> Self {
                Self(text.into())
            }

            /// The text as it is in JSON.
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// The text as it is in JSON, taken out.
            #[must_use]
            pub fn into_string(self) -> String {
                self.0
            }
        }

        impl ::core::fmt::Display for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(&self.0)
            }
        }

        impl ::core::str::FromStr for $name {
            type Err = ::core::convert::Infallible;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Ok(Self::new(text))
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self::new(text)
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self(text)
            }
        }

        impl From<$name> for String {
            fn from(value: $name) -> Self {
                value.0
            }
        }

        /// A literal is enough where the field may be absent or null.
        impl From<&str> for runtime::OptionalNullable<$name> {
            fn from(text: &str) -> Self {
                Self::Value($name::new(text))
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl PartialEq<str> for $name {
            fn eq(&self, other: &str) -> bool {
                self.0 == other
            }
        }

        impl PartialEq<&str> for $name {
            fn eq(&self, other: &&str) -> bool {
                self.0 == *other
            }
        }

        impl runtime::Decode for $name {
            fn decode(json: runtime::Json<'_>) -> Result<Self, runtime::DecodeError> {
                runtime::Decode::decode(json).map(Self)
            }
        }

        impl runtime::Encode for $name {
            fn encode(&self, json: &mut runtime::JsonWriter) {
                json.text(&self.0);
            }
        }

        runtime::serde_shims!($name);
    };
}

pub(crate) use text_format;
