//! The methods of an operation: required parameters in, a request value out. One for each form of the body and of the answer.

use proc_macro2::TokenStream;
use quote::quote;

use super::super::{attr, doc};
use super::{body, documentation, params};
use crate::plan::{Method, MethodKind, Operation, Plan, Role};
use crate::rust::View;

/// The methods of an operation, the plain one first.
pub(super) fn items(operation: &Operation<'_>, plan: &Plan) -> TokenStream {
    let methods = operation.methods();
    let methods = methods.iter().map(|one| method(one, operation, plan));
    quote! { #(#methods)* }
}

/// A method that takes the required parameters and what it sends, and gives a request of these types.
fn method(method: &Method<'_, '_>, operation: &Operation<'_>, plan: &Plan) -> TokenStream {
    let docs = doc::attrs(&match method.kind {
        MethodKind::Plain => documentation::method(operation, plan),
        MethodKind::Body(sent) => documentation::other_body(operation, sent),
        MethodKind::Answer(answer) => documentation::other_answer(operation, answer),
    });
    let deprecated = attr::deprecated(&operation.source.docs);
    let params = operation.params.iter();
    let mut calls: Vec<TokenStream> = params
        .filter_map(|param| match param.role {
            Role::Argument => Some(params::put_argument(param)),
            Role::Fixed => params::put_only(param),
            Role::Setter => None,
        })
        .collect();
    calls.extend(method.sends.map(body::put));
    let name = method.signature.name.ident();
    let operator = attr::operator(&name, method.signature.arguments.len());
    let signature = method.signature.tokens(View::Operations);
    quote! {
        #docs
        #deprecated
        #operator
        pub fn #signature {
            runtime::Request::new(self.0) #(#calls)*
        }
    }
}
