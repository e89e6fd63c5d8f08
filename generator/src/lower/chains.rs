//! Chains of references: each leads to the next one, until something else stands there.

use std::ops::ControlFlow;

/// So many references are followed one right after the other. More lead back to themselves, or are more than anybody wrote: whoever
/// looks behind a reference goes all of the way, so that many places that one long chain begins at would take its length each.
const LONGEST: usize = 1_000;

/// What a chain leads to; `None` where it does not end.
pub(super) fn end<T, E>(start: T, step: impl Fn(T) -> ControlFlow<E, T>) -> Option<E> {
    let mut here = start;
    for _ in 0..=LONGEST {
        here = match step(here) {
            ControlFlow::Continue(next) => next,
            ControlFlow::Break(end) => return Some(end),
        };
    }
    None
}
