//! How a parameter is put into the request: by a call, or by a line of the operation's table.

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use serde_json::Value;

use super::{body, styles};
use crate::ir::{Param, ParamLocation, Style, WholeQuery};
use crate::naming::{ident, word};
use crate::plan::{Lending, Parameter};

/// The call that puts what a caller hands over into the request.
pub(super) fn put_argument(param: &Parameter<'_>) -> TokenStream {
    let name = ident(param.argument);
    let value = match param.lending {
        Lending::AsText => quote! { #name.as_ref() },
        Lending::AsTexts => quote! { &runtime::texts(#name) },
        Lending::Ref => quote! { &#name },
        Lending::AsIs => quote! { #name },
    };
    put(param.source, &value)
}

/// The call that puts a parameter into the request that has only one value.
pub(super) fn put_only(param: &Parameter<'_>) -> Option<TokenStream> {
    let value = match param.only.as_ref()? {
        Value::Bool(only) => quote! { &#only },
        Value::Number(only) => {
            let only = Literal::i64_suffixed(only.as_i64()?);
            quote! { &#only }
        }
        Value::String(only) => quote! { #only },
        Value::Null | Value::Array(_) | Value::Object(_) => return None,
    };
    Some(put(param.source, &value))
}

/// The call that puts a parameter into the request; the usual style of each place needs no mention.
fn put(param: &Param, value: &TokenStream) -> TokenStream {
    match &param.whole_query {
        Some(WholeQuery::Form(encodings)) => {
            let fields = encodings.iter().map(body::field);
            return quote! { .query_form(&[#(#fields),*], #value) };
        }
        Some(WholeQuery::Json) => return quote! { .query_text(&runtime::json_text(#value)) },
        None => {}
    }
    let wire = &param.wire;
    let (explode, reserved) = (param.explode, param.allow_reserved);
    let text;
    let value = if param.json {
        // A parameter with `content` is the text of a JSON document.
        let write = word(match param.location {
            ParamLocation::Header => "ascii_json_text",
            ParamLocation::Path | ParamLocation::Query | ParamLocation::Cookie => "json_text",
        });
        text = quote! { &runtime::#write(#value) };
        &text
    } else {
        value
    };
    match (param.location, param.style, explode, reserved) {
        (ParamLocation::Path, style, ..) if param.has_path_style() => {
            let style = styles::path(style);
            quote! { .path_param_with(#wire, runtime::PathStyle::#style, #explode, #value) }
        }
        (ParamLocation::Path, ..) if param.may_be_empty => {
            quote! { .path_param_or_empty(#wire, #value) }
        }
        (ParamLocation::Path, ..) => quote! { .path_param(#wire, #value) },
        (ParamLocation::Query, Style::Form, true, false) => quote! { .query_param(#wire, #value) },
        (ParamLocation::Query, style, _, _) => {
            let style = styles::query(style);
            quote! { .query_param_with(#wire, runtime::QueryStyle::#style, #explode, #reserved, #value) }
        }
        (ParamLocation::Header, ..) => quote! { .header_param(#wire, #explode, #value) },
        (ParamLocation::Cookie, ..) => quote! { .cookie_param(#wire, #explode, #value) },
    }
}

/// The same of a setter's line: where the parameter goes, and how, where that is not the usual way there.
pub(super) fn line(param: &Parameter<'_>) -> TokenStream {
    let param = param.source;
    match &param.whole_query {
        Some(WholeQuery::Form(encodings)) => {
            let fields = encodings.iter().map(body::field);
            return quote! { query_form(&[#(#fields),*]) };
        }
        Some(WholeQuery::Json) => return quote! { query_text(as json_text) },
        None => {}
    }
    let (explode, reserved) = (param.explode, param.allow_reserved);
    match (param.location, param.style, param.json) {
        (ParamLocation::Path, ..) => TokenStream::new(),
        (ParamLocation::Query, _, true) => quote! { query(as json_text) },
        (ParamLocation::Header, _, true) => quote! { header(as ascii_json_text) },
        (ParamLocation::Cookie, _, true) => quote! { cookie(as json_text) },
        (ParamLocation::Query, Style::Form, false) if explode && !reserved => quote! { query },
        (ParamLocation::Query, style, false) => {
            let style = styles::query(style);
            quote! { query_param_with(runtime::QueryStyle::#style, #explode, #reserved) }
        }
        (ParamLocation::Header, _, false) if explode => quote! { header_param(true) },
        (ParamLocation::Header, _, false) => quote! { header },
        (ParamLocation::Cookie, _, false) if explode => quote! { cookie_param(true) },
        (ParamLocation::Cookie, _, false) => quote! { cookie },
    }
}

/// What is handed on of what a setter takes, where that is not a reference to it.
pub(super) fn lent(param: &Parameter<'_>) -> Option<TokenStream> {
    match param.lending {
        Lending::AsIs | Lending::Ref => None,
        Lending::AsText => Some(quote! { as text }),
        Lending::AsTexts => Some(quote! { as texts }),
    }
}
