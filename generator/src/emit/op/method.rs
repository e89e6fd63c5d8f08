//! The methods of an operation: required parameters in, a request value out. One for each form of the body and of the answer.

use proc_macro2::TokenStream;
use quote::quote;

use super::super::{Emit, attr, doc};
use super::form::Form;
use super::{body, documentation, params};
use crate::ir::Content;
use crate::naming::{Name, ident};
use crate::plan::Role;

/// The methods of an operation, the plain one first.
pub(super) fn items(index: usize, emit: Emit<'_>) -> TokenStream {
    let sent = emit.plan.api.operations[index].body.as_ref();
    let required = sent.filter(|body| body.required).map(|body| &body.main);
    let (names, docs) = (&emit.plan.names, documentation::method(index, emit));
    let marker = ident(names.marker(index));
    let given = quote! { #marker };
    let plain = method(
        index,
        names.function(index),
        &docs,
        (required, &given),
        emit,
    );
    let others = sent.into_iter().flat_map(|body| &body.others).enumerate();
    let others = others.map(|(other, content)| {
        let docs = documentation::other_body(index, content, emit);
        let name = names.body_function(index, other);
        method(index, name, &docs, (Some(content), &given), emit)
    });
    let asked = Form::all(index, emit).into_iter().filter_map(|form| {
        let name = names.answer_function(index, form.other?);
        let other = ident(form.marker(emit));
        let docs = documentation::other_answer(&form, emit);
        let given = quote! { #marker, #other };
        Some(method(index, name, &docs, (required, &given), emit))
    });
    quote! { #plain #(#others)* #(#asked)* }
}

/// A method that takes the required parameters and what it sends, and gives a request of these types.
fn method(
    index: usize,
    name: &Name,
    docs: &[String],
    (sent, given): (Option<&Content>, &TokenStream),
    emit: Emit<'_>,
) -> TokenStream {
    let operation = &emit.plan.api.operations[index];
    let docs = doc::attrs(docs);
    let deprecated = attr::deprecated(&operation.docs);
    let name = ident(name);
    let params = operation.params.iter().enumerate();
    let mut arguments = Vec::new();
    let mut calls = Vec::new();
    for (param, source) in params {
        match emit.plan.param_role(source) {
            Role::Argument => {}
            Role::Fixed => {
                calls.extend(params::put_only(source, emit));
                continue;
            }
            Role::Setter => continue,
        }
        let name = ident(emit.plan.names.param_argument(index, param));
        let ty = params::borrowed(&source.ty, emit);
        arguments.push(quote! { #name: #ty });
        calls.push(params::put(
            source,
            &params::reference(&source.ty, &name, emit),
        ));
    }
    if let Some(content) = sent {
        let ty = body::ty(content, emit);
        arguments.push(quote! { body: #ty });
        calls.push(body::put(content));
    }
    let operator = attr::operator(&name, arguments.len());
    quote! {
        #docs
        #deprecated
        #operator
        pub fn #name(self, #(#arguments),*) -> runtime::Request<'c, #given> {
            runtime::Request::new(self.client) #(#calls)*
        }
    }
}
