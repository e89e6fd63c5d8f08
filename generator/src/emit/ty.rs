//! Uses of types, as Rust writes them.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;

use super::Emit;
use crate::ir::{Integer, Number, Text, Type, TypeId};
use crate::naming::ident;

/// The type of a use; names of models stand alone, so the file imports them.
pub(super) fn of(ty: &Type, emit: Emit<'_>) -> TokenStream {
    match ty {
        Type::Any => quote! { serde_json::Value },
        Type::Bool => quote! { bool },
        Type::Integer(Integer::I32) => quote! { i32 },
        Type::Integer(Integer::I64) => quote! { i64 },
        Type::Integer(Integer::U32) => quote! { u32 },
        Type::Integer(Integer::U64) => quote! { u64 },
        Type::Number(Number::F32) => quote! { f32 },
        Type::Number(Number::F64) => quote! { f64 },
        Type::Text(Text::Plain) => quote! { String },
        Type::Array(item) => {
            let item = of(item, emit);
            quote! { Vec<#item> }
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
            quote! { #name }
        }
    }
}

/// The models that a use mentions.
pub(super) fn mentions(ty: &Type, into: &mut BTreeSet<TypeId>) {
    match ty {
        Type::Named(id) => {
            into.insert(*id);
        }
        Type::Array(inner) | Type::Map(inner) | Type::Nullable(inner) => mentions(inner, into),
        _ => {}
    }
}

/// Whether a use mentions a map.
pub(super) fn has_map(ty: &Type) -> bool {
    match ty {
        Type::Map(_) => true,
        Type::Array(inner) | Type::Nullable(inner) => has_map(inner),
        _ => false,
    }
}
