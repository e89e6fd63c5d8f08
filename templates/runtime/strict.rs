//! Whether values are read and written to the letter: while the candidates of a union are tried, which are told from each other
//! by what is there and how it is spelled. Then a list that is missing is no empty one, and `3.0` is not written as `3`.

use std::cell::Cell;

thread_local! {
    static IS_ON: Cell<bool> = const { Cell::new(false) };
}

/// Whether it counts what is there and how it is spelled.
pub(super) fn is_on() -> bool {
    IS_ON.get()
}

/// Reads or writes to the letter.
pub(super) fn strictly<T>(does: impl FnOnce() -> T) -> T {
    let before = IS_ON.replace(true);
    let done = does();
    IS_ON.set(before);
    done
}
