//! Inline types that were one and are two, or were two and are one.

use std::collections::BTreeMap;

use super::facts::Facts;
use super::item::Item;
use super::joined::Pair;
use super::rules;
use crate::naming::Name;
use crate::plan::Model;

/// A type before and after.
type Models<'a> = Pair<&'a Model<'a>>;

/// Compares which types have one definition.
pub(super) fn compare(facts: &mut Facts<'_>) {
    let pairs: Vec<Models<'_>> = facts.pairs.models().collect();
    let parted = left(&pairs, |pair| pair.0, |pair| pair.1);
    let joined = left(&pairs, |pair| pair.1, |pair| pair.0);
    for (rule, found) in [(rules::TYPE_PARTED, parted), (rules::TYPE_JOINED, joined)] {
        for (old, new) in found {
            let detail = format!("{} → {}", definition(old), definition(new));
            let items = (Item::Type(old), Item::Type(new));
            facts.detailed(rule, old.direction, items, detail);
        }
    }
}

/// Which type of a pair is meant.
type Side<'a> = fn(&Models<'a>) -> &'a Model<'a>;

/// The types that have one definition on the first side and not all the same on the second: one of each group but the
/// one that the definition is in, or that comes first.
fn left<'a>(pairs: &[Models<'a>], one: Side<'a>, several: Side<'a>) -> Vec<Models<'a>> {
    let mut together: BTreeMap<&Name, BTreeMap<&Name, Vec<Models<'a>>>> = BTreeMap::new();
    for pair in pairs {
        let groups = together.entry(definition(one(pair))).or_default();
        let group = groups.entry(definition(several(pair))).or_default();
        group.push(*pair);
    }
    let mut left = Vec::new();
    for groups in together.into_values() {
        let place = |pair: &Models<'a>| {
            let model = one(pair);
            (
                model.definition.is_some(),
                model.source.at.as_str(),
                model.name,
            )
        };
        let firsts = groups.into_values();
        let firsts = firsts.filter_map(|group| group.into_iter().min_by_key(place));
        let mut firsts: Vec<Models<'a>> = firsts.collect();
        firsts.sort_unstable_by_key(place);
        left.extend(firsts.into_iter().skip(1));
    }
    left
}

/// The model that is defined in the place of another, or that one itself.
fn definition<'a>(model: &'a Model<'a>) -> &'a Name {
    model.definition.unwrap_or(model.name)
}
