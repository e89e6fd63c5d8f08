//! Changes a document along the grammar: a value and a change in, the value changed in place. What to change is not here.

use serde_json::{Map, Value};

use super::walk::{Trail, fits};
use super::{Kind, Syntax};

/// A change of one object of the grammar; what it leaves is walked next.
pub type Change<'c> = dyn FnMut(Trail<'_>, Kind, &mut Map<String, Value>) + 'c;

/// What the grammar of a version says is under a key of an object.
pub type Rows = fn(Kind, &str) -> Option<Syntax>;

/// Calls `change` on every object of the grammar, outer ones first, also where `$ref` stands for one.
pub fn rewrite(value: &mut Value, syntax: Syntax, trail: Trail<'_>, change: &mut Change<'_>) {
    rewrite_by(
        |kind, key| kind.object().syntax(key),
        value,
        syntax,
        trail,
        change,
    );
}

/// Does the same by the grammar of another version.
pub fn rewrite_by(
    rows: Rows,
    value: &mut Value,
    syntax: Syntax,
    trail: Trail<'_>,
    change: &mut Change<'_>,
) {
    if !fits(syntax, value) {
        return;
    }
    match (syntax, value) {
        (Syntax::One(kind) | Syntax::FlagOr(kind), Value::Object(map)) => {
            change(trail, kind, map);
            // What stands beside the reference of a schema counts; elsewhere it means nothing.
            if kind != Kind::Schema && kind.object().is_referable && map.contains_key("$ref") {
                return;
            }
            for (key, value) in map {
                if let Some(syntax) = rows(kind, key)
                    && syntax != Syntax::Data
                {
                    rewrite_by(rows, value, syntax, trail.child(key), change);
                }
            }
        }
        (Syntax::Named(kind), Value::Object(map)) => {
            for (key, value) in map {
                rewrite_by(rows, value, Syntax::One(kind), trail.child(key), change);
            }
        }
        (Syntax::Many(kind), Value::Array(list)) => {
            for (index, value) in list.iter_mut().enumerate() {
                rewrite_by(rows, value, Syntax::One(kind), trail.index(index), change);
            }
        }
        _ => {}
    }
}
