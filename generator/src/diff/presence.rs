//! When a field is there, who sends it, and whether it may be null.

use super::Direction;
use super::joined::Pair;
use super::rules::{self, Rule};
use crate::ir::Field;
use crate::plan::Presence;

/// Which way the values of a field go, of those of its type.
pub(super) fn direction((old, new): Pair<&Field>, all: Direction) -> Direction {
    if old.read_only && new.read_only {
        Direction::Response
    } else if old.write_only && new.write_only {
        Direction::Request
    } else {
        all
    }
}

/// Compares what the schemas say, and what is made of it.
pub(super) fn compare(
    (old, new): Pair<&Field>,
    (was, is): Pair<Presence>,
    note: &mut impl FnMut(&'static Rule),
) {
    match (old.read_only, new.read_only) {
        (false, true) => note(rules::FIELD_READ_ONLY_ADDED),
        (true, false) if new.required => note(rules::FIELD_READ_ONLY_REMOVED_REQUIRED),
        (true, false) => note(rules::FIELD_READ_ONLY_REMOVED),
        _ => {}
    }
    match (old.write_only, new.write_only) {
        (false, true) if old.required => note(rules::FIELD_WRITE_ONLY_ADDED_REQUIRED),
        (false, true) => note(rules::FIELD_WRITE_ONLY_ADDED),
        (true, false) => note(rules::FIELD_WRITE_ONLY_REMOVED),
        _ => {}
    }
    match (old.required, new.required) {
        (false, true) => note(rules::FIELD_BECAME_REQUIRED),
        (true, false) => note(rules::FIELD_BECAME_OPTIONAL),
        _ => {}
    }
    match (old.nullable, new.nullable) {
        (false, true) => note(rules::FIELD_BECAME_NULLABLE),
        (true, false) => note(rules::FIELD_BECAME_NON_NULLABLE),
        _ => {}
    }
    let said = |field: &Field| {
        (
            field.read_only,
            field.write_only,
            field.required,
            field.nullable,
        )
    };
    if was != is && said(old) == said(new) {
        note(rules::FIELD_PRESENCE_CHANGED);
    }
}
