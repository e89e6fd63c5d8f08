//! The order in which the text has the members of schemas that hold together: not that of nearness, which decides what holds.

use super::document::Document;
use super::parts::Part;

/// The parts in the order in which the text has their members, which need not be the order of nearness.
pub(super) fn in_text<'p, 'd>(doc: Document<'d>, parts: &'p [Part<'d>]) -> Vec<&'p Part<'d>> {
    let mut parts: Vec<&Part<'d>> = parts.iter().collect();
    parts.sort_by_cached_key(|part| {
        let own = doc.step(&part.at, "properties");
        [&part.steps[..], &[own]].concat()
    });
    parts
}
