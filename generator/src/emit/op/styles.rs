//! The styles of parameters and of fields, as the runtime calls them.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::Style;

/// That of a parameter of the path.
pub(super) fn path(style: Style) -> TokenStream {
    match style {
        Style::Label => quote! { Label },
        Style::Matrix => quote! { Matrix },
        _ => quote! { Simple },
    }
}

/// That of a parameter of the query, or of a field of a form.
pub(super) fn query(style: Style) -> TokenStream {
    match style {
        Style::SpaceDelimited => quote! { SpaceDelimited },
        Style::PipeDelimited => quote! { PipeDelimited },
        Style::DeepObject => quote! { DeepObject },
        _ => quote! { Form },
    }
}
