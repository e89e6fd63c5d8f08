//! Features of the crate that stand for resources: whether there are any, which ones are gone, and which models one brings no more.

use std::collections::{BTreeMap, BTreeSet};

use super::Direction;
use super::facts::Facts;
use super::item::Item;
use super::rules;
use crate::ir::{Owner, TypeId};
use crate::plan::Plan;

/// Compares the features.
pub(super) fn compare(facts: &mut Facts<'_>) {
    let has = |plan: &Plan| plan.has_resource_features();
    let items = (Item::Package, Item::Package);
    match (has(facts.old), has(facts.new)) {
        (false, false) => {}
        (false, true) => {
            let rule = rules::RESOURCE_FEATURES_ADDED;
            facts.changed(rule, Direction::Request, items.0, items.1);
        }
        (true, false) => {
            let rule = rules::RESOURCE_FEATURES_REMOVED;
            facts.changed(rule, Direction::Request, items.0, items.1);
        }
        (true, true) => {
            removed(facts);
            models(facts);
        }
    }
}

/// Features that nobody has any more.
fn removed(facts: &mut Facts<'_>) {
    let (old, new) = (facts.old, facts.new);
    let known = new.resource_features();
    for i in 0..old.groups.len() {
        let was = old.names.group_feature(i);
        if known.contains(was) {
            continue;
        }
        let (rule, direction) = (rules::RESOURCE_FEATURE_REMOVED, Direction::Request);
        match facts.groups.renamed(i) {
            Some(j) => {
                let detail = format!("{was} → {}", new.names.group_feature(j));
                facts.detailed(rule, direction, (Item::Group(i), Item::Group(j)), detail);
            }
            None => facts.removed_as(rule, direction, Item::Group(i), was.to_owned()),
        }
    }
}

/// Models that a feature brings no more, although both are there.
fn models(facts: &mut Facts<'_>) {
    let (old, new) = (facts.old, facts.new);
    let mut lost: BTreeMap<&str, BTreeSet<TypeId>> = BTreeMap::new();
    for (was, is) in facts.pairs.types() {
        let now = new.features_of(is);
        for feature in old.features_of(was).difference(&now) {
            lost.entry(feature).or_default().insert(was);
        }
    }
    let group = |plan: &Plan, feature: &str| {
        let mut groups = 0..plan.groups.len();
        groups.find(|&group| plan.names.group_feature(group) == feature)
    };
    for (feature, models) in lost {
        let items = match (group(old, feature), group(new, feature)) {
            (Some(i), Some(j)) => (Item::Group(i), Item::Group(j)),
            // The feature itself is gone.
            (Some(_), None) => continue,
            // What the errors of all calls hold comes with calls.
            (None, _) => (Item::Package, Item::Package),
        };
        let is_told = |id: &&TypeId| match old.api.get(**id).owner {
            Owner::Type { id, .. } => !models.contains(&id),
            _ => true,
        };
        let names = models.iter().filter(is_told);
        let names: BTreeSet<&str> = names.map(|id| old.names.ty(*id).as_str()).collect();
        let names: Vec<&str> = names.into_iter().collect();
        let detail = format!("{feature}: {}", names.join(", "));
        let rule = rules::RESOURCE_MODELS_REMOVED;
        facts.detailed(rule, Direction::Request, items, detail);
    }
}
