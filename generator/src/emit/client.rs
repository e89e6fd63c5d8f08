//! `client.rs`: the client of the API, and how it is made.

use proc_macro2::TokenStream;
use quote::quote;

use super::{about, attr, doc, imports};
use crate::draft::{Draft, Rust};
use crate::ir::SchemeKind;
use crate::markdown;
use crate::naming::{ident, word};
use crate::plan::{Address, Client, Credential, Plan, Resource};
use crate::rust::View;

/// The file.
pub(super) fn item(plan: &Plan) -> Draft {
    let client = plan.client();
    let mut resources = plan.resources();
    let unused = unused("unused_imports", plan);
    let modules = imports::modules(&[
        ("operations", resources.next().is_some()),
        ("runtime", true),
    ]);
    let imports = quote! { #unused #modules };
    let mut items = vec![imports, about::item(plan), declaration(&client, plan)];
    items.extend(methods(&client, plan));
    items.extend(credentials(&client));
    let docs = vec![format!("The client [`{}`].", client.name)];
    Draft::rust("src/client.rs", Rust { docs, items })
}

fn declaration(client: &Client<'_>, plan: &Plan) -> TokenStream {
    let name = ident(client.name);
    let title = markdown::line(&plan.api.info.title);
    let first = format!("The client of the {title}.");
    let unused = unused("dead_code", plan);
    let docs = doc::attrs(&[
        first,
        String::new(),
        "Clones share connections and the retry budget.".to_owned(),
    ]);
    quote! {
        #docs
        #[derive(Debug, Clone)]
        pub struct #name(#unused runtime::Client);
    }
}

/// Where resources are features, all of them may be off.
fn unused(lint: &'static str, plan: &Plan) -> Option<TokenStream> {
    let (lint, reason) = (word(lint), "every resource may be off");
    let lint = quote! { #[allow(#lint, reason = #reason)] };
    plan.has_resource_features().then_some(lint)
}

fn methods(client: &Client<'_>, plan: &Plan) -> Vec<TokenStream> {
    let (name, builder) = (ident(client.name), ident(client.builder));
    let made = made(client, plan);
    let from_env = from_env(client);
    let resources: Vec<TokenStream> = plan.resources().map(resource).collect();
    let resources =
        (!resources.is_empty()).then(|| quote! { runtime::resources! { #name; #(#resources)* } });
    let builder_doc = format!(" Settings of a [`{name}`].");
    let default = client.has_default().then(|| {
        quote! {
            impl Default for #name {
                fn default() -> Self {
                    Self::new()
                }
            }
        }
    });
    let mut items = vec![
        quote! {
            #[doc = #builder_doc]
            pub type #builder = runtime::ClientBuilder<#name>;
        },
        quote! {
            impl #name {
                #made
                #from_env
            }
        },
        quote! {
            impl From<runtime::Client> for #name {
                fn from(client: runtime::Client) -> Self {
                    Self(client)
                }
            }
        },
    ];
    items.extend(default);
    items.extend(resources);
    items
}

/// `new` and `builder`, which take the URL and the credential of the API where they need them.
fn made(client: &Client<'_>, plan: &Plan) -> TokenStream {
    let new = client.constructor().tokens(View::Operations);
    let builder = client.settings().tokens(View::Operations);
    let url = told(client);
    let called = client.address.map(|address| match address {
        Address::Url(_) => quote! { .server_url(server_url) },
        Address::Endpoint { variable, .. } => {
            quote! { .server_variable(#variable, endpoint.as_ref()) }
        }
    });
    let argument = client.credential.map(|credential| ident(credential.name));
    let bare = quote! { runtime::ClientBuilder::new(&API)#called };
    let body = client.credential.map(|credential| {
        let (wire, argument) = (&credential.scheme.wire, ident(credential.name));
        quote! { Self::builder_without_credential(#url).credential(#wire, #argument) }
    });
    let body = body.as_ref().unwrap_or(&bare);
    let without = client.settings_without_credential().map(|signature| {
        let signature = signature.tokens(View::Operations);
        quote! {
            /// Settings of a client whose calls need no credential, are given another one, or each have their own.
            pub fn #signature {
                #bare
            }
        }
    });
    let settings = match (client.address, client.credential) {
        (None, None) => " Settings of a client.",
        (None, Some(_)) => " Settings of a client with this credential.",
        (Some(Address::Url(_)), None) => " Settings of a client of the server at this URL.",
        (Some(Address::Url(_)), Some(_)) => {
            " Settings of a client of the server at this URL, with this credential."
        }
        (Some(Address::Endpoint { .. }), None) => " Settings of a client of this endpoint.",
        (Some(Address::Endpoint { .. }), Some(_)) => {
            " Settings of a client of this endpoint, with this credential."
        }
    };
    let docs = doc::attrs(&constructor(client, plan));
    quote! {
        #docs
        #[must_use]
        pub fn #new {
            Self::builder(#url #argument).build_lazily()
        }

        #[doc = #settings]
        pub fn #builder {
            #body
        }

        #without
    }
}

/// What `new` does, with an example that shows no secret.
fn constructor(client: &Client<'_>, plan: &Plan) -> Vec<String> {
    let mut lines = vec![
        "A client with the default settings. What is wrong with them is given by its first call."
            .to_owned(),
    ];
    if let Some(address) = client.address {
        doc::paragraph(&mut lines, vec![addressed(address)]);
    }
    let Some(Credential { scheme, .. }) = client.credential else {
        return lines;
    };
    let described = scheme.description.as_deref().map(markdown::lines);
    doc::paragraph(&mut lines, described.unwrap_or_default());
    let (name, package) = (client.name, plan.package.crate_name());
    let url = client.address.map(Address::example);
    let url = url.map(|url| format!("{url:?}, ")).unwrap_or_default();
    let secret = match scheme.kind {
        SchemeKind::Basic => format!("{package}::Credential::basic(\"user\", \"secret\")"),
        _ => "\"secret\"".to_owned(),
    };
    doc::paragraph(
        &mut lines,
        vec![
            "```".to_owned(),
            format!("let client = {package}::{name}::new({url}{secret});"),
            "assert!(!format!(\"{client:?}\").contains(\"secret\"));".to_owned(),
            "```".to_owned(),
        ],
    );
    lines
}

/// What the document says of the server, and what its client is told.
fn addressed(address: Address<'_>) -> String {
    match address {
        Address::Url(None) => "The document does not say where the server is.".to_owned(),
        Address::Url(Some(server)) => {
            let url = markdown::code(&server.url);
            format!(
                "The document says only a part of the URL of the server, {url}. This is all of it, with that part."
            )
        }
        Address::Endpoint { variable, url } => {
            let (url, variable) = (markdown::code(url), markdown::code(variable));
            let example = address.example();
            format!("The URL of the server is {url}. This is its {variable}, such as `{example}`.")
        }
    }
}

/// What the constructors hand on of the URL of the server.
fn told(client: &Client<'_>) -> Option<TokenStream> {
    let argument = word(client.address?.word());
    Some(quote! { #argument, })
}

fn from_env(client: &Client<'_>) -> Option<TokenStream> {
    let (variable, signature) = (client.from_env?, client.from_env()?);
    let signature = signature.tokens(View::Operations);
    let url = told(client);
    let first = format!(
        " A client with the credential that stands in the environment variable {}.",
        markdown::code(variable)
    );
    Some(quote! {
        #[doc = #first]
        #[doc = ""]
        #[doc = " # Errors"]
        #[doc = " When the variable is not set, or empty."]
        pub fn #signature {
            Ok(Self::new(#url runtime::Credential::from_env(#variable)?))
        }
    })
}

/// The line of a resource.
fn resource(resource: Resource<'_>) -> TokenStream {
    let (method, name) = (ident(resource.method), ident(resource.name));
    let text = markdown::line(resource.text);
    let first = format!(" The operations of {}.", markdown::code(&text));
    let with = attr::with(resource.feature());
    quote! {
        #[doc = #first]
        #with
        #method: #name;
    }
}

/// Setters for the credentials of further schemes.
fn credentials(client: &Client<'_>) -> Option<TokenStream> {
    let builder = ident(client.builder);
    let setters: Vec<TokenStream> = client.further.iter().copied().map(credential).collect();
    (!setters.is_empty()).then(|| {
        quote! {
            impl #builder {
                #(#setters)*
            }
        }
    })
}

fn credential(credential: Credential<'_>) -> TokenStream {
    let (scheme, name) = (credential.scheme, ident(credential.name));
    let (wire, signature) = (&scheme.wire, credential.setter().tokens(View::Operations));
    let mut lines = vec![format!(
        "Gives the credential of the security scheme {}.",
        markdown::code(wire)
    )];
    let described = scheme.description.as_deref().map(markdown::lines);
    doc::paragraph(&mut lines, described.unwrap_or_default());
    let docs = doc::attrs(&lines);
    quote! {
        #docs
        pub fn #signature {
            self.credential(#wire, #name)
        }
    }
}
