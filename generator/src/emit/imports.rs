//! What a file of the crate needs from its other modules.

use proc_macro2::TokenStream;
use quote::quote;

use crate::naming::word;

/// The import of those modules of the crate that are used.
pub(super) fn modules(all: &[(&'static str, bool)]) -> Option<TokenStream> {
    let used = all.iter().filter(|(_, is_used)| *is_used);
    let used: Vec<_> = used.map(|(module, _)| word(module)).collect();
    match &used[..] {
        [] => None,
        [one] => Some(quote! { use crate::#one; }),
        all => Some(quote! { use crate::{#(#all),*}; }),
    }
}
