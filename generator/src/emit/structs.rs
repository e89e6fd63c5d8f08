//! Objects: the struct, its constructor and setters, its reader and writer.

use proc_macro2::TokenStream;
use quote::quote;

use super::field::{self, Member};
use super::{Emit, doc, forms, ty};
use crate::ir::{Additional, Struct, TypeDef, TypeId};
use crate::naming::ident;
use crate::plan::Role;

/// The items of a struct.
pub(super) fn items(
    id: TypeId,
    def: &TypeDef,
    object: &Struct,
    emit: Emit<'_>,
) -> Vec<TokenStream> {
    let members = field::members(id, &object.fields, emit);
    let name = ident(emit.plan.names.ty(id));
    let rest = match &object.additional {
        Additional::Kept(value) => {
            Some((ident(emit.plan.names.additional(id)), ty::of(value, emit)))
        }
        Additional::Ignored => None,
    };
    let mut items = vec![
        declaration(def, emit, &name, &members, rest.as_ref()),
        constructor(&name, &members, rest.as_ref()),
    ];
    if object.is_form {
        items.push(forms::fields(
            &name,
            &members,
            object,
            emit.plan.names.additional(id),
        ));
    } else {
        let read_only = read_only(id, object, emit);
        items.push(record(&name, &members, rest.as_ref(), read_only.as_ref()));
        items.push(quote! { runtime::record!(#name); });
    }
    let has = |role| members.iter().any(|member| member.role == role);
    if has(Role::Fixed) && !has(Role::Argument) {
        items.push(default(&name));
    }
    if members.iter().any(|member| member.is_secret) {
        items.push(debug(&name, &members, rest.as_ref()));
    }
    items
}

type Rest<'r> = Option<&'r (proc_macro2::Ident, TokenStream)>;

fn declaration(
    def: &TypeDef,
    emit: Emit<'_>,
    name: &proc_macro2::Ident,
    members: &[Member<'_>],
    rest: Rest<'_>,
) -> TokenStream {
    let docs = doc::attrs(&doc::model(def, emit));
    let is_default = members.iter().all(|member| member.role == Role::Setter);
    let default = is_default.then(|| quote! { , Default });
    let debug = (!members.iter().any(|member| member.is_secret)).then(|| quote! { Debug, });
    let fields = members.iter().map(Member::declaration);
    let rest = rest.map(|(name, ty)| {
        quote! {
            #[doc = " Fields that the document allows and does not name."]
            pub #name: BTreeMap<String, #ty>,
        }
    });
    quote! {
        #docs
        #[derive(#debug Clone, PartialEq #default)]
        #[non_exhaustive]
        pub struct #name {
            #(#fields,)*
            #rest
        }
    }
}

fn constructor(name: &proc_macro2::Ident, members: &[Member<'_>], rest: Rest<'_>) -> TokenStream {
    let arguments: Vec<TokenStream> = members
        .iter()
        .filter(|member| member.role == Role::Argument)
        .map(Member::argument)
        .collect();
    let initial = members.iter().map(Member::initial);
    let empty = rest.map(|(name, _)| quote! { #name: BTreeMap::new(), });
    let first = if arguments.is_empty() {
        " With nothing set.".to_owned()
    } else {
        " With what is required; the rest is absent.".to_owned()
    };
    let setters = members
        .iter()
        .filter(|member| member.role == Role::Setter)
        .map(Member::setter);
    let rest = rest.map(|(name, ty)| {
        quote! {
            #[doc = " Sets the fields that the document does not name."]
            #[must_use]
            pub fn #name(mut self, #name: BTreeMap<String, #ty>) -> Self {
                self.#name = #name;
                self
            }
        }
    });
    let is_default = members.iter().all(|member| member.role == Role::Setter);
    let is_hidden = members.iter().any(|member| member.name == "default");
    let body = if is_default && is_hidden {
        // The setter of that name is found before the trait's function.
        quote! { Default::default() }
    } else if is_default {
        quote! { Self::default() }
    } else {
        quote! { Self { #(#initial,)* #empty } }
    };
    quote! {
        impl #name {
            #[doc = #first]
            #[must_use]
            pub fn new(#(#arguments),*) -> Self {
                #body
            }
            #(#setters)*
            #rest
        }
    }
}

/// What a request leaves out; a type that no request holds has nothing to say about it.
fn read_only(id: TypeId, object: &Struct, emit: Emit<'_>) -> Option<TokenStream> {
    let fields = object.fields.iter().filter(|field| field.read_only);
    let names: Vec<&str> = fields.map(|field| field.wire.as_str()).collect();
    (emit.plan.is_requested(id) && !names.is_empty())
        .then(|| quote! { const READ_ONLY: &'static [&'static str] = &[#(#names),*]; })
}

fn record(
    name: &proc_macro2::Ident,
    members: &[Member<'_>],
    rest: Rest<'_>,
    read_only: Option<&TokenStream>,
) -> TokenStream {
    let reads = members.iter().map(Member::read);
    let writes = members.iter().map(Member::write);
    let read_rest = rest.map(|(name, _)| quote! { #name: object.rest()?, });
    let write_rest = rest.map(|(name, _)| quote! { object.rest(&self.#name); });
    quote! {
        impl runtime::Record for #name {
            #read_only

            fn read(object: &mut runtime::Object) -> Result<Self, runtime::DecodeError> {
                Ok(Self { #(#reads,)* #read_rest })
            }

            fn write(&self, object: &mut runtime::ObjectWriter) {
                #(#writes)*
                #write_rest
            }
        }
    }
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
fn debug(name: &proc_macro2::Ident, members: &[Member<'_>], rest: Rest<'_>) -> TokenStream {
    let text = name.to_string();
    let fields = members.iter().map(|member| {
        let (name, label) = (&member.name, label(&member.name));
        if member.is_secret {
            quote! { .field(#label, &runtime::Redacted::of(&self.#name)) }
        } else {
            quote! { .field(#label, &self.#name) }
        }
    });
    let rest = rest.map(|(name, _)| {
        let label = label(name);
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

/// The name as derived `Debug` shows it.
fn label(name: &proc_macro2::Ident) -> String {
    name.to_string().trim_start_matches("r#").to_owned()
}
