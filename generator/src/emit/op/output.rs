//! What an operation gives where that depends on the status.

use proc_macro2::TokenStream;
use quote::quote;

use super::super::{Emit, doc, ty};
use super::{errors, marker};
use crate::ir::Status;
use crate::markdown;
use crate::naming::ident;
use crate::plan::Outcome;

/// The enum of the documented successes; nothing where all are alike.
pub(super) fn items(index: usize, emit: Emit<'_>) -> Vec<TokenStream> {
    let Outcome::ByStatus(all) = &emit.plan.calls[index].success else {
        return Vec::new();
    };
    let operation = &emit.plan.api.operations[index];
    let (name, marker) = (
        ident(emit.plan.names.output(index)),
        emit.plan.names.marker(index),
    );
    let docs = doc::attrs(&[format!("What [`{marker}`] gives, by status.")]);
    let variants = all.iter().map(|(response, outcome)| {
        let source = &operation.responses[*response];
        let about = markdown::line(&source.description);
        let about = if about.is_empty() {
            source.status.to_string()
        } else {
            format!("{}: {about}", source.status)
        };
        let docs = doc::attrs(&[format!("{}.", about.trim_end_matches('.'))]);
        let variant = ident(emit.plan.names.status(index, *response));
        match outcome {
            Outcome::Empty => quote! { #docs #variant },
            held => {
                let is_boxed = matches!(held, Outcome::Json(ty) if emit.plan.is_large(ty));
                let ty = ty::boxed(marker::output(index, held, emit), is_boxed);
                quote! { #docs #variant(#ty) }
            }
        }
    });
    let arms = arms(index, all, emit);
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
                        other => Err(runtime::DecodeError::new("a documented status", format!("the status {other}"))),
                    }
                }
            }
        },
    ]
}

/// The arms that choose by status: the exact one before its range.
fn arms(index: usize, all: &[(usize, Outcome)], emit: Emit<'_>) -> Vec<TokenStream> {
    let operation = &emit.plan.api.operations[index];
    let mut sorted: Vec<&(usize, Outcome)> = all.iter().collect();
    sorted.sort_by_key(|(response, _)| operation.responses[*response].status);
    let statuses: Vec<Status> = sorted
        .iter()
        .map(|(response, _)| operation.responses[*response].status)
        .collect();
    let arms = sorted.into_iter().map(|(response, outcome)| {
        let pattern = errors::pattern(operation.responses[*response].status, &statuses);
        let variant = ident(emit.plan.names.status(index, *response));
        let reader = marker::reader(outcome);
        if *outcome == Outcome::Empty {
            quote! { #pattern => Ok(Self::#variant) }
        } else {
            quote! { #pattern => runtime::#reader(response).map(Self::#variant) }
        }
    });
    arms.collect()
}
