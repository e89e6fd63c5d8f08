//! `lib.rs`: what the crate is, its modules, and what users need of them.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use super::doc;
use crate::draft::{Draft, Rust};
use crate::examples;
use crate::markdown;
use crate::naming::{ident, word};
use crate::plan::{Plan, exports};

/// The root of the crate.
pub(super) fn item(plan: &Plan) -> Draft {
    let names: Vec<_> = plan
        .formats
        .iter()
        .map(|format| word(format.name))
        .collect();
    let formats = (!names.is_empty()).then(|| quote! { mod formats; });
    let texts = (!names.is_empty()).then(|| quote! { pub use formats::{#(#names),*}; });
    let chosen = (!plan.chosen.is_empty()).then(|| quote! { mod chosen; });
    let calls = plan.has_operations();
    let modules = calls.then(|| modules(plan));
    let client = calls.then(|| client(plan));
    let error = &plan.package.error;
    let called = plan.called().into_iter().map(|name| match name {
        exports::ERROR if **error != *exports::ERROR => {
            let (own, chosen) = (word(name), ident(error));
            quote! { #own as #chosen }
        }
        name => word(name).into_token_stream(),
    });
    let webhooks = plan
        .api
        .has_webhooks
        .then(|| quote! { #[cfg(feature = "webhooks")] pub mod webhooks; });
    let own = plan.package.modules.iter().map(ident);
    let values = plan.values().into_iter().map(word);
    // The compiler looks at all names of a crate together: a word of Cyrillic letters alone may look like one of Latin letters.
    let scripts = plan.names.has_other_letters().then(|| {
        quote! { #![allow(mixed_script_confusables, reason = "the document has these names")] }
    });
    let items = vec![
        quote! { #![forbid(unsafe_code)] #scripts },
        quote! {
            #modules
            #chosen
            #formats
            pub mod models;
            #[doc(hidden)]
            #[allow(unused_macros, unused_macro_rules, reason = "an API needs few of the tables, and few of their forms")]
            pub mod runtime;
            #webhooks
        },
        quote! { #(pub mod #own;)* },
        quote! {
            #texts
            pub use runtime::{#(#values),*};
        },
        quote! { #client },
        quote! {
            #[cfg(feature = "client")]
            pub use runtime::{#(#called),*};
        },
        public(plan),
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

/// Modules for what only some users name.
fn public(plan: &Plan) -> TokenStream {
    let words = |names: &[&'static str]| names.iter().map(|name| word(name)).collect::<Vec<_>>();
    let calls = words(exports::CALLS);
    let transport = words(exports::TRANSPORT);
    let https = words(exports::HTTPS);
    let transport_docs = doc::attrs(&own_transport(plan));
    quote! {
        #[doc = " What clients and calls are made of: the settings of a client, a call under way, and what a retry is decided by."]
        #[cfg(feature = "client")]
        pub mod calls {
            pub use crate::runtime::{#(#calls),*};
        }
        #transport_docs
        #[cfg(feature = "client")]
        pub mod transport {
            pub use crate::runtime::{#(#transport),*};
            #[cfg(feature = "transport")]
            pub use crate::runtime::{#(#https),*};
        }
    }
}

/// What the module of transports says, with one that compiles.
fn own_transport(plan: &Plan) -> Vec<String> {
    let text = format!(
        r#"How requests get to the server: the default transport, and what one of your own is made of.

A transport sends one request and gives its answer; retries, timeouts and redirects are done around it. This one asks a service in the same
process, and another one around [`Transport::send`](transport::Transport::send) of a transport is middleware.

```
use {package}::transport::{{BoxFuture, HttpRequest, HttpResponse, Transport, TransportError}};

struct InProcess;

impl Transport for InProcess {{
    fn send(&self, request: HttpRequest) -> BoxFuture<'_, Result<HttpResponse, TransportError>> {{
        Box::pin(async move {{
            let body = request.body.collect().await?;
            let answer = serve(request.method.as_str(), request.url.path(), &body);
            let (status, body) = answer.ok_or_else(|| TransportError::not_sent("nobody serves this"))?;
            Ok(HttpResponse::new(status, http::HeaderMap::new(), bytes::Bytes::from(body)))
        }})
    }}
}}

fn serve(method: &str, path: &str, body: &[u8]) -> Option<(http::StatusCode, String)> {{
    (method == "GET" && path == "/" && body.is_empty()).then(|| (http::StatusCode::OK, "{{}}".to_owned()))
}}
```"#,
        package = plan.package.crate_name()
    );
    text.lines().map(str::to_owned).collect()
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

/// The first operation that has a good example.
fn example(plan: &Plan) -> Vec<String> {
    let Some(call) = examples::first(plan) else {
        return Vec::new();
    };
    let mut lines = ["", "# Example", "```no_run"].map(str::to_owned).to_vec();
    lines.extend(examples::excerpt(&call, plan));
    lines.push("```".to_owned());
    lines
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
    if let Some(document) = &plan.package.document {
        lines.push(String::new());
        lines.push(format!("Generated from {}.", markdown::code(document)));
    }
    let servers = markdown::servers(&plan.api.servers);
    if plan.has_operations() && !servers.is_empty() {
        lines.extend(["", "# Servers"].map(str::to_owned));
        lines.extend(servers);
    }
    lines.extend(example(plan));
    lines
}
