//! Parameters of operations.

use std::collections::{BTreeMap, BTreeSet};

use super::Direction;
use super::docs::{self, About};
use super::facts::Facts;
use super::item::Item;
use super::joined::{Joined, Pair};
use super::rules::{self, Rule};
use super::{limits, scalars};
use crate::ir::{self, Api, Param, ParamLocation, Shape, Style, Type, WholeQuery};
use crate::naming::Name;
use crate::plan::{Operation, Parameter, Role};
use crate::url_template;

const ABOUT: About = About {
    description: rules::PARAM_DESCRIPTION_CHANGED,
    deprecated: rules::PARAM_DEPRECATED,
    undeprecated: rules::PARAM_UNDEPRECATED,
};

/// Compares the parameters of two operations.
pub(super) fn compare<'a>((a, b): Pair<&'a Operation<'a>>, facts: &mut Facts<'a>) {
    let joined = joined((a, b));
    for param in joined.removed() {
        let item = Item::Param(a, param);
        let rule = match param.role {
            Role::Fixed => rules::PARAM_REMOVED_CONSTANT,
            Role::Argument | Role::Setter => rules::PARAM_REMOVED,
        };
        facts.removed(rule, Direction::Request, item);
    }
    for (was, is) in joined.pairs() {
        one((Item::Param(a, was), Item::Param(b, is)), (was, is), facts);
    }
    for param in joined.added() {
        let rule = match param.role {
            Role::Argument => rules::PARAM_ADDED_REQUIRED,
            Role::Setter => rules::PARAM_ADDED_OPTIONAL,
            Role::Fixed => rules::PARAM_ADDED_CONSTANT,
        };
        facts.added(rule, Direction::Request, Item::Param(b, param));
    }
    order((a, b), &joined, facts);
}

/// By place and name; those of the path by where they stand in it; then those that went to another place.
fn joined<'a>((old, new): Pair<&'a Operation<'a>>) -> Joined<'a, Parameter<'a>> {
    let mut joined = Joined::new(&old.params, &new.params);
    let named = |param: &'a Parameter<'a>| Some((param.source.location, &param.source.wire));
    joined.by(named, named);
    let header = |param: &'a Parameter<'a>| {
        let is_header = param.source.location == ParamLocation::Header;
        is_header.then(|| param.source.wire.to_ascii_lowercase())
    };
    joined.by(header, header);
    if old.source.path_without_names() == new.source.path_without_names() {
        let (before, after) = (slots(old.source), slots(new.source));
        let slot = |slots: &BTreeMap<&str, usize>, param: &Param| {
            let is_path = param.location == ParamLocation::Path;
            is_path.then(|| slots.get(param.wire.as_str()).copied())?
        };
        joined.by(
            |param| slot(&before, param.source),
            |param| slot(&after, param.source),
        );
    }
    let wire = |param: &'a Parameter<'a>| Some(&param.source.wire);
    joined.by(wire, wire);
    joined
}

/// The names in the path, each with where it stands first.
fn slots(operation: &ir::Operation) -> BTreeMap<&str, usize> {
    let mut slots = BTreeMap::new();
    for (slot, name) in url_template::names(&operation.path).enumerate() {
        slots.entry(name).or_insert(slot);
    }
    slots
}

/// A parameter that is there on both sides.
fn one<'a>(items: Pair<Item<'a>>, (was, is): Pair<&'a Parameter<'a>>, facts: &mut Facts<'a>) {
    let (old, new) = (was.source, is.source);
    let mut note = |rule: &'static Rule| {
        facts.changed(rule, Direction::Request, items.0, items.1);
    };
    if old.location != new.location {
        note(rules::PARAM_MOVED);
    }
    if old.wire != new.wire || was.name != is.name {
        match was.role {
            Role::Argument | Role::Fixed => note(rules::ARGUMENT_RENAMED),
            Role::Setter => note(rules::PARAM_RENAMED),
        }
    }
    match (was.role, is.role) {
        // Another text is another enum, which is told of by itself.
        (Role::Fixed, Role::Fixed) if old.constant != new.constant => {
            note(rules::PARAM_CONSTANT_CHANGED);
        }
        (Role::Setter, Role::Argument) => note(rules::PARAM_BECAME_REQUIRED),
        (Role::Argument, Role::Setter) => note(rules::PARAM_BECAME_OPTIONAL),
        (Role::Argument | Role::Setter, Role::Fixed) => note(rules::PARAM_BECAME_CONSTANT),
        (Role::Fixed, Role::Argument) => note(rules::PARAM_BECAME_FREE),
        (Role::Fixed, Role::Setter) => note(rules::PARAM_SETTABLE),
        _ => {}
    }
    let (before, after) = facts.apis();
    let is_written_alike = written(old, before) == written(new, after);
    if old.location == new.location && !is_written_alike {
        let rule = rules::PARAM_STYLE_CHANGED;
        facts.changed(rule, Direction::Request, items.0, items.1);
    }
    if !facts.pairs.is_same(&old.ty, &new.ty) {
        let (rule, types) = (rules::PARAM_TYPE_CHANGED, (&old.ty, &new.ty));
        if !old.json && !new.json && scalars::is_text(types.0, types.1) {
            facts.understood(rule, Direction::Request, items);
        } else {
            facts.retyped(rule, Direction::Request, items, types);
        }
    }
    let direction = Direction::Request;
    docs::compare((&old.docs, &new.docs), ABOUT, direction, items, facts);
    let limited = (
        (&old.docs.limits[..], &old.ty),
        (&new.docs.limits[..], &new.ty),
    );
    limits::compare(limited, direction, items, facts);
}

/// How the value of a parameter is written.
#[derive(PartialEq)]
struct Written {
    style: Style,
    explode: bool,
    allow_reserved: bool,
    json: bool,
    whole_query: Option<WholeQuery>,
}

fn written(param: &Param, api: &Api) -> Written {
    Written {
        style: param.style,
        // A value that holds no others stands alone either way.
        explode: param.explode && has_parts(&param.ty, api),
        allow_reserved: param.allow_reserved,
        json: param.json,
        whole_query: param.whole_query.clone(),
    }
}

/// Whether a value may be a list or an object.
fn has_parts(ty: &Type, api: &Api) -> bool {
    match api.resolved(ty) {
        Type::Nullable(inner) => has_parts(inner, api),
        Type::Named(id) => !matches!(api.get(*id).shape, Shape::Enum(_)),
        Type::Array(_) | Type::Map(_) | Type::Tuple(_) | Type::Any => true,
        _ => false,
    }
}

/// The arguments of the method stand in the order of the document, so it is not without meaning there.
fn order<'a>(
    (a, b): Pair<&'a Operation<'a>>,
    joined: &Joined<'a, Parameter<'a>>,
    facts: &mut Facts<'a>,
) {
    let is_argument = |param: &Parameter<'_>| param.role == Role::Argument;
    let stayed = joined.pairs();
    let stayed = stayed.filter(|(was, is)| is_argument(was) && is_argument(is));
    let stayed: Vec<&Name> = stayed.map(|(_, is)| is.name).collect();
    let known: BTreeSet<&Name> = stayed.iter().copied().collect();
    let now = b.params.iter().map(|param| param.name);
    if !now.filter(|name| known.contains(name)).eq(stayed) {
        facts.changed(
            rules::PARAMS_REORDERED,
            Direction::Request,
            Item::Operation(a),
            Item::Operation(b),
        );
    }
}
