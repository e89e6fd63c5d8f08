//! Operations: a file for each resource, with its handle, the operations and their errors.

mod body;
mod documentation;
mod errors;
mod form;
mod marker;
mod method;
mod output;
mod params;
mod setters;

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;

use super::{Emit, doc, ty};
use crate::draft::{Draft, Rust};
use crate::groups::Group;
use crate::ir::{Body, ContentKind, Type};
use crate::markdown;
use crate::naming::ident;
use crate::plan::{Outcome, Role};
use form::Form;

/// The list of all resources.
pub(super) fn list(emit: Emit<'_>) -> Draft {
    let groups = emit.plan.groups.iter().enumerate();
    let modules = groups
        .clone()
        .map(|(index, _)| ident(&emit.plan.names.group_module(index)));
    let exports = groups.map(|(index, group)| {
        let module = ident(&emit.plan.names.group_module(index));
        let mut names = vec![emit.plan.names.group(index)];
        for &operation in &group.operations {
            names.push(emit.plan.names.marker(operation));
            if !emit.plan.calls[operation].errors.is_empty() {
                names.push(emit.plan.names.error(operation));
            }
            for form in Form::all(operation, emit) {
                if form.other.is_some() {
                    names.push(form.marker(emit));
                }
                if matches!(form.outcome(emit), Outcome::ByStatus(_)) {
                    names.push(form.output(emit));
                }
            }
        }
        names.sort_unstable();
        let names = names.into_iter().map(ident);
        quote! { pub use #module::{#(#names),*}; }
    });
    let docs = vec!["The operations of the API, a resource each group.".to_owned()];
    let items = vec![quote! { #(mod #modules;)* }, quote! { #(#exports)* }];
    let items = items.into_iter().filter(|item| !item.is_empty()).collect();
    Draft::rust("src/operations/mod.rs", Rust { docs, items })
}

/// The file of a resource.
pub(super) fn resource(index: usize, group: &Group, emit: Emit<'_>) -> Draft {
    let module = emit.plan.names.group_module(index);
    let mut items = vec![imports(group, emit)];
    items.extend(handle(index, group, emit));
    for &operation in &group.operations {
        items.extend(own(operation, emit));
    }
    let docs = vec![format!(
        "The operations of [`{}`].",
        emit.plan.names.group(index)
    )];
    Draft::rust(format!("src/operations/{module}.rs"), Rust { docs, items })
}

/// The items that one operation has to itself.
fn own(operation: usize, emit: Emit<'_>) -> Vec<TokenStream> {
    let mut items = marker::items(operation, emit);
    items.extend(setters::item(operation, emit));
    items.extend(output::items(operation, emit));
    items.extend(errors::items(operation, emit));
    items
}

/// All that one operation adds to the file of its resource: its methods, and the items that it has to itself.
pub(super) fn operation(index: usize, emit: Emit<'_>) -> Vec<TokenStream> {
    let groups = &emit.plan.groups;
    let group = groups
        .iter()
        .position(|group| group.operations.contains(&index))
        .unwrap_or_default();
    let name = ident(emit.plan.names.group(group));
    let methods = method::items(index, emit);
    let mut items = vec![quote! { impl<'c> #name<'c> { #methods } }];
    items.extend(own(index, emit));
    items
}

/// The handle of a resource, and a method for each operation.
fn handle(index: usize, group: &Group, emit: Emit<'_>) -> Vec<TokenStream> {
    let name = ident(emit.plan.names.group(index));
    let docs = doc::attrs(&documentation::group(group, emit));
    let methods = group
        .operations
        .iter()
        .map(|&operation| method::items(operation, emit));
    vec![
        quote! {
            #docs
            #[derive(Debug, Clone, Copy)]
            pub struct #name<'c> {
                client: &'c runtime::Client,
            }
        },
        quote! {
            impl<'c> #name<'c> {
                pub(crate) fn new(client: &'c runtime::Client) -> Self {
                    Self { client }
                }
                #(#methods)*
            }
        },
    ]
}

/// What the file needs from elsewhere. Models and the runtime keep their module in front: an operation may have any name.
fn imports(group: &Group, emit: Emit<'_>) -> TokenStream {
    let mut mentioned = BTreeSet::new();
    let (mut has_map, mut has_format) = (false, false);
    for &index in &group.operations {
        let (operation, call) = (&emit.plan.api.operations[index], &emit.plan.calls[index]);
        let mut note = |ty: &Type| {
            ty::mentions(ty, &mut mentioned);
            has_map |= ty::has_map(ty);
            has_format |= ty::has_format(ty);
        };
        // A text is lent as a `str`, whatever its name and format.
        let is_named = |ty: &&Type| emit.plan.text(ty).is_none();
        // What is written for the caller is no type of an argument.
        let params = operation.params.iter();
        let params = params.filter(|param| emit.plan.param_role(param) != Role::Fixed);
        let params = params.map(|param| &param.ty);
        params.filter(is_named).for_each(&mut note);
        let sent = operation.body.iter().flat_map(Body::contents);
        let written = sent.filter(|content| match content.kind {
            ContentKind::Json | ContentKind::Form | ContentKind::Multipart => true,
            ContentKind::Text | ContentKind::Bytes => false,
        });
        let written = written.map(|content| &content.ty);
        written.filter(is_named).for_each(&mut note);
        let errors = call.errors.iter().map(|(_, outcome)| outcome);
        for outcome in errors.chain([&call.success]).chain(&call.others) {
            outcome.types().into_iter().for_each(&mut note);
        }
    }
    let map = has_map.then(|| quote! { use std::collections::BTreeMap; });
    let formats = has_format.then(|| quote! { use crate::formats; });
    let models = (!mentioned.is_empty()).then(|| quote! { use crate::models; });
    quote! {
        #map
        #formats
        #models
        use crate::runtime;
    }
}

/// `POST /sign_in_tokens`, as code.
fn route(operation: usize, emit: Emit<'_>) -> String {
    let operation = &emit.plan.api.operations[operation];
    markdown::code(&format!("{} {}", operation.method, operation.path))
}
