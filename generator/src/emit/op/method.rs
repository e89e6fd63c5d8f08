//! The method of an operation: required parameters in, a request value out.

use proc_macro2::TokenStream;
use quote::quote;

use super::super::{Emit, doc, ty};
use super::{documentation, setters};
use crate::ir::{ContentKind, Text, Type};
use crate::naming::ident;

/// More arguments than clippy allows a function, `self` included.
const MANY_ARGUMENTS: usize = 7;

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
        let ty = borrowed(&source.ty, emit);
        arguments.push(quote! { #name: #ty });
        calls.push(setters::put(source, &reference(&source.ty, &name)));
    }
    if let Some((argument, call)) = body(index, emit) {
        arguments.push(argument);
        calls.push(call);
    }
    let operator = super::super::attr::operator(&name, arguments.len());
    let expect = (arguments.len() + 1 > MANY_ARGUMENTS).then(|| {
        quote! { #[expect(clippy::too_many_arguments, reason = "the document requires each of them")] }
    });
    quote! {
        #docs
        #deprecated
        #expect
        #operator
        pub fn #name(self, #(#arguments),*) -> runtime::Request<'c, #marker> {
            runtime::Request::new(self.client) #(#calls)*
        }
    }
}

/// The argument of a required body.
fn body(index: usize, emit: Emit<'_>) -> Option<(TokenStream, TokenStream)> {
    let body = emit.plan.api.operations[index]
        .body
        .as_ref()
        .filter(|body| body.required)?;
    let content = &body.contents[emit.plan.calls[index].body?];
    let ty = body_type(content.kind, &content.ty, emit);
    let call = put_body(content.kind, &content.media_type);
    Some((quote! { body: #ty }, call))
}

/// The type of a body argument.
pub(super) fn body_type(kind: ContentKind, ty: &Type, emit: Emit<'_>) -> TokenStream {
    match kind {
        ContentKind::Json => borrowed(ty, emit),
        ContentKind::Text => quote! { &str },
        ContentKind::Form | ContentKind::Multipart | ContentKind::Bytes => {
            quote! { impl Into<bytes::Bytes> }
        }
    }
}

/// The call that puts the body into the request.
pub(super) fn put_body(kind: ContentKind, media_type: &str) -> TokenStream {
    match kind {
        ContentKind::Json if media_type == "application/json" => quote! { .json_body(body) },
        ContentKind::Json => quote! { .raw_body(#media_type, runtime::to_vec(body)) },
        ContentKind::Text => quote! { .raw_body(#media_type, body.to_owned()) },
        ContentKind::Form | ContentKind::Multipart | ContentKind::Bytes => {
            quote! { .raw_body(#media_type, body) }
        }
    }
}

/// The type of an argument: borrowed, unless it is a plain number.
pub(super) fn borrowed(ty: &Type, emit: Emit<'_>) -> TokenStream {
    match ty {
        Type::Text(Text::Plain) => quote! { &str },
        Type::Bool | Type::Integer(_) | Type::Number(_) => ty::of(ty, emit),
        Type::Array(item) => {
            let item = ty::of(item, emit);
            quote! { &[#item] }
        }
        other => {
            let inner = ty::of(other, emit);
            quote! { &#inner }
        }
    }
}

/// How an argument is handed on: as a reference.
pub(super) fn reference(ty: &Type, name: &proc_macro2::Ident) -> TokenStream {
    match ty {
        Type::Bool | Type::Integer(_) | Type::Number(_) => quote! { &#name },
        _ => quote! { #name },
    }
}
