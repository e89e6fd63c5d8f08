//! Changes a document along the grammar: a value and a change in, the value changed in place. What to change is not here.

use serde_json::{Map, Value};

use super::walk::{Trail, fits};
use super::{Kind, Shape};

/// A change of one object of the grammar; what it leaves is walked next.
pub type Change<'c> = dyn FnMut(Trail<'_>, Kind, &mut Map<String, Value>) + 'c;

/// What the grammar of a version says is under a key of an object.
pub type Rows = fn(Kind, &str) -> Option<Shape>;

/// Calls `change` on every object of the grammar, outer ones first, also where `$ref` stands for one.
pub fn rewrite(value: &mut Value, shape: Shape, trail: Trail<'_>, change: &mut Change<'_>) {
    rewrite_by(
        |kind, key| kind.object().shape(key),
        value,
        shape,
        trail,
        change,
    );
}

/// Does the same by the grammar of another version.
pub fn rewrite_by(
    rows: Rows,
    value: &mut Value,
    shape: Shape,
    trail: Trail<'_>,
    change: &mut Change<'_>,
) {
    if !fits(shape, value) {
        return;
    }
    match (shape, value) {
        (Shape::One(kind) | Shape::FlagOr(kind), Value::Object(map)) => {
            change(trail, kind, map);
            // What stands beside the reference of a schema counts; elsewhere it means nothing.
            if kind != Kind::Schema && kind.object().is_referable && map.contains_key("$ref") {
                return;
            }
            for (key, value) in map {
                if let Some(shape) = rows(kind, key)
                    && shape != Shape::Data
                {
                    rewrite_by(rows, value, shape, trail.child(key), change);
                }
            }
        }
        (Shape::Named(kind), Value::Object(map)) => {
            for (key, value) in map {
                rewrite_by(rows, value, Shape::One(kind), trail.child(key), change);
            }
        }
        (Shape::Many(kind), Value::Array(list)) => {
            for (index, value) in list.iter_mut().enumerate() {
                rewrite_by(rows, value, Shape::One(kind), trail.index(index), change);
            }
        }
        _ => {}
    }
}
