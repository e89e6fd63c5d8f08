//! Forms with files, which are only sent: what their fields are.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::field;
use crate::naming::{ident, word};
use crate::plan::{Model, Struct, Union};

/// The fields of a struct.
pub(super) fn fields(name: &Ident, object: &Struct<'_>) -> TokenStream {
    let fields = object.members.iter().map(field::form);
    let rest = object.rest.as_ref().map(|rest| {
        let method = word(if rest.is_file { "files" } else { "values" });
        let rest = ident(rest.name);
        quote! { .#method(&self.#rest) }
    });
    quote! {
        impl runtime::Multipart for #name {
            fn form(&self) -> runtime::MultipartForm {
                runtime::MultipartForm::new() #(#fields)* #rest
            }
        }
    }
}

/// Those of whichever candidate a union is, and its tag.
pub(super) fn variants(model: &Model<'_>, union: &Union<'_>) -> TokenStream {
    let name = ident(model.name);
    let arms = union.variants.iter().map(|variant| {
        let name = ident(variant.name);
        let inner = if variant.is_boxed {
            quote! { value.as_ref() }
        } else {
            quote! { value }
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
