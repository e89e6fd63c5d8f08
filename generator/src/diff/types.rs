//! Types that came, went, were renamed, or hold something else.

use super::docs::{self, About};
use super::facts::Facts;
use super::item::Item;
use super::joined::Pair;
use super::{enums, fields, limits, rules, unions};
use crate::ir::{Owner, Shape, Type, TypeDef};
use crate::plan::{Kind, Model, Operation, Struct};

const ABOUT: About = About {
    description: rules::TYPE_DESCRIPTION_CHANGED,
    deprecated: rules::TYPE_DEPRECATED,
    undeprecated: rules::TYPE_UNDEPRECATED,
};

/// Compares all types.
pub(super) fn compare(facts: &mut Facts<'_>) {
    lone(facts);
    let pairs: Vec<_> = facts.pairs.definitions().collect();
    for pair in pairs {
        match pair {
            (Some(old), Some(new)) => both((old, new), facts),
            (Some(old), None) => removed(old, facts),
            (None, Some(new)) => added(new, facts),
            (None, None) => {}
        }
    }
}

/// Components on one side only. An inline type comes and goes with what it stands in.
fn lone(facts: &mut Facts<'_>) {
    let (old, new) = (facts.old, facts.new);
    for model in old.models().filter(|model| is_component(model)) {
        if facts.pairs.partner(model.id).is_none() {
            removed(model, facts);
        }
    }
    for model in new.models().filter(|model| is_component(model)) {
        if !facts.pairs.is_known(model.id) {
            added(model, facts);
        }
    }
}

fn is_component(model: &Model<'_>) -> bool {
    matches!(model.source.owner, Owner::Component { .. })
}

fn removed<'a>(model: &'a Model<'a>, facts: &mut Facts<'a>) {
    facts.removed(rules::TYPE_REMOVED, model.direction, Item::Type(model));
}

fn added<'a>(model: &'a Model<'a>, facts: &mut Facts<'a>) {
    facts.added(rules::TYPE_ADDED, model.direction, Item::Type(model));
}

/// A type that is there on both sides. What matters is the direction for callers of the old crate.
fn both<'a>((old, new): Pair<&'a Model<'a>>, facts: &mut Facts<'a>) {
    let (direction, items) = (old.direction, (Item::Type(old), Item::Type(new)));
    names((old, new), facts);
    let docs = (&old.source.docs, &new.source.docs);
    docs::compare(docs, ABOUT, direction, items, facts);
    let limited = (limited(old.source), limited(new.source));
    limits::compare(limited, direction, items, facts);
    shapes((old, new), facts);
}

/// A new name is told where it comes from: an inline type that is named after a renamed owner is not told of again.
fn names<'a>((old, new): Pair<&'a Model<'a>>, facts: &mut Facts<'a>) {
    let is_renamed = old.name != new.name;
    let (rule, detail) = match (&old.source.owner, &new.source.owner) {
        (Owner::Component { wire: was, .. }, Owner::Component { wire: is, .. })
            if was != is && !is_renamed =>
        {
            (rules::COMPONENT_RENAMED, format!("{was} → {is}"))
        }
        _ if is_renamed && !is_owner_renamed((old, new), facts) => {
            (rules::TYPE_RENAMED, facts.renames.of_type((old, new)))
        }
        _ => return,
    };
    let items = (Item::Type(old), Item::Type(new));
    facts.detailed(rule, old.direction, items, detail);
}

/// Whether what has two inline types has another name.
fn is_owner_renamed((old, new): Pair<&Model<'_>>, facts: &Facts<'_>) -> bool {
    let (before, after) = (facts.old, facts.new);
    match (&old.source.owner, &new.source.owner) {
        (Owner::Type { id: old, .. }, Owner::Type { id: new, .. }) => {
            let name = |model: Option<&Model<'_>>| model.map(|model| model.name.clone());
            name(before.model(*old)) != name(after.model(*new))
        }
        (Owner::Operation { id: old, .. }, Owner::Operation { id: new, .. }) => {
            let marker =
                |operation: Option<&Operation<'_>>| operation.map(|one| one.marker.clone());
            marker(before.operation(*old)) != marker(after.operation(*new))
        }
        _ => false,
    }
}

fn shapes<'a>((a, b): Pair<&'a Model<'a>>, facts: &mut Facts<'a>) {
    let (direction, items) = (a.direction, (Item::Type(a), Item::Type(b)));
    match (&a.kind, &b.kind) {
        (Kind::Struct(old), Kind::Struct(new)) => {
            fields::compare((a, b), (old, new), direction, facts);
            constructors((a, b), (old, new), facts);
        }
        (Kind::Union(old), Kind::Union(new)) => {
            unions::compare((a, b), (old, new), direction, facts);
        }
        (Kind::Alias { source: old, .. }, Kind::Alias { source: new, .. }) => {
            if !facts.pairs.is_same(old, new) {
                facts.retyped(rules::TYPE_TARGET_CHANGED, direction, items, (old, new));
            }
        }
        (Kind::Enum(_) | Kind::Constant(_), Kind::Enum(_) | Kind::Constant(_)) => {
            enums::compare((a, b), direction, facts);
        }
        _ => {
            let types = (Type::Named(a.id), Type::Named(b.id));
            let rule = rules::TYPE_KIND_CHANGED;
            facts.retyped(rule, direction, items, (&types.0, &types.1));
        }
    }
}

/// What callers make has `new` and setters.
fn constructors<'a>(
    (a, b): Pair<&'a Model<'a>>,
    (old, new): Pair<&'a Struct<'a>>,
    facts: &mut Facts<'a>,
) {
    let rule = match (&old.new, &new.new) {
        (None, Some(_)) => rules::CONSTRUCTOR_ADDED,
        (Some(_), None) => rules::CONSTRUCTOR_REMOVED,
        _ => return,
    };
    facts.changed(rule, a.direction, Item::New(a), Item::New(b));
}

/// The limits of a type, and what it stands for.
fn limited(def: &TypeDef) -> limits::Limited<'_> {
    match &def.shape {
        Shape::Alias(ty) => (&def.docs.limits, ty),
        _ => (&def.docs.limits, &Type::Any),
    }
}
