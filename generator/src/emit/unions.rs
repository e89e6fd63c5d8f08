//! Values that are one of several types: the enum, its candidates, its writer.

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens as _, quote};

use super::{doc, forms};
use crate::markdown;
use crate::naming::{ident, word};
use crate::plan::{Medium, Model, TagKind, Union, Variant};
use crate::rust::{Ty, View};

/// The items of a union.
pub(super) fn items(model: &Model<'_>, union: &Union<'_>) -> Vec<TokenStream> {
    let name = ident(model.name);
    let mut items = vec![declaration(model, union), conversions(model, union)];
    match union.medium {
        Medium::Multipart => items.push(forms::variants(model, union)),
        Medium::Json => {
            items.push(candidates(model, union));
            items.push(quote! { runtime::union!(#name); });
        }
    }
    items.retain(|item| !item.is_empty());
    items
}

fn declaration(model: &Model<'_>, union: &Union<'_>) -> TokenStream {
    let (docs, name) = (doc::attrs(&doc::model(model)), ident(model.name));
    let variants = union.variants.iter().map(|variant| {
        let docs = doc::attrs(&[about(variant, union)]);
        let (name, ty) = (ident(variant.name), variant.ty().tokens(View::Models));
        quote! { #docs #name(#ty) }
    });
    let unknown = model.unknown().map(word);
    let unknown = unknown.map(|unknown| {
        quote! {
            #[doc = " A value of a type that this version of the crate does not know."]
            Unknown(runtime::#unknown),
        }
    });
    let derives = model.derives().into_iter().map(word);
    quote! {
        #docs
        #[derive(#(#derives),*)]
        #[non_exhaustive]
        pub enum #name {
            #(#variants,)*
            #unknown
        }
    }
}

/// What a variant is, and the tag that selects it.
fn about(variant: &Variant<'_>, union: &Union<'_>) -> String {
    let what = match &variant.inner {
        Ty::Model(name) => format!("[`{name}`]"),
        _ => markdown::line(&variant.source.words),
    };
    let tags: Vec<String> = variant
        .source
        .tags
        .iter()
        .map(|tag| markdown::code(tag))
        .collect();
    match (union.tag, &tags[..]) {
        (Some(tag), [_, ..]) => format!(
            "{what}, where {} is {}.",
            markdown::code(tag),
            tags.join(" or ")
        ),
        _ => format!("{}.", doc::capital(&what)),
    }
}

/// `From` for each model that is a variant.
fn conversions(model: &Model<'_>, union: &Union<'_>) -> TokenStream {
    let name = ident(model.name);
    let sources = union.variants.iter().filter(|variant| variant.is_source);
    let conversions = sources.map(|variant| {
        let (ty, to) = (variant.inner.tokens(View::Models), ident(variant.name));
        let value = if variant.is_boxed {
            quote! { Box::new(value) }
        } else {
            quote! { value }
        };
        quote! {
            impl From<#ty> for #name {
                fn from(value: #ty) -> Self {
                    Self::#to(#value)
                }
            }
        }
    });
    quote! { #(#conversions)* }
}

fn candidates(model: &Model<'_>, union: &Union<'_>) -> TokenStream {
    let name = ident(model.name);
    let tag = union
        .tag
        .map(|tag| quote! { const TAG: Option<&'static str> = Some(#tag); });
    let candidates = union.variants.iter().map(|variant| {
        let (name, label, tags) = (ident(variant.name), variant.name.code(), &variant.source.tags);
        let default = variant.source.is_default.then(|| quote! { .by_default() });
        quote! { runtime::Candidate::new(#label, &[#(#tags),*], |value| runtime::read(value).map(Self::#name)) #default }
    });
    let writers = union.variants.iter().map(|variant| {
        let name = ident(variant.name);
        let value = match variant.tag_kind {
            None | Some(TagKind::Own) => quote! { runtime::Encode::encode(value, json) },
            Some(kind) => {
                let (member, tags) = (union.tag, tags(&variant.source.tags, kind));
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
fn tags(tags: &[String], kind: TagKind) -> Vec<TokenStream> {
    let tags = tags.iter();
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
