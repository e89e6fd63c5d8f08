//! Objects: the struct, its constructor and setters, its reader and writer.

use proc_macro2::TokenStream;
use quote::quote;

use super::{doc, field, forms};
use crate::naming::{ident, word};
use crate::plan::{HasDefault, Medium, Model, Rest, Struct};
use crate::rust::View;

/// The items of a struct.
pub(super) fn items(model: &Model<'_>, object: &Struct<'_>) -> Vec<TokenStream> {
    let name = ident(model.name);
    let mut items = vec![declaration(model, object)];
    items.extend(constructor(model, object));
    match object.medium {
        Medium::Multipart => items.push(forms::fields(&name, object)),
        Medium::Json => items.push(record(&name, object)),
    }
    if object.default == HasDefault::ByNew {
        items.push(default(&name));
    }
    if object.has_secret() {
        items.push(debug(&name, object));
    }
    items
}

fn declaration(model: &Model<'_>, object: &Struct<'_>) -> TokenStream {
    let (docs, name) = (doc::attrs(&doc::model(model)), ident(model.name));
    let derives = model.derives().into_iter().map(word);
    let fields = object.members.iter().map(field::declaration);
    let rest = object.rest.as_ref().map(|rest| {
        let (name, ty) = (ident(rest.name), rest.ty().tokens(View::Models));
        quote! {
            #[doc = " Fields that the document allows and does not name."]
            pub #name: #ty,
        }
    });
    quote! {
        #docs
        #[derive(#(#derives),*)]
        #[non_exhaustive]
        pub struct #name {
            #(#fields,)*
            #rest
        }
    }
}

fn constructor(model: &Model<'_>, object: &Struct<'_>) -> Option<TokenStream> {
    let new = object.new.as_ref()?;
    let name = ident(model.name);
    let initial = object.members.iter().map(field::initial);
    let empty = object.rest.as_ref().map(|rest| {
        let name = ident(rest.name);
        quote! { #name: BTreeMap::new(), }
    });
    let first = if new.arguments.is_empty() {
        " With nothing set."
    } else {
        " With what is required; the rest is absent."
    };
    let setters = object.members.iter().filter_map(field::setter);
    let rest = object.rest.as_ref().and_then(rest_setter);
    let is_hidden = object
        .members
        .iter()
        .any(|member| **member.name == *"default");
    let body = match object.default {
        // The setter of that name is found before the trait's function.
        HasDefault::Derived if is_hidden => quote! { Default::default() },
        HasDefault::Derived => quote! { Self::default() },
        HasDefault::No | HasDefault::ByNew => quote! { Self { #(#initial,)* #empty } },
    };
    let new = new.tokens(View::Models);
    Some(quote! {
        impl #name {
            #[doc = #first]
            #[must_use]
            pub fn #new {
                #body
            }
            #(#setters)*
            #rest
        }
    })
}

fn rest_setter(rest: &Rest<'_>) -> Option<TokenStream> {
    let (name, setter) = (ident(rest.name), rest.setter()?.tokens(View::Models));
    Some(quote! {
        #[doc = " Sets the fields that the document does not name."]
        #[must_use]
        pub fn #setter {
            self.#name = #name;
            self
        }
    })
}

fn record(name: &proc_macro2::Ident, object: &Struct<'_>) -> TokenStream {
    let lines = object.members.iter().map(field::line);
    let rest = object.rest.as_ref().map(|rest| ident(rest.name));
    let rest = rest.map(|name| quote! { , rest #name });
    // A type that no request holds has nothing to say about it.
    let names = &object.read_only;
    let read_only = (!names.is_empty()).then(|| quote! { , read_only #(#names)* });
    quote! { runtime::record! { #name #rest #read_only; #(#lines)* } }
}

/// `new` takes nothing, but what it gives is not what a derived `Default` would.
fn default(name: &proc_macro2::Ident) -> TokenStream {
    quote! {
        impl Default for #name {
            fn default() -> Self {
                Self::new()
            }
        }
    }
}

/// Derived `Debug` would show secrets.
fn debug(name: &proc_macro2::Ident, object: &Struct<'_>) -> TokenStream {
    let text = name.to_string();
    let fields = object.members.iter().map(|member| {
        let (name, label) = (ident(member.name), member.name.as_str());
        if member.is_secret {
            quote! { .field(#label, &runtime::Redacted::of(&self.#name)) }
        } else {
            quote! { .field(#label, &self.#name) }
        }
    });
    let rest = object.rest.as_ref().map(|rest| {
        let (name, label) = (ident(rest.name), rest.name.as_str());
        quote! { .field(#label, &self.#name) }
    });
    quote! {
        impl std::fmt::Debug for #name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.debug_struct(#text) #(#fields)* #rest .finish()
            }
        }
    }
}
