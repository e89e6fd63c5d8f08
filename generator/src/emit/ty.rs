//! Uses of types, as Rust writes them.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;

use super::Emit;
use crate::ir::{Number, Type, TypeId};
use crate::naming::{ident, word};

/// The type of a use; names of models stand alone, so the file imports them.
pub(super) fn of(ty: &Type, emit: Emit<'_>) -> TokenStream {
    match ty {
        Type::Array(item) => {
            let item = of(item, emit);
            quote! { Vec<#item> }
        }
        Type::Tuple(parts) => {
            let boxed = emit.plan.boxed_parts(parts);
            let parts = parts.iter().zip(boxed);
            let parts = parts.map(|(part, is_boxed)| held(part, is_boxed, emit));
            quote! { (#(#parts,)*) }
        }
        Type::Map(value) => {
            let value = of(value, emit);
            quote! { BTreeMap<String, #value> }
        }
        Type::Nullable(inner) => {
            let inner = of(inner, emit);
            quote! { Option<#inner> }
        }
        Type::Named(id) => {
            let name = ident(emit.plan.names.ty(*id));
            if emit.is_outside {
                quote! { models::#name }
            } else {
                quote! { #name }
            }
        }
        Type::Any => quote! { serde_json::Value },
        Type::Number(Number::Exact) => quote! { serde_json::Number },
        Type::File => quote! { runtime::File },
        Type::Text(text) if text.is_formatted() => {
            let name = word(emit.plan.scalar(ty));
            quote! { formats::#name }
        }
        scalar => {
            let name = word(emit.plan.scalar(scalar));
            quote! { #name }
        }
    }
}

/// The type of a use, in a box where it needs one.
pub(super) fn held(ty: &Type, is_boxed: bool, emit: Emit<'_>) -> TokenStream {
    boxed(of(ty, emit), is_boxed)
}

/// A type, in a box where it needs one.
pub(super) fn boxed(inner: TokenStream, is_boxed: bool) -> TokenStream {
    if is_boxed {
        quote! { Box<#inner> }
    } else {
        inner
    }
}

/// The models that a use mentions.
pub(super) fn mentions(ty: &Type, into: &mut BTreeSet<TypeId>) {
    if let Type::Named(id) = ty {
        into.insert(*id);
    }
    ty.parts().iter().for_each(|part| mentions(part, into));
}

/// Whether a use mentions a text with a format.
pub(super) fn has_format(ty: &Type) -> bool {
    matches!(ty, Type::Text(text) if text.is_formatted()) || ty.parts().iter().any(has_format)
}

/// Whether a use mentions a map.
pub(super) fn has_map(ty: &Type) -> bool {
    matches!(ty, Type::Map(_)) || ty.parts().iter().any(has_map)
}
