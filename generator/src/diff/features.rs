//! Features of the crate that stand for resources: whether there are any, which ones are gone, and which models one brings no more.

use std::collections::{BTreeMap, BTreeSet};

use super::Direction;
use super::blueprint::Blueprint;
use super::facts::Facts;
use super::item::Item;
use super::rules;
use crate::ir::{Owner, TypeId};
use crate::plan::{Model, Resource};

/// Compares the features.
pub(super) fn compare(facts: &mut Facts<'_>) {
    let has = |of: &Blueprint<'_>| of.plan.has_resource_features();
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
    let (old, new) = (by_feature(facts.old), by_feature(facts.new));
    let gone = old.into_iter().filter(|(was, _)| !new.contains_key(was));
    for (was, resource) in gone {
        let (rule, direction) = (rules::RESOURCE_FEATURE_REMOVED, Direction::Request);
        let item = Item::Resource(resource);
        let renamed = facts.resources.renamed(resource);
        match renamed.and_then(|renamed| Some((renamed, renamed.feature()?))) {
            Some((renamed, is)) => {
                let items = (item, Item::Resource(renamed));
                facts.detailed(rule, direction, items, format!("{was} → {is}"));
            }
            None => facts.removed_as(rule, direction, item, was.to_owned()),
        }
    }
}

/// The resources that are features.
fn by_feature<'a>(of: &'a Blueprint<'a>) -> BTreeMap<&'a str, Resource<'a>> {
    let resources = of.resources.iter();
    resources
        .filter_map(|resource| Some((resource.feature()?, *resource)))
        .collect()
}

/// Models that a feature brings no more, although both are there.
fn models(facts: &mut Facts<'_>) {
    let (old, new) = (facts.old, facts.new);
    let mut lost: BTreeMap<&str, BTreeMap<TypeId, &Model<'_>>> = BTreeMap::new();
    for (was, is) in facts.pairs.models() {
        let now = new.plan.features_of(is.id);
        for feature in old.plan.features_of(was.id).difference(&now) {
            lost.entry(feature).or_default().insert(was.id, was);
        }
    }
    let (before, after) = (by_feature(old), by_feature(new));
    for (feature, models) in lost {
        let items = match (before.get(feature), after.get(feature)) {
            (Some(was), Some(is)) => (Item::Resource(*was), Item::Resource(*is)),
            // The feature itself is gone.
            (Some(_), None) => continue,
            // What the errors of all calls hold comes with calls.
            (None, _) => (Item::Package, Item::Package),
        };
        let is_told = |model: &&&Model<'_>| match model.source.owner {
            Owner::Type { id, .. } => !models.contains_key(&id),
            _ => true,
        };
        let names = models.values().filter(is_told);
        let names: BTreeSet<&str> = names.map(|model| model.name.as_str()).collect();
        let names: Vec<&str> = names.into_iter().collect();
        let detail = format!("{feature}: {}", names.join(", "));
        let rule = rules::RESOURCE_MODELS_REMOVED;
        facts.detailed(rule, Direction::Request, items, detail);
    }
}
