//! Values of enums.

use super::Direction;
use super::docs::became;
use super::facts::Facts;
use super::item::Item;
use super::joined::{Joined, Pair};
use super::rules;
use crate::ir::EnumKind;
use crate::plan::{Kind, Model};

/// Compares the values of two enums.
pub(super) fn compare<'a>(
    (a, b): Pair<&'a Model<'a>>,
    direction: Direction,
    facts: &mut Facts<'a>,
) {
    let items = (Item::Type(a), Item::Type(b));
    if kind(a) != kind(b) {
        return facts.changed(rules::TYPE_KIND_CHANGED, direction, items.0, items.1);
    }
    match (&a.kind, &b.kind) {
        (Kind::Constant(was), Kind::Constant(is)) if was.wire != is.wire => {
            let detail = format!("{} → {}", was.wire, is.wire);
            let items = (Item::Value(a, was), Item::Value(b, is));
            return facts.detailed(rules::CONSTANT_CHANGED, direction, items, detail);
        }
        (Kind::Constant(_), Kind::Enum(_)) => {
            facts.changed(rules::CONSTANT_BECAME_ENUM, direction, items.0, items.1);
        }
        (Kind::Enum(_), Kind::Constant(_)) => {
            facts.changed(rules::ENUM_BECAME_CONSTANT, direction, items.0, items.1);
        }
        _ => {}
    }
    let mut joined = Joined::new(a.values(), b.values());
    joined.by(|value| Some(value.wire), |value| Some(value.wire));
    for (was, is) in joined.old() {
        let item = Item::Value(a, was);
        let Some(is) = is else {
            let wire = was.wire.to_owned();
            facts.removed_as(rules::ENUM_VALUE_REMOVED, direction, item, wire);
            continue;
        };
        let items = (item, Item::Value(b, is));
        if was.name != is.name {
            let detail = format!("{} → {}", was.name, is.name);
            facts.detailed(rules::ENUM_VARIANT_RENAMED, direction, items, detail);
        }
        if was.description != is.description {
            let rule = rules::ENUM_VALUE_DESCRIPTION_CHANGED;
            let detail = became(was.description, is.description);
            facts.detailed(rule, direction, items, detail);
        }
    }
    for value in joined.added() {
        let (item, wire) = (Item::Value(b, value), value.wire.to_owned());
        facts.added_as(rules::ENUM_VALUE_ADDED, direction, item, wire);
    }
}

/// What kind of values a model has. A constant is a text.
fn kind(model: &Model<'_>) -> EnumKind {
    match &model.kind {
        Kind::Enum(list) => list.kind,
        _ => EnumKind::Text,
    }
}
