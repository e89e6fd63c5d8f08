//! Fields of structs: how they are declared, and their lines in tables.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{ToTokens as _, quote};

use super::{attr, doc};
use crate::naming::{ident, word};
use crate::plan::{Fixed, Member, Presence, Taking};
use crate::rust::View;

/// The field as it is declared.
pub(super) fn declaration(member: &Member<'_>, view: View<'_>) -> TokenStream {
    let docs = doc::attrs(&doc::value(&member.source.docs));
    let (name, ty) = (ident(member.name), member.ty.tokens(view));
    quote! { #docs pub #name: #ty }
}

/// The line of the table: when it is there, its name in JSON where that differs, and how it is made.
pub(super) fn line(member: &Member<'_>, view: View<'_>) -> TokenStream {
    let (name, presence) = (ident(member.name), presence(member));
    let kind = kind(member);
    let kind = (!kind.is_empty()).then(|| quote! { (#(#kind)*) });
    let is_plain = member.name.code() == member.source.wire;
    let wire = (!is_plain).then_some(&member.source.wire).into_iter();
    let made = made(member, view);
    quote! { #name: #presence #kind #(= #wire)* #made; }
}

/// What callers hand over for it, and where; or what it is, where they have no say.
fn made(member: &Member<'_>, view: View<'_>) -> Option<TokenStream> {
    let taking = taking(member).map(|taking| quote! { as #taking });
    if member.is_asked_for() {
        let taken = member.taken().tokens(view);
        Some(quote! { , new #taking #taken })
    } else if member.setter().is_some() {
        let deprecated = attr::deprecated(&member.source.docs);
        let taken = member.taken().tokens(view);
        Some(quote! { , #deprecated set #taking #taken })
    } else {
        let constant = constant(member.begins_with()?, view);
        Some(match member.presence {
            Presence::RequiredNullable => quote! { , is Some(#constant) },
            Presence::Required | Presence::Optional | Presence::OptionalNullable => {
                quote! { , is #constant }
            }
        })
    }
}

/// How what a caller hands over gets into it, where that is more than a conversion.
fn taking(member: &Member<'_>) -> Option<Ident> {
    let taking = member.taking()?;
    Some(word(match taking {
        Taking::Boxed => "boxed",
        Taking::BoxedInside => "boxed_inside",
        Taking::Each => "each",
    }))
}

/// What else is to be known of it.
fn kind(member: &Member<'_>) -> Vec<Ident> {
    let file = member.is_file().then_some("file");
    let secret = member.is_secret.then_some("secret");
    file.into_iter().chain(secret).map(word).collect()
}

fn presence(member: &Member<'_>) -> Ident {
    word(match member.presence {
        Presence::Required | Presence::RequiredNullable => "required",
        Presence::Optional => "optional",
        Presence::OptionalNullable => "nullable",
    })
}

/// A value that callers have no say in.
fn constant(fixed: &Fixed<'_>, view: View<'_>) -> TokenStream {
    match fixed {
        Fixed::ConstBool => quote! { runtime::ConstBool },
        Fixed::ConstInt => quote! { runtime::ConstInt },
        Fixed::Variant(ty, variant) => {
            let (ty, variant) = (ty.tokens(view), ident(variant));
            quote! { #ty::#variant }
        }
        Fixed::Integer(value) => Literal::i64_unsuffixed(*value).into_token_stream(),
        Fixed::Bool(value) => quote! { #value },
        Fixed::Text(tag) => quote! { #tag.into() },
    }
}
