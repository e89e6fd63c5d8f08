//! `lib.rs`: what the crate is, its modules, and what users need of them.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;

use super::Emit;
use crate::draft::{Draft, Rust};
use crate::ir::{Constant, EnumKind, Shape, TypeId};
use crate::markdown;
use crate::naming::{self, ident, word};
use crate::plan::{Plan, Role};

/// The root of the crate.
pub(super) fn item(emit: Emit<'_>) -> Draft {
    let names: Vec<_> = emit
        .plan
        .formats
        .iter()
        .map(|format| word(format.name))
        .collect();
    let formats = (!names.is_empty()).then(|| quote! { mod formats; });
    let texts = (!names.is_empty()).then(|| quote! { pub use formats::{#(#names),*}; });
    let calls = emit.plan.has_operations();
    let modules = calls.then(|| modules(emit.plan));
    let client = calls.then(|| client(emit.plan));
    let values = values(emit.plan).into_iter().map(word);
    // The compiler looks at all names of a crate together: a word of Cyrillic letters alone may look like one of Latin letters.
    let scripts = emit.plan.names.has_other_letters().then(|| {
        quote! { #![allow(mixed_script_confusables, reason = "the document has these names")] }
    });
    let items = vec![
        quote! { #![forbid(unsafe_code)] #scripts },
        quote! {
            #modules
            #formats
            pub mod models;
            #[doc(hidden)]
            pub mod runtime;
        },
        quote! {
            #texts
            pub use runtime::{#(#values),*};
        },
        quote! { #client },
        quote! {
            #[cfg(feature = "client")]
            pub use runtime::{Credential, Error, ErrorKind, Redirect, Request, Response, RetryConfig};
        },
        quote! {
            #[doc = " How requests get to the server, for a transport of your own."]
            #[cfg(feature = "client")]
            pub mod transport {
                pub use crate::runtime::{BoxError, BoxFuture, HttpRequest, HttpResponse, ResponseBody, Transport, TransportError};
            }
        },
    ];
    let items = items.into_iter().filter(|item| !item.is_empty()).collect();
    Draft::rust(
        "src/lib.rs",
        Rust {
            docs: docs(emit.plan),
            items,
        },
    )
}

/// What models are made of, sorted: always the same, and the types of values that this API has.
fn values(plan: &Plan) -> BTreeSet<&'static str> {
    let mut names = BTreeSet::from([
        "DecodeError",
        "OptionalNullable",
        "UnknownValue",
        "UnknownVariant",
    ]);
    if plan.sends_files() {
        names.extend(["File", "MultipartForm"]);
    }
    for (index, def) in plan.api.types.iter().enumerate() {
        match &def.shape {
            Shape::Struct(object) => {
                let fields = object.fields.iter();
                let fixed = fields.filter(|field| plan.role(TypeId(index), field) == Role::Fixed);
                names.extend(fixed.filter_map(|field| match field.constant? {
                    Constant::Bool(_) => Some("ConstBool"),
                    Constant::Integer(_) => Some("ConstInt"),
                }));
            }
            Shape::Enum(list) if list.kind == EnumKind::Integer => {
                names.insert("UnknownInteger");
            }
            _ => {}
        }
    }
    names
}

/// The modules of a crate that has operations.
fn modules(plan: &Plan) -> TokenStream {
    let errors = plan
        .error_model
        .map(|_| quote! { #[cfg(feature = "client")] mod errors; });
    quote! {
        #[cfg(feature = "client")]
        mod client;
        #errors
        #[cfg(feature = "mock")]
        pub mod mock;
        #[cfg(feature = "client")]
        pub mod operations;
    }
}

fn client(plan: &Plan) -> TokenStream {
    let client = ident(&plan.package.client);
    let builder = ident(&naming::builder(&plan.package.client));
    quote! {
        #[cfg(feature = "client")]
        pub use client::{#client, #builder};
    }
}

fn docs(plan: &Plan) -> Vec<String> {
    let info = &plan.api.info;
    let mut lines = vec![format!(
        "{}.",
        markdown::line(&plan.package.description).trim_end_matches('.')
    )];
    if let Some(description) = &info.description {
        lines.push(String::new());
        lines.extend(markdown::lines(description));
    }
    lines.push(String::new());
    lines.push(format!(
        "Version of the API: {}.",
        markdown::code(&info.version)
    ));
    lines
}
