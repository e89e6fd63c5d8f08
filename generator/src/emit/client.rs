//! `client.rs`: the client of the API, and how it is made.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Emit, about, doc};
use crate::draft::{Draft, Rust};
use crate::ir::Scheme;
use crate::markdown;
use crate::naming::{self, Name, ident};

/// The file.
pub(super) fn item(emit: Emit<'_>) -> Draft {
    let operations = (!emit.plan.groups.is_empty()).then(|| quote! { use crate::operations; });
    let imports = quote! {
        #operations
        use crate::runtime;
    };
    let mut items = vec![imports, about::item(emit), client(emit)];
    items.extend(methods(emit));
    items.extend(credentials(emit));
    let docs = vec![format!("The client [`{}`].", emit.plan.package.client)];
    Draft::rust("src/client.rs", Rust { docs, items })
}

fn client(emit: Emit<'_>) -> TokenStream {
    let name = ident(&emit.plan.package.client);
    let title = markdown::line(&emit.plan.api.info.title);
    let first = format!("The client of the {title}.");
    let docs = doc::attrs(&[
        first,
        String::new(),
        "Clones share connections and the retry budget.".to_owned(),
    ]);
    quote! {
        #docs
        #[derive(Debug, Clone)]
        pub struct #name {
            client: runtime::Client,
        }
    }
}

fn methods(emit: Emit<'_>) -> Vec<TokenStream> {
    let name = ident(&emit.plan.package.client);
    let builder = ident(&naming::builder(&emit.plan.package.client));
    let made = made(emit);
    let from_env = from_env(emit);
    let resources = (0..emit.plan.groups.len()).map(|group| resource(group, emit));
    let builder_doc = format!(" Settings of a [`{name}`].");
    let default = emit.plan.credential.is_none().then(|| {
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
                #(#resources)*
            }
        },
        quote! {
            impl From<runtime::Client> for #name {
                fn from(client: runtime::Client) -> Self {
                    Self { client }
                }
            }
        },
    ];
    items.extend(default);
    items
}

/// `new` and `builder`, which take the credential of the API where it has one.
fn made(emit: Emit<'_>) -> TokenStream {
    let builder = ident(&naming::builder(&emit.plan.package.client));
    let Some(index) = emit.plan.credential else {
        return quote! {
            #[doc = " A client with the default settings. What is wrong with them is given by its first call."]
            #[must_use]
            pub fn new() -> Self {
                Self::builder().build_lazily()
            }

            #[doc = " Settings of a client."]
            pub fn builder() -> #builder {
                runtime::ClientBuilder::new(&API)
            }
        };
    };
    let scheme = &emit.plan.api.schemes[index];
    let (wire, argument) = (&scheme.wire, ident(emit.plan.names.scheme(index)));
    let described = scheme
        .description
        .as_deref()
        .map(markdown::lines)
        .unwrap_or_default();
    let mut new = vec![
        "A client with the default settings. What is wrong with them is given by its first call."
            .to_owned(),
    ];
    doc::paragraph(&mut new, described);
    let client = &emit.plan.package.client;
    let package = emit.plan.package.crate_name();
    doc::paragraph(
        &mut new,
        vec![
            "```".to_owned(),
            format!("let client = {package}::{client}::new(\"secret\");"),
            "assert!(!format!(\"{client:?}\").contains(\"secret\"));".to_owned(),
            "```".to_owned(),
        ],
    );
    let new = doc::attrs(&new);
    quote! {
        #new
        #[must_use]
        pub fn new(#argument: impl Into<runtime::Credential>) -> Self {
            Self::builder(#argument).build_lazily()
        }

        #[doc = " Settings of a client with this credential."]
        pub fn builder(#argument: impl Into<runtime::Credential>) -> #builder {
            runtime::ClientBuilder::new(&API).credential(#wire, #argument)
        }
    }
}

fn from_env(emit: Emit<'_>) -> Option<TokenStream> {
    let variable = emit.plan.package.from_env.as_ref()?;
    emit.plan.credential?;
    let first = format!(
        " A client with the credential that stands in the environment variable {}.",
        markdown::code(variable)
    );
    Some(quote! {
        #[doc = #first]
        #[doc = ""]
        #[doc = " # Errors"]
        #[doc = ""]
        #[doc = " When the variable is not set, or empty."]
        pub fn from_env() -> Result<Self, runtime::Error> {
            Ok(Self::new(runtime::Credential::from_env(#variable)?))
        }
    })
}

fn resource(group: usize, emit: Emit<'_>) -> TokenStream {
    let name = ident(emit.plan.names.group(group));
    let method = ident(emit.plan.names.group_method(group));
    let text = markdown::line(&emit.plan.groups[group].text);
    let first = format!(" The operations of {}.", markdown::code(&text));
    quote! {
        #[doc = #first]
        #[must_use]
        pub fn #method(&self) -> operations::#name<'_> {
            operations::#name::new(&self.client)
        }
    }
}

/// Setters for the credentials of further schemes.
fn credentials(emit: Emit<'_>) -> Option<TokenStream> {
    let builder = ident(&naming::builder(&emit.plan.package.client));
    let schemes = emit.plan.api.schemes.iter().enumerate();
    let further = schemes
        .filter(|(index, scheme)| Some(*index) != emit.plan.credential && about::is_sent(scheme));
    let setters: Vec<TokenStream> = further
        .map(|(index, scheme)| credential(emit.plan.names.scheme(index), scheme))
        .collect();
    (!setters.is_empty()).then(|| {
        quote! {
            impl #builder {
                #(#setters)*
            }
        }
    })
}

fn credential(name: &Name, scheme: &Scheme) -> TokenStream {
    let (wire, name) = (&scheme.wire, ident(name));
    let mut lines = vec![format!(
        "Gives the credential of the security scheme {}.",
        markdown::code(wire)
    )];
    doc::paragraph(
        &mut lines,
        scheme
            .description
            .as_deref()
            .map(markdown::lines)
            .unwrap_or_default(),
    );
    let docs = doc::attrs(&lines);
    quote! {
        #docs
        pub fn #name(self, #name: impl Into<runtime::Credential>) -> Self {
            self.credential(#wire, #name)
        }
    }
}
