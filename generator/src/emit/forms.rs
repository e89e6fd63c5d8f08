//! Forms with files, which are only sent: what their fields are.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::Emit;
use super::field::Member;
use crate::ir::{Additional, Struct, Type, TypeId, Union, Variant};
use crate::naming::{Name, ident, word};

/// The fields of a struct.
pub(super) fn fields(
    name: &Ident,
    members: &[Member<'_>],
    object: &Struct,
    rest: &Name,
) -> TokenStream {
    let fields = members.iter().map(Member::form);
    let rest = match &object.additional {
        Additional::Kept(value) => {
            let (method, rest) = (
                word(if is_file(value) { "files" } else { "values" }),
                ident(rest),
            );
            Some(quote! { .#method(&self.#rest) })
        }
        Additional::Ignored => None,
    };
    quote! {
        impl runtime::Multipart for #name {
            fn form(&self) -> runtime::MultipartForm {
                runtime::MultipartForm::new() #(#fields)* #rest
            }
        }
    }
}

/// Those of whichever candidate a union is, and its tag.
pub(super) fn variants(id: TypeId, union: &Union, emit: Emit<'_>) -> TokenStream {
    let name = ident(emit.plan.names.ty(id));
    let arms = union.variants.iter().enumerate().map(|(index, variant)| {
        let name = ident(emit.plan.names.variant(id, index));
        let inner = if emit.plan.is_boxed(id, index) {
            quote! { value.as_ref() }
        } else {
            quote! { value }
        };
        let tag = tag(union, variant);
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

fn tag(union: &Union, variant: &Variant) -> Option<TokenStream> {
    let (tag, value) = (union.tag.as_ref()?, variant.tags.first()?);
    Some(quote! { .tag(#tag, #value) })
}

/// Whether a field is a file, or a list of files.
pub(super) fn is_file(ty: &Type) -> bool {
    match ty {
        Type::Array(item) => **item == Type::File,
        ty => *ty == Type::File,
    }
}
