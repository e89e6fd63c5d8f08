//! Operations that came, went, or are called in another way.

use super::docs::{self, About};
use super::facts::Facts;
use super::item::Item;
use super::rules::{self, Rule};
use super::security::Asked;
use super::servers::{self, Served};
use super::{Direction, bodies, paging, params, renames, responses};
use crate::ir::Docs;
use crate::plan::Plan;

const ABOUT: About = About {
    description: rules::OPERATION_DESCRIPTION_CHANGED,
    deprecated: rules::OPERATION_DEPRECATED,
    undeprecated: rules::OPERATION_UNDEPRECATED,
};

/// Compares all operations.
pub(super) fn compare(facts: &mut Facts<'_>) {
    for index in 0..facts.old.api.operations.len() {
        if !facts.pairs.has_old_operation(index) {
            let item = Item::Operation(index);
            facts.removed(rules::OPERATION_REMOVED, Direction::Request, item);
        }
    }
    for (old, new) in facts.pairs.operations() {
        names(old, new, facts);
        wire(old, new, facts);
        described(old, new, facts);
        params::compare((old, new), facts);
        bodies::compare((old, new), facts);
        responses::compare((old, new), facts);
        paging::compare((old, new), facts);
    }
    for index in 0..facts.new.api.operations.len() {
        if !facts.pairs.has_new_operation(index) {
            let item = Item::Operation(index);
            facts.added(rules::OPERATION_ADDED, Direction::Request, item);
        }
    }
}

/// What callers write.
fn names(old: usize, new: usize, facts: &mut Facts<'_>) {
    let (before, after) = (facts.old, facts.new);
    let items = (Item::Operation(old), Item::Operation(new));
    let named = |plan: &Plan, index: usize| {
        let (function, marker) = (plan.names.function(index), plan.names.marker(index));
        (function.to_owned(), marker.to_owned())
    };
    let (was, is) = (named(before, old), named(after, new));
    if was != is {
        let own = vec![(was.0, is.0), (was.1, is.1)];
        let detail = renames::of_operation(own, old, facts);
        facts.detailed(rules::OPERATION_RENAMED, Direction::Request, items, detail);
    } else if before.api.operations[old].id != after.api.operations[new].id {
        facts.changed(
            rules::OPERATION_ID_CHANGED,
            Direction::Request,
            items.0,
            items.1,
        );
    }
    let Some((was, is)) = facts.groups.around(old, new) else {
        return;
    };
    let modules = (before.names.group_method(was), after.names.group_method(is));
    if modules.0 != modules.1 && facts.groups.renamed(was) != Some(is) {
        let detail = format!("{} → {}", modules.0, modules.1);
        facts.detailed(
            rules::OPERATION_REGROUPED,
            Direction::Request,
            items,
            detail,
        );
    }
}

/// What is sent where.
fn wire(old: usize, new: usize, facts: &mut Facts<'_>) {
    let items = (Item::Operation(old), Item::Operation(new));
    let (api, next) = (&facts.old.api, &facts.new.api);
    let (was, is) = (&api.operations[old], &next.operations[new]);
    let is_default = was.security == api.security && is.security == next.security;
    let asked = (
        Asked::old(&was.security, (api, next)),
        Asked::new(&is.security, next),
    );
    let security = asked.0 != asked.1 && !is_default;
    let moved = was.method != is.method || params::template(was) != params::template(is);
    let has_own = !(was.servers.is_empty() && is.servers.is_empty());
    let (called, calls) = (servers::of(was, api), servers::of(is, next));
    let served = servers::compare(called, calls);
    let addresses = servers::detail(called, calls);
    let detail = format!("{} {} → {} {}", was.method, was.path, is.method, is.path);
    let mut note = |rule: &'static Rule, detail: String| {
        facts.detailed(rule, Direction::Request, items, detail);
    };
    if moved {
        note(rules::OPERATION_MOVED, detail);
    }
    if security {
        let detail = format!("{} → {}", asked.0, asked.1);
        note(
            if asked.1.takes_all(&asked.0) {
                rules::OPERATION_SECURITY_CHANGED
            } else {
                rules::OPERATION_SECURITY_TIGHTENED
            },
            detail,
        );
    }
    match served {
        Served::Also if has_own => note(rules::OPERATION_SERVERS_CHANGED, addresses),
        Served::Elsewhere if has_own => note(rules::OPERATION_SERVERS_REMOVED, addresses),
        Served::Alike | Served::Also | Served::Elsewhere => {}
    }
}

fn described(old: usize, new: usize, facts: &mut Facts<'_>) {
    let items = (Item::Operation(old), Item::Operation(new));
    let (before, after) = (facts.old, facts.new);
    let docs: (&Docs, &Docs) = (
        &before.api.operations[old].docs,
        &after.api.operations[new].docs,
    );
    docs::compare(docs, ABOUT, Direction::Request, items, facts);
}
