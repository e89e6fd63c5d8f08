//! Candidates of unions.

use super::Direction;
use super::facts::Facts;
use super::item::Item;
use super::joined::Joined;
use super::limits;
use super::rules::{self, Rule};
use crate::ir::{Type, TypeId, Union, Variant};
use crate::plan::{Kind, Plan};

/// Compares the candidates of two unions.
pub(super) fn compare(
    (a, b): (TypeId, TypeId),
    (old, new): (&Union, &Union),
    direction: Direction,
    facts: &mut Facts<'_>,
) {
    let joined = joined((a, b), (old, new), facts);
    let models = (facts.old.model(a).kind, facts.new.model(b).kind);
    let items = (Item::Type(a), Item::Type(b));
    let tag = match (&old.tag, &new.tag) {
        (None, Some(tag)) => Some((rules::UNION_TAG_ADDED, tag.clone())),
        (Some(tag), None) => Some((rules::UNION_TAG_REMOVED, tag.clone())),
        (Some(was), Some(is)) if was != is => {
            Some((rules::UNION_TAG_CHANGED, format!("{was} → {is}")))
        }
        _ => None,
    };
    if let Some((rule, detail)) = tag {
        facts.detailed(rule, direction, items, detail);
    }
    for index in joined.removed() {
        let item = Item::Variant(a, index);
        facts.removed(rules::UNION_VARIANT_REMOVED, direction, item);
    }
    for (i, j) in joined.pairs() {
        let items = (Item::Variant(a, i), Item::Variant(b, j));
        let (was, is) = (&old.variants[i], &new.variants[j]);
        if !facts.pairs.is_same(&was.ty, &is.ty) {
            let rule = rules::UNION_VARIANT_TYPE_CHANGED;
            facts.retyped(rule, direction, items, (&was.ty, &is.ty));
        } else if facts.old.is_boxed(a, i) != facts.new.is_boxed(b, j) {
            let rule = rules::UNION_VARIANT_BOXING_CHANGED;
            facts.changed(rule, direction, items.0, items.1);
        } else if let Some(rule) = converted((&models.0, i), (&models.1, j)) {
            facts.changed(rule, direction, Item::From(a, i), Item::From(b, j));
        }
        let limited = ((&was.limits[..], &was.ty), (&is.limits[..], &is.ty));
        limits::compare(limited, direction, items, facts);
        let names = (facts.old.names.variant(a, i), facts.new.names.variant(b, j));
        // A candidate that is named after a renamed schema is not told of again.
        let is_named_after =
            is_model(&was.ty, names.0, facts.old) && is_model(&is.ty, names.1, facts.new);
        if names.0 != names.1 && !is_named_after {
            facts.changed(rules::UNION_VARIANT_RENAMED, direction, items.0, items.1);
        }
        if was.tags != is.tags && old.tag == new.tag {
            let detail = format!("{} → {}", was.tags.join(", "), is.tags.join(", "));
            facts.detailed(retagged(was, is), direction, items, detail);
        } else if was.is_default != is.is_default {
            let said = |variant: &Variant| {
                if variant.is_default {
                    "other tags"
                } else {
                    "its tags"
                }
            };
            let detail = format!("{} → {}", said(was), said(is));
            facts.detailed(rules::UNION_TAG_CHANGED, direction, items, detail);
        }
    }
    for index in joined.added() {
        let item = Item::Variant(b, index);
        facts.added(rules::UNION_VARIANT_ADDED, direction, item);
    }
}

/// The rule for a candidate whose type makes the union on one side only.
fn converted(old: (&Kind<'_>, usize), new: (&Kind<'_>, usize)) -> Option<&'static Rule> {
    let is_made = |(kind, index): (&Kind<'_>, usize)| match kind {
        Kind::Union(union) => !union.variants[index].sources.is_empty(),
        _ => false,
    };
    match (is_made(old), is_made(new)) {
        (false, true) => Some(rules::UNION_CONVERSION_ADDED),
        (true, false) => Some(rules::UNION_CONVERSION_REMOVED),
        _ => None,
    }
}

/// The rule for a candidate that other values of the tag select.
fn retagged(was: &Variant, is: &Variant) -> &'static Rule {
    let holds = |some: &Variant, others: &Variant| {
        let mut tags = others.tags.iter();
        tags.all(|tag| some.tags.contains(tag))
    };
    match (holds(is, was), holds(was, is)) {
        (true, false) => rules::UNION_TAG_VALUE_ADDED,
        (false, true) => rules::UNION_TAG_VALUE_REMOVED,
        _ => rules::UNION_TAG_CHANGED,
    }
}

/// Whether the type is the model of this name.
fn is_model(ty: &Type, name: &str, plan: &Plan) -> bool {
    matches!(ty, Type::Named(id) if **plan.names.ty(*id) == *name)
}

/// Candidates of the same type, then those of the same name.
fn joined((a, b): (TypeId, TypeId), (old, new): (&Union, &Union), facts: &Facts<'_>) -> Joined {
    let mut joined = Joined::new(old.variants.len(), new.variants.len());
    joined.by(
        |i| facts.pairs.translated_type(&old.variants[i].ty),
        |j| Some(new.variants[j].ty.clone()),
    );
    joined.by(
        |i| Some(facts.old.names.variant(a, i).to_string()),
        |j| Some(facts.new.names.variant(b, j).to_string()),
    );
    joined
}
