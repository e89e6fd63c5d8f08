//! How many values were kept because no type of this version knows them: of two types that a value fits, the one that knows
//! more of it is meant.

use std::cell::Cell;

thread_local! {
    /// Counts within one thread. Reading is never interrupted, so what is between two looks belongs to one value.
    static MET: Cell<usize> = const { Cell::new(0) };
}

/// Notes that a value was kept without being known.
pub(super) fn met() {
    MET.set(MET.get().wrapping_add(1));
}

/// How many were met since the thread began.
pub(super) fn count() -> usize {
    MET.get()
}

/// Goes back to a count: what was met on the way to a value that was not taken does not count.
pub(super) fn reset(count: usize) {
    MET.set(count);
}
