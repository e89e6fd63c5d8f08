//! Servers: whether what old programs call is still there.

use std::collections::BTreeMap;

use super::joined::Pair;
use crate::ir::{Api, Operation, Server, ServerVariable};

/// What two lists of servers say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Served {
    /// The same.
    Alike,
    /// Something else, and each of the old addresses is still one.
    Also,
    /// An old address is none any more.
    Elsewhere,
}

/// The servers of an operation: its own, or those of the API.
pub(super) fn of<'a>(operation: &'a Operation, api: &'a Api) -> &'a [Server] {
    if operation.servers.is_empty() {
        &api.servers
    } else {
        &operation.servers
    }
}

/// Compares two lists of servers, descriptions apart.
pub(super) fn compare(old: &[Server], new: &[Server]) -> Served {
    if plain(old) == plain(new) {
        return Served::Alike;
    }
    let is_there = |was: &Server| new.iter().any(|is| covers(is, was));
    if old.iter().all(is_there) {
        Served::Also
    } else {
        Served::Elsewhere
    }
}

/// The addresses before and after.
pub(super) fn detail(old: &[Server], new: &[Server]) -> String {
    let said = |all: &[Server]| {
        let all: Vec<&str> = all.iter().map(|server| server.url.as_str()).collect();
        if all.is_empty() {
            "none".to_owned()
        } else {
            all.join(", ")
        }
    };
    let (was, is) = (said(old), said(new));
    if was == is {
        String::new()
    } else {
        format!("{was} → {is}")
    }
}

/// The first description that differs, of servers that are there on both sides and of their variables.
pub(super) fn described(old: &[Server], new: &[Server]) -> Option<Pair<Option<String>>> {
    let said = |server: &Server| {
        let own = [(None, server.description.clone())];
        let variables = server.variables.iter();
        let variables = variables.map(|one| (Some(one.wire.clone()), one.description.clone()));
        own.into_iter().chain(variables).collect::<BTreeMap<_, _>>()
    };
    let both = old.iter().filter_map(|was| {
        let is = new.iter().find(|is| is.url == was.url)?;
        Some((said(was), said(is)))
    });
    let mut all = both.flat_map(|(was, is)| {
        let both = was
            .into_iter()
            .map(|(name, was)| (was, is.get(&name).cloned().flatten()));
        both.collect::<Vec<_>>()
    });
    all.find(|(was, is)| was != is)
}

/// What of servers a program notices: everything but descriptions.
fn plain(all: &[Server]) -> Vec<Server> {
    let servers = all.iter().cloned().map(|mut server| {
        server.description = None;
        for variable in &mut server.variables {
            variable.description = None;
        }
        server
    });
    servers.collect()
}

/// Whether every address of an old server is one of a new one.
fn covers(new: &Server, old: &Server) -> bool {
    let takes = |was: &ServerVariable| {
        let mut variables = new.variables.iter();
        let is = variables.find(|is| is.wire == was.wire);
        is.is_some_and(|is| {
            let takes = |value: &String| is.values.is_empty() || is.values.contains(value);
            let is_free = was.values.is_empty() && !is.values.is_empty();
            was.default.iter().all(takes) && was.values.iter().all(takes) && !is_free
        })
    };
    new.url == old.url && old.variables.iter().all(takes)
}
