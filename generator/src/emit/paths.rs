//! Paths between the modules of the generated code: from the crate's root, or relative where it is one included file.

use proc_macro2::TokenStream;
use quote::quote;

/// The form of the output.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A crate of its own.
    Crate,
    /// One file for `include!`, whose place in the user's crate is not known.
    SingleFile,
}

impl Form {
    /// The root, as seen from `depth` modules below it.
    pub(super) fn root(self, depth: usize) -> TokenStream {
        match self {
            Self::Crate => quote! { crate },
            Self::SingleFile => {
                let up = (1..depth).fold(quote! { super }, |path, _| quote! { #path::super });
                up
            }
        }
    }
}
