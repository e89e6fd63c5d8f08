//! The API as a whole: its client, its credentials, its servers, its groups, and what is said about it.

use std::collections::BTreeMap;

use super::Direction;
use super::facts::Facts;
use super::item::Item;
use super::operations::servers;
use super::rules::{self, Rule};
use super::security::Asked;
use crate::ir::{Tag, TagId, Type};
use crate::plan::Plan;

/// Compares what belongs to no operation and no type.
pub(super) fn compare(facts: &mut Facts<'_>) {
    info(facts);
    credential(facts);
    security_schemes(facts);
    error_model(facts);
    groups(facts);
}

fn info(facts: &mut Facts<'_>) {
    let (old, new) = (facts.old, facts.new);
    let mut note = |rule: &'static Rule, item: Item, detail: String| {
        facts.detailed(rule, Direction::Both, (item, item), detail);
    };
    let (was, is) = (&old.api.info, &new.api.info);
    if was.version != is.version {
        let detail = format!("{} → {}", was.version, is.version);
        note(rules::API_VERSION_CHANGED, Item::Api, detail);
    }
    if (&was.title, &was.description) != (&is.title, &is.description) {
        note(rules::API_DESCRIPTION_CHANGED, Item::Api, String::new());
    }
    if old.package.name != new.package.name {
        let detail = format!("{} → {}", old.package.name, new.package.name);
        note(rules::PACKAGE_RENAMED, Item::Package, detail);
    }
    if old.package.client != new.package.client {
        let detail = format!("{} → {}", old.package.client, new.package.client);
        note(rules::CLIENT_RENAMED, Item::ClientName, detail);
    }
    if servers(&old.api.servers) != servers(&new.api.servers) {
        note(rules::SERVERS_CHANGED, Item::Api, String::new());
    }
    let was = Asked::of(&old.api.security, &old.api);
    let is = Asked::of(&new.api.security, &new.api);
    if was != is {
        let rule = if is.takes_all(&was) {
            rules::SECURITY_CHANGED
        } else {
            rules::SECURITY_TIGHTENED
        };
        let detail = format!("{was} → {is}");
        note(rule, Item::Security, detail);
    }
}

/// What a client is made with.
fn credential(facts: &mut Facts<'_>) {
    if !(facts.old.has_operations() && facts.new.has_operations()) {
        return;
    }
    let scheme = |plan: &Plan| {
        let scheme = plan.credential.map(|scheme| &plan.api.schemes[scheme]);
        scheme.map(|scheme| scheme.wire.clone())
    };
    let rule = match (scheme(facts.old), scheme(facts.new)) {
        (None, Some(_)) => rules::CLIENT_CREDENTIAL_ADDED,
        (Some(_), None) => rules::CLIENT_CREDENTIAL_REMOVED,
        (Some(old), Some(new)) if old != new => {
            let mut schemes = facts.old.api.schemes.iter();
            if schemes.any(|scheme| scheme.wire == new) {
                rules::CLIENT_CREDENTIAL_EXCHANGED
            } else {
                rules::CLIENT_CREDENTIAL_CHANGED
            }
        }
        _ => return,
    };
    facts.changed(rule, Direction::Request, Item::Client, Item::Client);
}

fn security_schemes(facts: &mut Facts<'_>) {
    let (old, new) = (&facts.old.api.schemes, &facts.new.api.schemes);
    for (index, scheme) in old.iter().enumerate() {
        let item = Item::Scheme(index);
        let Some(other) = new.iter().position(|other| other.wire == scheme.wire) else {
            facts.removed(rules::SCHEME_REMOVED, Direction::Request, item);
            continue;
        };
        let mut note = |rule: &'static Rule| {
            facts.changed(rule, Direction::Request, item, Item::Scheme(other));
        };
        if scheme.kind != new[other].kind {
            note(rules::SCHEME_CHANGED);
        }
        if scheme.description != new[other].description {
            note(rules::SCHEME_DESCRIPTION_CHANGED);
        }
    }
    for (index, scheme) in new.iter().enumerate() {
        if !old.iter().any(|other| other.wire == scheme.wire) {
            facts.added(rules::SCHEME_ADDED, Direction::Request, Item::Scheme(index));
        }
    }
}

/// The method of the error that gives the one model of all documented errors.
fn error_model(facts: &mut Facts<'_>) {
    let name = |plan: &Plan| plan.error_model.map(|id| plan.names.ty(id).to_owned());
    let (was, is) = (name(facts.old), name(facts.new));
    let models = facts.old.error_model.zip(facts.new.error_model);
    // A method that is named after a renamed model is not told of again.
    let is_same =
        models.is_some_and(|(old, new)| facts.pairs.is_same(&Type::Named(old), &Type::Named(new)));
    if was == is || is_same {
        return;
    }
    if was.is_some() {
        let item = Item::ErrorModel;
        facts.removed(rules::ERROR_MODEL_REMOVED, Direction::Response, item);
    }
    if is.is_some() {
        let item = Item::ErrorModel;
        facts.added(rules::ERROR_MODEL_ADDED, Direction::Response, item);
    }
}

/// Groups that were renamed, and what is said about those that are there on both sides.
fn groups(facts: &mut Facts<'_>) {
    let (old, new) = (facts.old, facts.new);
    for i in 0..old.groups.len() {
        if let Some(j) = facts.groups.renamed(i) {
            let (was, is) = (old.names.group_method(i), new.names.group_method(j));
            let items = (Item::Group(i), Item::Group(j));
            let detail = format!("{was} → {is}");
            facts.detailed(rules::GROUP_RENAMED, Direction::Request, items, detail);
        }
    }
    let methods = (0..new.groups.len()).rev();
    let known: BTreeMap<String, usize> = methods
        .map(|group| (new.names.group_method(group).to_string(), group))
        .collect();
    for (i, group) in old.groups.iter().enumerate() {
        let module = old.names.group_method(i);
        let Some(&j) = known.get(&*module.to_string()) else {
            continue;
        };
        let said = |plan: &Plan, tag: Option<TagId>| {
            let tag: Option<Tag> = tag.map(|tag| plan.api.tag(tag).clone());
            tag.map(|tag| (tag.description, tag.link))
                .unwrap_or_default()
        };
        if said(old, group.tag) != said(new, new.groups[j].tag) {
            let rule = rules::GROUP_DESCRIPTION_CHANGED;
            facts.changed(rule, Direction::Both, Item::Group(i), Item::Group(j));
        }
    }
}
