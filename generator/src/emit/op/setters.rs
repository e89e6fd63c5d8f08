//! Setters of the request value: optional parameters, and the body where it is optional.

use proc_macro2::TokenStream;
use quote::quote;

use super::super::{Emit, attr, doc};
use super::method;
use crate::ir::{Param, ParamPlace, Style};
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
    setters.extend(body(index, emit));
    if setters.is_empty() {
        return None;
    }
    let marker = ident(emit.plan.names.marker(index));
    Some(quote! {
        impl runtime::Request<'_, #marker> {
            #(#setters)*
        }
    })
}

fn setter(index: usize, param: usize, source: &Param, emit: Emit<'_>) -> TokenStream {
    let name = ident(emit.plan.names.param(index, param));
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
    let ty = method::borrowed(&source.ty, emit);
    let put = put(source, &method::reference(&source.ty, &name));
    quote! {
        #docs
        #deprecated
        #operator
        pub fn #name(self, #name: #ty) -> Self {
            self #put
        }
    }
}

fn body(index: usize, emit: Emit<'_>) -> Option<TokenStream> {
    let body = emit.plan.api.operations[index]
        .body
        .as_ref()
        .filter(|body| !body.required)?;
    let content = &body.contents[emit.plan.calls[index].body?];
    let described = body.description.as_deref().map(markdown::lines);
    let docs = doc::attrs(&described.unwrap_or_else(|| vec!["Sets what is sent.".to_owned()]));
    let ty = method::body_type(content.kind, &content.ty, emit);
    let put = method::put_body(content.kind, &content.media_type);
    Some(quote! {
        #docs
        pub fn body(self, body: #ty) -> Self {
            self #put
        }
    })
}

/// The call that puts a parameter into the request; the usual style of each place needs no mention.
pub(super) fn put(param: &Param, value: &TokenStream) -> TokenStream {
    let wire = &param.wire;
    let (explode, reserved) = (param.explode, param.allow_reserved);
    let text;
    let value = if param.json {
        // A parameter with `content` is the text of a JSON document.
        text = quote! { &runtime::json_text(#value) };
        &text
    } else {
        value
    };
    match (param.place, param.style, explode, reserved) {
        (ParamPlace::Path, Style::Simple, false, _) => quote! { .path_param(#wire, #value) },
        (ParamPlace::Path, style, _, _) => {
            let style = path_style(style);
            quote! { .path_param_with(#wire, runtime::PathStyle::#style, #explode, #value) }
        }
        (ParamPlace::Query, Style::Form, true, false) => quote! { .query_param(#wire, #value) },
        (ParamPlace::Query, style, _, _) => {
            let style = query_style(style);
            quote! { .query_param_with(#wire, runtime::QueryStyle::#style, #explode, #reserved, #value) }
        }
        (ParamPlace::Header, ..) => quote! { .header_param(#wire, #explode, #value) },
        (ParamPlace::Cookie, ..) => quote! { .cookie_param(#wire, #explode, #value) },
    }
}

fn path_style(style: Style) -> TokenStream {
    match style {
        Style::Label => quote! { Label },
        Style::Matrix => quote! { Matrix },
        _ => quote! { Simple },
    }
}

fn query_style(style: Style) -> TokenStream {
    match style {
        Style::SpaceDelimited => quote! { SpaceDelimited },
        Style::PipeDelimited => quote! { PipeDelimited },
        Style::DeepObject => quote! { DeepObject },
        _ => quote! { Form },
    }
}
