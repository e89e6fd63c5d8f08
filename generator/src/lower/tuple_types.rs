//! The types of tuples.

use super::keywords::Keywords;
use super::lowering::Lowering;
use super::spots::Spot;
use super::{schemas, tuples};
use crate::extensions::PREFIX_ITEMS;
use crate::ir::Type;

/// The tuple that a list is; one that has no Rust form is reported and is a list of anything.
pub(super) fn of<'d>(
    lowering: &mut Lowering<'_, 'd>,
    keywords: &Keywords<'d>,
    spot: &Spot,
) -> Option<Type> {
    if !PREFIX_ITEMS.is_in(&keywords.data.extensions) {
        return None;
    }
    let Some(schemas) = lowering.doc.tuples.get(&spot.at) else {
        lowering.reports.not_modelled(
            &spot.at,
            "the list has places of different kinds and no fixed length",
        );
        return None;
    };
    let places = schemas.iter().enumerate().map(|(index, schema)| {
        let at = spot.at.child(PREFIX_ITEMS.key()).index(index);
        schemas::use_of(lowering, schema, &spot.part(at, &tuples::words(index))).whole()
    });
    Some(Type::Tuple(places.collect()))
}
