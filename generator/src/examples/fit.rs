//! Whether an example of the document is a value of a type.

use serde_json::Value;

use crate::ir::{EnumKind, Shape, Type};
use crate::plan::{Plan, Presence};

/// Types that hold each other deeper are not looked into.
const DEEPEST: usize = 32;

/// Whether a value can be one of this type.
pub(super) fn fits(ty: &Type, value: &Value, plan: &Plan) -> bool {
    fits_within(ty, value, plan, 0)
}

fn fits_within(ty: &Type, value: &Value, plan: &Plan, depth: usize) -> bool {
    if depth > DEEPEST {
        return false;
    }
    let fits = |ty: &Type, value: &Value| fits_within(ty, value, plan, depth + 1);
    match (ty, value) {
        (Type::Any, _) | (Type::Nullable(_), Value::Null) => true,
        (Type::Bool, value) => value.is_boolean(),
        (Type::Integer(_), value) => value
            .as_f64()
            .is_some_and(|number| number.fract().abs() < f64::EPSILON),
        (Type::Number(_), value) => value.is_number(),
        (Type::Text(_) | Type::File, value) => value.is_string(),
        (Type::Array(item), Value::Array(items)) => items.iter().all(|value| fits(item, value)),
        (Type::Tuple(parts), Value::Array(items)) => {
            parts.len() == items.len() && parts.iter().zip(items).all(|(ty, value)| fits(ty, value))
        }
        (Type::Map(item), Value::Object(fields)) => fields.values().all(|value| fits(item, value)),
        (Type::Nullable(inner), value) => fits(inner, value),
        (Type::Named(id), value) => match (&plan.api.get(*id).shape, value) {
            (Shape::Alias(target), value) => fits(target, value),
            (Shape::Enum(list), value) => match list.kind {
                EnumKind::Text => value.is_string(),
                EnumKind::Integer => value.is_i64(),
            },
            (Shape::Union(union), value) => union
                .variants
                .iter()
                .any(|variant| fits(&variant.ty, value)),
            (Shape::Struct(object), Value::Object(given)) => {
                object
                    .fields
                    .iter()
                    .all(|field| match given.get(&field.wire) {
                        Some(value) => field.nullable && value.is_null() || fits(&field.ty, value),
                        None => matches!(
                            plan.presence(*id, field),
                            Presence::Optional | Presence::OptionalNullable
                        ),
                    })
            }
            (Shape::Struct(_), _) => false,
        },
        _ => false,
    }
}
