//! What emitters ask about a use of a type: what it is under whichever name.

use serde_json::Value;

use super::{Format, Plan, Role, formats};
use crate::ir::{Constant, Field, Integer, Number, Param, Shape, Text, Type, TypeId};

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

    /// What a caller does about a parameter: one that is required and has only one value is written for the caller.
    pub(super) fn param_role(&self, param: &Param) -> Role {
        match param.required {
            false => Role::Setter,
            true if self.only(param).is_some() => Role::Fixed,
            true => Role::Argument,
        }
    }

    /// The only value that a parameter can have.
    pub fn only(&self, param: &Param) -> Option<Value> {
        match (param.constant, self.constant(&param.ty)) {
            (Some(Constant::Bool(only)), _) => Some(Value::from(only)),
            (Some(Constant::Integer(only)), _) => Some(Value::from(only)),
            (None, Some(id)) => match &self.api.get(id).shape {
                Shape::Enum(list) => Some(Value::from(list.values[0].wire.as_str())),
                _ => None,
            },
            (None, None) => None,
        }
    }

    /// Whether a field can have only one value.
    pub(super) fn is_constant(&self, field: &Field) -> bool {
        field.constant.is_some() || self.constant(&field.ty).is_some()
    }

    /// Whether the default of a field is the one value that it can have.
    pub(super) fn is_default(&self, field: &Field) -> bool {
        let only = match (field.constant, self.constant(&field.ty)) {
            (Some(Constant::Bool(only)), _) => Value::from(only),
            (Some(Constant::Integer(only)), _) => Value::from(only),
            (None, Some(id)) => match &self.api.get(id).shape {
                Shape::Enum(list) => Value::from(list.values[0].wire.as_str()),
                _ => return false,
            },
            (None, None) => return false,
        };
        // The type may say it, under whichever name.
        let mut of_type = self.api.definitions(&field.ty);
        let said = field.docs.default.as_ref();
        let said = said.or_else(|| of_type.find_map(|def| def.docs.default.as_ref()));
        said == Some(&only)
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
            Type::Integer(Integer::I128) => "i128",
            Type::Number(Number::F32) => "f32",
            Type::Number(Number::F64) => "f64",
            Type::Number(Number::Exact) => "serde_json::Number",
            Type::Text(text) => formats::of(*text).map_or("String", |format| format.name),
            Type::File => "File",
            Type::Any
            | Type::Array(_)
            | Type::Tuple(_)
            | Type::Map(_)
            | Type::Nullable(_)
            | Type::Chosen(_)
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

    /// The text that a type is, under whichever name.
    pub fn text(&self, ty: &Type) -> Option<Text> {
        match self.api.resolved(ty) {
            Type::Text(text) => Some(*text),
            _ => None,
        }
    }

    /// The format of a type that is a text with one.
    pub fn format(&self, ty: &Type) -> Option<Format> {
        self.text(ty).and_then(formats::of)
    }
}
