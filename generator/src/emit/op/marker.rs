//! The table of an operation: what stands for it, what a call needs to know, how its answer is read, and its documented errors.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use super::super::doc;
use super::{documentation, reading, setters, statuses};
use crate::ir::{IdempotencyKey, Server, ServerVariable};
use crate::markdown;
use crate::naming::{ident, word};
use crate::plan::{Answer, Given, Operation};
use crate::rust::View;

/// The table of the operation; then those of the other forms of its answer, which differ in what is asked for.
pub(super) fn items(operation: &Operation<'_>) -> Vec<TokenStream> {
    let answers = operation.answers.iter().enumerate();
    let tables = answers.map(|(index, answer)| {
        if index == 0 {
            plain(operation, answer)
        } else {
            other(operation, answer)
        }
    });
    tables.collect()
}

fn plain(operation: &Operation<'_>, answer: &Answer<'_>) -> TokenStream {
    let (id, source) = (operation.id, operation.source);
    let path = source.sent_path();
    let route = format!("{} {path}", source.method);
    // The table says the same of a route that stands between two backticks as it is, of a method that it knows.
    let is_said = source.method.constant().is_some() && markdown::is_code(&route);
    let docs =
        (!is_said).then(|| doc::attrs(&[format!("The operation {}.", markdown::code(&route))]));
    let marker = ident(answer.marker);
    let method = source.method.constant().map_or_else(
        || source.method.name().to_token_stream(),
        |constant| word(constant).to_token_stream(),
    );
    // Plain JSON is what an operation accepts when it says nothing.
    let is_plain = answer.accepted == ["application/json"];
    let accept = (!is_plain).then(|| accept(answer));
    let security = operation.security.as_deref().map(security);
    let servers = source.servers.iter().map(server);
    let redirects = source
        .gives_redirects()
        .then(|| quote! { gives_redirects true; });
    let key = source.idempotency_key().map(|(param, key)| {
        let header = &param.wire;
        let given = (key == IdempotencyKey::Given).then(|| quote! { makes_key false; });
        quote! { idempotency_key #header; #given }
    });
    let setters = setters::lines(operation);
    let (stream, read) = (stream(answer), read(answer));
    let errors = operation.errors.as_ref().map(statuses::errors);
    quote! {
        runtime::operation! {
            #docs
            #marker, #id: #method #path;
            #accept
            #security
            #(#servers)*
            #redirects
            #key
            #setters
            #stream
            #read
            #errors
        }
    }
}

fn other(operation: &Operation<'_>, answer: &Answer<'_>) -> TokenStream {
    let docs = doc::attrs(&[documentation::answered_as(operation, answer)]);
    let (plain, marker) = (ident(operation.marker), ident(answer.marker));
    let (accept, stream, read) = (accept(answer), stream(answer), read(answer));
    quote! {
        runtime::operation! {
            #docs
            #marker like #plain;
            #accept
            #stream
            #read
        }
    }
}

/// The lines of an answer that is a stream, or that the same operation has as one.
fn stream(answer: &Answer<'_>) -> TokenStream {
    let flag = answer
        .flag
        .map(|(member, is_on)| quote! { sends #member = #is_on; });
    let whole = answer.whole.as_ref();
    let whole = whole.map(|whole| quote! { streams unless [#(#whole),*]; });
    let ends = answer.ends.map(|end| quote! { ends #end; });
    quote! { #flag #whole #ends }
}

/// The line that says how the answer is read, and as what.
fn read(answer: &Answer<'_>) -> TokenStream {
    let output = answer.ty().tokens(View::Operations);
    let how = match &answer.given {
        Given::ByStatus(_) => quote! { by_status },
        Given::Single {
            held,
            read_otherwise,
        } => reading::of(held, read_otherwise),
    };
    quote! { read #how -> #output; }
}

/// What is asked for.
fn accept(answer: &Answer<'_>) -> TokenStream {
    let accept = answer.accepted.join(", ");
    quote! { accept #accept; }
}

/// What the operation needs in place of what the document says for all; no alternative is nothing.
fn security(alternatives: &[Vec<&str>]) -> TokenStream {
    let all = alternatives.iter().map(|all| quote! { [#(#all),*] });
    quote! { security #(#all)|*; }
}

/// A server that replaces those of the API, with the variables of its URL.
fn server(server: &Server) -> TokenStream {
    let url = &server.url;
    let variables: Vec<TokenStream> = server.variables.iter().filter_map(variable).collect();
    let variables = (!variables.is_empty()).then(|| quote! { [#(#variables),*] });
    quote! { server #url #variables; }
}

fn variable(variable: &ServerVariable) -> Option<TokenStream> {
    let (wire, values) = (&variable.wire, &variable.values);
    let default = variable.taken()?;
    let allowed = (!values.is_empty()).then(|| quote! { of #(#values)|* });
    Some(quote! { #wire = #default #allowed })
}
