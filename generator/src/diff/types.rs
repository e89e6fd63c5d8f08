//! Types that came, went, were renamed, or hold something else.

use super::docs::{self, About};
use super::facts::Facts;
use super::item::Item;
use super::{Direction, enums, fields, limits, renames, rules, unions};
use crate::ir::{Owner, Shape, Type, TypeDef, TypeId};

const ABOUT: About = About {
    description: rules::TYPE_DESCRIPTION_CHANGED,
    deprecated: rules::TYPE_DEPRECATED,
    undeprecated: rules::TYPE_UNDEPRECATED,
};

/// Compares all types.
pub(super) fn compare(facts: &mut Facts<'_>) {
    lone(facts);
    for (old, new) in facts.pairs.types() {
        let direction = facts.direction(old);
        match (
            facts.old.api.get(old).declared,
            facts.new.api.get(new).declared,
        ) {
            (true, true) => {}
            (true, false) => {
                removed(old, facts);
                continue;
            }
            (false, true) => {
                added(new, facts);
                continue;
            }
            (false, false) => continue,
        }
        names(old, new, direction, facts);
        let defs = (facts.old.api.get(old), facts.new.api.get(new));
        let items = (Item::Type(old), Item::Type(new));
        docs::compare((&defs.0.docs, &defs.1.docs), ABOUT, direction, items, facts);
        limits::compare((limited(defs.0), limited(defs.1)), direction, items, facts);
        shapes((old, new), defs, direction, facts);
    }
}

/// Components on one side only. An inline type comes and goes with what it stands in.
fn lone(facts: &mut Facts<'_>) {
    let (old, new) = (facts.old, facts.new);
    for (id, def) in old.api.declared() {
        if is_component(def) && !facts.pairs.has_old_type(id) {
            removed(id, facts);
        }
    }
    for (id, def) in new.api.declared() {
        if is_component(def) && !facts.pairs.has_new_type(id) {
            added(id, facts);
        }
    }
}

fn is_component(def: &TypeDef) -> bool {
    matches!(def.owner, Owner::Component { .. })
}

fn removed(id: TypeId, facts: &mut Facts<'_>) {
    facts.removed(rules::TYPE_REMOVED, facts.direction(id), Item::Type(id));
}

fn added(id: TypeId, facts: &mut Facts<'_>) {
    let direction = facts.new.direction(id);
    facts.added(rules::TYPE_ADDED, direction, Item::Type(id));
}

/// A new name is told where it comes from: an inline type that is named after a renamed owner is not told of again.
fn names(old: TypeId, new: TypeId, direction: Direction, facts: &mut Facts<'_>) {
    let (before, after) = (facts.old.names.ty(old), facts.new.names.ty(new));
    let (was, is) = (&facts.old.api.get(old).owner, &facts.new.api.get(new).owner);
    let rule = match (was, is) {
        (Owner::Component { wire: old, .. }, Owner::Component { wire: new, .. })
            if old != new && before == after =>
        {
            rules::COMPONENT_RENAMED
        }
        (Owner::Type { id: old, .. }, Owner::Type { id: new, .. })
            if facts.old.names.ty(*old) != facts.new.names.ty(*new) =>
        {
            return;
        }
        (Owner::Operation { index: old, .. }, Owner::Operation { index: new, .. })
            if facts.old.names.marker(*old) != facts.new.names.marker(*new) =>
        {
            return;
        }
        _ if before != after => rules::TYPE_RENAMED,
        _ => return,
    };
    let detail = match (was, is) {
        (Owner::Component { wire: old, .. }, Owner::Component { wire: new, .. })
            if before == after =>
        {
            format!("{old} → {new}")
        }
        _ => renames::of_type((old, new), facts),
    };
    facts.detailed(rule, direction, (Item::Type(old), Item::Type(new)), detail);
}

fn shapes(
    ids: (TypeId, TypeId),
    (old, new): (&TypeDef, &TypeDef),
    direction: Direction,
    facts: &mut Facts<'_>,
) {
    let items = (Item::Type(ids.0), Item::Type(ids.1));
    match (&old.shape, &new.shape) {
        (Shape::Struct(old), Shape::Struct(new)) => {
            fields::compare(ids, (old, new), direction, facts);
            constructors(ids, direction, facts);
        }
        (Shape::Enum(old), Shape::Enum(new)) => enums::compare(ids, (old, new), direction, facts),
        (Shape::Union(old), Shape::Union(new)) => {
            unions::compare(ids, (old, new), direction, facts);
        }
        (Shape::Alias(old), Shape::Alias(new)) => {
            if !facts.pairs.is_same(old, new) {
                facts.retyped(rules::TYPE_TARGET_CHANGED, direction, items, (old, new));
            }
        }
        _ => {
            let types = (Type::Named(ids.0), Type::Named(ids.1));
            let rule = rules::TYPE_KIND_CHANGED;
            facts.retyped(rule, direction, items, (&types.0, &types.1));
        }
    }
}

/// What callers make has `new` and setters.
fn constructors((a, b): (TypeId, TypeId), direction: Direction, facts: &mut Facts<'_>) {
    let rule = match (facts.old.is_made(a), facts.new.is_made(b)) {
        (false, true) => rules::CONSTRUCTOR_ADDED,
        (true, false) => rules::CONSTRUCTOR_REMOVED,
        _ => return,
    };
    facts.changed(rule, direction, Item::New(a), Item::New(b));
}

/// The limits of a type, and what it stands for.
fn limited(def: &TypeDef) -> limits::Limited<'_> {
    match &def.shape {
        Shape::Alias(ty) => (&def.docs.limits, ty),
        _ => (&def.docs.limits, &Type::Any),
    }
}
