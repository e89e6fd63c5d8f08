//! What was kept because no type of this version knows it: of two types that a value fits, the one that knows more of it is
//! meant.

use std::cell::Cell;

use serde_json::Value;

thread_local! {
    /// Counts within one thread. Reading is never interrupted, so what is between two looks belongs to one value.
    static MET: Cell<Met> = const { Cell::new(Met { values: 0, inside: 0 }) };
}

/// How much was met since the thread began.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Met {
    /// The values that were kept without being known.
    pub(super) values: usize,
    /// The values inside of them, which nobody looked at, and those that the type does not name.
    pub(super) inside: usize,
}

/// Notes that a value was kept without being known, with so many values inside.
pub(super) fn met(inside: usize) {
    let met = MET.get();
    MET.set(Met {
        values: met.values.wrapping_add(1),
        inside: met.inside.wrapping_add(inside),
    });
}

/// Notes a value that was kept although the type does not name it.
pub(super) fn unnamed(value: &Value) {
    let met = MET.get();
    MET.set(Met {
        inside: met.inside.wrapping_add(size(value)),
        ..met
    });
}

/// How many values a value is made of, itself included.
pub(super) fn size(value: &Value) -> usize {
    match value {
        Value::Object(fields) => 1 + fields.values().map(size).sum::<usize>(),
        Value::Array(items) => 1 + items.iter().map(size).sum::<usize>(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => 1,
    }
}

/// What was met since the thread began.
pub(super) fn count() -> Met {
    MET.get()
}

/// Goes back to a count: what was met on the way to a value that was not taken does not count.
pub(super) fn reset(count: Met) {
    MET.set(count);
}
