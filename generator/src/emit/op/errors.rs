//! The documented errors of an operation, chosen by status.

use proc_macro2::TokenStream;
use quote::quote;

use super::super::{Emit, doc, ty};
use crate::ir::Status;
use crate::markdown;
use crate::naming::ident;
use crate::plan::Outcome;

/// The error type of an operation; nothing where the document names no error.
pub(super) fn items(index: usize, emit: Emit<'_>) -> Vec<TokenStream> {
    let call = &emit.plan.calls[index];
    if call.errors.is_empty() {
        return Vec::new();
    }
    let operation = &emit.plan.api.operations[index];
    let (name, marker) = (
        ident(emit.plan.names.error(index)),
        emit.plan.names.marker(index),
    );
    let id = emit.plan.operation_id(index);
    let docs = doc::attrs(&[format!(
        "The documented errors of [`{marker}`], chosen by status."
    )]);
    let variants = call.errors.iter().map(|(response, outcome)| {
        let source = &operation.responses[*response];
        let about = markdown::line(&source.description);
        let about = if about.is_empty() {
            source.status.to_string()
        } else {
            format!("{}: {about}", source.status)
        };
        let docs = doc::attrs(&[format!("{}.", about.trim_end_matches('.'))]);
        let (variant, ty) = (
            ident(emit.plan.names.status(index, *response)),
            held(outcome, emit),
        );
        quote! { #docs #variant(#ty) }
    });
    let (arms, rest) = arms(index, emit);
    // A `match` with one arm would be none.
    let (status, read) = if rest.is_none() && arms.len() == 1 {
        let read = quote! { Some(runtime::json(response).map(Self::Default)) };
        (quote! { _ }, read)
    } else {
        let read = quote! {
            let error = match status {
                #(#arms,)*
                #rest
            };
            Some(error)
        };
        (quote! { status }, read)
    };
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
            impl runtime::DocumentedError for #name {
                const OPERATION: &'static str = #id;

                fn read(#status: u16, response: &runtime::RawResponse) -> Option<Result<Self, runtime::DecodeError>> {
                    #read
                }
            }
        },
    ]
}

/// The arms that choose by status, and the one for what is not documented.
fn arms(index: usize, emit: Emit<'_>) -> (Vec<TokenStream>, Option<TokenStream>) {
    let operation = &emit.plan.api.operations[index];
    let mut arms = emit.plan.calls[index].errors.clone();
    // The exact status is asked first, then its range, then the rest.
    arms.sort_by_key(|(response, _)| operation.responses[*response].status);
    let has_default = arms
        .iter()
        .any(|(response, _)| operation.responses[*response].status == Status::Default);
    let statuses = arms.iter();
    let statuses: Vec<Status> = statuses
        .map(|(response, _)| operation.responses[*response].status)
        .collect();
    let rows = arms.iter().map(|(response, _)| {
        let pattern = pattern(operation.responses[*response].status, &statuses);
        let variant = ident(emit.plan.names.status(index, *response));
        quote! { #pattern => runtime::json(response).map(Self::#variant) }
    });
    let rest = (!has_default).then(|| quote! { _ => return None, });
    (rows.collect(), rest)
}

fn held(outcome: &Outcome, emit: Emit<'_>) -> TokenStream {
    match outcome {
        Outcome::Json(ty) => ty::held(ty, emit.plan.is_large(ty), emit),
        Outcome::Empty
        | Outcome::Text
        | Outcome::Bytes
        | Outcome::Redirect(_)
        | Outcome::ByStatus(_) => quote! { () },
    }
}

/// The pattern of a status. A range that other arms take statuses from is a guard: clippy has no ranges that overlap.
pub(super) fn pattern(status: Status, others: &[Status]) -> TokenStream {
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
