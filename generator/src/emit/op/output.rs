//! What an operation gives where that depends on the status.

use proc_macro2::TokenStream;
use quote::quote;

use super::super::doc;
use super::{errors, marker};
use crate::ir::Status;
use crate::naming::ident;
use crate::plan::{Answer, Documented, Given, Held, Operation, by_status};
use crate::rust::View;

/// The enums of the documented successes, one for each form of the answer; nothing where all are alike.
pub(super) fn items(operation: &Operation<'_>) -> Vec<TokenStream> {
    let answers = operation.answers.iter();
    answers.flat_map(output).collect()
}

fn output(answer: &Answer<'_>) -> Vec<TokenStream> {
    let Given::ByStatus(all) = &answer.given else {
        return Vec::new();
    };
    let (name, marker) = (ident(answer.output), answer.marker);
    let docs = doc::attrs(&[format!("What [`{marker}`] gives, by status.")]);
    let variants = all.iter().map(|one| {
        let (docs, variant) = (errors::about(one), ident(one.variant));
        match &one.held {
            Held::Nothing => quote! { #docs #variant },
            held => {
                let ty = held.ty_inside().tokens(View::Operations);
                quote! { #docs #variant(#ty) }
            }
        }
    });
    let arms = arms(all);
    vec![
        quote! {
            #docs
            #[derive(Debug, Clone, PartialEq)]
            #[non_exhaustive]
            pub enum #name {
                #(#variants,)*
            }
        },
        quote! {
            impl #name {
                fn read(response: &runtime::RawResponse) -> Result<Self, runtime::DecodeError> {
                    match response.status.as_u16() {
                        #(#arms,)*
                        _ => Err(runtime::undocumented(response)),
                    }
                }
            }
        },
    ]
}

/// The arms that choose by status: the exact one before its range.
fn arms(all: &[Documented<'_>]) -> Vec<TokenStream> {
    let sorted = by_status(all);
    let statuses: Vec<Status> = sorted.iter().map(|one| one.status()).collect();
    let arms = sorted.into_iter().map(|one| {
        let (pattern, variant) = (pattern(one.status(), &statuses), ident(one.variant));
        if one.held == Held::Nothing {
            quote! { #pattern => Ok(Self::#variant) }
        } else {
            let read = marker::reading(&one.held, &one.read_otherwise);
            quote! { #pattern => #read.map(Self::#variant) }
        }
    });
    arms.collect()
}

/// The pattern of a status. A range that other arms take statuses from is a guard: clippy has no ranges that overlap.
fn pattern(status: Status, others: &[Status]) -> TokenStream {
    let is_within = |first: u8| {
        let mut codes = others.iter();
        codes.any(|other| matches!(other, Status::Code(code) if code / 100 == u16::from(first)))
    };
    match status {
        Status::Range(first) if is_within(first) => {
            let first = proc_macro2::Literal::u8_unsuffixed(first);
            quote! { other if other / 100 == #first }
        }
        Status::Code(code) => {
            let code = proc_macro2::Literal::u16_unsuffixed(code);
            quote! { #code }
        }
        Status::Range(first) => {
            let low = proc_macro2::Literal::u16_unsuffixed(u16::from(first) * 100);
            let high = proc_macro2::Literal::u16_unsuffixed(u16::from(first) * 100 + 99);
            quote! { #low..=#high }
        }
        Status::Default => quote! { _ },
    }
}
