//! The type that stands for an operation: its data and how its answer is read.

use proc_macro2::TokenStream;
use quote::quote;

use super::super::{Emit, about, doc, ty};
use crate::ir::{Content, ContentKind, Operation};
use crate::naming::{ident, word};
use crate::plan::Outcome;

/// The marker type and its data.
pub(super) fn items(index: usize, emit: Emit<'_>) -> Vec<TokenStream> {
    let operation = &emit.plan.api.operations[index];
    let call = &emit.plan.calls[index];
    let marker = ident(emit.plan.names.marker(index));
    let docs = doc::attrs(&[format!("The operation {}.", super::route(index, emit))]);
    let id = emit.plan.operation_id(index);
    let (path, method) = (&operation.path, word(operation.method));
    let output = output(index, &call.success, emit);
    let accept = accept(&emit.plan.read(index));
    let read = read(index, &call.success, emit);
    let security = security(&emit.plan.security(operation));
    let servers = servers(operation);
    vec![
        quote! {
            #docs
            #[derive(Debug)]
            pub enum #marker {}
        },
        quote! {
            impl runtime::Operation for #marker {
                type Output = #output;

                const INFO: &'static runtime::OperationInfo = &runtime::OperationInfo {
                    id: #id,
                    method: runtime::Method::#method,
                    path: #path,
                    #accept
                    #security
                    #servers
                    ..runtime::OperationInfo::DEFAULT
                };

                #read
            }
        },
    ]
}

/// What a success gives.
pub(super) fn output(index: usize, outcome: &Outcome, emit: Emit<'_>) -> TokenStream {
    match outcome {
        Outcome::Empty => quote! { () },
        Outcome::Json(ty) => ty::of(ty, emit),
        Outcome::Text => quote! { String },
        Outcome::Bytes => quote! { bytes::Bytes },
        Outcome::ByStatus(_) => {
            let name = ident(emit.plan.names.output(index));
            quote! { #name }
        }
    }
}

fn read(index: usize, outcome: &Outcome, emit: Emit<'_>) -> TokenStream {
    let read = match outcome {
        Outcome::ByStatus(_) => {
            let name = ident(emit.plan.names.output(index));
            quote! { #name::read(response) }
        }
        single => {
            let reader = reader(single);
            quote! { runtime::#reader(response) }
        }
    };
    quote! {
        fn read(response: &runtime::RawResponse) -> Result<Self::Output, runtime::DecodeError> {
            #read
        }
    }
}

/// The function of the runtime that reads a body.
pub(super) fn reader(outcome: &Outcome) -> TokenStream {
    match outcome {
        Outcome::Json(_) => quote! { json },
        Outcome::Empty | Outcome::ByStatus(_) => quote! { no_content },
        Outcome::Text => quote! { text },
        Outcome::Bytes => quote! { bytes },
    }
}

/// The media types of success; plain JSON is what an operation accepts when it says nothing.
///
/// A text, or bytes, of another type than the document says can be used all the same, JSON cannot.
fn accept(read: &[&Content]) -> Option<TokenStream> {
    let mut types: Vec<&str> = Vec::new();
    for content in read {
        let accepted = match content.kind {
            ContentKind::Json => &content.sent,
            _ => &content.media_type,
        };
        if !types.contains(&accepted.as_str()) {
            types.push(accepted);
        }
    }
    let is_lax = read.iter().any(|content| content.kind != ContentKind::Json);
    if is_lax && !types.contains(&"*/*") {
        types.push("*/*;q=0.1");
    }
    let accept = match types[..] {
        [] => "*/*".to_owned(),
        ["application/json"] => return None,
        _ => types.join(", "),
    };
    Some(quote! { accept: #accept, })
}

fn security(alternatives: &[Vec<String>]) -> Option<TokenStream> {
    if alternatives.is_empty() {
        return None;
    }
    let alternatives = alternatives.iter().map(|all| quote! { &[#(#all),*] });
    Some(quote! { security: &[#(#alternatives),*], })
}

/// Servers of its own.
fn servers(operation: &Operation) -> Option<TokenStream> {
    let servers: Vec<TokenStream> = operation.servers.iter().map(about::server).collect();
    (!servers.is_empty()).then(|| quote! { servers: &[#(#servers),*], })
}
