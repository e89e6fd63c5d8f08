//! How a parameter is taken from the caller and put into the request.

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use serde_json::Value;

use super::super::{Emit, ty};
use crate::ir::{Param, ParamPlace, Style, Type};
use crate::naming::word;

/// The type of an argument: borrowed, unless it is a plain number.
pub(super) fn borrowed(ty: &Type, emit: Emit<'_>) -> TokenStream {
    match ty {
        _ if emit.plan.format(ty).is_some() => quote! { impl AsRef<str> },
        _ if emit.plan.text(ty).is_some() => quote! { &str },
        ty if is_copied(ty) => ty::of(ty, emit),
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

/// Whether an argument is the value itself: a plain number costs no more than a reference to it.
pub(super) fn is_copied(ty: &Type) -> bool {
    matches!(ty, Type::Bool | Type::Integer(_) | Type::Number(_))
}

/// How an argument is handed on: as a reference.
pub(super) fn reference(ty: &Type, name: &proc_macro2::Ident, emit: Emit<'_>) -> TokenStream {
    match ty {
        _ if emit.plan.format(ty).is_some() => quote! { #name.as_ref() },
        ty if is_copied(ty) => quote! { &#name },
        _ => quote! { #name },
    }
}

/// The call that puts a parameter into the request that has only one value.
pub(super) fn put_only(param: &Param, emit: Emit<'_>) -> Option<TokenStream> {
    let value = match emit.plan.only(param)? {
        Value::Bool(only) => quote! { &#only },
        Value::Number(only) => {
            let only = Literal::i64_suffixed(only.as_i64()?);
            quote! { &#only }
        }
        Value::String(only) => quote! { #only },
        Value::Null | Value::Array(_) | Value::Object(_) => return None,
    };
    Some(put(param, &value))
}

/// The call that puts a parameter into the request; the usual style of each place needs no mention.
pub(super) fn put(param: &Param, value: &TokenStream) -> TokenStream {
    let wire = &param.wire;
    let (explode, reserved) = (param.explode, param.allow_reserved);
    let text;
    let value = if param.json {
        // A parameter with `content` is the text of a JSON document.
        let write = word(match param.place {
            ParamPlace::Header => "ascii_json_text",
            ParamPlace::Path | ParamPlace::Query | ParamPlace::Cookie => "json_text",
        });
        text = quote! { &runtime::#write(#value) };
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

pub(super) fn query_style(style: Style) -> TokenStream {
    match style {
        Style::SpaceDelimited => quote! { SpaceDelimited },
        Style::PipeDelimited => quote! { PipeDelimited },
        Style::DeepObject => quote! { DeepObject },
        _ => quote! { Form },
    }
}
