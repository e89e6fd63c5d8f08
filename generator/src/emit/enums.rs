//! Lists of values: open enums, and closed ones of a single text.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

use super::attr;
use super::doc;
use crate::ir::EnumKind;
use crate::markdown;
use crate::naming::{ident, word};
use crate::plan::{Enum, Kind, Model, Value};

/// An enum as a table that declares it; none where a value cannot be shown as it is.
pub(super) fn table(model: &Model<'_>, list: &Enum<'_>) -> Option<TokenStream> {
    let (lines, head) = (lines(&list.values)?, head(model));
    Some(match list.kind {
        EnumKind::Text => {
            let texts = list.values.iter().map(|value| value.wire);
            let any = any(list);
            quote! { runtime::string_enum! { #head #any; #(#lines = #texts;)* } }
        }
        EnumKind::Integer => {
            let numbers = numbers(list);
            quote! { runtime::integer_enum! { #head; #(#lines = #numbers;)* } }
        }
    })
}

/// A line of a table that declares what has only one value, and says how that is shown where it cannot be shown as it is.
pub(super) fn constant_line(model: &Model<'_>) -> Option<TokenStream> {
    let Kind::Constant(only) = &model.kind else {
        return None;
    };
    let (head, line, text) = (head(model), line(only), only.wire);
    let shown = (!markdown::is_code(text)).then(|| {
        let shown = shown(text);
        quote! { , shown #shown }
    });
    Some(quote! { #head: #line = #text #shown; })
}

fn head(model: &Model<'_>) -> TokenStream {
    let (docs, name) = (doc::attrs(&doc::model(model)), ident(model.name));
    let chosen = attr::chosen(model);
    quote! { #docs #chosen pub enum #name }
}

/// The variants with what the document says about each; the table adds its value. None where one cannot be shown as it is.
fn lines(values: &[Value<'_>]) -> Option<Vec<TokenStream>> {
    let lines = values.iter();
    let lines = lines.map(|value| markdown::is_code(value.wire).then(|| line(value)));
    lines.collect()
}

fn line(value: &Value<'_>) -> TokenStream {
    let docs = value.description.map(markdown::lines).unwrap_or_default();
    let (docs, variant) = (doc::attrs(&docs), ident(value.name));
    quote! { #docs #variant }
}

/// A value as documentation shows it.
fn shown(wire: &str) -> String {
    if wire.is_empty() {
        "The empty text.".to_owned()
    } else {
        markdown::code(wire)
    }
}

/// The items of an enum, spelled out.
pub(super) fn items(model: &Model<'_>, list: &Enum<'_>) -> Vec<TokenStream> {
    let (docs, name) = (doc::attrs(&doc::model(model)), ident(model.name));
    let variants: Vec<_> = list.values.iter().map(|value| ident(value.name)).collect();
    let variant_docs = list.values.iter().map(variant_doc);
    let unknown = model.unknown().map(word);
    let derives = attr::derives(model);
    let declaration = quote! {
        #docs
        #derives
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
    let any = any(list);
    quote! { runtime::string_enum! { #name #any; #(#variants = #wires;)* } }
}

/// That the document takes any other text too.
fn any(list: &Enum<'_>) -> Option<TokenStream> {
    list.is_open.then(|| quote! { , any })
}

fn integers(name: &Ident, variants: &[Ident], list: &Enum<'_>) -> TokenStream {
    let numbers = numbers(list);
    quote! { runtime::integer_enum! { #name; #(#variants = #numbers;)* } }
}

fn numbers(list: &Enum<'_>) -> impl Iterator<Item = Literal> {
    let numbers = list.values.iter();
    let numbers = numbers.filter_map(|value| value.wire.parse().ok());
    numbers.map(Literal::i64_unsuffixed)
}

/// The items of what has only one value, spelled out.
pub(super) fn constant(model: &Model<'_>, only: &Value<'_>) -> Vec<TokenStream> {
    let (docs, name) = (doc::attrs(&doc::model(model)), ident(model.name));
    let derives = attr::derives(model);
    let (variant, variant_doc, wire) = (ident(only.name), variant_doc(only), only.wire);
    vec![
        quote! {
            #docs
            #derives
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
    let mut lines = vec![shown(value.wire)];
    if let Some(description) = value.description {
        lines = markdown::lines(description);
        doc::paragraph(&mut lines, vec![format!("{}.", markdown::code(value.wire))]);
    }
    doc::attrs(&lines)
}
