//! Parameters of operations.

use std::collections::BTreeMap;

use super::Direction;
use super::docs::{self, About};
use super::facts::Facts;
use super::item::Item;
use super::joined::Joined;
use super::rules::{self, Rule};
use super::{limits, scalars};
use crate::ir::{Operation, Param, ParamLocation, Shape, Type};
use crate::plan::{Plan, Role};

const ABOUT: About = About {
    description: rules::PARAM_DESCRIPTION_CHANGED,
    deprecated: rules::PARAM_DEPRECATED,
    undeprecated: rules::PARAM_UNDEPRECATED,
};

/// Compares the parameters of two operations.
pub(super) fn compare((a, b): (usize, usize), facts: &mut Facts<'_>) {
    let (before, after) = (facts.old, facts.new);
    let (old, new) = (&before.api.operations[a], &after.api.operations[b]);
    let joined = joined(old, new);
    for index in joined.removed() {
        let item = Item::Param(a, index);
        let rule = match before.param_role(&old.params[index]) {
            Role::Fixed => rules::PARAM_REMOVED_CONSTANT,
            Role::Argument | Role::Setter => rules::PARAM_REMOVED,
        };
        facts.removed(rule, Direction::Request, item);
    }
    let pairs = joined.pairs();
    for &(i, j) in &pairs {
        one((a, b), (i, j), (&old.params[i], &new.params[j]), facts);
    }
    for index in joined.added() {
        let rule = match after.param_role(&new.params[index]) {
            Role::Argument => rules::PARAM_ADDED_REQUIRED,
            Role::Setter => rules::PARAM_ADDED_OPTIONAL,
            Role::Fixed => rules::PARAM_ADDED_CONSTANT,
        };
        facts.added(rule, Direction::Request, Item::Param(b, index));
    }
    order((a, b), (old, new), &pairs, facts);
}

/// By place and name; those of the path by where they stand in it; then those that went to another place.
fn joined(old: &Operation, new: &Operation) -> Joined {
    let (was, is) = (&old.params, &new.params);
    let mut joined = Joined::new(was.len(), is.len());
    let named = |param: &Param| Some((param.location, param.wire.clone()));
    joined.by(|i| named(&was[i]), |j| named(&is[j]));
    let header = |param: &Param| {
        let is_header = param.location == ParamLocation::Header;
        is_header.then(|| param.wire.to_ascii_lowercase())
    };
    joined.by(|i| header(&was[i]), |j| header(&is[j]));
    if template(old) == template(new) {
        let (before, after) = (slots(old), slots(new));
        let slot = |slots: &BTreeMap<&str, usize>, param: &Param| {
            let is_path = param.location == ParamLocation::Path;
            is_path.then(|| slots.get(param.wire.as_str()).copied())?
        };
        joined.by(|i| slot(&before, &was[i]), |j| slot(&after, &is[j]));
    }
    joined.by(
        |i| Some(was[i].wire.as_str()),
        |j| Some(is[j].wire.as_str()),
    );
    joined
}

/// The names in the path, each with where it stands first.
fn slots(operation: &Operation) -> BTreeMap<&str, usize> {
    let names = operation.path.split('{').skip(1);
    let names = names.filter_map(|rest| rest.split('}').next());
    let mut slots = BTreeMap::new();
    for (slot, name) in names.enumerate() {
        slots.entry(name).or_insert(slot);
    }
    slots
}

/// The path without the names in it.
pub(super) fn template(operation: &Operation) -> String {
    let mut parts = operation.path.split('{');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |path, part| {
        path + "{}" + part.split_once('}').map_or("", |(_, rest)| rest)
    })
}

/// A parameter that is there on both sides.
fn one(
    (a, b): (usize, usize),
    (i, j): (usize, usize),
    (old, new): (&Param, &Param),
    facts: &mut Facts<'_>,
) {
    let items = (Item::Param(a, i), Item::Param(b, j));
    let (before, after) = (facts.old, facts.new);
    let names = (facts.old.names.param(a, i), facts.new.names.param(b, j));
    let is_same = facts.pairs.is_same(&old.ty, &new.ty);
    let mut note = |rule: &'static Rule| {
        facts.changed(rule, Direction::Request, items.0, items.1);
    };
    if old.location != new.location {
        note(rules::PARAM_MOVED);
    }
    let roles = (before.param_role(old), after.param_role(new));
    if old.wire != new.wire || names.0 != names.1 {
        match roles.0 {
            Role::Argument | Role::Fixed => note(rules::ARGUMENT_RENAMED),
            Role::Setter => note(rules::PARAM_RENAMED),
        }
    }
    match roles {
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
    let written = |param: &Param, plan: &Plan| {
        // A value that holds no others stands alone either way.
        let explode = param.explode && has_parts(&param.ty, plan);
        let form = param.form.clone();
        (param.style, explode, param.allow_reserved, param.json, form)
    };
    if old.location == new.location && written(old, before) != written(new, after) {
        note(rules::PARAM_STYLE_CHANGED);
    }
    if !is_same {
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

/// Whether a value may be a list or an object.
fn has_parts(ty: &Type, plan: &Plan) -> bool {
    match plan.api.resolved(ty) {
        Type::Nullable(inner) => has_parts(inner, plan),
        Type::Named(id) => !matches!(plan.api.get(*id).shape, Shape::Enum(_)),
        Type::Array(_) | Type::Map(_) | Type::Tuple(_) | Type::Any => true,
        _ => false,
    }
}

/// The arguments of the method stand in the order of the document, so it is not without meaning there.
fn order(
    (a, b): (usize, usize),
    (old, new): (&Operation, &Operation),
    pairs: &[(usize, usize)],
    facts: &mut Facts<'_>,
) {
    let is_argument = |plan: &Plan, param: &Param| plan.param_role(param) == Role::Argument;
    let is_positional = |&&(i, j): &&(usize, usize)| {
        is_argument(facts.old, &old.params[i]) && is_argument(facts.new, &new.params[j])
    };
    let positions: Vec<usize> = pairs
        .iter()
        .filter(is_positional)
        .map(|(_, j)| *j)
        .collect();
    if !positions.is_sorted() {
        facts.changed(
            rules::PARAMS_REORDERED,
            Direction::Request,
            Item::Operation(a),
            Item::Operation(b),
        );
    }
}
