//! The models: a file for each component schema with the types that it owns, and the list of them.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;

use super::{Emit, doc, enums, field, structs, ty, unions};
use crate::draft::{Draft, Rust};
use crate::ir::{Additional, Shape, Type, TypeDef, TypeId};
use crate::naming::ident;
use crate::plan::File;

/// The list of all models.
pub(super) fn list(emit: Emit<'_>) -> Draft {
    let modules = emit.plan.files.iter().map(|file| ident(&file.module));
    let exports = emit.plan.files.iter().map(|file| {
        let module = ident(&file.module);
        let names = names(&file.types, emit);
        quote! { pub use #module::{#(#names),*}; }
    });
    let items = vec![quote! { #(mod #modules;)* }, quote! { #(#exports)* }];
    draft(
        "src/models/mod.rs".to_owned(),
        vec!["The models of the API: what is sent and what comes back.".to_owned()],
        items,
    )
}

/// The file of a component schema.
pub(super) fn file(file: &File, emit: Emit<'_>) -> Draft {
    let mut items = vec![imports(file, emit)];
    for &id in &file.types {
        items.extend(model(id, emit));
    }
    let first = file.types.first().map_or("", |id| emit.plan.names.ty(*id));
    let about = if file.types.len() == 1 {
        String::new()
    } else {
        " and the types that it owns".to_owned()
    };
    let path = format!("src/models/{}.rs", file.module);
    draft(path, vec![format!("[`{first}`]{about}.")], items)
}

/// The items of one model.
pub(super) fn model(id: TypeId, emit: Emit<'_>) -> Vec<TokenStream> {
    let def = emit.plan.api.get(id);
    match &def.shape {
        Shape::Struct(object) => structs::items(id, def, object, emit),
        Shape::Enum(list) => enums::items(id, def, list, emit),
        Shape::Alias(target) => vec![alias(id, def, target, emit)],
        Shape::Union(union) => unions::items(id, def, union, emit),
    }
}

/// What the file needs from elsewhere.
fn imports(file: &File, emit: Emit<'_>) -> TokenStream {
    let mut mentioned = BTreeSet::new();
    let mut has_format = false;
    let (mut has_map, mut has_nullable, mut has_items) = (false, false, false);
    for &id in &file.types {
        let mut note = |ty: &Type| {
            ty::mentions(ty, &mut mentioned);
            has_map |= ty::has_map(ty);
            has_format |= ty::has_format(ty);
        };
        match &emit.plan.api.get(id).shape {
            Shape::Struct(object) => {
                object.fields.iter().for_each(|field| note(&field.ty));
                if let Additional::Kept(value) = &object.additional {
                    note(value);
                    has_map = true;
                }
                has_nullable |= field::needs_nullable(id, &object.fields, emit.plan);
                has_items = true;
            }
            Shape::Enum(_) => has_items = true,
            Shape::Union(union) => {
                union.variants.iter().for_each(|variant| note(&variant.ty));
                has_items = true;
            }
            Shape::Alias(ty) => note(ty),
        }
    }
    let others: Vec<TypeId> = mentioned
        .into_iter()
        .filter(|id| !file.types.contains(id))
        .collect();
    let names = names(&others, emit);
    let map = has_map.then(|| quote! { use std::collections::BTreeMap; });
    let models = (!names.is_empty()).then(|| quote! { use super::{#(#names),*}; });
    let runtime = match (has_items, has_nullable) {
        (true, true) => Some(quote! { use crate::runtime::{self, OptionalNullable}; }),
        (true, false) => Some(quote! { use crate::runtime; }),
        (false, _) => None,
    };
    let formats = has_format.then(|| quote! { use crate::formats; });
    quote! { #map #models #formats #runtime }
}

/// The names of types, sorted.
fn names(types: &[TypeId], emit: Emit<'_>) -> Vec<proc_macro2::Ident> {
    let mut names: Vec<_> = types.iter().map(|id| emit.plan.names.ty(*id)).collect();
    names.sort_unstable();
    names.into_iter().map(ident).collect()
}

fn alias(id: TypeId, def: &TypeDef, target: &Type, emit: Emit<'_>) -> TokenStream {
    let docs = doc::attrs(&doc::model(def, emit));
    let name = ident(emit.plan.names.ty(id));
    let target = ty::of(target, emit);
    quote! { #docs pub type #name = #target; }
}

fn draft(path: String, docs: Vec<String>, items: Vec<TokenStream>) -> Draft {
    let items = items.into_iter().filter(|item| !item.is_empty()).collect();
    Draft::rust(path, Rust { docs, items })
}
