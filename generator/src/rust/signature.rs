//! Signatures of functions.

use proc_macro2::Ident;

use super::Ty;
use crate::naming::{Name, ident, word};

/// What a function is called, takes and gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature<'p> {
    /// What it is called.
    pub name: Word<'p>,
    /// What it is called on.
    pub receiver: Receiver,
    /// What it takes beside that.
    pub arguments: Vec<Argument<'p>>,
    /// What it gives.
    pub gives: Ty<'p>,
}

/// A name that `naming` gave, or a word of the generator's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Word<'p> {
    /// A name of the document.
    Name(&'p Name),
    /// `new`, `body`.
    Own(&'static str),
}

/// What a function is called on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Receiver {
    /// Nothing.
    None,
    /// `self`.
    Value,
    /// `mut self`, which callers see as `self`.
    Changed,
    /// `&self`.
    Ref,
}

/// An argument.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Argument<'p> {
    /// Its name.
    pub name: Word<'p>,
    /// Its type.
    pub ty: Ty<'p>,
}

impl Word<'_> {
    /// The text, without `r#`.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Name(name) => name,
            Self::Own(word) => word,
        }
    }
}

impl Word<'_> {
    /// As an identifier.
    pub fn ident(self) -> Ident {
        match self {
            Self::Name(name) => ident(name),
            Self::Own(text) => word(text),
        }
    }

    /// As code writes it.
    pub fn code(self) -> String {
        match self {
            Self::Name(name) => name.code(),
            Self::Own(text) => text.to_owned(),
        }
    }
}
