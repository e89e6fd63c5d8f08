//! What callers hand over, finished: parameters and bodies, each with its type as an argument.

use serde_json::Value;

use super::{Plan, Role};
use crate::ir::{Content, ContentKind, OperationId, Param, Type};
use crate::naming::Name;
use crate::rust::{Argument, Receiver, Signature, Ty, Word};

/// A parameter outside the body.
#[derive(Debug, Clone)]
pub struct Parameter<'p> {
    /// What the document says about it.
    pub source: &'p Param,
    /// Its setter, and what readers know it by.
    pub name: &'p Name,
    /// What it is called as an argument.
    pub argument: &'p Name,
    /// What a caller does about it.
    pub role: Role,
    /// Its type as a value of its own.
    pub ty: Ty<'p>,
    /// What a caller hands over.
    pub taken: Ty<'p>,
    /// How that is handed on.
    pub lending: Lending,
    /// The only value that it can have.
    pub only: Option<Value>,
}

/// A body in one media type.
#[derive(Debug, Clone)]
pub struct Sent<'p> {
    /// What the document says about it.
    pub content: &'p Content,
    /// The method that sends it.
    pub function: &'p Name,
    /// Its type as a value of its own.
    pub ty: Ty<'p>,
    /// What a caller hands over.
    pub taken: Ty<'p>,
    /// How that is handed on.
    pub lending: Lending,
}

/// How an argument is handed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lending {
    /// It is a reference already.
    AsIs,
    /// A plain number costs no more than a reference to it, so that is made here.
    Ref,
    /// It gives a text.
    AsText,
    /// It gives texts.
    AsTexts,
}

impl<'p> Parameter<'p> {
    /// The setter of one that may be left out; its argument has the same name.
    pub fn setter(&self) -> Signature<'p> {
        Signature {
            name: Word::Name(self.name),
            receiver: Receiver::Value,
            arguments: vec![Argument {
                name: Word::Name(self.name),
                ty: self.taken.clone(),
            }],
            gives: Ty::Own,
        }
    }
}

impl Plan {
    pub(super) fn parameter<'p>(
        &'p self,
        operation: OperationId,
        index: usize,
        source: &'p Param,
    ) -> Parameter<'p> {
        let (taken, lending) = match &source.ty {
            Type::Array(item) if self.text(item).is_some() => (Ty::AsTexts, Lending::AsTexts),
            ty => self.borrowed(ty),
        };
        Parameter {
            source,
            name: self.names.param(operation, index),
            argument: self.names.param_argument(operation, index),
            role: self.param_role(source),
            ty: self.ty(&source.ty),
            taken,
            lending,
            only: self.only(source),
        }
    }

    pub(super) fn sent<'p>(&'p self, function: &'p Name, content: &'p Content) -> Sent<'p> {
        let form = Ty::Runtime("MultipartForm");
        let (ty, taken) = match content.kind {
            ContentKind::Multipart if content.ty == Type::Any => (form.clone(), form.lent()),
            ContentKind::Json | ContentKind::Form | ContentKind::Multipart => {
                let text = Ty::Plain("str").lent();
                let is_text = self.text(&content.ty).is_some();
                let taken = match content.kind {
                    ContentKind::Json | ContentKind::Form if is_text => text,
                    _ => self.borrowed(&content.ty).0,
                };
                (self.ty(&content.ty), taken)
            }
            ContentKind::Text => (Ty::Plain("str"), Ty::Plain("str").lent()),
            ContentKind::Bytes | ContentKind::Stream(_) => {
                let body = Ty::Runtime("Body");
                (body.clone(), Ty::Into(Box::new(body)))
            }
        };
        Sent {
            content,
            function,
            ty,
            taken,
            lending: if is_copied(&content.ty) {
                Lending::Ref
            } else {
                Lending::AsIs
            },
        }
    }

    /// The type of an argument, borrowed unless it is a plain number, and how it is handed on.
    fn borrowed<'p>(&'p self, ty: &Type) -> (Ty<'p>, Lending) {
        match ty {
            _ if self.format(ty).is_some() => (Ty::AsText, Lending::AsText),
            _ if self.text(ty).is_some() => (Ty::Plain("str").lent(), Lending::AsIs),
            ty if is_copied(ty) => (self.ty(ty), Lending::Ref),
            Type::Array(item) => (Ty::Slice(Box::new(self.ty(item))), Lending::AsIs),
            other => (self.ty(other).lent(), Lending::AsIs),
        }
    }
}

/// Whether an argument is the value itself.
fn is_copied(ty: &Type) -> bool {
    matches!(ty, Type::Bool | Type::Integer(_) | Type::Number(_))
}
