//! The models: a file for each component schema with the types that it owns, and the list of them.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;

use super::{doc, enums, structs, unions};
use crate::draft::{Draft, Rust};
use crate::naming::{Name, ident};
use crate::plan::{File, Kind, Model, Plan};
use crate::rust::{Outer, Ty, View};

/// The list of all models. What a file gives is named one by one: with `*`, rustc could not tell what a derive means where a model is
/// called like one.
pub(super) fn list(plan: &Plan) -> Draft {
    let modules = plan.files().map(|file| ident(file.module()));
    let exports = plan.files().map(|file| {
        let (module, names) = (ident(file.module()), sorted(file.names()));
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
pub(super) fn file(file: File<'_>) -> Draft {
    let models: Vec<Model<'_>> = file.models().collect();
    let mut items = vec![imports(&models)];
    // Re-exports that follow each other stand together.
    for side_by_side in models.chunk_by(|one, next| is_reexport(one) && is_reexport(next)) {
        match side_by_side {
            [model] if !is_reexport(model) => items.extend(declared(model)),
            all => items.push(reexports(all)),
        }
    }
    let path = format!("src/models/{}.rs", file.module());
    draft(path, Vec::new(), items)
}

/// Whether an equal model is defined elsewhere.
fn is_reexport(model: &Model<'_>) -> bool {
    model.definition.is_some()
}

/// The names of models that are defined elsewhere.
fn reexports(models: &[Model<'_>]) -> TokenStream {
    let lines = models.iter().filter_map(|model| {
        let (definition, name) = (ident(model.definition?), ident(model.name));
        Some(quote! { pub use super::#definition as #name; })
    });
    quote! { #(#lines)* }
}

/// The items of one model as its file has them.
fn declared(model: &Model<'_>) -> Vec<TokenStream> {
    let table = match &model.kind {
        Kind::Enum(list) => enums::table(model, list),
        Kind::Constant(only) => enums::constant_table(model, only),
        Kind::Union(union) => unions::table(model, union),
        Kind::Struct(_) | Kind::Alias { .. } => None,
    };
    table.map_or_else(|| self::model(model), |table| vec![table])
}

/// The items of one model, spelled out as if it were defined in its place.
pub(super) fn model(model: &Model<'_>) -> Vec<TokenStream> {
    match &model.kind {
        Kind::Struct(object) => structs::items(model, object),
        Kind::Enum(list) => enums::items(model, list),
        Kind::Constant(only) => enums::constant(model, only),
        Kind::Alias { ty, .. } => vec![alias(model, ty)],
        Kind::Union(union) => unions::items(model, union),
    }
}

/// What callers see of one model: its items, and what its table defines.
pub(super) fn seen(model: &Model<'_>) -> Vec<TokenStream> {
    let mut items = self::model(model);
    if let Kind::Struct(object) = &model.kind {
        items.push(structs::declared(model, object));
    }
    items
}

/// What the file needs from elsewhere.
fn imports(models: &[Model<'_>]) -> TokenStream {
    let defined = || models.iter().filter(|model| !is_reexport(model));
    let types: Vec<Ty<'_>> = defined().flat_map(Model::types).collect();
    let uses = |is_meant: fn(&Ty<'_>) -> bool| types.iter().any(|ty| ty.any(&is_meant));
    let own: BTreeSet<&Name> = models.iter().map(|model| model.name).collect();
    let others = types.iter().flat_map(Ty::models);
    let others = sorted(others.filter(|name| !own.contains(name)));
    let is_alias = |model: &Model<'_>| matches!(model.kind, Kind::Alias { .. });
    let map =
        uses(|ty| matches!(ty, Ty::Map(_))).then(|| quote! { use std::collections::BTreeMap; });
    let models_used = (!others.is_empty()).then(|| quote! { use super::{#(#others),*}; });
    let formats = uses(|ty| matches!(ty, Ty::Format(_))).then(|| quote! { use crate::formats; });
    let has_nullable = uses(|ty| matches!(ty, Ty::Within(Outer::OptionalNullable, _)));
    let runtime = match (defined().all(is_alias), has_nullable) {
        (true, _) => None,
        (false, true) => Some(quote! { use crate::runtime::{self, OptionalNullable}; }),
        (false, false) => Some(quote! { use crate::runtime; }),
    };
    quote! { #map #models_used #formats #runtime }
}

/// Names, sorted, each once.
fn sorted<'p>(names: impl Iterator<Item = &'p Name>) -> Vec<proc_macro2::Ident> {
    let names: BTreeSet<&Name> = names.collect();
    names.into_iter().map(ident).collect()
}

fn alias(model: &Model<'_>, target: &Ty<'_>) -> TokenStream {
    let (docs, name) = (doc::attrs(&doc::model(model)), ident(model.name));
    let target = target.tokens(View::Models);
    quote! { #docs pub type #name = #target; }
}

fn draft(path: String, docs: Vec<String>, items: Vec<TokenStream>) -> Draft {
    let items = items.into_iter().filter(|item| !item.is_empty()).collect();
    Draft::rust(path, Rust { docs, items })
}
