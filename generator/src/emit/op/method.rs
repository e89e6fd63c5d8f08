//! The method of an operation: required parameters in, a request value out.

use proc_macro2::TokenStream;
use quote::quote;

use super::super::{Emit, doc};
use super::{body, documentation, params};
use crate::naming::ident;

/// The method of an operation.
pub(super) fn item(index: usize, emit: Emit<'_>) -> TokenStream {
    let operation = &emit.plan.api.operations[index];
    let docs = doc::attrs(&documentation::method(index, emit));
    let deprecated = super::super::attr::deprecated(&operation.docs);
    let (name, marker) = (
        ident(emit.plan.names.function(index)),
        ident(emit.plan.names.marker(index)),
    );
    let required = operation
        .params
        .iter()
        .enumerate()
        .filter(|(_, param)| param.required);
    let mut arguments = Vec::new();
    let mut calls = Vec::new();
    for (param, source) in required {
        let name = ident(emit.plan.names.param(index, param));
        let ty = params::borrowed(&source.ty, emit);
        arguments.push(quote! { #name: #ty });
        calls.push(params::put(
            source,
            &params::reference(&source.ty, &name, emit),
        ));
    }
    if let Some((argument, call)) = body_argument(index, emit) {
        arguments.push(argument);
        calls.push(call);
    }
    let operator = super::super::attr::operator(&name, arguments.len());
    quote! {
        #docs
        #deprecated
        #operator
        pub fn #name(self, #(#arguments),*) -> runtime::Request<'c, #marker> {
            runtime::Request::new(self.client) #(#calls)*
        }
    }
}

/// The argument of a required body.
fn body_argument(index: usize, emit: Emit<'_>) -> Option<(TokenStream, TokenStream)> {
    let body = emit.plan.api.operations[index]
        .body
        .as_ref()
        .filter(|body| body.required)?;
    let content = &body.contents[emit.plan.calls[index].body?];
    let ty = body::ty(content.kind, &content.ty, emit);
    let call = body::put(content);
    Some((quote! { body: #ty }, call))
}
