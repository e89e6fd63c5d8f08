//! Values that are one of several types: the enum, its candidates, its writer.

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens as _, quote};

use super::{Emit, doc, forms, ty};
use crate::ir::{Type, TypeDef, TypeId, Union, Variant};
use crate::markdown;
use crate::naming::ident;
use crate::plan::TagKind;

/// The items of a union.
pub(super) fn items(id: TypeId, def: &TypeDef, union: &Union, emit: Emit<'_>) -> Vec<TokenStream> {
    let name = ident(emit.plan.names.ty(id));
    let mut items = vec![
        declaration(id, def, union, emit),
        conversions(id, union, emit),
    ];
    if union.is_form {
        items.push(forms::variants(id, union, emit));
    } else {
        items.push(candidates(id, union, emit));
        items.push(quote! { runtime::union!(#name); });
    }
    items.retain(|item| !item.is_empty());
    items
}

fn declaration(id: TypeId, def: &TypeDef, union: &Union, emit: Emit<'_>) -> TokenStream {
    let docs = doc::attrs(&doc::model(def, emit));
    let name = ident(emit.plan.names.ty(id));
    let variants = union.variants.iter().enumerate().map(|(index, variant)| {
        let docs = doc::attrs(&[about(variant, union, emit)]);
        let name = ident(emit.plan.names.variant(id, index));
        let ty = ty::held(&variant.ty, emit.plan.is_boxed(id, index), emit);
        quote! { #docs #name(#ty) }
    });
    // A form is only sent, so there is none that is not known.
    let unknown = (!union.is_form).then(|| {
        quote! {
            #[doc = " A value of a type that this version of the crate does not know."]
            Unknown(runtime::UnknownVariant),
        }
    });
    quote! {
        #docs
        #[derive(Debug, Clone, PartialEq)]
        #[non_exhaustive]
        pub enum #name {
            #(#variants,)*
            #unknown
        }
    }
}

/// What a variant is, and the tag that selects it.
fn about(variant: &Variant, union: &Union, emit: Emit<'_>) -> String {
    let what = match &variant.ty {
        Type::Named(id) => format!("[`{}`]", emit.plan.names.ty(*id)),
        _ => markdown::line(&variant.words),
    };
    let tags: Vec<String> = variant.tags.iter().map(|tag| markdown::code(tag)).collect();
    match (&union.tag, &tags[..]) {
        (Some(tag), [_, ..]) => format!(
            "{what}, where {} is {}.",
            markdown::code(tag),
            tags.join(" or ")
        ),
        _ => format!("{}.", doc::capital(&what)),
    }
}

/// `From` for each type that only one variant has.
fn conversions(id: TypeId, union: &Union, emit: Emit<'_>) -> TokenStream {
    let name = ident(emit.plan.names.ty(id));
    let models = union
        .variants
        .iter()
        .enumerate()
        .filter(|(_, variant)| emit.plan.is_model(&variant.ty));
    let conversions = models.map(|(index, variant)| {
        let (ty, variant) = (
            ty::of(&variant.ty, emit),
            ident(emit.plan.names.variant(id, index)),
        );
        let value = if emit.plan.is_boxed(id, index) {
            quote! { Box::new(value) }
        } else {
            quote! { value }
        };
        quote! {
            impl From<#ty> for #name {
                fn from(value: #ty) -> Self {
                    Self::#variant(#value)
                }
            }
        }
    });
    quote! { #(#conversions)* }
}

fn candidates(id: TypeId, union: &Union, emit: Emit<'_>) -> TokenStream {
    let name = ident(emit.plan.names.ty(id));
    let tag = union
        .tag
        .as_ref()
        .map(|tag| quote! { const TAG: Option<&'static str> = Some(#tag); });
    let variants: Vec<_> = (0..union.variants.len())
        .map(|index| ident(emit.plan.names.variant(id, index)))
        .collect();
    let candidates = union.variants.iter().zip(&variants).map(|(variant, name)| {
        let (label, tags) = (name.to_string(), &variant.tags);
        let default = variant.is_default.then(|| quote! { .by_default() });
        quote! { runtime::Candidate::new(#label, &[#(#tags),*], |value| runtime::read(value).map(Self::#name)) #default }
    });
    let writers = union.variants.iter().zip(&variants).map(|(variant, name)| {
        let value = match emit.plan.tag_kind(union, variant) {
            None | Some(TagKind::Own) => quote! { runtime::Encode::encode(value, json) },
            Some(kind) => {
                let (member, tags) = (&union.tag, tags(variant, kind));
                quote! { runtime::write_tagged(value, #member, &[#(#tags),*], json) }
            }
        };
        quote! { Self::#name(value) => #value }
    });
    quote! {
        impl runtime::Union for #name {
            #tag

            const CANDIDATES: &'static [runtime::Candidate<Self>] = &[#(#candidates),*];

            fn write(&self, json: &mut runtime::JsonWriter) {
                match self {
                    #(#writers,)*
                    Self::Unknown(value) => runtime::Encode::encode(value, json),
                }
            }

            fn unknown(value: runtime::UnknownVariant) -> Self {
                Self::Unknown(value)
            }
        }
    }
}

/// The tags that select a variant, as they are written.
fn tags(variant: &Variant, kind: TagKind) -> Vec<TokenStream> {
    let tags = variant.tags.iter();
    tags.filter_map(|tag| match kind {
        TagKind::Own | TagKind::Text => Some(quote! { #tag }),
        TagKind::Bool => tag.parse::<bool>().ok().map(|tag| quote! { #tag }),
        TagKind::Integer => tag.parse::<i64>().ok().map(|tag| match i32::try_from(tag) {
            Ok(_) => Literal::i64_unsuffixed(tag).into_token_stream(),
            Err(_) => Literal::i64_suffixed(tag).into_token_stream(),
        }),
    })
    .collect()
}
