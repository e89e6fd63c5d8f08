//! How a body is taken from the caller and put into the request.

use proc_macro2::TokenStream;
use quote::quote;

use super::super::Emit;
use super::params::borrowed;
use crate::ir::{ContentKind, Type};

/// The type of a body argument.
pub(super) fn ty(kind: ContentKind, ty: &Type, emit: Emit<'_>) -> TokenStream {
    match kind {
        ContentKind::Json if emit.plan.text(ty).is_none() => borrowed(ty, emit),
        ContentKind::Json | ContentKind::Text => quote! { &str },
        ContentKind::Form | ContentKind::Multipart | ContentKind::Bytes => {
            quote! { impl Into<bytes::Bytes> }
        }
    }
}

/// The call that puts the body into the request.
pub(super) fn put(kind: ContentKind, media_type: &str) -> TokenStream {
    match kind {
        ContentKind::Json if media_type == "application/json" => quote! { .json_body(body) },
        ContentKind::Json => quote! { .raw_body(#media_type, runtime::to_vec(body)) },
        ContentKind::Text => quote! { .raw_body(#media_type, body.to_owned()) },
        ContentKind::Form | ContentKind::Multipart | ContentKind::Bytes => {
            quote! { .raw_body(#media_type, body) }
        }
    }
}
