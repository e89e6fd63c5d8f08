//! What an operation gives where that depends on the status.

use proc_macro2::TokenStream;
use quote::quote;

use super::super::{Emit, doc, ty};
use super::form::Form;
use super::{errors, marker};
use crate::ir::Status;
use crate::markdown;
use crate::naming::ident;
use crate::plan::Outcome;

/// The enums of the documented successes, one for each form of the answer; nothing where all are alike.
pub(super) fn items(index: usize, emit: Emit<'_>) -> Vec<TokenStream> {
    let forms = Form::all(index, emit).into_iter();
    forms.flat_map(|form| by_status(&form, emit)).collect()
}

fn by_status(form: &Form, emit: Emit<'_>) -> Vec<TokenStream> {
    let Outcome::ByStatus(all) = form.outcome(emit) else {
        return Vec::new();
    };
    let index = form.operation;
    let operation = &emit.plan.api.operations[index];
    let (name, marker) = (ident(form.output(emit)), form.marker(emit));
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
                let ty = ty::boxed(marker::output(form, held, emit), is_boxed);
                quote! { #docs #variant(#ty) }
            }
        }
    });
    let arms = arms(form, all, emit);
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
fn arms(form: &Form, all: &[(usize, Outcome)], emit: Emit<'_>) -> Vec<TokenStream> {
    let index = form.operation;
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
        if *outcome == Outcome::Empty {
            quote! { #pattern => Ok(Self::#variant) }
        } else {
            let others = form.read_otherwise(Some(*response), emit);
            let read = marker::reading(outcome, &others);
            quote! { #pattern => #read.map(Self::#variant) }
        }
    });
    arms.collect()
}
