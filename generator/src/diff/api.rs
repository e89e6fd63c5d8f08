//! The API as a whole: its client, its credentials, its servers, its groups, and what is said about it.

use std::collections::BTreeMap;
use std::mem;

use super::Direction;
use super::docs::became;
use super::facts::Facts;
use super::item::Item;
use super::rules::{self, Rule};
use super::security::{self, Asked};
use super::servers::{self, Served};
use crate::ir::{Tag, TagId, Type};
use crate::plan::Plan;

/// Compares what belongs to no operation and no type.
pub(super) fn compare(facts: &mut Facts<'_>) {
    info(facts);
    credential(facts);
    security_schemes(facts);
    url(facts);
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
        let detail = if was.title == is.title {
            became(was.description.clone(), is.description.clone())
        } else {
            format!("{} → {}", was.title, is.title)
        };
        note(rules::API_DESCRIPTION_CHANGED, Item::Api, detail);
    }
    if old.package.name != new.package.name {
        let detail = format!("{} → {}", old.package.name, new.package.name);
        note(rules::PACKAGE_RENAMED, Item::Package, detail);
    }
    if old.package.error != new.package.error {
        let detail = format!("{} → {}", old.package.error, new.package.error);
        note(rules::ERROR_RENAMED, Item::Package, detail);
    }
    if old.package.client != new.package.client {
        let detail = format!("{} → {}", old.package.client, new.package.client);
        note(rules::CLIENT_RENAMED, Item::ClientName, detail);
    }
    let detail = servers::detail(&old.api.servers, &new.api.servers);
    match servers::compare(&old.api.servers, &new.api.servers) {
        Served::Alike => {}
        Served::Also => note(rules::SERVERS_CHANGED, Item::Api, detail),
        Served::Elsewhere => note(rules::SERVERS_REMOVED, Item::Api, detail),
    }
    let was = Asked::old(&old.api.security, (&old.api, &new.api));
    let is = Asked::new(&new.api.security, &new.api);
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
        (Some(old), Some(new)) if old != new && !is_renamed(&old, &new, facts) => {
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

/// Whether a client is made with the URL of its server.
fn url(facts: &mut Facts<'_>) {
    if !(facts.old.has_operations() && facts.new.has_operations()) {
        return;
    }
    let rule = match (facts.old.takes_url(), facts.new.takes_url()) {
        (false, true) => rules::CLIENT_URL_ADDED,
        (true, false) => rules::CLIENT_URL_REMOVED,
        _ => return,
    };
    facts.changed(rule, Direction::Request, Item::Client, Item::Client);
}

/// Whether two keys mean one scheme.
fn is_renamed(old: &str, new: &str, facts: &Facts<'_>) -> bool {
    let (was, is) = (&facts.old.api.schemes, &facts.new.api.schemes);
    let joined = security::schemes(&facts.old.api, &facts.new.api);
    let mut pairs = joined.pairs().into_iter();
    pairs.any(|(i, j)| was[i].wire == old && is[j].wire == new)
}

fn security_schemes(facts: &mut Facts<'_>) {
    let (before, after) = (facts.old, facts.new);
    let (old, new) = (&before.api.schemes, &after.api.schemes);
    let joined = security::schemes(&before.api, &after.api);
    for index in joined.removed() {
        let item = Item::Scheme(index);
        facts.removed(rules::SCHEME_REMOVED, Direction::Request, item);
    }
    for (i, j) in joined.pairs() {
        let (was, is) = (&old[i], &new[j]);
        let mut note = |rule: &'static Rule, detail: String| {
            let items = (Item::Scheme(i), Item::Scheme(j));
            facts.detailed(rule, Direction::Request, items, detail);
        };
        if was.wire != is.wire {
            let detail = format!("{} → {}", was.wire, is.wire);
            note(rules::SCHEME_RENAMED, detail);
        }
        let is_issued = mem::discriminant(&was.issue) == mem::discriminant(&is.issue);
        if was.kind != is.kind || !is_issued {
            note(rules::SCHEME_CHANGED, String::new());
        } else if was.issue != is.issue {
            note(rules::SCHEME_ISSUE_CHANGED, String::new());
        }
        if was.description != is.description {
            let detail = became(was.description.clone(), is.description.clone());
            note(rules::SCHEME_DESCRIPTION_CHANGED, detail);
        }
    }
    for index in joined.added() {
        facts.added(rules::SCHEME_ADDED, Direction::Request, Item::Scheme(index));
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
        let (was, is) = (said(old, group.tag), said(new, new.groups[j].tag));
        if was != is {
            let items = (Item::Group(i), Item::Group(j));
            let detail = if was.0 == is.0 {
                String::new()
            } else {
                became(was.0, is.0)
            };
            let rule = rules::GROUP_DESCRIPTION_CHANGED;
            facts.detailed(rule, Direction::Both, items, detail);
        }
    }
}
