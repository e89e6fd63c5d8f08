//! Attributes that follow from the document.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::Docs;

/// `#[deprecated]`, where the document says so.
pub(super) fn deprecated(docs: &Docs) -> Option<TokenStream> {
    docs.deprecated.then(|| quote! { #[deprecated] })
}
