//! Objects: the struct, and the table by which it is read, written and made.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::attr;
use super::{doc, field};
use crate::ir::Medium;
use crate::markdown;
use crate::naming::{ident, word};
use crate::plan::{HasDefault, Model, Rest, Struct};
use crate::rust::View;

/// The items of a struct.
pub(super) fn items(model: &Model<'_>, object: &Struct<'_>, view: View<'_>) -> Vec<TokenStream> {
    let name = ident(model.name);
    vec![declaration(model, object, view), table(&name, object, view)]
}

fn declaration(model: &Model<'_>, object: &Struct<'_>, view: View<'_>) -> TokenStream {
    let (docs, name) = (doc::attrs(&doc::model(model)), ident(model.name));
    let derives = attr::derives(model);
    let fields = object
        .members
        .iter()
        .map(|one| field::declaration(one, view));
    let rest = object.rest.as_ref().map(|rest| {
        let (name, ty) = (ident(rest.name), rest.ty().tokens(view));
        let docs = doc::attrs(&[markdown::unnamed(rest.docs)]);
        quote! {
            #docs
            pub #name: #ty,
        }
    });
    quote! {
        #docs
        #derives
        #[non_exhaustive]
        pub struct #name {
            #(#fields,)*
            #rest
        }
    }
}

fn table(name: &Ident, object: &Struct<'_>, view: View<'_>) -> TokenStream {
    let making = making(object);
    let making = (!making.is_empty()).then(|| quote! { : #(#making)* });
    let lines = object.members.iter().map(|one| field::line(one, view));
    let rest = object.rest.as_ref();
    match object.medium {
        Medium::Json => {
            let rest = rest.map(|rest| self::rest("rest", rest, view));
            // A type that no request holds has nothing to say about it.
            let names = &object.read_only;
            let read_only = (!names.is_empty()).then(|| quote! { , read_only #(#names)* });
            quote! { runtime::record! { #name #making #rest #read_only; #(#lines)* } }
        }
        Medium::Multipart => {
            let kind = |rest: &Rest<'_>| if rest.is_file { "files" } else { "values" };
            let rest = rest.map(|rest| self::rest(kind(rest), rest, view));
            quote! { runtime::multipart! { #name #making #rest; #(#lines)* } }
        }
    }
}

/// How callers make it.
fn making(object: &Struct<'_>) -> Vec<Ident> {
    let made = object.new.as_ref().map(|_| "made");
    let default = (object.default == HasDefault::ByNew).then_some("default");
    let redacted = object.has_secret().then_some("redacted");
    let words = [redacted, default, made].into_iter().flatten();
    words.map(word).collect()
}

/// The field that keeps what the document does not name, and what its setter takes.
fn rest(kind: &'static str, rest: &Rest<'_>, view: View<'_>) -> TokenStream {
    let (kind, name) = (word(kind), ident(rest.name));
    let set = rest.setter().map(|_| {
        let ty = rest.ty().tokens(view);
        quote! { set #ty }
    });
    quote! { , #kind #name #set }
}

/// What callers see of the table, as plain Rust: the constructor and the setters.
pub(super) fn declared(model: &Model<'_>, object: &Struct<'_>) -> TokenStream {
    let name = ident(model.name);
    let new = object.new.iter().map(|new| new.tokens(View::Models));
    let setters = object.members.iter().filter_map(|member| {
        let deprecated = attr::deprecated(&member.source.docs);
        let setter = member.setter()?.tokens(View::Models);
        Some(quote! { #deprecated pub fn #setter {} })
    });
    let rest = object.rest.as_ref().and_then(Rest::setter);
    let rest = rest.iter().map(|setter| setter.tokens(View::Models));
    quote! {
        impl #name {
            #(pub fn #new {})*
            #(#setters)*
            #(pub fn #rest {})*
        }
    }
}
