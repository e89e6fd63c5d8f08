//! How much was compared to find out which schemas say what others say: schemas that hold together may be compared each with each, and
//! those inside them again, so a small document can ask for more than anybody waits for.

use super::measure::Measure;
use super::reports::Reports;
use super::sources::Source;
use crate::pointer::Pointer;

/// The most that is compared in a document.
const MOST: usize = 500_000;
/// How many schemas are gone through in the time that a comparison of two of them takes.
const PARTS: usize = 8;
/// The same of values that are listed.
const VALUES: usize = 2;

/// What was compared so far. It decides nothing but whether there is a result.
#[derive(Debug, Default)]
pub(super) struct Compared(Measure);

impl Compared {
    /// Counts the comparison of the schema at a place, which lists so many values, with so many others; whether there is room for it.
    pub(super) fn counts(&self, at: &Pointer, values: usize, others: usize) -> bool {
        let size = others / PARTS + values / VALUES;
        self.adds(1 + size, at)
    }

    /// Counts schemas that come to one type; whether there is room for them.
    pub(super) fn joins(&self, sources: &[Source<'_>]) -> bool {
        let nearest = sources.last();
        nearest.is_none_or(|nearest| self.adds(sources.len(), &nearest.site.at))
    }

    fn adds(&self, size: usize, at: &Pointer) -> bool {
        self.0.adds(size, MOST, at)
    }

    /// Tells where there was too much.
    pub(super) fn tell(&self, reports: &mut Reports<'_, '_>) {
        let what = format!("schemas that hold together are compared more than {MOST} times");
        self.0.tell(&what, reports);
    }
}
