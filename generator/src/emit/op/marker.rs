//! The type that stands for an operation: its data and how its answer is read.

use proc_macro2::TokenStream;
use quote::quote;

use super::super::{Emit, about, doc, ty};
use super::documentation;
use super::form::Form;
use crate::ir::Operation;
use crate::naming::{ident, word};
use crate::plan::Outcome;

/// The marker type and its data; then those of the other forms of the answer, which differ in what is asked for.
pub(super) fn items(index: usize, emit: Emit<'_>) -> Vec<TokenStream> {
    let operation = &emit.plan.api.operations[index];
    let id = emit.plan.operation_id(index);
    let (path, method) = (&operation.path, word(operation.method));
    let security = security(&emit.plan.security(operation));
    let servers = servers(operation);
    let redirects = operation
        .gives_redirects()
        .then(|| quote! { gives_redirects: true, });
    let plain = ident(emit.plan.names.marker(index));
    let forms = Form::all(index, emit).into_iter().map(|form| {
        let accept = accept(&form, emit);
        let (about, info) = match form.other {
            None => (
                format!("The operation {}.", super::route(index, emit)),
                quote! {
                    id: #id,
                    method: runtime::Method::#method,
                    path: #path,
                    #accept
                    #security
                    #servers
                    #redirects
                    ..runtime::OperationInfo::DEFAULT
                },
            ),
            Some(_) => (
                documentation::answered_as(&form, emit),
                quote! {
                    #accept
                    ..*<#plain as runtime::Operation>::INFO
                },
            ),
        };
        let marker = ident(form.marker(emit));
        let docs = doc::attrs(&[about]);
        let output = output(&form, form.outcome(emit), emit);
        let read = read(&form, emit);
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
                        #info
                    };

                    #read
                }
            },
        ]
    });
    forms.flatten().collect()
}

/// What a success gives.
pub(super) fn output(form: &Form, outcome: &Outcome, emit: Emit<'_>) -> TokenStream {
    match outcome {
        Outcome::Empty => quote! { () },
        Outcome::Json(ty) => ty::of(ty, emit),
        Outcome::Text => quote! { String },
        Outcome::Bytes => quote! { bytes::Bytes },
        Outcome::Redirect(body) if **body == Outcome::Empty => quote! { runtime::Redirect },
        Outcome::Redirect(body) => {
            let body = output(form, body, emit);
            quote! { runtime::Redirect<#body> }
        }
        Outcome::ByStatus(_) => {
            let name = ident(form.output(emit));
            quote! { #name }
        }
    }
}

fn read(form: &Form, emit: Emit<'_>) -> TokenStream {
    let read = match form.outcome(emit) {
        Outcome::ByStatus(_) => {
            let name = ident(form.output(emit));
            quote! { #name::read(response) }
        }
        single => reading(single, &form.read_otherwise(None, emit)),
    };
    quote! {
        fn read(response: &runtime::RawResponse) -> Result<Self::Output, runtime::DecodeError> {
            #read
        }
    }
}

/// How the runtime reads an answer that is of none of the other media types.
pub(super) fn reading(outcome: &Outcome, others: &[&str]) -> TokenStream {
    let response = if others.is_empty() {
        quote! { response }
    } else {
        quote! { runtime::other_than(response, &[#(#others),*])? }
    };
    match outcome {
        Outcome::Redirect(body) => {
            let reader = reader(body);
            quote! { runtime::redirect(#response, runtime::#reader) }
        }
        held => {
            let reader = reader(held);
            quote! { runtime::#reader(#response) }
        }
    }
}

/// The function of the runtime that reads a body.
fn reader(outcome: &Outcome) -> TokenStream {
    match outcome {
        Outcome::Json(_) => quote! { json },
        Outcome::Empty | Outcome::Redirect(_) | Outcome::ByStatus(_) => quote! { no_content },
        Outcome::Text => quote! { text },
        Outcome::Bytes => quote! { bytes },
    }
}

/// What is asked for; plain JSON is what an operation accepts when it says nothing.
fn accept(form: &Form, emit: Emit<'_>) -> Option<TokenStream> {
    let accepted = emit.plan.accepted(form.operation, &form.answer);
    if form.other.is_none() && accepted == ["application/json"] {
        return None;
    }
    let accept = accepted.join(", ");
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
