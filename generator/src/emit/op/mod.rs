//! Operations: a file for each resource, with its handle, the operations and their errors.

mod answers;
mod body;
mod declared;
mod documentation;
mod marker;
mod method;
mod pages;
mod params;
mod reading;
mod setters;
mod statuses;
mod styles;

use proc_macro2::TokenStream;
use quote::quote;

use super::{attr, doc, imports};
use crate::draft::{Draft, Rust};
use crate::markdown;
use crate::naming::ident;
use crate::plan::{Held, Operation, Plan, Resource};
use crate::rust::Ty;

/// The list of all resources.
pub(super) fn list(plan: &Plan) -> Draft {
    let modules = plan.resources().map(|resource| {
        let (module, with) = (ident(&resource.module()), attr::with(resource.feature()));
        quote! { #with pub mod #module; }
    });
    let docs = vec![
        "The operations of the API, a resource each group. What stands for an operation, and its documented errors, are in the module of"
            .to_owned(),
        "its resource.".to_owned(),
    ];
    let items = vec![quote! { #(#modules)* }, exports(plan)];
    Draft::rust("src/operations/mod.rs", Rust { docs, items })
}

/// The types of all resources.
fn exports(plan: &Plan) -> TokenStream {
    let path = |resource: Resource<'_>| {
        let (module, name) = (ident(&resource.module()), ident(resource.name));
        quote! { #module::#name }
    };
    if plan.has_resource_features() {
        let exports = plan.resources().map(|resource| {
            let (with, path) = (attr::with(resource.feature()), path(resource));
            quote! { #with #[doc(inline)] pub use #path; }
        });
        return quote! { #(#exports)* };
    }
    let paths = plan.resources().map(path);
    quote! { #[doc(inline)] pub use {#(#paths),*}; }
}

/// The file of a resource.
pub(super) fn resource(resource: Resource<'_>, plan: &Plan) -> Draft {
    let operations: Vec<Operation<'_>> = resource.operations().collect();
    let mut items = vec![imported(&operations)];
    items.extend(handle(resource, &operations, plan));
    items.extend(operations.iter().flat_map(own));
    let docs = vec![format!("The operations of [`{}`].", resource.name)];
    let path = format!("src/operations/{}.rs", resource.module());
    Draft::rust(path, Rust { docs, items })
}

/// The items that one operation has to itself.
fn own(operation: &Operation<'_>) -> Vec<TokenStream> {
    let mut items = marker::items(operation);
    items.extend(pages::item(operation));
    items.extend(statuses::outputs(operation));
    items
}

/// What callers see of an operation: its methods and setters, and what its tables define.
pub(super) fn operation(operation: &Operation<'_>, plan: &Plan) -> Vec<TokenStream> {
    let (name, methods) = (
        ident(operation.resource.name),
        method::items(operation, plan),
    );
    let mut items = vec![quote! { impl<'c> #name<'c> { #methods } }];
    items.extend(setters::declared(operation));
    items.extend(declared::items(operation));
    items
}

/// The handle of a resource, and a method for each operation.
fn handle(resource: Resource<'_>, operations: &[Operation<'_>], plan: &Plan) -> Vec<TokenStream> {
    let name = ident(resource.name);
    let docs = doc::attrs(&documentation::resource(resource));
    let methods = operations.iter().map(|one| method::items(one, plan));
    vec![
        quote! {
            #docs
            #[derive(Debug, Clone, Copy)]
            pub struct #name<'c>(pub(crate) &'c runtime::Client);
        },
        quote! {
            impl<'c> #name<'c> {
                #(#methods)*
            }
        },
    ]
}

/// What the file needs from elsewhere. Models and the runtime keep their module in front: an operation may have any name.
fn imported(operations: &[Operation<'_>]) -> TokenStream {
    let types: Vec<Ty<'_>> = operations.iter().flat_map(mentioned).collect();
    let uses = |is_meant: fn(&Ty<'_>) -> bool| types.iter().any(|ty| ty.any(&is_meant));
    let map = uses(|ty| matches!(ty, Ty::Map(_)));
    let map = map.then(|| quote! { use std::collections::BTreeMap; });
    let formats = uses(|ty| matches!(ty, Ty::Format(_)));
    let models = uses(|ty| matches!(ty, Ty::Model(_)));
    let modules = imports::modules(&[("formats", formats), ("models", models), ("runtime", true)]);
    quote! { #map #modules }
}

/// The types that the signatures and enums of an operation have.
fn mentioned<'p>(operation: &Operation<'p>) -> Vec<Ty<'p>> {
    let methods = operation.methods().into_iter();
    let arguments = methods.flat_map(|method| method.signature.arguments);
    let arguments = arguments.map(|argument| argument.ty);
    let setters = operation.setters().map(|param| param.taken.clone());
    let body = operation.optional_body().map(|sent| sent.taken.clone());
    let errors = operation.errors.iter().flat_map(|errors| &errors.all);
    let errors = errors.map(|one| one.held.ty());
    let given = operation.answers.iter();
    let given = given.flat_map(|answer| answer.given.held().into_iter().map(Held::ty));
    let items = operation
        .pages
        .iter()
        .filter_map(|pages| pages.items.as_ref());
    let items = items.map(|items| items.item.clone());
    arguments
        .chain(setters)
        .chain(items)
        .chain(body)
        .chain(errors)
        .chain(given)
        .collect()
}

/// `POST /sign_in_tokens`, as code.
fn route(operation: &Operation<'_>) -> String {
    markdown::code(&operation.route())
}
