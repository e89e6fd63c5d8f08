//! Formats of texts that the crate has types for, or has no more.

use super::Direction;
use super::facts::Facts;
use super::item::Item;
use super::rules;

/// Compares the formats; a use of each is compared where it stands.
pub(super) fn compare(facts: &mut Facts<'_>) {
    let (old, new) = (&facts.old.formats, &facts.new.formats);
    for (index, format) in old.iter().enumerate() {
        if !new.contains(format) {
            facts.removed(rules::FORMAT_REMOVED, Direction::Both, Item::Format(index));
        }
    }
    for (index, format) in new.iter().enumerate() {
        if !old.contains(format) {
            facts.added(rules::FORMAT_ADDED, Direction::Both, Item::Format(index));
        }
    }
}
