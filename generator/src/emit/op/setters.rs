//! Setters of the request value: optional parameters, and the body where it is optional.

use proc_macro2::TokenStream;
use quote::quote;

use super::super::{attr, doc};
use super::{body, params};
use crate::markdown;
use crate::naming::ident;
use crate::plan::{Operation, Parameter};
use crate::rust::View;

/// The setters of an operation; `None` where there is nothing to set.
pub(super) fn item(operation: &Operation<'_>) -> Option<TokenStream> {
    let mut setters: Vec<TokenStream> = operation.setters().map(setter).collect();
    setters.extend(body_setter(operation));
    if setters.is_empty() {
        return None;
    }
    let marker = ident(operation.marker);
    let owner = if operation.other_answers().is_empty() {
        quote! { impl runtime::Request<'_, #marker> }
    } else {
        quote! { impl<Answer: runtime::Operation> runtime::Request<'_, #marker, Answer> }
    };
    Some(quote! {
        #owner {
            #(#setters)*
        }
    })
}

fn setter(param: &Parameter<'_>) -> TokenStream {
    let source = param.source;
    let mut lines = Vec::new();
    if source.docs.description.is_none() && source.docs.title.is_none() {
        lines.push(format!(
            "Sets the parameter {}.",
            markdown::code(&source.wire)
        ));
    }
    doc::paragraph(&mut lines, doc::value(&source.docs));
    let docs = doc::attrs(&lines);
    let deprecated = attr::deprecated(&source.docs);
    let operator = attr::operator(&ident(param.name), 1);
    let signature = param.setter().tokens(View::Operations);
    let put = params::put_argument(param);
    quote! {
        #docs
        #deprecated
        #operator
        pub fn #signature {
            self #put
        }
    }
}

fn body_setter(operation: &Operation<'_>) -> Option<TokenStream> {
    let sent = operation.optional_body()?;
    let described = operation.body.as_ref()?.description.map(markdown::lines);
    let docs = doc::attrs(&described.unwrap_or_else(|| vec!["Sets what is sent.".to_owned()]));
    let signature = sent.setter().tokens(View::Operations);
    let put = body::put(sent);
    Some(quote! {
        #docs
        pub fn #signature {
            self #put
        }
    })
}
