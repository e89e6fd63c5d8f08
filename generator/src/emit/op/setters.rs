//! Setters of the request value: optional parameters, and the body where it is optional. Each is a line of the operation's table.

use proc_macro2::TokenStream;
use quote::quote;

use super::super::{attr, doc};
use super::{body, params};
use crate::markdown;
use crate::naming::ident;
use crate::plan::{Operation, Parameter};
use crate::rust::View;

/// The lines of the setters of an operation: what each takes, and where that goes.
pub(super) fn lines(operation: &Operation<'_>) -> TokenStream {
    let several = !operation.other_answers().is_empty() && operation.has_setters();
    let several = several.then(|| quote! { several answers; });
    let params = operation.setters().map(|param| {
        let (said, name, put) = (said(param), ident(param.name), params::line(param));
        let is_plain = param.name.code() == param.source.wire;
        let wire = (!is_plain).then_some(&param.source.wire).into_iter();
        let (lent, taken) = (params::lent(param), param.taken.tokens(View::Operations));
        quote! { #said set #name: #put #(= #wire)*, #lent #taken; }
    });
    let body = operation.optional_body().map(|sent| {
        let (docs, put) = (body_docs(operation), body::line(sent));
        let (lent, taken) = (body::lent(sent), sent.taken.tokens(View::Operations));
        let fields = body::fields(sent);
        quote! { #docs set body: #put, #lent #taken; #fields }
    });
    quote! { #several #(#params)* #body }
}

/// What callers see of them, as plain Rust; `None` where there is nothing to set.
pub(super) fn declared(operation: &Operation<'_>) -> Option<TokenStream> {
    if !operation.has_setters() {
        return None;
    }
    let params = operation.setters().map(|param| {
        let (said, signature) = (said(param), param.setter().tokens(View::Operations));
        quote! { #said pub fn #signature {} }
    });
    let body = operation.optional_body().map(|sent| {
        let (docs, signature) = (body_docs(operation), sent.setter().tokens(View::Operations));
        quote! { #docs pub fn #signature {} }
    });
    let marker = ident(operation.marker);
    let owner = if operation.other_answers().is_empty() {
        quote! { impl runtime::Request<'_, #marker> }
    } else {
        quote! { impl<Answer: runtime::Operation> runtime::Request<'_, #marker, Answer> }
    };
    Some(quote! { #owner { #(#params)* #body } })
}

/// What stands in front of the setter of a parameter: its documentation and attributes.
fn said(param: &Parameter<'_>) -> TokenStream {
    let source = param.source;
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
    let operator = attr::operator(&ident(param.name), 1);
    quote! { #docs #deprecated #operator }
}

fn body_docs(operation: &Operation<'_>) -> TokenStream {
    let described = operation.body.as_ref().and_then(|body| body.description);
    let described = described.map(markdown::lines);
    doc::attrs(&described.unwrap_or_else(|| vec!["Sets what is sent.".to_owned()]))
}
