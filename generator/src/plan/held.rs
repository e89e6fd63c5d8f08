//! What a body holds, as a Rust type.

use crate::ir::{Framing, Type};
use crate::rust::{Holding, Outer, Ty};

/// What a body holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Held<'p> {
    /// Nothing.
    Nothing,
    /// A JSON value.
    Json {
        /// Its type.
        ty: Ty<'p>,
        /// Its type in the document.
        source: &'p Type,
        /// Whether it is too large to be held in place.
        is_large: bool,
    },
    /// A text.
    Text,
    /// Bytes.
    Bytes,
    /// Items, one after the other.
    Stream {
        /// How they stand in the body.
        framing: Framing,
        /// The type of an item.
        item: Ty<'p>,
        /// Its type in the document.
        source: &'p Type,
    },
    /// Where to go instead, and what the body of the redirect holds.
    Redirect(Box<Held<'p>>),
}

impl<'p> Held<'p> {
    /// Its Rust type.
    pub fn ty(&self) -> Ty<'p> {
        match self {
            Self::Nothing => Ty::UNIT,
            Self::Json { ty, .. } => ty.clone(),
            Self::Text => Ty::Plain("String"),
            Self::Bytes => Ty::Foreign("bytes", "Bytes"),
            Self::Stream { item, .. } => item.clone().within(Outer::EventStream),
            Self::Redirect(body) => match &**body {
                Self::Nothing => Ty::Runtime("Redirect"),
                body => body.ty().within(Outer::Redirect),
            },
        }
    }

    /// Its Rust type as a part of an enum.
    pub fn ty_inside(&self) -> Ty<'p> {
        let holding = match self {
            Self::Json { is_large: true, .. } => Holding::Boxed,
            _ => Holding::InPlace,
        };
        self.ty().held(holding)
    }
}
