//! Attributes that follow from the document.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use crate::ir::Docs;
use crate::naming::{Name, word};
use crate::plan::Model;

/// How traits are named that are derived.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Derive {
    /// `Clone`.
    ByName,
    /// `::core::clone::Clone`, where a model that is called `Clone` is imported: its module may be one that rustc has not expanded
    /// yet, and then it cannot tell what the name means.
    ByPath,
}

/// The modules of `core` that have what is derived.
const DERIVED: &[(&str, &str)] = &[
    ("Clone", "clone"),
    ("Copy", "marker"),
    ("Debug", "fmt"),
    ("Default", "default"),
    ("Eq", "cmp"),
    ("Hash", "hash"),
    ("PartialEq", "cmp"),
];

impl Derive {
    /// Where models of these names are imported.
    pub(super) fn beside<'p>(mut imported: impl Iterator<Item = &'p Name>) -> Self {
        let is_derived = |name: &Name| DERIVED.iter().any(|(derived, _)| name.code() == *derived);
        if imported.any(is_derived) {
            Self::ByPath
        } else {
            Self::ByName
        }
    }

    /// `#[derive(…)]`, with what a model derives.
    pub(super) fn of(self, model: &Model<'_>) -> TokenStream {
        let derives = model.derives().into_iter().map(|name| {
            let module = DERIVED.iter().find(|(derived, _)| *derived == name);
            let module = module.filter(|_| self == Self::ByPath);
            let module = module.map(|(_, module)| word(module));
            let path = module.map(|module| quote! { ::core::#module:: });
            let name = word(name);
            quote! { #path #name }
        });
        let chosen = chosen(model);
        quote! { #[derive(#(#derives),*)] #chosen }
    }
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
