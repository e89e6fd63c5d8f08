//! What emitters ask about a use of a type: what it is under whichever name.

use super::{Format, Plan, formats};
use crate::ir::{Integer, Number, Shape, Text, Type, TypeId};

impl Plan {
    /// The enum that has just one value, where the type is one.
    pub fn constant(&self, ty: &Type) -> Option<TypeId> {
        let Type::Named(id) = ty else {
            return None;
        };
        match &self.api.get(*id).shape {
            Shape::Enum(list) if list.is_constant() => Some(*id),
            Shape::Alias(inner) => self.constant(inner),
            _ => None,
        }
    }

    /// The Rust type of a value that is neither a model nor made of other types.
    pub fn scalar(&self, ty: &Type) -> &'static str {
        match ty {
            Type::Bool => "bool",
            Type::Integer(Integer::I8) => "i8",
            Type::Integer(Integer::I16) => "i16",
            Type::Integer(Integer::I32) => "i32",
            Type::Integer(Integer::I64) => "i64",
            Type::Integer(Integer::U8) => "u8",
            Type::Integer(Integer::U16) => "u16",
            Type::Integer(Integer::U32) => "u32",
            Type::Integer(Integer::U64) => "u64",
            Type::Number(Number::F32) => "f32",
            Type::Number(Number::F64) => "f64",
            Type::Text(text) => formats::of(*text).map_or("String", |format| format.name),
            Type::File => "File",
            Type::Any
            | Type::Array(_)
            | Type::Tuple(_)
            | Type::Map(_)
            | Type::Nullable(_)
            | Type::Named(_) => "serde_json::Value",
        }
    }

    /// Whether a type is a struct, an enum or a union of its own.
    pub fn is_model(&self, ty: &Type) -> bool {
        match ty {
            Type::Named(id) => !matches!(self.api.get(*id).shape, Shape::Alias(_)),
            _ => false,
        }
    }

    /// Whether a type is a struct that has this member.
    pub fn has_member(&self, ty: &Type, wire: &str) -> bool {
        let Type::Named(id) = ty else {
            return false;
        };
        match &self.api.get(*id).shape {
            Shape::Struct(object) => object
                .fields
                .iter()
                .any(|field| field.wire == wire && field.required),
            Shape::Alias(inner) => self.has_member(inner, wire),
            Shape::Union(union) => union
                .variants
                .iter()
                .all(|variant| self.has_member(&variant.ty, wire)),
            Shape::Enum(_) => false,
        }
    }

    /// The text that a type is, under whichever name.
    pub fn text(&self, ty: &Type) -> Option<Text> {
        let mut ty = ty;
        // No more steps than there are types, should aliases go in a circle.
        for _ in 0..=self.api.types.len() {
            match ty {
                Type::Text(text) => return Some(*text),
                Type::Named(id) => match &self.api.get(*id).shape {
                    Shape::Alias(inner) => ty = inner,
                    _ => return None,
                },
                _ => return None,
            }
        }
        None
    }

    /// The format of a type that is a text with one.
    pub fn format(&self, ty: &Type) -> Option<Format> {
        self.text(ty).and_then(formats::of)
    }
}
