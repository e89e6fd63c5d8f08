//! The fields of structs, finished: what each is declared as, what callers hand over for it and what it begins with.

use super::{Plan, Presence, Role, TagValue};
use crate::ir::{Constant, Docs, Field, Shape, Type, TypeId};
use crate::naming::Name;
use crate::rust::{Argument, Holding, Outer, Receiver, Signature, Ty, Word};

/// A field.
#[derive(Debug, Clone)]
pub struct Member<'p> {
    /// The field.
    pub name: &'p Name,
    /// What the document says about it.
    pub source: &'p Field,
    /// Its type.
    pub ty: Ty<'p>,
    /// When it is there.
    pub presence: Presence,
    /// What a caller does about it.
    pub role: Role,
    /// Whether it must not be shown.
    pub is_secret: bool,
    /// What it begins with where callers have no say.
    pub constant: Option<Fixed<'p>>,
    /// Whether it can have just one value.
    pub is_constant: bool,
    /// What it holds: no `Option`, no box.
    pub inner: Ty<'p>,
    /// How it holds that.
    pub holding: Holding,
    /// Whether callers make the struct.
    pub is_made: bool,
    /// Whether what a caller has is seldom the type itself: a literal, the bytes of a file, what a union is made of.
    is_converted: bool,
    /// Whether it is a list of texts, whatever texts a caller has.
    is_list_of_texts: bool,
}

/// The field that keeps what the document allows and does not name.
#[derive(Debug, Clone)]
pub struct Rest<'p> {
    /// The field.
    pub name: &'p Name,
    /// The type of each value in the document.
    pub source: &'p Type,
    /// The type of each value.
    pub value: Ty<'p>,
    /// Whether each value is a file.
    pub is_file: bool,
    /// What the document says of its struct.
    pub docs: &'p Docs,
    /// Whether callers make the struct.
    pub(super) is_made: bool,
}

/// How what a caller hands over gets into a field, where that is more than a conversion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taking {
    /// It is put into a box.
    Boxed,
    /// It may be null, and its value is put into a box.
    BoxedInside,
    /// Each part of it is converted.
    Each,
}

/// A value that a field always has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fixed<'p> {
    /// A value of an enum.
    Variant(Ty<'p>, &'p Name),
    /// The only truth value.
    ConstBool,
    /// The only whole number.
    ConstInt,
    /// A truth value.
    Bool(bool),
    /// A whole number.
    Integer(i64),
    /// A text, or what it converts to.
    Text(&'p str),
}

impl<'p> Member<'p> {
    /// Whether it is an argument of `new`, where callers make the struct.
    pub fn is_asked_for(&self) -> bool {
        self.is_made && self.role == Role::Argument
    }

    /// The type that a caller hands over: as wide as it can be without a guess.
    pub fn taken(&self) -> Ty<'p> {
        let inner = self.inner.clone();
        match self.presence {
            Presence::OptionalNullable => Ty::Into(Box::new(inner.within(Outer::OptionalNullable))),
            Presence::RequiredNullable => Ty::Into(Box::new(inner.within(Outer::Option))),
            Presence::Required | Presence::Optional => match inner {
                Ty::Within(Outer::Vec, item) if self.is_list_of_texts => Ty::IntoEach(item),
                inner if self.is_converted => Ty::Into(Box::new(inner)),
                inner => inner,
            },
        }
    }

    /// How what a caller hands over gets into the field, where that is more than a conversion.
    pub fn taking(&self) -> Option<Taking> {
        let is_nullable = matches!(
            self.presence,
            Presence::OptionalNullable | Presence::RequiredNullable
        );
        match (self.holding, is_nullable) {
            (Holding::Boxed, true) => Some(Taking::BoxedInside),
            (Holding::Boxed, false) => Some(Taking::Boxed),
            (Holding::InPlace, false) if self.is_list_of_texts => Some(Taking::Each),
            (Holding::InPlace, _) => None,
        }
    }

    /// The setter of a field that `new` does not ask for, where callers make the struct.
    pub fn setter(&self) -> Option<Signature<'p>> {
        let has_setter = self.is_made && self.role == Role::Setter;
        has_setter.then(|| Signature {
            name: Word::Name(self.name),
            receiver: Receiver::Changed,
            arguments: vec![Argument {
                name: Word::Name(self.name),
                ty: self.taken(),
            }],
            gives: Ty::Own,
        })
    }

    /// What `new` puts in where nobody is asked for it.
    pub fn begins_with(&self) -> Option<&Fixed<'p>> {
        self.constant.as_ref().filter(|_| self.is_made)
    }

    /// Whether it is a file of a form, or a list of files.
    pub fn is_file(&self) -> bool {
        is_file(&self.source.ty)
    }
}

impl<'p> Rest<'p> {
    /// The type of the field.
    pub fn ty(&self) -> Ty<'p> {
        Ty::Map(Box::new(self.value.clone()))
    }

    /// Its setter, where callers make the struct.
    pub fn setter(&self) -> Option<Signature<'p>> {
        self.is_made.then(|| Signature {
            name: Word::Name(self.name),
            receiver: Receiver::Changed,
            arguments: vec![Argument {
                name: Word::Name(self.name),
                ty: self.ty(),
            }],
            gives: Ty::Own,
        })
    }
}

impl Plan {
    /// A field of a struct.
    pub(super) fn member<'p>(&'p self, id: TypeId, index: usize, field: &'p Field) -> Member<'p> {
        let (presence, role) = (self.presence(id, field), self.role(id, field));
        let holding = self.holding(id, index);
        let is_fixed = role == Role::Fixed;
        let (inner, constant) = match field.constant {
            Some(Constant::Bool(value)) if is_fixed => {
                (Ty::ConstBool(value), Some(Fixed::ConstBool))
            }
            Some(Constant::Integer(value)) if is_fixed => {
                (Ty::ConstInt(value), Some(Fixed::ConstInt))
            }
            _ if is_fixed => (
                self.ty(&field.ty),
                self.fixed(&field.ty, self.tag(id, field)),
            ),
            _ => (self.ty(&field.ty), None),
        };
        let held = inner.clone().held(holding);
        Member {
            name: self.names.field(id, index),
            source: field,
            ty: match presence {
                Presence::Required => held,
                Presence::Optional | Presence::RequiredNullable => held.within(Outer::Option),
                Presence::OptionalNullable => held.within(Outer::OptionalNullable),
            },
            presence,
            role,
            is_secret: self.is_secret(id, index),
            constant,
            is_constant: self.is_constant(field),
            inner,
            holding,
            is_made: self.is_made(id),
            is_converted: self.text(&field.ty).is_some()
                || field.ty == Type::File
                || self.has_sources(&field.ty),
            is_list_of_texts: matches!(&field.ty, Type::Array(item) if self.text(item).is_some()),
        }
    }

    /// Whether a type is made from others: one of several, or any text of which some are known.
    fn has_sources(&self, ty: &Type) -> bool {
        let found = self.api.definition(ty);
        found.is_some_and(|(_, def)| match &def.shape {
            Shape::Union(_) => true,
            Shape::Enum(list) => list.is_open,
            Shape::Struct(_) | Shape::Alias(_) => false,
        })
    }

    /// The value of a type that has only one, or that holds a tag.
    fn fixed<'p>(&'p self, ty: &'p Type, tag: Option<&'p str>) -> Option<Fixed<'p>> {
        // Under the name that the field has for it: no other is imported.
        let name = self.ty(ty);
        let Some(tag) = tag else {
            let only = self.names.variant(self.constant(ty)?, 0);
            return Some(Fixed::Variant(name, only));
        };
        Some(match self.tag_value(ty, tag) {
            TagValue::Variant(id, index) => Fixed::Variant(name, self.names.variant(id, index)),
            TagValue::Integer(value) => Fixed::Integer(value),
            TagValue::Bool(value) => Fixed::Bool(value),
            TagValue::Text => Fixed::Text(tag),
        })
    }
}

/// How a struct gets its `Default`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HasDefault {
    /// Not at all: `new` takes something, or there is none.
    No,
    /// Every field is empty.
    Derived,
    /// What `new` gives, since some field has only one value.
    ByNew,
}

/// How a struct of these fields gets its `Default`.
pub(super) fn default(members: &[Member<'_>]) -> HasDefault {
    let has = |role| members.iter().any(|member| member.role == role);
    match (has(Role::Argument), has(Role::Fixed)) {
        (true, _) => HasDefault::No,
        (false, true) => HasDefault::ByNew,
        (false, false) => HasDefault::Derived,
    }
}

/// Whether a field of a form is a file, or a list of files.
pub(super) fn is_file(ty: &Type) -> bool {
    match ty {
        Type::Array(item) => **item == Type::File,
        ty => *ty == Type::File,
    }
}
