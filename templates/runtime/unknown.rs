//! What was kept because no type of this version knows it: of two types that a value fits, the one that knows more of it is
//! meant.

use std::cell::Cell;

thread_local! {
    /// Counts within one thread. Reading is never interrupted, so what is between two looks belongs to one value.
    static MET: Cell<Met> = const { Cell::new(Met { values: 0, inside: 0 }) };
}

/// How much was met since the thread began.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Met {
    /// The values that were kept without being known.
    pub(super) values: usize,
    /// The values inside of them, which nobody looked at.
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

/// What was met since the thread began.
pub(super) fn count() -> Met {
    MET.get()
}

/// Goes back to a count: what was met on the way to a value that was not taken does not count.
pub(super) fn reset(count: Met) {
    MET.set(count);
}
