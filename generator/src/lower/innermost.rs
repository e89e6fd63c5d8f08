//! What a value of a union may be at last: its candidates, and in the place of those that are unions themselves their candidates.

use std::collections::BTreeSet;

use super::compose::{self, Whole};
use super::document::View;
use super::parts::{self, Part};
use super::sources::Source;

/// The parts of each candidate that is no union, with what stands beside the unions that lead to it. A union that several lead to is
/// looked at once: this is for finding out whether something is to be said of any of them.
pub(super) fn candidates<'d>(view: View<'_, 'd>, candidates: &[Source<'d>]) -> Vec<Vec<Part<'d>>> {
    let (mut found, mut seen) = (Vec::new(), BTreeSet::new());
    let mut open = Vec::new();
    add(view, &mut open, &[], candidates);
    while let Some(parts) = open.pop() {
        let Whole::Union(index) = compose::whole(view, &parts) else {
            found.push(parts);
            continue;
        };
        let union = &parts[index];
        let inner = union.candidates();
        let compared = view.doc.compared;
        if seen.insert(union.at.clone()) && compared.counts(&union.at, 0, inner.len()) {
            let rest: Vec<Part<'d>> = parts.iter().map(Part::without_union).collect();
            add(view, &mut open, &rest, &inner);
        }
    }
    found
}

/// Adds candidates with what stands beside them, the first of them last.
fn add<'d>(
    view: View<'_, 'd>,
    open: &mut Vec<Vec<Part<'d>>>,
    beside: &[Part<'d>],
    candidates: &[Source<'d>],
) {
    let parts = candidates.iter().rev();
    open.extend(parts.map(|one| parts::beside(view, beside.to_vec(), one, &[]).list));
}
