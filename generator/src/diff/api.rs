//! The API as a whole: its client, its credentials, its servers, its groups, and what is said about it.

use std::collections::BTreeMap;
use std::mem;

use super::Direction;
use super::blueprint::Blueprint;
use super::docs::became;
use super::facts::Facts;
use super::item::Item;
use super::joined::Pair;
use super::rules::{self, Rule};
use super::security::Asked;
use super::servers::{self, Served};
use crate::ir::{Scheme, Type};
use crate::naming::Name;
use crate::plan::{Plan, Resource};

/// Compares what belongs to no operation and no type.
pub(super) fn compare(facts: &mut Facts<'_>) {
    info(facts);
    package(facts);
    servers(facts);
    security(facts);
    client(facts);
    security_schemes(facts);
    capabilities(facts);
    error_model(facts);
    resources(facts);
}

/// Notes a difference of what there is once.
fn note<'a>(rule: &'static Rule, item: Item<'a>, detail: String, facts: &mut Facts<'a>) {
    facts.detailed(rule, Direction::Both, (item, item), detail);
}

fn info(facts: &mut Facts<'_>) {
    let (old, new) = facts.apis();
    let (was, is) = (&old.info, &new.info);
    if was.version != is.version {
        let detail = format!("{} → {}", was.version, is.version);
        note(rules::API_VERSION_CHANGED, Item::Api, detail, facts);
    }
    if (&was.title, &was.description) != (&is.title, &is.description) {
        let detail = if was.title == is.title {
            became(was.description.as_deref(), is.description.as_deref())
        } else {
            format!("{} → {}", was.title, is.title)
        };
        note(rules::API_DESCRIPTION_CHANGED, Item::Api, detail, facts);
    }
}

fn package(facts: &mut Facts<'_>) {
    let (was, is) = (&facts.old.plan.package, &facts.new.plan.package);
    if was.name != is.name {
        let detail = format!("{} → {}", was.name, is.name);
        note(rules::PACKAGE_RENAMED, Item::Package, detail, facts);
    }
    if was.error != is.error {
        let detail = format!("{} → {}", was.error, is.error);
        note(rules::ERROR_RENAMED, Item::Package, detail, facts);
    }
    if was.client != is.client {
        let detail = format!("{} → {}", was.client, is.client);
        note(rules::CLIENT_RENAMED, Item::ClientName, detail, facts);
    }
}

fn servers(facts: &mut Facts<'_>) {
    let (old, new) = facts.apis();
    if let Some((was, is)) = servers::described(&old.servers, &new.servers) {
        let detail = became(was.as_deref(), is.as_deref());
        note(rules::API_DESCRIPTION_CHANGED, Item::Api, detail, facts);
    }
    let detail = servers::detail(&old.servers, &new.servers);
    let rule = match servers::compare(&old.servers, &new.servers) {
        Served::Alike => return,
        Served::Also => rules::SERVERS_CHANGED,
        Served::Elsewhere => rules::SERVERS_REMOVED,
    };
    note(rule, Item::Api, detail, facts);
}

/// What is asked of callers where an operation says nothing.
fn security(facts: &mut Facts<'_>) {
    let (old, new) = facts.apis();
    let was = Asked::old(&old.security, old, &facts.keys);
    let is = Asked::new(&new.security, new);
    if was == is {
        return;
    }
    let rule = if is.takes_all(&was) {
        rules::SECURITY_CHANGED
    } else {
        rules::SECURITY_TIGHTENED
    };
    let detail = format!("{was} → {is}");
    note(rule, Item::Security, detail, facts);
}

/// What a client is made with.
fn client(facts: &mut Facts<'_>) {
    let (old, new) = (facts.old.plan, facts.new.plan);
    if !(old.has_operations() && new.has_operations()) {
        return;
    }
    let (was, is) = (old.client(), new.client());
    let schemes = (
        was.credential.map(|credential| credential.scheme),
        is.credential.map(|credential| credential.scheme),
    );
    let credential = match schemes {
        (None, Some(_)) => Some(rules::CLIENT_CREDENTIAL_ADDED),
        (Some(_), None) => Some(rules::CLIENT_CREDENTIAL_REMOVED),
        (Some(old), Some(new)) => credential((old, new), facts),
        (None, None) => None,
    };
    let url = match (was.address, is.address) {
        (None, Some(_)) => Some(rules::CLIENT_URL_ADDED),
        (Some(_), None) => Some(rules::CLIENT_URL_REMOVED),
        (Some(was), Some(is)) if was.word() != is.word() => Some(rules::CLIENT_URL_CHANGED),
        _ => None,
    };
    for rule in credential.into_iter().chain(url) {
        facts.changed(rule, Direction::Request, Item::Client, Item::Client);
    }
}

/// The rule for a client that is made with the credential of another scheme.
fn credential((was, is): Pair<&Scheme>, facts: &Facts<'_>) -> Option<&'static Rule> {
    if facts.keys.are_one(&was.wire, &is.wire) {
        return None;
    }
    let mut known = facts.old.credentials.iter();
    Some(if known.any(|known| known.scheme.wire == is.wire) {
        rules::CLIENT_CREDENTIAL_EXCHANGED
    } else {
        rules::CLIENT_CREDENTIAL_CHANGED
    })
}

fn security_schemes(facts: &mut Facts<'_>) {
    let removed: Vec<_> = facts.pairs.credentials.removed().collect();
    for credential in removed {
        let item = Item::Scheme(credential);
        facts.removed(rules::SCHEME_REMOVED, Direction::Request, item);
    }
    let pairs: Vec<_> = facts.pairs.credentials.pairs().collect();
    for (old, new) in pairs {
        let (was, is) = (old.scheme, new.scheme);
        let mut note = |rule: &'static Rule, detail: String| {
            let items = (Item::Scheme(old), Item::Scheme(new));
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
            let detail = became(was.description.as_deref(), is.description.as_deref());
            note(rules::SCHEME_DESCRIPTION_CHANGED, detail);
        }
    }
    let added: Vec<_> = facts.pairs.credentials.added().collect();
    for credential in added {
        let item = Item::Scheme(credential);
        facts.added(rules::SCHEME_ADDED, Direction::Request, item);
    }
}

/// What callers can name in some crates only: `OAuth`, which asks for tokens, and values for variables of servers.
fn capabilities(facts: &mut Facts<'_>) {
    let (old, new) = (facts.old.plan, facts.new.plan);
    let mut one = |has: fn(&Plan) -> bool, added, removed, item| {
        let rule = match (has(old), has(new)) {
            (false, true) => added,
            (true, false) => removed,
            _ => return,
        };
        note(rule, item, String::new(), facts);
    };
    let (added, removed) = (rules::OAUTH_ADDED, rules::OAUTH_REMOVED);
    one(Plan::has_oauth_tokens, added, removed, Item::Security);
    let (added, removed) = (
        rules::SERVER_VARIABLES_ADDED,
        rules::SERVER_VARIABLES_REMOVED,
    );
    one(Plan::has_server_variables, added, removed, Item::Api);
}

/// The method of the error that gives the one model of all documented errors.
fn error_model(facts: &mut Facts<'_>) {
    let (old, new) = (facts.old.error_model(), facts.new.error_model());
    // A method that is named after a renamed model is not told of again.
    let is_same = old.zip(new).is_some_and(|(old, new)| {
        let types = (Type::Named(old.id), Type::Named(new.id));
        old.name == new.name || facts.pairs.is_same(&types.0, &types.1)
    });
    if is_same {
        return;
    }
    if let Some(model) = old {
        let item = Item::ErrorModel(model);
        facts.removed(rules::ERROR_MODEL_REMOVED, Direction::Response, item);
    }
    if let Some(model) = new {
        let item = Item::ErrorModel(model);
        facts.added(rules::ERROR_MODEL_ADDED, Direction::Response, item);
    }
}

/// Resources that were renamed, and what is said about those that are there on both sides.
fn resources(facts: &mut Facts<'_>) {
    let (old, new) = (facts.old, facts.new);
    for was in &old.resources {
        if let Some(is) = facts.resources.renamed(*was) {
            let items = (Item::Resource(*was), Item::Resource(is));
            let detail = format!("{} → {}", was.method, is.method);
            facts.detailed(rules::GROUP_RENAMED, Direction::Request, items, detail);
        }
    }
    let known = by_method(new);
    for old in &old.resources {
        let Some(new) = known.get(old.method) else {
            continue;
        };
        let (was, is) = (said(old), said(new));
        if was != is {
            let items = (Item::Resource(*old), Item::Resource(**new));
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

fn by_method<'a>(of: &'a Blueprint<'a>) -> BTreeMap<&'a Name, &'a Resource<'a>> {
    let resources = of.resources.iter();
    resources
        .map(|resource| (resource.method, resource))
        .collect()
}

/// What the tag of a resource says, and the page that it names.
fn said<'a>(resource: &Resource<'a>) -> (Option<&'a str>, Option<&'a str>) {
    let tag = resource.tag;
    tag.map(|tag| (tag.description.as_deref(), tag.link.as_deref()))
        .unwrap_or_default()
}
