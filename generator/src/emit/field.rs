//! Fields of structs: how they are declared, read, written and set.

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens as _, quote};

use super::{attr, doc};
use crate::markdown;
use crate::naming::{ident, word};
use crate::plan::{Fixed, Member, Presence};
use crate::rust::View;

/// The field as it is declared.
pub(super) fn declaration(member: &Member<'_>) -> TokenStream {
    let docs = doc::attrs(&doc::value(member.docs));
    let (name, ty) = (ident(member.name), member.ty.tokens(View::Models));
    quote! { #docs pub #name: #ty }
}

/// The line of the table: when it is there, and its name in JSON where that differs.
pub(super) fn line(member: &Member<'_>) -> TokenStream {
    let (name, presence) = (ident(member.name), presence(member));
    let is_plain = member.name.code() == member.wire;
    let wire = (!is_plain).then_some(member.wire).into_iter();
    quote! { #name: #presence #(= #wire)*; }
}

/// The line that adds the field to a form.
pub(super) fn form(member: &Member<'_>) -> TokenStream {
    let (name, wire) = (ident(member.name), member.wire);
    let method = word(if member.is_file() { "file" } else { "value" });
    quote! { .#method(#wire, &self.#name) }
}

fn presence(member: &Member<'_>) -> TokenStream {
    match member.presence {
        Presence::Required | Presence::RequiredNullable => quote! { required },
        Presence::Optional => quote! { optional },
        Presence::OptionalNullable => quote! { nullable },
    }
}

/// What `new` puts into the field.
pub(super) fn initial(member: &Member<'_>) -> TokenStream {
    let name = ident(member.name);
    let constant = member.constant.as_ref().map(constant);
    match (constant, member.presence) {
        (Some(constant), Presence::Required) => quote! { #name: #constant },
        (Some(constant), Presence::OptionalNullable) => {
            quote! { #name: OptionalNullable::Value(#constant) }
        }
        (Some(constant), _) => quote! { #name: Some(#constant) },
        (None, Presence::Optional) => quote! { #name: None },
        (None, Presence::OptionalNullable) => quote! { #name: OptionalNullable::Absent },
        (None, _) if is_handed_on(member) => quote! { #name },
        (None, _) => {
            let value = converted(member);
            quote! { #name: #value }
        }
    }
}

/// The setter of a field that `new` does not ask for.
pub(super) fn setter(member: &Member<'_>) -> Option<TokenStream> {
    let setter = member.setter()?.tokens(View::Models);
    let first = format!(" Sets {}.", markdown::code(member.wire));
    let deprecated = attr::deprecated(member.docs);
    let (name, value) = (ident(member.name), converted(member));
    let operator = attr::operator(&name, 1);
    let value = if member.presence == Presence::Optional {
        quote! { Some(#value) }
    } else {
        value
    };
    Some(quote! {
        #[doc = #first]
        #deprecated
        #operator
        #[must_use]
        pub fn #setter {
            self.#name = #value;
            self
        }
    })
}

/// What a field holds of what a caller hands over.
fn converted(member: &Member<'_>) -> TokenStream {
    let argument = ident(member.argument_name);
    let value = if member.is_into() {
        quote! { #argument.into() }
    } else {
        quote! { #argument }
    };
    match member.presence {
        _ if !member.is_boxed() => value,
        Presence::OptionalNullable | Presence::RequiredNullable => {
            quote! { #value.map(Box::new) }
        }
        Presence::Required | Presence::Optional => quote! { Box::new(#value) },
    }
}

/// Whether the field is its argument, under one name.
fn is_handed_on(member: &Member<'_>) -> bool {
    !member.is_boxed() && !member.is_into() && member.name == member.argument_name
}

/// A value that callers have no say in.
fn constant(fixed: &Fixed<'_>) -> TokenStream {
    match fixed {
        Fixed::ConstBool => quote! { runtime::ConstBool },
        Fixed::ConstInt => quote! { runtime::ConstInt },
        Fixed::Variant(ty, variant) => {
            let (ty, variant) = (ty.tokens(View::Models), ident(variant));
            quote! { #ty::#variant }
        }
        Fixed::Integer(value) => Literal::i64_unsuffixed(*value).into_token_stream(),
        Fixed::Bool(value) => quote! { #value },
        Fixed::Text(tag) => quote! { #tag.into() },
    }
}
