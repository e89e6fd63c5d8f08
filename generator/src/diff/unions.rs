//! Candidates of unions.

use super::Direction;
use super::docs::became;
use super::facts::Facts;
use super::item::Item;
use super::joined::{Joined, Pair};
use super::limits;
use super::rules::{self, Rule};
use crate::ir;
use crate::plan::{Model, Union, Variant};
use crate::rust::Ty;

/// Compares the candidates of two unions.
pub(super) fn compare<'a>(
    (a, b): Pair<&'a Model<'a>>,
    (old, new): Pair<&'a Union<'a>>,
    direction: Direction,
    facts: &mut Facts<'a>,
) {
    let joined = joined((old, new), facts);
    let items = (Item::Type(a), Item::Type(b));
    let tag = match (old.tag, new.tag) {
        (None, Some(tag)) => Some((rules::UNION_TAG_ADDED, tag.to_owned())),
        (Some(tag), None) => Some((rules::UNION_TAG_REMOVED, tag.to_owned())),
        (Some(was), Some(is)) if was != is => {
            Some((rules::UNION_TAG_CHANGED, format!("{was} → {is}")))
        }
        _ => None,
    };
    if let Some((rule, detail)) = tag {
        facts.detailed(rule, direction, items, detail);
    }
    for variant in joined.removed() {
        let item = Item::Variant(a, variant);
        facts.removed(rules::UNION_VARIANT_REMOVED, direction, item);
    }
    for (was, is) in joined.pairs() {
        typed((a, b), (was, is), direction, facts);
        let items = (Item::Variant(a, was), Item::Variant(b, is));
        // A candidate that is named after a renamed schema is not told of again.
        let are_named_after = is_named_after_model(was) && is_named_after_model(is);
        if was.name != is.name && !are_named_after {
            facts.changed(rules::UNION_VARIANT_RENAMED, direction, items.0, items.1);
        }
        let (was, is) = (was.source, is.source);
        if was.tags != is.tags && old.tag == new.tag {
            let detail = format!("{} → {}", was.tags.join(", "), is.tags.join(", "));
            facts.detailed(retagged(was, is), direction, items, detail);
        } else if was.is_default != is.is_default {
            let detail = format!("{} → {}", selected_by(was), selected_by(is));
            facts.detailed(rules::UNION_TAG_CHANGED, direction, items, detail);
        }
    }
    for variant in joined.added() {
        let item = Item::Variant(b, variant);
        facts.added(rules::UNION_VARIANT_ADDED, direction, item);
    }
}

/// What a candidate holds that is there on both sides.
fn typed<'a>(
    (a, b): Pair<&'a Model<'a>>,
    (was, is): Pair<&'a Variant<'a>>,
    direction: Direction,
    facts: &mut Facts<'a>,
) {
    let items = (Item::Variant(a, was), Item::Variant(b, is));
    let (old, new) = (was.source, is.source);
    if !facts.pairs.is_same(&old.ty, &new.ty) {
        let rule = rules::UNION_VARIANT_TYPE_CHANGED;
        facts.retyped(rule, direction, items, (&old.ty, &new.ty));
    } else if was.holding != is.holding {
        let rule = rules::UNION_VARIANT_BOXING_CHANGED;
        facts.changed(rule, direction, items.0, items.1);
    } else if let Some(rule) = converted(was, is) {
        facts.changed(rule, direction, Item::From(a, was), Item::From(b, is));
    }
    if old.description != new.description {
        let detail = became(old.description.as_deref(), new.description.as_deref());
        let rule = rules::UNION_VARIANT_DESCRIPTION_CHANGED;
        facts.detailed(rule, direction, items, detail);
    }
    let limited = ((&old.limits[..], &old.ty), (&new.limits[..], &new.ty));
    limits::compare(limited, direction, items, facts);
}

/// The rule for a candidate whose type makes the union on one side only.
fn converted(old: &Variant<'_>, new: &Variant<'_>) -> Option<&'static Rule> {
    match (old.sources.is_empty(), new.sources.is_empty()) {
        (true, false) => Some(rules::UNION_CONVERSION_ADDED),
        (false, true) => Some(rules::UNION_CONVERSION_REMOVED),
        _ => None,
    }
}

/// The rule for a candidate that other values of the tag select.
fn retagged(was: &ir::Variant, is: &ir::Variant) -> &'static Rule {
    let holds = |some: &ir::Variant, others: &ir::Variant| {
        let mut tags = others.tags.iter();
        tags.all(|tag| some.tags.contains(tag))
    };
    match (holds(is, was), holds(was, is)) {
        (true, false) => rules::UNION_TAG_VALUE_ADDED,
        (false, true) => rules::UNION_TAG_VALUE_REMOVED,
        _ => rules::UNION_TAG_CHANGED,
    }
}

fn selected_by(variant: &ir::Variant) -> &'static str {
    if variant.is_default {
        "other tags"
    } else {
        "its tags"
    }
}

/// Whether a candidate is called what its model is.
fn is_named_after_model(variant: &Variant<'_>) -> bool {
    matches!(variant.inner, Ty::Model(name) if name == variant.name)
}

/// Candidates of the same type, then those of the same name.
fn joined<'a>((old, new): Pair<&'a Union<'a>>, facts: &Facts<'a>) -> Joined<'a, Variant<'a>> {
    let mut joined = Joined::new(&old.variants, &new.variants);
    joined.by(
        |variant| facts.pairs.translated(&variant.source.ty),
        |variant| Some(variant.source.ty.clone()),
    );
    joined.by(|variant| Some(variant.name), |variant| Some(variant.name));
    joined
}
