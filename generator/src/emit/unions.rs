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
    let mut items = vec![declaration(model, union)];
    match union.medium {
        Medium::Multipart => {
            items.extend([forms::variants(model, union), conversions(model, union)]);
        }
        Medium::Json => items.push(table(model, union)),
    }
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

/// The table: a line for each candidate.
fn table(model: &Model<'_>, union: &Union<'_>) -> TokenStream {
    let name = ident(model.name);
    let tag = union.tag.map(|tag| quote! { , tag #tag });
    let lines = union.variants.iter().map(line);
    quote! { runtime::union! { #name #tag; #(#lines)* } }
}

/// How a candidate is told by its tag, who writes that, and from what it is made.
fn line(variant: &Variant<'_>) -> TokenStream {
    let (name, tags) = (ident(variant.name), &variant.source.tags);
    let default = variant.source.is_default.then(|| quote! { by_default });
    let kind = match variant.tag_kind {
        None | Some(TagKind::Own) => quote! { own },
        Some(TagKind::Text | TagKind::Integer | TagKind::Bool) => quote! { tagged },
    };
    let selected = (!tags.is_empty()).then(|| quote! { = #(#tags)|* });
    let written = variant.tag_kind.map(|kind| written(tags, kind));
    let written = written.filter(|written| !written.is_empty());
    let written = written.map(|written| quote! { as #(#written)|* });
    let sources = sources(variant).map(|sources| quote! { , #sources });
    quote! { #name: #kind #default #selected #written #sources; }
}

/// The types from which a candidate is made.
fn sources(variant: &Variant<'_>) -> Option<TokenStream> {
    let sources = variant.sources.iter();
    let sources = sources.map(|source| source.tokens(View::Models));
    (!variant.sources.is_empty()).then(|| quote! { from #(#sources)|* })
}

/// What a form is made from, which has no other table.
fn conversions(model: &Model<'_>, union: &Union<'_>) -> TokenStream {
    let name = ident(model.name);
    let lines = union.variants.iter().map(|variant| {
        let (name, sources) = (ident(variant.name), sources(variant));
        quote! { #name #sources; }
    });
    quote! { runtime::union_from! { #name; #(#lines)* } }
}

/// The tags that select a variant, as they are written; none where that is as texts.
fn written(tags: &[String], kind: TagKind) -> Vec<TokenStream> {
    let tags = tags.iter();
    tags.filter_map(|tag| match kind {
        TagKind::Own | TagKind::Text => None,
        TagKind::Bool => tag.parse::<bool>().ok().map(|tag| quote! { #tag }),
        TagKind::Integer => tag.parse::<i64>().ok().map(|tag| match i32::try_from(tag) {
            Ok(_) => Literal::i64_unsuffixed(tag).into_token_stream(),
            Err(_) => Literal::i64_suffixed(tag).into_token_stream(),
        }),
    })
    .collect()
}
