//! Setters of the request value: optional parameters, and the body where it is optional.

use proc_macro2::TokenStream;
use quote::quote;

use super::super::{Emit, attr, doc};
use super::{body, params};
use crate::ir::Param;
use crate::markdown;
use crate::naming::ident;

/// The setters of an operation; `None` where there is nothing to set.
pub(super) fn item(index: usize, emit: Emit<'_>) -> Option<TokenStream> {
    let operation = &emit.plan.api.operations[index];
    let optional = operation
        .params
        .iter()
        .enumerate()
        .filter(|(_, param)| !param.required);
    let mut setters: Vec<TokenStream> = optional
        .map(|(param, source)| setter(index, param, source, emit))
        .collect();
    setters.extend(body_setter(index, emit));
    if setters.is_empty() {
        return None;
    }
    let marker = ident(emit.plan.names.marker(index));
    let owner = if emit.plan.calls[index].others.is_empty() {
        quote! { impl runtime::Request<'_, #marker> }
    } else {
        quote! { impl<Answer: runtime::Operation> runtime::Request<'_, #marker, Answer> }
    };
    Some(quote! {
        #owner {
            #(#setters)*
        }
    })
}

fn setter(index: usize, param: usize, source: &Param, emit: Emit<'_>) -> TokenStream {
    let name = ident(emit.plan.names.param(index, param));
    let argument = ident(emit.plan.names.param_argument(index, param));
    let mut lines = Vec::new();
    if source.docs.description.is_none() && source.docs.title.is_none() {
        lines.push(format!(
            "Sets the parameter {}.",
            markdown::code(&source.wire)
        ));
    }
    doc::paragraph(&mut lines, doc::value(&source.docs));
    let docs = doc::attrs(&lines);
    let deprecated = attr::deprecated(&source.docs);
    let operator = attr::operator(&name, 1);
    let ty = params::borrowed(&source.ty, emit);
    let put = params::put(source, &params::reference(&source.ty, &argument, emit));
    quote! {
        #docs
        #deprecated
        #operator
        pub fn #name(self, #argument: #ty) -> Self {
            self #put
        }
    }
}

fn body_setter(index: usize, emit: Emit<'_>) -> Option<TokenStream> {
    let body = emit.plan.api.operations[index]
        .body
        .as_ref()
        .filter(|body| !body.required)?;
    let described = body.description.as_deref().map(markdown::lines);
    let docs = doc::attrs(&described.unwrap_or_else(|| vec!["Sets what is sent.".to_owned()]));
    let ty = body::ty(&body.main, emit);
    let put = body::put(&body.main);
    Some(quote! {
        #docs
        pub fn body(self, body: #ty) -> Self {
            self #put
        }
    })
}
