//! Values that are one of several types: the enum, its candidates, its writer.

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens as _, quote};

use super::attr;
use super::{doc, forms};
use crate::ir::Medium;
use crate::markdown;
use crate::naming::{ident, word};
use crate::plan::{Model, TagKind, Union, Variant};
use crate::rust::View;

/// A union as a table that declares it; none for a form, and where a tag cannot be shown as it is.
pub(super) fn table(model: &Model<'_>, union: &Union<'_>, view: View<'_>) -> Option<TokenStream> {
    let tags = union.variants.iter().flat_map(|one| &one.source.tags);
    let mut shown = tags.map(String::as_str).chain(union.tag);
    if union.medium == Medium::Multipart || !shown.all(markdown::is_code) {
        return None;
    }
    let (docs, name) = (doc::attrs(&doc::model(model)), ident(model.name));
    let lines = union.variants.iter().map(|variant| {
        let docs = doc::attrs(&described(variant).into_iter().collect::<Vec<_>>());
        let ty = variant.ty().tokens(view);
        let line = line(variant, Some(quote! { (#ty) }), union, view);
        quote! { #docs #line }
    });
    let tag = tag(union);
    let chosen = attr::chosen(model);
    Some(quote! { runtime::union! { #docs #chosen pub enum #name #tag; #(#lines)* } })
}

fn tag(union: &Union<'_>) -> Option<TokenStream> {
    union.tag.map(|tag| quote! { , tag #tag })
}

/// The items of a union, spelled out.
pub(super) fn items(model: &Model<'_>, union: &Union<'_>, view: View<'_>) -> Vec<TokenStream> {
    let mut items = vec![declaration(model, union, view)];
    match union.medium {
        Medium::Multipart => {
            items.extend([
                forms::variants(model, union),
                conversions(model, union, view),
            ]);
        }
        Medium::Json => {
            let (name, tag) = (ident(model.name), tag(union));
            let lines = union
                .variants
                .iter()
                .map(|one| line(one, None, union, view));
            items.push(quote! { runtime::union! { #name #tag; #(#lines)* } });
        }
    }
    items
}

/// The conversions into a candidate, spelled out.
pub(super) fn converted(model: &Model<'_>, variant: &Variant<'_>) -> Vec<TokenStream> {
    let name = ident(model.name);
    let sources = variant.sources.iter();
    let sources = sources.map(|source| source.tokens(View::Models));
    sources
        .map(|source| quote! { impl From<#source> for #name {} })
        .collect()
}

fn declaration(model: &Model<'_>, union: &Union<'_>, view: View<'_>) -> TokenStream {
    let (docs, name) = (doc::attrs(&doc::model(model)), ident(model.name));
    let variants = union.variants.iter().map(|variant| {
        let docs = selected(variant, union)
            .into_iter()
            .chain(described(variant));
        let docs = doc::attrs(&docs.collect::<Vec<_>>());
        let (name, ty) = (ident(variant.name), variant.ty().tokens(view));
        quote! { #docs #name(#ty) }
    });
    let unknown = model.unknown().map(word);
    let unknown = unknown.map(|unknown| {
        quote! {
            #[doc = " A value of a type that this version of the crate does not know."]
            Unknown(runtime::#unknown),
        }
    });
    let derives = attr::derives(model);
    quote! {
        #docs
        #derives
        #[non_exhaustive]
        pub enum #name {
            #(#variants,)*
            #unknown
        }
    }
}

/// The tags that select a variant. What else there is to say of it says its type.
fn selected(variant: &Variant<'_>, union: &Union<'_>) -> Option<String> {
    let tags = variant.source.tags.iter();
    let tags: Vec<String> = tags.map(|tag| markdown::code(tag)).collect();
    let tag = union.tag.filter(|_| !tags.is_empty())?;
    Some(format!(
        "Where {} is {}.",
        markdown::code(tag),
        tags.join(" or ")
    ))
}

/// What a candidate without a type of its own is, and what values it has.
fn described(variant: &Variant<'_>) -> Option<String> {
    let source = variant.source;
    let about = source.description.as_deref().map(markdown::line);
    let about = about.map(|text| markdown::sentence(&text));
    let limits = markdown::limits(&source.limits);
    let limits = limits.map(|limits| format!("{}.", markdown::capital(&limits)));
    let said: Vec<String> = about.into_iter().chain(limits).collect();
    (!said.is_empty()).then(|| said.join(" "))
}

/// How a candidate is told by its tag, who writes that, and from what it is made.
fn line(
    variant: &Variant<'_>,
    ty: Option<TokenStream>,
    union: &Union<'_>,
    view: View<'_>,
) -> TokenStream {
    let name = ident(variant.name);
    let told = union.tag.map(|_| told(variant));
    let sources = sources(variant, view).map(|sources| quote! { , #sources });
    quote! { #name #ty #told #sources; }
}

fn told(variant: &Variant<'_>) -> TokenStream {
    let tags = &variant.source.tags;
    let default = variant.source.is_default.then(|| quote! { by_default });
    let kind = match variant.tag_kind {
        None | Some(TagKind::Own) => quote! { own },
        Some(TagKind::Text | TagKind::Integer | TagKind::Bool) => quote! { tagged },
    };
    let selected = (!tags.is_empty()).then(|| quote! { = #(#tags)|* });
    let written = variant.tag_kind.map(|kind| written(tags, kind));
    let written = written.filter(|written| !written.is_empty());
    let written = written.map(|written| quote! { as #(#written)|* });
    quote! { : #kind #default #selected #written }
}

/// The types from which a candidate is made.
fn sources(variant: &Variant<'_>, view: View<'_>) -> Option<TokenStream> {
    let sources = variant.sources.iter();
    let sources = sources.map(|source| source.tokens(view));
    (!variant.sources.is_empty()).then(|| quote! { from #(#sources)|* })
}

/// What a form is made from, which has no other table.
fn conversions(model: &Model<'_>, union: &Union<'_>, view: View<'_>) -> TokenStream {
    let name = ident(model.name);
    let lines = union.variants.iter().map(|variant| {
        let (name, sources) = (ident(variant.name), sources(variant, view));
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
