//! Attributes that follow from the document.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use crate::ir::Docs;
use crate::naming::word;
use crate::plan::Model;

/// `#[derive(…)]`, with what a model derives, and what else the configuration adds.
pub(super) fn derives(model: &Model<'_>) -> TokenStream {
    let derives = model.derives().into_iter().map(word);
    let chosen = chosen(model);
    quote! { #[derive(#(#derives),*)] #chosen }
}

/// The attributes that the configuration adds.
pub(super) fn chosen(model: &Model<'_>) -> TokenStream {
    model.attributes.iter().map(|one| one.tokens()).collect()
}

/// `#[cfg(feature = …)]`, where there is a feature for the item.
pub(super) fn with(feature: Option<&str>) -> Option<TokenStream> {
    feature.map(|feature| quote! { #[cfg(feature = #feature)] })
}

/// `#[deprecated]`, where the document says so.
pub(super) fn deprecated(docs: &Docs) -> Option<TokenStream> {
    docs.deprecated.then(|| quote! { #[deprecated] })
}

/// Methods of operators that take `self` and one more value, or `self` alone. Sorted.
const OPERATORS: &[(&str, usize)] = &[
    ("add", 1),
    ("bitand", 1),
    ("bitor", 1),
    ("bitxor", 1),
    ("div", 1),
    ("into_iter", 0),
    ("mul", 1),
    ("neg", 0),
    ("not", 0),
    ("rem", 1),
    ("shl", 1),
    ("shr", 1),
    ("sub", 1),
];

/// Lets a method have the name of an operator, for the number of its arguments beside `self`.
pub(super) fn operator(name: &Ident, arguments: usize) -> Option<TokenStream> {
    let is_operator = OPERATORS
        .iter()
        .any(|(operator, count)| *count == arguments && name == operator);
    is_operator.then(|| {
        quote! { #[allow(clippy::should_implement_trait, reason = "the document has this name")] }
    })
}
