//! Fields of structs: their type, how they are read, written and set.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{ToTokens as _, quote};

use super::{Emit, doc, forms, ty};
use crate::ir::{Constant, Field, Type, TypeId};
use crate::naming::{ident, word};
use crate::plan::{Plan, Presence, Role, TagValue};

/// A field with all that is decided about it.
pub(super) struct Member<'p> {
    pub(super) field: &'p Field,
    pub(super) name: Ident,
    argument: Ident,
    pub(super) role: Role,
    presence: Presence,
    pub(super) is_secret: bool,
    is_boxed: bool,
    /// Whether what a caller has is seldom the type itself: a literal, the bytes of a file.
    is_converted: bool,
    /// The value that it has from the beginning.
    constant: Option<TokenStream>,
    inner: TokenStream,
}

impl<'p> Member<'p> {
    pub(super) fn of(id: TypeId, index: usize, field: &'p Field, emit: Emit<'p>) -> Self {
        let presence = emit.plan.presence(id, field);
        let role = emit.plan.role(id, field);
        let is_fixed = role == Role::Fixed;
        let only = field.constant.filter(|_| is_fixed).map(only);
        let tag = emit.plan.tag(id, field);
        Self {
            field,
            name: ident(emit.plan.names.field(id, index)),
            argument: ident(emit.plan.names.field_argument(id, index)),
            role,
            presence,
            is_secret: emit.plan.is_secret(id, index),
            is_boxed: emit.plan.is_boxed(id, index),
            is_converted: emit.plan.text(&field.ty).is_some() || field.ty == Type::File,
            constant: match &only {
                Some((value, _)) => Some(value.clone()),
                None if is_fixed => constant(&field.ty, tag, emit),
                None => None,
            },
            inner: only.map_or_else(|| ty::of(&field.ty, emit), |(_, ty)| ty),
        }
    }

    /// The field as it is declared.
    pub(super) fn declaration(&self) -> TokenStream {
        let docs = doc::attrs(&doc::value(&self.field.docs));
        let (name, ty) = (&self.name, self.ty());
        quote! { #docs pub #name: #ty }
    }

    fn ty(&self) -> TokenStream {
        let held = ty::boxed(self.inner.clone(), self.is_boxed);
        match self.presence {
            Presence::Required => held,
            Presence::Optional | Presence::RequiredNullable => quote! { Option<#held> },
            Presence::OptionalNullable => quote! { OptionalNullable<#held> },
        }
    }

    /// The line of the reader.
    pub(super) fn read(&self) -> TokenStream {
        let (name, wire, method) = (&self.name, &self.field.wire, self.method());
        quote! { #name: object.#method(#wire)? }
    }

    /// The line of the writer.
    pub(super) fn write(&self) -> TokenStream {
        let (name, wire, method) = (&self.name, &self.field.wire, self.method());
        quote! { object.#method(#wire, &self.#name); }
    }

    /// The line that adds the field to a form.
    pub(super) fn form(&self) -> TokenStream {
        let (name, wire) = (&self.name, &self.field.wire);
        let is_file = forms::is_file(&self.field.ty);
        let method = word(if is_file { "file" } else { "value" });
        quote! { .#method(#wire, &self.#name) }
    }

    fn method(&self) -> TokenStream {
        match self.presence {
            Presence::Required | Presence::RequiredNullable => quote! { required },
            Presence::Optional => quote! { optional },
            Presence::OptionalNullable => quote! { nullable },
        }
    }

    /// The argument of `new`.
    pub(super) fn argument(&self) -> TokenStream {
        let (argument, ty) = (&self.argument, self.taken());
        quote! { #argument: #ty }
    }

    /// What `new` puts into the field.
    pub(super) fn initial(&self) -> TokenStream {
        let name = &self.name;
        match (&self.constant, self.presence) {
            (Some(constant), Presence::Required) => quote! { #name: #constant },
            (Some(constant), Presence::OptionalNullable) => {
                quote! { #name: OptionalNullable::Value(#constant) }
            }
            (Some(constant), _) => quote! { #name: Some(#constant) },
            (None, Presence::Optional) => quote! { #name: None },
            (None, Presence::OptionalNullable) => quote! { #name: OptionalNullable::Absent },
            (None, _) if self.is_handed_on() => quote! { #name },
            (None, _) => {
                let value = self.converted();
                quote! { #name: #value }
            }
        }
    }

    /// The setter of a field that `new` does not ask for.
    pub(super) fn setter(&self) -> TokenStream {
        let first = format!(" Sets {}.", crate::markdown::code(&self.field.wire));
        let deprecated = super::attr::deprecated(&self.field.docs);
        let operator = super::attr::operator(&self.name, 1);
        let (name, argument) = (&self.name, &self.argument);
        let (ty, value) = (self.taken(), self.converted());
        let value = if self.presence == Presence::Optional {
            quote! { Some(#value) }
        } else {
            value
        };
        quote! {
            #[doc = #first]
            #deprecated
            #operator
            #[must_use]
            pub fn #name(mut self, #argument: #ty) -> Self {
                self.#name = #value;
                self
            }
        }
    }

    /// The type that a caller hands over: as wide as it can be without a guess.
    fn taken(&self) -> TokenStream {
        let inner = &self.inner;
        match self.presence {
            Presence::OptionalNullable => quote! { impl Into<OptionalNullable<#inner>> },
            Presence::RequiredNullable => quote! { Option<#inner> },
            Presence::Required | Presence::Optional if self.is_converted => {
                quote! { impl Into<#inner> }
            }
            Presence::Required | Presence::Optional => quote! { #inner },
        }
    }

    /// What a field holds of what a caller hands over.
    fn converted(&self) -> TokenStream {
        let argument = &self.argument;
        let value = if self.is_into() {
            quote! { #argument.into() }
        } else {
            quote! { #argument }
        };
        match self.presence {
            _ if !self.is_boxed => value,
            Presence::OptionalNullable | Presence::RequiredNullable => {
                quote! { #value.map(Box::new) }
            }
            Presence::Required | Presence::Optional => quote! { Box::new(#value) },
        }
    }

    /// Whether the field is its argument, under one name.
    fn is_handed_on(&self) -> bool {
        !self.is_boxed && !self.is_into() && self.name == self.argument
    }

    /// Whether what a caller hands over is converted.
    fn is_into(&self) -> bool {
        match self.presence {
            Presence::OptionalNullable => true,
            Presence::RequiredNullable => false,
            Presence::Required | Presence::Optional => self.is_converted,
        }
    }
}

/// The value and the type of what is always the same and no text.
fn only(constant: Constant) -> (TokenStream, TokenStream) {
    match constant {
        Constant::Bool(value) => (
            quote! { runtime::ConstBool },
            quote! { runtime::ConstBool<#value> },
        ),
        Constant::Integer(value) => {
            let value = proc_macro2::Literal::i64_unsuffixed(value);
            (
                quote! { runtime::ConstInt },
                quote! { runtime::ConstInt<#value> },
            )
        }
    }
}

/// The value of a type that has only one, or that holds a tag.
fn constant(ty: &Type, tag: Option<&str>, emit: Emit<'_>) -> Option<TokenStream> {
    // Under the name that the field has for it: no other is imported.
    let name = ty::of(ty, emit);
    let Some(tag) = tag else {
        let variant = ident(emit.plan.names.variant(emit.plan.constant(ty)?, 0));
        return Some(quote! { #name::#variant });
    };
    Some(match emit.plan.tag_value(ty, tag) {
        TagValue::Variant(id, index) => {
            let variant = ident(emit.plan.names.variant(id, index));
            quote! { #name::#variant }
        }
        TagValue::Integer(value) => Literal::i64_unsuffixed(value).into_token_stream(),
        TagValue::Bool(value) => quote! { #value },
        TagValue::Text => quote! { #tag.into() },
    })
}

/// Every field of a struct.
pub(super) fn members<'p>(id: TypeId, fields: &'p [Field], emit: Emit<'p>) -> Vec<Member<'p>> {
    let fields = fields.iter().enumerate();
    fields
        .map(|(index, field)| Member::of(id, index, field, emit))
        .collect()
}

/// Whether any field makes a difference between absent and `null`.
pub(super) fn needs_nullable(id: TypeId, fields: &[Field], plan: &Plan) -> bool {
    fields
        .iter()
        .any(|field| plan.presence(id, field) == Presence::OptionalNullable)
}
