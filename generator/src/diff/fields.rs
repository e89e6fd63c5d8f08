//! Fields of structs.

use std::collections::BTreeSet;

use super::Direction;
use super::docs::{self, About};
use super::facts::Facts;
use super::item::Item;
use super::joined::{Joined, Pair};
use super::rules::{self, Rule};
use super::{fit, limits, presence};
use crate::ir::Type;
use crate::plan::{Member, Model, Role, Struct};
use crate::rust::{Outer, Ty};

const ABOUT: About = About {
    description: rules::FIELD_DESCRIPTION_CHANGED,
    deprecated: rules::FIELD_DEPRECATED,
    undeprecated: rules::FIELD_UNDEPRECATED,
};

/// Compares the fields of two structs.
pub(super) fn compare<'a>(
    models: Pair<&'a Model<'a>>,
    (old, new): Pair<&'a Struct<'a>>,
    direction: Direction,
    facts: &mut Facts<'a>,
) {
    let (a, b) = models;
    let mut joined = Joined::new(&old.members, &new.members);
    joined.by(
        |member| Some(&member.source.wire),
        |member| Some(&member.source.wire),
    );
    for (was, is) in joined.old() {
        match is {
            Some(is) => {
                let items = (Item::Field(a, was), Item::Field(b, is));
                one(items, (was, is), direction, facts);
                described(items, (was, is), direction, facts);
            }
            None => removed(models, was, direction, facts),
        }
    }
    // Of what no operation names nobody knows the way, but nobody sends what nobody makes.
    let added = match (&old.new, &new.new) {
        (None, None) => Direction::Response,
        _ => direction,
    };
    for member in joined.added() {
        let field = member.source;
        let rule = match member.role {
            Role::Argument => rules::FIELD_ADDED_REQUIRED,
            Role::Setter if field.required && field.write_only => rules::FIELD_ADDED_WRITE_ONLY,
            Role::Fixed if field.required => rules::FIELD_ADDED_CONSTANT,
            Role::Fixed | Role::Setter => rules::FIELD_ADDED_OPTIONAL,
        };
        facts.added(rule, added, Item::Field(b, member));
    }
    additional(models, (old, new), direction, facts);
    if direction != Direction::Response {
        order(models, (old, new), facts);
    }
}

/// A field that is there no more.
fn removed<'a>(
    (a, b): Pair<&'a Model<'a>>,
    member: &'a Member<'a>,
    direction: Direction,
    facts: &mut Facts<'a>,
) {
    let field = member.source;
    let direction = presence::direction((field, field), direction);
    let rule = if direction != Direction::Response && fit::is_closed(b.source) {
        rules::FIELD_REMOVED_CLOSED
    } else if field.required {
        rules::FIELD_REMOVED_REQUIRED
    } else {
        rules::FIELD_REMOVED
    };
    facts.removed(rule, direction, Item::Field(a, member));
}

/// What is said about a field that is there on both sides, and its limits.
fn described<'a>(
    items: Pair<Item<'a>>,
    (old, new): Pair<&'a Member<'a>>,
    direction: Direction,
    facts: &mut Facts<'a>,
) {
    let (old, new) = (old.source, new.source);
    // What nobody sent is not limited more than before.
    let direction = if old.read_only {
        Direction::Response
    } else {
        direction
    };
    docs::compare((&old.docs, &new.docs), ABOUT, direction, items, facts);
    let limited = (
        (&old.docs.limits[..], &old.ty),
        (&new.docs.limits[..], &new.ty),
    );
    limits::compare(limited, direction, items, facts);
}

/// A field that is there on both sides.
fn one<'a>(
    items: Pair<Item<'a>>,
    (was, is): Pair<&'a Member<'a>>,
    direction: Direction,
    facts: &mut Facts<'a>,
) {
    let (old, new) = (was.source, is.source);
    let direction = presence::direction((old, new), direction);
    let mut is_told = false;
    let mut note = |rule: &'static Rule| {
        is_told = true;
        facts.changed(rule, direction, items.0, items.1);
    };
    presence::compare((old, new), (was.presence, is.presence), &mut note);
    match (old.constant, new.constant) {
        (None, Some(_)) => note(rules::FIELD_BECAME_CONSTANT),
        (Some(_), None) => note(rules::FIELD_BECAME_FREE),
        (Some(old), Some(new)) if old != new => note(rules::CONSTANT_CHANGED),
        _ => {}
    }
    if was.name != is.name {
        note(rules::FIELD_RENAMED);
    }
    if was.is_secret != is.is_secret {
        note(rules::FIELD_SECRECY_CHANGED);
    }
    let is_same = facts.pairs.is_same(&old.ty, &new.ty);
    // Of a type that has only one value on one side, its own change tells.
    let is_told = is_told || was.is_constant != is.is_constant;
    let are_made = was.is_made && is.is_made;
    let is_constant = old.constant.is_some() && !is_told;
    let is_held_alike = !is_constant || (was.role == Role::Fixed) == (is.role == Role::Fixed);
    let rule = match (&old.ty, &new.ty) {
        // What was told says that callers do something else about it.
        _ if is_same && !is_told && are_made && was.role != is.role => match is.role {
            Role::Fixed => rules::FIELD_FILLED_IN,
            Role::Argument => rules::FIELD_ASKED_FOR,
            Role::Setter => rules::FIELD_SETTABLE,
        },
        _ if is_same
            && is_held_alike
            && was.holding == is.holding
            && boxed(&was.inner) == boxed(&is.inner) =>
        {
            return;
        }
        _ if is_same => rules::FIELD_BOXING_CHANGED,
        (Type::Text(_), Type::Text(_))
        | (Type::Integer(_), Type::Integer(_))
        | (Type::Number(_), Type::Number(_)) => rules::FIELD_FORMAT_CHANGED,
        _ => rules::FIELD_TYPE_CHANGED,
    };
    if is_same {
        facts.changed(rule, direction, items.0, items.1);
    } else {
        facts.retyped(rule, direction, items, (&old.ty, &new.ty));
    }
}

/// Which parts of a type are in a box, in the order in which they are written.
fn boxed(ty: &Ty<'_>) -> Vec<bool> {
    let is_boxed = |part: &Ty<'_>| matches!(part, Ty::Within(Outer::Box, _));
    let own = ty.parts().iter().map(is_boxed);
    own.chain(ty.parts().iter().flat_map(boxed)).collect()
}

fn additional<'a>(
    (a, b): Pair<&'a Model<'a>>,
    (old, new): Pair<&'a Struct<'a>>,
    direction: Direction,
    facts: &mut Facts<'a>,
) {
    if let (Some(was), Some(is)) = (&old.rest, &new.rest)
        && was.name != is.name
    {
        let items = (Item::Rest(a, was), Item::Rest(b, is));
        facts.changed(rules::FIELD_RENAMED, direction, items.0, items.1);
    }
    match (&old.rest, &new.rest) {
        (None, Some(rest)) => {
            facts.added(
                rules::ADDITIONAL_FIELDS_ADDED,
                direction,
                Item::Rest(b, rest),
            );
        }
        (Some(rest), None) => {
            let rule = if fit::is_closed(b.source) {
                rules::ADDITIONAL_FIELDS_REMOVED
            } else {
                rules::ADDITIONAL_FIELDS_UNMENTIONED
            };
            facts.removed(rule, direction, Item::Rest(a, rest));
        }
        (Some(was), Some(is)) if !facts.pairs.is_same(was.source, is.source) => {
            let rule = rules::ADDITIONAL_FIELDS_TYPE_CHANGED;
            let items = (Item::Rest(a, was), Item::Rest(b, is));
            facts.retyped(rule, direction, items, (was.source, is.source));
        }
        _ => {}
    }
}

/// The arguments of `new` stand in the order of the document, so it is not without meaning there.
fn order<'a>((a, b): Pair<&'a Model<'a>>, (old, new): Pair<&'a Struct<'a>>, facts: &mut Facts<'a>) {
    let arguments = |object: &'a Struct<'a>| -> Vec<&'a str> {
        let members = object.members.iter();
        let arguments = members.filter(|member| member.role == Role::Argument);
        arguments
            .map(|member| member.source.wire.as_str())
            .collect()
    };
    let (mut before, mut after) = (arguments(old), arguments(new));
    let known: BTreeSet<&str> = after.iter().copied().collect();
    before.retain(|wire| known.contains(wire));
    let known: BTreeSet<&str> = before.iter().copied().collect();
    after.retain(|wire| known.contains(wire));
    if before != after {
        let detail = format!("{} → {}", before.join(", "), after.join(", "));
        let items = (Item::New(a), Item::New(b));
        facts.detailed(rules::ARGUMENTS_REORDERED, a.direction, items, detail);
    }
}
