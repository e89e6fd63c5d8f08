//! `lib.rs`: what the crate is, its modules, and what users need of them.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;

use crate::draft::{Draft, Rust};
use crate::ir::EnumKind;
use crate::markdown;
use crate::naming::{ident, word};
use crate::plan::{Fixed, Kind, Plan};

/// The root of the crate.
pub(super) fn item(plan: &Plan) -> Draft {
    let names: Vec<_> = plan
        .formats
        .iter()
        .map(|format| word(format.name))
        .collect();
    let formats = (!names.is_empty()).then(|| quote! { mod formats; });
    let texts = (!names.is_empty()).then(|| quote! { pub use formats::{#(#names),*}; });
    let calls = plan.has_operations();
    let modules = calls.then(|| modules(plan));
    let client = calls.then(|| client(plan));
    let values = values(plan).into_iter().map(word);
    // The compiler looks at all names of a crate together: a word of Cyrillic letters alone may look like one of Latin letters.
    let scripts = plan.names.has_other_letters().then(|| {
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
            docs: docs(plan),
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
    for model in plan.models() {
        match &model.kind {
            Kind::Struct(object) => {
                let constants = object
                    .members
                    .iter()
                    .filter_map(|member| member.constant.as_ref());
                names.extend(constants.filter_map(|constant| match constant {
                    Fixed::ConstBool => Some("ConstBool"),
                    Fixed::ConstInt => Some("ConstInt"),
                    _ => None,
                }));
            }
            Kind::Enum(list) if list.kind == EnumKind::Integer => {
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
        .error_model()
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
    let client = plan.client();
    let (client, builder) = (ident(client.name), ident(client.builder));
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
