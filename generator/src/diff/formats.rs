//! Formats of texts that the crate has types for, or has no more.

use super::Direction;
use super::facts::Facts;
use super::item::Item;
use super::rules;

/// Compares the formats; a use of each is compared where it stands.
pub(super) fn compare(facts: &mut Facts<'_>) {
    let (old, new) = (&facts.old.plan.formats, &facts.new.plan.formats);
    for format in old.iter().filter(|format| !new.contains(format)) {
        facts.removed(rules::FORMAT_REMOVED, Direction::Both, Item::Format(format));
    }
    for format in new.iter().filter(|format| !old.contains(format)) {
        facts.added(rules::FORMAT_ADDED, Direction::Both, Item::Format(format));
    }
}
