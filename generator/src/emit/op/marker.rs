//! The type that stands for an operation: its data and how its answer is read.

use proc_macro2::TokenStream;
use quote::quote;

use super::super::{about, doc};
use super::documentation;
use crate::naming::{ident, word};
use crate::plan::{Answer, Given, Held, Operation};
use crate::rust::View;

/// The marker type and its data; then those of the other forms of the answer, which differ in what is asked for.
pub(super) fn items(operation: &Operation<'_>) -> Vec<TokenStream> {
    let plain = ident(operation.marker);
    let answers = operation.answers.iter().enumerate();
    let markers = answers.map(|(index, answer)| {
        if index == 0 {
            let about = format!("The operation {}.", super::route(operation));
            marker(answer, &about, &info(operation, answer))
        } else {
            let accept = accept(answer);
            let info = quote! { #accept ..*<#plain as runtime::Operation>::INFO };
            marker(
                answer,
                &documentation::answered_as(operation, answer),
                &info,
            )
        }
    });
    markers.flatten().collect()
}

/// The data of an operation.
fn info(operation: &Operation<'_>, answer: &Answer<'_>) -> TokenStream {
    let (id, source) = (operation.id, operation.source);
    let (path, method) = (&source.path, word(source.method.name()));
    let security = security(&operation.security);
    let servers: Vec<TokenStream> = source.servers.iter().map(about::server).collect();
    let servers = (!servers.is_empty()).then(|| quote! { servers: &[#(#servers),*], });
    let redirects = source
        .gives_redirects()
        .then(|| quote! { gives_redirects: true, });
    // Plain JSON is what an operation accepts when it says nothing.
    let is_plain = answer.accepted == ["application/json"];
    let accept = (!is_plain).then(|| accept(answer));
    quote! {
        id: #id,
        method: runtime::Method::#method,
        path: #path,
        #accept
        #security
        #servers
        #redirects
        ..runtime::OperationInfo::DEFAULT
    }
}

fn marker(answer: &Answer<'_>, about: &str, info: &TokenStream) -> Vec<TokenStream> {
    let (marker, docs) = (ident(answer.marker), doc::attrs(&[about.to_owned()]));
    let output = answer.ty().tokens(View::Operations);
    let read = match &answer.given {
        Given::ByStatus(_) => quote! { #output::read(response) },
        Given::Single {
            held,
            read_otherwise,
        } => reading(held, read_otherwise),
    };
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

                fn read(response: &runtime::RawResponse) -> Result<Self::Output, runtime::DecodeError> {
                    #read
                }
            }
        },
    ]
}

/// How the runtime reads an answer that is of none of the other media types.
pub(super) fn reading(held: &Held<'_>, others: &[&str]) -> TokenStream {
    let response = if others.is_empty() {
        quote! { response }
    } else {
        quote! { runtime::other_than(response, &[#(#others),*])? }
    };
    match held {
        Held::Redirect(body) => {
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
fn reader(held: &Held<'_>) -> TokenStream {
    match held {
        Held::Json { .. } => quote! { json },
        Held::Nothing | Held::Redirect(_) => quote! { no_content },
        Held::Text => quote! { text },
        Held::Bytes => quote! { bytes },
    }
}

/// What is asked for.
fn accept(answer: &Answer<'_>) -> TokenStream {
    let accept = answer.accepted.join(", ");
    quote! { accept: #accept, }
}

fn security(alternatives: &[Vec<&str>]) -> Option<TokenStream> {
    if alternatives.is_empty() {
        return None;
    }
    let alternatives = alternatives.iter().map(|all| quote! { &[#(#all),*] });
    Some(quote! { security: &[#(#alternatives),*], })
}
