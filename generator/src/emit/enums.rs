//! Lists of values: open enums, and closed ones of a single text.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

use super::doc;
use crate::ir::EnumKind;
use crate::markdown;
use crate::naming::{ident, word};
use crate::plan::{Enum, Model, Value};

/// The items of an enum.
pub(super) fn items(model: &Model<'_>, list: &Enum<'_>) -> Vec<TokenStream> {
    let (docs, name) = (doc::attrs(&doc::model(model)), ident(model.name));
    let variants: Vec<_> = list.values.iter().map(|value| ident(value.name)).collect();
    let variant_docs = list.values.iter().map(variant_doc);
    let unknown = model.unknown().map(word);
    let derives = model.derives().into_iter().map(word);
    let declaration = quote! {
        #docs
        #[derive(#(#derives),*)]
        #[non_exhaustive]
        pub enum #name {
            #(#variant_docs #variants,)*
            #[doc = " A value that this version of the crate does not know."]
            Unknown(runtime::#unknown),
        }
    };
    let conversions = match list.kind {
        EnumKind::Text => texts(&name, &variants, list),
        EnumKind::Integer => integers(&name, &variants, list),
    };
    vec![declaration, conversions]
}

fn texts(name: &Ident, variants: &[Ident], list: &Enum<'_>) -> TokenStream {
    let wires = list.values.iter().map(|value| value.wire);
    quote! { runtime::string_enum! { #name; #(#variants = #wires;)* } }
}

fn integers(name: &Ident, variants: &[Ident], list: &Enum<'_>) -> TokenStream {
    let numbers = list
        .values
        .iter()
        .filter_map(|value| value.wire.parse().ok());
    let numbers = numbers.map(Literal::i64_unsuffixed);
    quote! { runtime::integer_enum! { #name; #(#variants = #numbers;)* } }
}

/// The items of what has only one value.
pub(super) fn constant(model: &Model<'_>, only: &Value<'_>) -> Vec<TokenStream> {
    let (docs, name) = (doc::attrs(&doc::model(model)), ident(model.name));
    let derives = model.derives().into_iter().map(word);
    let (variant, variant_doc, wire) = (ident(only.name), variant_doc(only), only.wire);
    vec![
        quote! {
            #docs
            #[derive(#(#derives),*)]
            #[non_exhaustive]
            pub enum #name {
                #variant_doc
                #variant,
            }
        },
        quote! { runtime::constant!(#name::#variant = #wire); },
    ]
}

fn variant_doc(value: &Value<'_>) -> TokenStream {
    let mut lines = if value.wire.is_empty() {
        vec!["The empty text.".to_owned()]
    } else {
        vec![markdown::code(value.wire)]
    };
    if let Some(description) = value.description {
        lines = markdown::lines(description);
        doc::paragraph(&mut lines, vec![format!("{}.", markdown::code(value.wire))]);
    }
    doc::attrs(&lines)
}
