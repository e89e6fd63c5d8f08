//! The models: a file for each component schema with the types that it owns, and the list of them.

use proc_macro2::TokenStream;
use quote::quote;

use super::{doc, enums, imports, structs, unions};
use crate::cargo_toml::ALL_MODELS;
use crate::draft::{Draft, Rust};
use crate::naming::ident;
use crate::plan::{File, Kind, Model, Plan};
use crate::rust::{Ty, View};

/// The list of all models: all that their files give.
pub(super) fn list(plan: &Plan) -> Draft {
    let mut docs = vec!["The models of the API: what is sent and what comes back.".to_owned()];
    let files: Vec<TokenStream> = plan.files().map(listed).collect();
    let mut items = Vec::new();
    if !files.is_empty() {
        let all = plan.has_resource_features().then_some(ALL_MODELS);
        docs.extend(all.map(|all| {
            format!(
                "Each file comes with the feature `{all}`, and with those of the resources that lead to it."
            )
        }));
        let all = all.into_iter();
        items.push(quote! { crate::runtime::models! { #(#all;)* #(#files)* } });
    }
    draft("src/models/mod.rs".to_owned(), docs, items)
}

/// The line of a file, with the features that lead to it where resources are some.
fn listed(file: File<'_>) -> TokenStream {
    let module = ident(file.module());
    let features = file.features().unwrap_or_default().into_iter();
    let features = (features.len() > 0).then(|| quote! { : #(#features)|* });
    quote! { mod #module #features; }
}

/// The file of a component schema.
pub(super) fn file(file: File<'_>) -> Draft {
    let models: Vec<Model<'_>> = file.models().collect();
    let mut items = vec![imported(&models)];
    let own = models.iter().map(|model| model.name).collect();
    let view = View::File(&own);
    for side_by_side in models.chunk_by(|one, next| Form::of(one) == Form::of(next)) {
        match side_by_side.first().map(Form::of) {
            Some(Form::Reexport) => items.push(reexports(side_by_side)),
            Some(Form::Constant) => {
                let lines = side_by_side.iter().filter_map(enums::constant_line);
                items.push(quote! { runtime::constant! { #(#lines)* } });
            }
            _ => items.extend(side_by_side.iter().flat_map(|one| declared(one, view))),
        }
    }
    let path = format!("src/models/{}.rs", file.module());
    draft(path, Vec::new(), items)
}

/// What stands together where it follows each other, and what by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Reexport,
    Constant,
    Other,
}

impl Form {
    fn of(model: &Model<'_>) -> Self {
        if is_reexport(model) {
            Self::Reexport
        } else if matches!(model.kind, Kind::Constant(_)) {
            Self::Constant
        } else {
            Self::Other
        }
    }
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
fn declared(model: &Model<'_>, view: View<'_>) -> Vec<TokenStream> {
    let table = match &model.kind {
        Kind::Enum(list) => enums::table(model, list),
        Kind::Union(union) => unions::table(model, union, view),
        Kind::Constant(_) | Kind::Struct(_) | Kind::Alias { .. } => None,
    };
    table.map_or_else(|| spelled(model, view), |table| vec![table])
}

/// The items of one model, spelled out as if it were defined in its place.
fn spelled(model: &Model<'_>, view: View<'_>) -> Vec<TokenStream> {
    match &model.kind {
        Kind::Struct(object) => structs::items(model, object, view),
        Kind::Enum(list) => enums::items(model, list),
        Kind::Constant(only) => enums::constant(model, only),
        Kind::Alias { ty, .. } => vec![alias(model, ty, view)],
        Kind::Union(union) => unions::items(model, union, view),
    }
}

/// What callers see of one model: its items, and what its table defines.
pub(super) fn seen(model: &Model<'_>) -> Vec<TokenStream> {
    let mut items = spelled(model, View::Models);
    if let Kind::Struct(object) = &model.kind {
        items.push(structs::declared(model, object));
    }
    items
}

/// What the file needs from elsewhere.
fn imported(models: &[Model<'_>]) -> TokenStream {
    let defined = || models.iter().filter(|model| !is_reexport(model));
    let types: Vec<Ty<'_>> = defined().flat_map(Model::types).collect();
    let uses = |is_meant: fn(&Ty<'_>) -> bool| types.iter().any(|ty| ty.any(&is_meant));
    let is_alias = |model: &Model<'_>| matches!(model.kind, Kind::Alias { .. });
    let map =
        uses(|ty| matches!(ty, Ty::Map(_))).then(|| quote! { use std::collections::BTreeMap; });
    let formats = uses(|ty| matches!(ty, Ty::Format(_)));
    let runtime = !defined().all(is_alias);
    let modules = imports::modules(&[("formats", formats), ("runtime", runtime)]);
    quote! { #map #modules }
}

fn alias(model: &Model<'_>, target: &Ty<'_>, view: View<'_>) -> TokenStream {
    let (docs, name) = (doc::attrs(&doc::model(model)), ident(model.name));
    let target = target.tokens(view);
    quote! { #docs pub type #name = #target; }
}

fn draft(path: String, docs: Vec<String>, items: Vec<TokenStream>) -> Draft {
    let items = items.into_iter().filter(|item| !item.is_empty()).collect();
    Draft::rust(path, Rust { docs, items })
}
