//! How a body is taken from the caller and put into the request.

use proc_macro2::TokenStream;
use quote::quote;

use super::super::Emit;
use super::params::{self, borrowed};
use crate::ir::{Content, ContentKind, Encoding, Type};

/// The type of a body argument.
pub(super) fn ty(content: &Content, emit: Emit<'_>) -> TokenStream {
    let ty = &content.ty;
    match content.kind {
        ContentKind::Multipart if *ty == Type::Any => quote! { &runtime::MultipartForm },
        ContentKind::Multipart => borrowed(ty, emit),
        ContentKind::Json | ContentKind::Form if emit.plan.text(ty).is_none() => borrowed(ty, emit),
        ContentKind::Json | ContentKind::Form | ContentKind::Text => quote! { &str },
        ContentKind::Bytes => quote! { impl Into<bytes::Bytes> },
    }
}

/// The call that puts the body into the request.
pub(super) fn put(content: &Content) -> TokenStream {
    let (media_type, body) = (&content.sent, lent(content));
    match content.kind {
        ContentKind::Json if media_type == "application/json" => quote! { .json_body(#body) },
        ContentKind::Json => quote! { .json_body_as(#media_type, #body) },
        ContentKind::Form => {
            let fields = content.encodings.iter().map(field);
            quote! { .form_body(#media_type, #body, &[#(#fields),*]) }
        }
        ContentKind::Multipart => {
            let fields = content.encodings.iter().map(field);
            quote! { .multipart_body(#media_type, #body, &[#(#fields),*]) }
        }
        ContentKind::Text => quote! { .raw_body(#media_type, body.to_owned()) },
        ContentKind::Bytes => quote! { .raw_body(#media_type, body) },
    }
}

/// The argument as a reference, which a number is not.
fn lent(content: &Content) -> TokenStream {
    if params::is_copied(&content.ty) {
        quote! { &body }
    } else {
        quote! { body }
    }
}

/// A field of a form about which the document says something.
fn field(encoding: &Encoding) -> TokenStream {
    let name = &encoding.wire;
    let style = encoding.style.map(|(style, explode)| {
        let style = params::query_style(style);
        quote! { .style(runtime::QueryStyle::#style, #explode) }
    });
    let content_type = encoding.content_type.as_ref();
    let content_type = content_type.map(|name| quote! { .content_type(#name) });
    quote! { runtime::FormField::new(#name) #style #content_type }
}
