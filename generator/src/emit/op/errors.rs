//! The documented errors of an operation, chosen by status.

use proc_macro2::TokenStream;
use quote::quote;

use super::super::doc;
use crate::ir::Status;
use crate::markdown;
use crate::naming::ident;
use crate::plan::{Documented, Operation, by_status};
use crate::rust::View;

/// The error type of an operation; nothing where the document names no error.
pub(super) fn items(operation: &Operation<'_>) -> Vec<TokenStream> {
    let Some(errors) = &operation.errors else {
        return Vec::new();
    };
    let (name, id) = (ident(errors.name), operation.id);
    let docs = doc::attrs(&[format!(
        "The documented errors of [`{}`], chosen by status.",
        operation.marker
    )]);
    let variants = errors.all.iter().map(|one| {
        let (docs, variant) = (about(one), ident(one.variant));
        let ty = one.held.ty_inside().tokens(View::Operations);
        quote! { #docs #variant(#ty) }
    });
    let lines = by_status(&errors.all).into_iter().map(line);
    vec![
        quote! {
            #docs
            #[derive(Debug, Clone, PartialEq)]
            #[non_exhaustive]
            pub enum #name {
                #(#variants,)*
            }
        },
        quote! { runtime::documented_error! { #name, #id; #(#lines)* } },
    ]
}

/// The line of a variant: its status.
fn line(one: &Documented<'_>) -> TokenStream {
    let variant = ident(one.variant);
    match one.status() {
        Status::Code(code) => {
            let code = proc_macro2::Literal::u16_unsuffixed(code);
            quote! { status #code = #variant; }
        }
        Status::Range(first) => {
            let first = proc_macro2::Literal::u8_unsuffixed(first);
            quote! { range #first = #variant; }
        }
        Status::Default => quote! { any = #variant; },
    }
}

/// What a documented answer means, as the documentation of its variant.
pub(super) fn about(one: &Documented<'_>) -> TokenStream {
    let about = markdown::line(&one.response.description);
    let about = if about.is_empty() {
        one.status().to_string()
    } else {
        format!("{}: {about}", one.status())
    };
    doc::attrs(&[format!("{}.", about.trim_end_matches('.'))])
}
