//! What the document says about the API as a whole, as constant data: its servers and security schemes.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::{KeyLocation, Scheme, SchemeKind, Server, ServerVariable};
use crate::plan::Plan;
use crate::url_template;

/// The constant data of the API.
pub(super) fn item(plan: &Plan) -> TokenStream {
    let package = &plan.package.name;
    let version = header_text(&plan.api.info.version);
    let further = further_variables(plan);
    let servers = plan.api.servers.iter().map(server);
    let security = alternatives(&plan.security());
    let schemes = plan.api.schemes.iter();
    let schemes = schemes
        .filter(|scheme| scheme.kind != SchemeKind::Outside)
        .map(scheme);
    quote! {
        #[doc = " What the document says about the API as a whole."]
        static API: runtime::ApiInfo = runtime::ApiInfo {
            package: #package,
            version: env!("CARGO_PKG_VERSION"),
            api_version: #version,
            servers: &[#(#servers),*],
            further_variables: &[#(#further),*],
            security: &[#security],
            schemes: &[#(#schemes),*],
        };
    }
}

/// The alternatives of schemes that a call needs.
fn alternatives(all: &[Vec<&str>]) -> TokenStream {
    let all = all.iter().map(|all| quote! { &[#(#all),*] });
    quote! { #(#all),* }
}

/// A text that stands on one line of a header.
fn header_text(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let visible = |c: char| {
        if c.is_ascii_graphic() || c == ' ' {
            c
        } else {
            '?'
        }
    };
    words.join(" ").chars().map(visible).collect()
}

/// The variables that only servers of operations have, sorted.
fn further_variables(plan: &Plan) -> BTreeSet<&str> {
    let api = &plan.api;
    let shared = api.servers.iter();
    let known = shared.flat_map(|server| url_template::names(&server.url));
    let known: BTreeSet<&str> = known.collect();
    let own = api
        .operations
        .iter()
        .flat_map(|operation| &operation.servers);
    let names = own.flat_map(|server| url_template::names(&server.url));
    names.filter(|name| !known.contains(name)).collect()
}

/// A server as constant data.
fn server(server: &Server) -> TokenStream {
    let url = &server.url;
    let variables = server.variables.iter().filter_map(variable);
    quote! { runtime::Server { url: #url, variables: &[#(#variables),*] } }
}

fn variable(variable: &ServerVariable) -> Option<TokenStream> {
    let (wire, values) = (&variable.wire, &variable.values);
    let default = variable.taken()?;
    Some(
        quote! { runtime::ServerVariable { name: #wire, default: #default, allowed: &[#(#values),*] } },
    )
}

fn scheme(scheme: &Scheme) -> TokenStream {
    let name = &scheme.wire;
    let kind = match &scheme.kind {
        SchemeKind::Bearer => quote! { Bearer },
        SchemeKind::Basic => quote! { Basic },
        SchemeKind::ApiKey {
            location: KeyLocation::Header,
            name,
        } => quote! { Header(#name) },
        SchemeKind::ApiKey {
            location: KeyLocation::Query,
            name,
        } => quote! { Query(#name) },
        SchemeKind::ApiKey {
            location: KeyLocation::Cookie,
            name,
        } => quote! { Cookie(#name) },
        // The credential is the whole value of the header.
        SchemeKind::Http(_) | SchemeKind::Outside => quote! { Header("authorization") },
    };
    quote! { runtime::Scheme { name: #name, kind: runtime::SchemeKind::#kind } }
}
