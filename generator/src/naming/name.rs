//! The type of a name. Only this stage makes one, so that no text of a document is ever code.

use std::fmt::{self, Display, Formatter};
use std::ops::Deref;

use proc_macro2::{Ident, Span};
use serde::Serialize;

use super::reserved;

/// A name that this stage gave: an identifier of Rust, read as the text that it is without `r#`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Name(String);

impl Name {
    /// For this stage, which knows that the text can be an identifier.
    pub(super) fn new(text: String) -> Self {
        Self(text)
    }

    /// Stands where a name is not given yet.
    pub(super) fn open() -> Self {
        Self(String::new())
    }

    /// The name, without `r#`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The name as code writes it, with `r#` where it is a keyword.
    pub fn code(&self) -> String {
        if reserved::is_raw(&self.0) {
            format!("r#{}", self.0)
        } else {
            self.0.clone()
        }
    }
}

impl Deref for Name {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl Display for Name {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// The identifier of a name.
pub fn ident(name: &Name) -> Ident {
    if reserved::is_raw(name) {
        Ident::new_raw(name, Span::call_site())
    } else {
        Ident::new(name, Span::call_site())
    }
}

/// The identifier of a word of the generator's own.
pub fn word(text: &'static str) -> Ident {
    Ident::new(text, Span::call_site())
}
