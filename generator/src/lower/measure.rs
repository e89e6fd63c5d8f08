//! How often something is done that a small document can ask for without end.

use std::cell::{Cell, OnceCell};

use super::reports::Reports;
use crate::diag::codes;
use crate::pointer::Pointer;

/// A count, and where it was more than what there is room for.
#[derive(Debug, Default)]
pub(super) struct Measure {
    count: Cell<usize>,
    beyond: OnceCell<Pointer>,
}

impl Measure {
    /// Counts so many more for what stands at a place; whether there is room for them.
    pub(super) fn adds(&self, size: usize, most: usize, at: &Pointer) -> bool {
        let count = self.count.get().saturating_add(size);
        self.count.set(count);
        if count > most {
            self.beyond.get_or_init(|| at.clone());
        }
        count <= most
    }

    /// Whether there was room for all so far.
    pub(super) fn has_room(&self) -> bool {
        self.beyond.get().is_none()
    }

    /// Tells where there was too much.
    pub(super) fn tell(&self, what: &str, reports: &mut Reports<'_, '_>) {
        if let Some(at) = self.beyond.get() {
            reports.report(codes::BEYOND_MEASURE, at, |found| found.arg("what", what));
        }
    }
}
