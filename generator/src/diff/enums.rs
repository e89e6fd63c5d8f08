//! Values of enums.

use super::Direction;
use super::docs::became;
use super::facts::Facts;
use super::item::Item;
use super::joined::Joined;
use super::rules;
use crate::ir::{Enum, TypeId};

/// Compares the values of two enums.
pub(super) fn compare(
    (a, b): (TypeId, TypeId),
    (old, new): (&Enum, &Enum),
    direction: Direction,
    facts: &mut Facts<'_>,
) {
    let items = (Item::Type(a), Item::Type(b));
    if old.kind != new.kind {
        return facts.changed(rules::TYPE_KIND_CHANGED, direction, items.0, items.1);
    }
    match (old.is_constant(), new.is_constant()) {
        (true, false) => facts.changed(rules::CONSTANT_BECAME_ENUM, direction, items.0, items.1),
        (false, true) => facts.changed(rules::ENUM_BECAME_CONSTANT, direction, items.0, items.1),
        (true, true) if old.values[0].wire != new.values[0].wire => {
            let detail = format!("{} → {}", old.values[0].wire, new.values[0].wire);
            let items = (Item::Variant(a, 0), Item::Variant(b, 0));
            facts.detailed(rules::CONSTANT_CHANGED, direction, items, detail);
            return;
        }
        _ => {}
    }
    let mut joined = Joined::new(old.values.len(), new.values.len());
    joined.by(|i| Some(&old.values[i].wire), |j| Some(&new.values[j].wire));
    for (index, value) in old.values.iter().enumerate() {
        let item = Item::Variant(a, index);
        let Some(other) = joined.partner(index) else {
            let wire = value.wire.clone();
            facts.removed_as(rules::ENUM_VALUE_REMOVED, direction, item, wire);
            continue;
        };
        let items = (item, Item::Variant(b, other));
        if facts.old.names.variant(a, index) != facts.new.names.variant(b, other) {
            let was = facts.old.names.variant(a, index);
            let is = facts.new.names.variant(b, other);
            let detail = format!("{was} → {is}");
            facts.detailed(rules::ENUM_VARIANT_RENAMED, direction, items, detail);
        }
        if value.description != new.values[other].description {
            let rule = rules::ENUM_VALUE_DESCRIPTION_CHANGED;
            let said = new.values[other].description.clone();
            let detail = became(value.description.clone(), said);
            facts.detailed(rule, direction, items, detail);
        }
    }
    for index in joined.added() {
        let (item, wire) = (Item::Variant(b, index), new.values[index].wire.clone());
        facts.added_as(rules::ENUM_VALUE_ADDED, direction, item, wire);
    }
}
