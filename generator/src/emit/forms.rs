//! Unions that are forms with files, which are only sent: what their fields are.

use proc_macro2::TokenStream;
use quote::quote;

use crate::naming::ident;
use crate::plan::{Model, Union};
use crate::rust::Holding;

/// The fields of whichever candidate a union is, and its tag.
pub(super) fn variants(model: &Model<'_>, union: &Union<'_>) -> TokenStream {
    let name = ident(model.name);
    let arms = union.variants.iter().map(|variant| {
        let name = ident(variant.name);
        let inner = match variant.holding {
            Holding::Boxed => quote! { value.as_ref() },
            Holding::InPlace => quote! { value },
        };
        let tag = union.tag.zip(variant.source.tags.first());
        let tag = tag.map(|(tag, value)| quote! { .tag(#tag, #value) });
        quote! { Self::#name(value) => runtime::Multipart::form(#inner) #tag, }
    });
    quote! {
        impl runtime::Multipart for #name {
            fn form(&self) -> runtime::MultipartForm {
                match self { #(#arms)* }
            }
        }
    }
}
