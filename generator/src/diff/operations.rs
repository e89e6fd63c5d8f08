//! Operations that came, went, or are called in another way.

use super::docs::{self, About};
use super::facts::Facts;
use super::item::Item;
use super::joined::Pair;
use super::rules::{self, Rule};
use super::security::Asked;
use super::servers::{self, Served};
use super::{Direction, bodies, paging, params, responses};
use crate::plan::Operation;

const ABOUT: About = About {
    description: rules::OPERATION_DESCRIPTION_CHANGED,
    deprecated: rules::OPERATION_DEPRECATED,
    undeprecated: rules::OPERATION_UNDEPRECATED,
};

/// Compares all operations.
pub(super) fn compare(facts: &mut Facts<'_>) {
    let removed: Vec<_> = facts.pairs.operations.removed().collect();
    for operation in removed {
        let item = Item::Operation(operation);
        facts.removed(rules::OPERATION_REMOVED, Direction::Request, item);
    }
    let pairs: Vec<_> = facts.pairs.operations.pairs().collect();
    for (old, new) in pairs {
        names((old, new), facts);
        wire((old, new), facts);
        let items = (Item::Operation(old), Item::Operation(new));
        let docs = (&old.source.docs, &new.source.docs);
        docs::compare(docs, ABOUT, Direction::Request, items, facts);
        params::compare((old, new), facts);
        bodies::compare((old, new), facts);
        responses::compare((old, new), facts);
        paging::compare((old, new), facts);
    }
    let added: Vec<_> = facts.pairs.operations.added().collect();
    for operation in added {
        let item = Item::Operation(operation);
        facts.added(rules::OPERATION_ADDED, Direction::Request, item);
    }
}

/// What callers write.
fn names<'a>((old, new): Pair<&'a Operation<'a>>, facts: &mut Facts<'a>) {
    let items = (Item::Operation(old), Item::Operation(new));
    if (old.function, old.marker) != (new.function, new.marker) {
        let detail = facts.renames.of_operation((old, new));
        facts.detailed(rules::OPERATION_RENAMED, Direction::Request, items, detail);
    } else if old.source.id != new.source.id {
        facts.changed(
            rules::OPERATION_ID_CHANGED,
            Direction::Request,
            items.0,
            items.1,
        );
    }
    let methods = (old.resource.method, new.resource.method);
    let renamed = facts.resources.renamed(old.resource);
    let is_renamed = renamed.is_some_and(|renamed| renamed.method == methods.1);
    if methods.0 != methods.1 && !is_renamed {
        let detail = format!("{} → {}", methods.0, methods.1);
        facts.detailed(
            rules::OPERATION_REGROUPED,
            Direction::Request,
            items,
            detail,
        );
    }
}

/// What is sent where.
fn wire<'a>((old, new): Pair<&'a Operation<'a>>, facts: &mut Facts<'a>) {
    let items = (Item::Operation(old), Item::Operation(new));
    let (api, next) = facts.apis();
    let (was, is) = (old.source, new.source);
    let is_default = was.security == api.security && is.security == next.security;
    let asked = (
        Asked::old(&was.security, api, &facts.keys),
        Asked::new(&is.security, next),
    );
    let security = asked.0 != asked.1 && !is_default;
    let moved = was.method != is.method || was.path_without_names() != is.path_without_names();
    let has_own = !(was.servers.is_empty() && is.servers.is_empty());
    let (called, calls) = (servers::of(was, api), servers::of(is, next));
    let served = servers::compare(called, calls);
    let addresses = servers::detail(called, calls);
    let mut noted: Vec<(&'static Rule, String)> = Vec::new();
    if moved {
        let detail = format!("{} → {}", old.route(), new.route());
        noted.push((rules::OPERATION_MOVED, detail));
    }
    if security {
        let rule = if asked.1.takes_all(&asked.0) {
            rules::OPERATION_SECURITY_CHANGED
        } else {
            rules::OPERATION_SECURITY_TIGHTENED
        };
        noted.push((rule, format!("{} → {}", asked.0, asked.1)));
    }
    match served {
        Served::Also if has_own => noted.push((rules::OPERATION_SERVERS_CHANGED, addresses)),
        Served::Elsewhere if has_own => noted.push((rules::OPERATION_SERVERS_REMOVED, addresses)),
        Served::Alike | Served::Also | Served::Elsewhere => {}
    }
    for (rule, detail) in noted {
        facts.detailed(rule, Direction::Request, items, detail);
    }
}
