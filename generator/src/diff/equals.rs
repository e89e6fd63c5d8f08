//! Inline types that were one and are two, or were two and are one.

use std::collections::BTreeMap;

use super::facts::Facts;
use super::item::Item;
use super::rules;
use crate::ir::TypeId;
use crate::plan::Plan;

/// A type before and after.
type Pair = (TypeId, TypeId);

/// Compares which types have one definition.
pub(super) fn compare(facts: &mut Facts<'_>) {
    let pairs = facts.pairs.types();
    let (old, new) = (facts.old, facts.new);
    let parted = left(&pairs, (old, |pair| pair.0), (new, |pair| pair.1));
    let joined = left(&pairs, (new, |pair| pair.1), (old, |pair| pair.0));
    for (rule, found) in [(rules::TYPE_PARTED, parted), (rules::TYPE_JOINED, joined)] {
        for (a, b) in found {
            let name = |plan: &Plan, id| plan.names.ty(plan.definition(id)).to_string();
            let detail = format!("{} → {}", name(old, a), name(new, b));
            let (direction, items) = (facts.direction(a), (Item::Type(a), Item::Type(b)));
            facts.detailed(rule, direction, items, detail);
        }
    }
}

/// The types that have one definition on the first side and not all the same on the second: one of each group but the
/// one that the definition is in, or that comes first.
fn left(pairs: &[Pair], one: Side<'_>, several: Side<'_>) -> Vec<Pair> {
    let mut together: BTreeMap<TypeId, BTreeMap<TypeId, Vec<Pair>>> = BTreeMap::new();
    for pair in pairs {
        let groups = together.entry(definition(one, pair)).or_default();
        let group = groups.entry(definition(several, pair)).or_default();
        group.push(*pair);
    }
    let mut left = Vec::new();
    for (defined, groups) in together {
        let first = |group: &Vec<Pair>| {
            let places = group.iter().map(|pair| {
                let id = one.1(pair);
                (id != defined, one.0.api.get(id).at.as_str(), *pair)
            });
            places.min()
        };
        let mut firsts: Vec<_> = groups.values().filter_map(first).collect();
        firsts.sort_unstable();
        left.extend(firsts.into_iter().skip(1).map(|(_, _, pair)| pair));
    }
    left
}

/// A plan, and which type of a pair is its own.
type Side<'a> = (&'a Plan, fn(&Pair) -> TypeId);

fn definition((plan, own): Side<'_>, pair: &Pair) -> TypeId {
    plan.definition(own(pair))
}
