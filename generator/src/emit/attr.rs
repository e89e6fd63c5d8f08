//! Attributes that follow from the document.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use crate::ir::Docs;

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
