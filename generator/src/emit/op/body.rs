//! How a body is put into the request: by a call, or by a line of the operation's table.

use proc_macro2::TokenStream;
use quote::quote;

use super::styles;
use crate::ir::{ContentKind, Encoding};
use crate::plan::{Lending, Sent};

/// The call that puts the body into the request.
pub(super) fn put(sent: &Sent<'_>) -> TokenStream {
    let media_type = &sent.content.sent;
    let body = match sent.lending {
        Lending::Ref => quote! { &body },
        Lending::AsIs | Lending::AsText | Lending::AsTexts => quote! { body },
    };
    let fields = sent.content.encodings.iter().map(field);
    match sent.content.kind {
        ContentKind::Json if media_type == "application/json" => quote! { .json_body(#body) },
        ContentKind::Json => quote! { .json_body_as(#media_type, #body) },
        ContentKind::Form => quote! { .form_body(#media_type, #body, &[#(#fields),*]) },
        ContentKind::Multipart => quote! { .multipart_body(#media_type, #body, &[#(#fields),*]) },
        ContentKind::Text => quote! { .raw_body(#media_type, body.to_owned()) },
        ContentKind::Bytes | ContentKind::Stream(_) => quote! { .raw_body(#media_type, body) },
    }
}

/// The same of a setter's line.
pub(super) fn line(sent: &Sent<'_>) -> TokenStream {
    let media_type = &sent.content.sent;
    match sent.content.kind {
        ContentKind::Json if media_type == "application/json" => quote! { json_body },
        ContentKind::Json => quote! { json_body_as(#media_type) },
        ContentKind::Form => quote! { form_body(#media_type) },
        ContentKind::Multipart => quote! { multipart_body(#media_type) },
        ContentKind::Text | ContentKind::Bytes | ContentKind::Stream(_) => {
            quote! { raw_body(#media_type) }
        }
    }
}

/// The lines of the fields about which the document says something.
pub(super) fn fields(sent: &Sent<'_>) -> TokenStream {
    let is_form = matches!(
        sent.content.kind,
        ContentKind::Form | ContentKind::Multipart
    );
    let encodings = sent.content.encodings.iter().filter(|_| is_form);
    let lines = encodings.map(|encoding| {
        let name = &encoding.wire;
        let style = encoding.style.map(|(style, explode)| {
            let style = styles::query(style);
            quote! { by #style #explode }
        });
        let content_type = encoding.content_type.iter();
        quote! { field #name #style #(as #content_type)*; }
    });
    quote! { #(#lines)* }
}

/// What is handed on of what the setter takes, where that is not a reference to it.
pub(super) fn lent(sent: &Sent<'_>) -> Option<TokenStream> {
    match sent.content.kind {
        ContentKind::Json | ContentKind::Form => None,
        ContentKind::Text => Some(quote! { as owned }),
        ContentKind::Multipart | ContentKind::Bytes | ContentKind::Stream(_) => {
            Some(quote! { as itself })
        }
    }
}

/// A field of a form about which the document says something.
pub(super) fn field(encoding: &Encoding) -> TokenStream {
    let name = &encoding.wire;
    let style = encoding.style.map(|(style, explode)| {
        let style = styles::query(style);
        quote! { .style(runtime::QueryStyle::#style, #explode) }
    });
    let content_type = encoding.content_type.as_ref();
    let content_type = content_type.map(|name| quote! { .content_type(#name) });
    quote! { runtime::FormField::new(#name) #style #content_type }
}
