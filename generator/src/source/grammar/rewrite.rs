//! Changes a document along the grammar: a value and a change in, the value changed in place. What to change is not here.

use serde_json::{Map, Value};

use super::walk::{Trail, fits};
use super::{Kind, Shape};

/// A change of one object of the grammar; what it leaves is walked next.
pub type Change<'c> = dyn FnMut(Trail<'_>, Kind, &mut Map<String, Value>) + 'c;

/// Calls `change` on every object of the grammar, outer ones first, also where `$ref` stands for one.
pub fn rewrite(value: &mut Value, shape: Shape, trail: Trail<'_>, change: &mut Change<'_>) {
    if !fits(shape, value) {
        return;
    }
    match (shape, value) {
        (Shape::One(kind) | Shape::FlagOr(kind), Value::Object(map)) => {
            change(trail, kind, map);
            let object = kind.object();
            if object.is_referable && map.contains_key("$ref") {
                return;
            }
            for (key, value) in map {
                if let Some(shape) = object.shape(key)
                    && shape != Shape::Data
                {
                    rewrite(value, shape, trail.child(key), change);
                }
            }
        }
        (Shape::Named(kind), Value::Object(map)) => {
            for (key, value) in map {
                rewrite(value, Shape::One(kind), trail.child(key), change);
            }
        }
        (Shape::Many(kind), Value::Array(list)) => {
            for (index, value) in list.iter_mut().enumerate() {
                rewrite(value, Shape::One(kind), trail.index(index), change);
            }
        }
        _ => {}
    }
}
