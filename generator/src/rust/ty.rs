//! Types, as the generated crate has them.

use crate::naming::{Name, TypePath};

/// A type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ty<'p> {
    /// One that needs no path: `bool`, `String`.
    Plain(&'static str),
    /// One of another crate: `serde_json::Value`.
    Foreign(&'static str, &'static str),
    /// One of the runtime: `File`.
    Runtime(&'static str),
    /// A text with a format: `DateTime`.
    Format(&'static str),
    /// One that the configuration chose.
    Chosen(TypePath),
    /// A model.
    Model(&'p Name),
    /// What one operation gives, a type beside it; first the module of both.
    Output(Name, &'p Name),
    /// The client or its builder.
    Client(&'p Name),
    /// `Vec<T>` and the like.
    Within(Outer, Box<Self>),
    /// An object with any keys.
    Map(Box<Self>),
    /// `(A, B)`; `()` where there is nothing.
    Tuple(Vec<Self>),
    /// `ConstBool<true>`.
    ConstBool(bool),
    /// `ConstInt<2>`.
    ConstInt(i64),
    /// `&T`.
    Ref(Box<Self>),
    /// `&[T]`.
    Slice(Box<Self>),
    /// `impl Into<T>`.
    Into(Box<Self>),
    /// `impl AsRef<str>`.
    AsText,
    /// `impl IntoIterator<Item = impl AsRef<str>>`.
    AsTexts,
    /// `impl IntoIterator<Item = impl Into<T>>`.
    IntoEach(Box<Self>),
    /// `Request<'c, Marker>`, or with the form of the answer behind it.
    Request(&'p Name, Option<&'p Name>),
    /// `operations::Users<'_>`.
    Resource(&'p Name),
    /// `Result<T, Error>`.
    Fallible(Box<Self>),
    /// The type that has the function.
    Own,
}

/// How a type holds a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holding {
    /// As it is.
    InPlace,
    /// In a box: it closes a cycle of types, or is too large.
    Boxed,
}

/// What a type stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outer {
    /// `Vec`.
    Vec,
    /// `Option`.
    Option,
    /// `Box`.
    Box,
    /// `OptionalNullable` of the runtime.
    OptionalNullable,
    /// `Redirect` of the runtime.
    Redirect,
    /// `EventStream` of the runtime.
    EventStream,
}

impl Ty<'_> {
    /// `()`.
    pub const UNIT: Self = Self::Tuple(Vec::new());

    /// Inside another type.
    #[must_use]
    pub fn within(self, outer: Outer) -> Self {
        Self::Within(outer, Box::new(self))
    }

    /// As it is held.
    #[must_use]
    pub fn held(self, holding: Holding) -> Self {
        match holding {
            Holding::InPlace => self,
            Holding::Boxed => self.within(Outer::Box),
        }
    }

    /// `&T`.
    #[must_use]
    pub fn lent(self) -> Self {
        Self::Ref(Box::new(self))
    }

    /// The types that it is made of.
    pub fn parts(&self) -> &[Self] {
        match self {
            Self::Within(_, inner)
            | Self::Map(inner)
            | Self::Ref(inner)
            | Self::Slice(inner)
            | Self::Into(inner)
            | Self::IntoEach(inner)
            | Self::Fallible(inner) => std::slice::from_ref(inner),
            Self::Tuple(parts) => parts,
            _ => &[],
        }
    }

    /// Whether it is such a type, or made of one.
    pub fn any(&self, is_meant: &impl Fn(&Self) -> bool) -> bool {
        is_meant(self) || self.parts().iter().any(|part| part.any(is_meant))
    }
}
