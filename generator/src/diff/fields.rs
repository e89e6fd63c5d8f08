//! Fields of structs.

use std::collections::BTreeSet;

use super::Direction;
use super::docs::{self, About};
use super::facts::Facts;
use super::item::Item;
use super::joined::Joined;
use super::rules::{self, Rule};
use super::{fit, limits, presence};
use crate::ir::{Additional, Field, Struct, Type, TypeId};
use crate::plan::{Plan, Role};

const ABOUT: About = About {
    description: rules::FIELD_DESCRIPTION_CHANGED,
    deprecated: rules::FIELD_DEPRECATED,
    undeprecated: rules::FIELD_UNDEPRECATED,
};

/// Compares the fields of two structs.
pub(super) fn compare(
    (a, b): (TypeId, TypeId),
    (old, new): (&Struct, &Struct),
    direction: Direction,
    facts: &mut Facts<'_>,
) {
    let mut joined = Joined::new(old.fields.len(), new.fields.len());
    joined.by(|i| Some(&old.fields[i].wire), |j| Some(&new.fields[j].wire));
    for (index, field) in old.fields.iter().enumerate() {
        let item = Item::Field(a, index);
        match joined.partner(index) {
            Some(other) => {
                let items = (item, Item::Field(b, other));
                let fields = (field, &new.fields[other]);
                one((a, b), (index, other), fields, direction, facts);
                let docs = (&field.docs, &new.fields[other].docs);
                // What nobody sent is not limited more than before.
                let direction = if field.read_only {
                    Direction::Response
                } else {
                    direction
                };
                docs::compare(docs, ABOUT, direction, items, facts);
                let limited = (
                    (&fields.0.docs.limits[..], &fields.0.ty),
                    (&fields.1.docs.limits[..], &fields.1.ty),
                );
                limits::compare(limited, direction, items, facts);
            }
            None => removed((a, b), (index, field), direction, facts),
        }
    }
    for index in joined.added() {
        let field = &new.fields[index];
        let rule = match facts.new.role(b, field) {
            Role::Argument => rules::FIELD_ADDED_REQUIRED,
            Role::Setter if field.required && field.write_only => rules::FIELD_ADDED_WRITE_ONLY,
            Role::Fixed if field.required => rules::FIELD_ADDED_CONSTANT,
            Role::Fixed | Role::Setter => rules::FIELD_ADDED_OPTIONAL,
        };
        facts.added(rule, direction, Item::Field(b, index));
    }
    additional((a, b), (&old.additional, &new.additional), direction, facts);
    if direction != Direction::Response {
        order((a, b), (old, new), facts);
    }
}

/// A field that is there no more.
fn removed(
    (a, b): (TypeId, TypeId),
    (index, field): (usize, &Field),
    direction: Direction,
    facts: &mut Facts<'_>,
) {
    let direction = presence::direction(field, field, direction);
    let rule = if direction != Direction::Response && fit::is_closed(facts.new.api.get(b)) {
        rules::FIELD_REMOVED_CLOSED
    } else if field.required {
        rules::FIELD_REMOVED_REQUIRED
    } else {
        rules::FIELD_REMOVED
    };
    facts.removed(rule, direction, Item::Field(a, index));
}

/// A field that is there on both sides.
fn one(
    (a, b): (TypeId, TypeId),
    (i, j): (usize, usize),
    (old, new): (&Field, &Field),
    direction: Direction,
    facts: &mut Facts<'_>,
) {
    let direction = presence::direction(old, new, direction);
    let (before, after) = (facts.old, facts.new);
    let mut is_told = false;
    let mut note = |rule: &'static Rule| {
        is_told = true;
        facts.changed(rule, direction, Item::Field(a, i), Item::Field(b, j));
    };
    let presences = (before.presence(a, old), after.presence(b, new));
    presence::compare((old, new), presences, &mut note);
    match (old.constant, new.constant) {
        (None, Some(_)) => note(rules::FIELD_BECAME_CONSTANT),
        (Some(_), None) => note(rules::FIELD_BECAME_FREE),
        (Some(old), Some(new)) if old != new => note(rules::CONSTANT_CHANGED),
        _ => {}
    }
    if before.names.field(a, i) != after.names.field(b, j) {
        note(rules::FIELD_RENAMED);
    }
    if before.is_secret(a, i) != after.is_secret(b, j) {
        note(rules::FIELD_SECRECY_CHANGED);
    }
    let is_same = facts.pairs.is_same(&old.ty, &new.ty);
    // Of a type that has only one value on one side, its own change tells.
    let is_told = is_told || before.is_constant(old) != after.is_constant(new);
    let roles = (before.role(a, old), after.role(b, new));
    let are_made = before.is_made(a) && after.is_made(b);
    let is_constant = old.constant.is_some() && !is_told;
    let is_held_alike = !is_constant || (roles.0 == Role::Fixed) == (roles.1 == Role::Fixed);
    let rule = match (&old.ty, &new.ty) {
        // What was told says that callers do something else about it.
        _ if is_same && !is_told && are_made && roles.0 != roles.1 => match roles {
            (_, Role::Fixed) => rules::FIELD_FILLED_IN,
            (_, Role::Argument) => rules::FIELD_ASKED_FOR,
            (_, Role::Setter) => rules::FIELD_SETTABLE,
        },
        _ if is_same
            && is_held_alike
            && before.is_boxed(a, i) == after.is_boxed(b, j)
            && boxed_within(&old.ty, before) == boxed_within(&new.ty, after) =>
        {
            return;
        }
        _ if is_same => rules::FIELD_BOXING_CHANGED,
        (Type::Text(_), Type::Text(_))
        | (Type::Integer(_), Type::Integer(_))
        | (Type::Number(_), Type::Number(_)) => rules::FIELD_FORMAT_CHANGED,
        _ => rules::FIELD_TYPE_CHANGED,
    };
    let items = (Item::Field(a, i), Item::Field(b, j));
    if is_same {
        facts.changed(rule, direction, items.0, items.1);
    } else {
        facts.retyped(rule, direction, items, (&old.ty, &new.ty));
    }
}

/// Which parts of tuples need a box, in the order in which they are written.
fn boxed_within(ty: &Type, plan: &Plan) -> Vec<bool> {
    let mut boxed = match ty {
        Type::Tuple(parts) => plan.boxed_parts(parts),
        _ => Vec::new(),
    };
    let parts = ty.parts().iter();
    boxed.extend(parts.flat_map(|part| boxed_within(part, plan)));
    boxed
}

fn additional(
    (a, b): (TypeId, TypeId),
    (old, new): (&Additional, &Additional),
    direction: Direction,
    facts: &mut Facts<'_>,
) {
    match (old, new) {
        (Additional::Ignored, Additional::Kept(_)) => {
            facts.added(rules::ADDITIONAL_FIELDS_ADDED, direction, Item::Rest(b));
        }
        (Additional::Kept(_), Additional::Ignored) => {
            let rule = if fit::is_closed(facts.new.api.get(b)) {
                rules::ADDITIONAL_FIELDS_REMOVED
            } else {
                rules::ADDITIONAL_FIELDS_UNMENTIONED
            };
            facts.removed(rule, direction, Item::Rest(a));
        }
        (Additional::Kept(old), Additional::Kept(new)) if !facts.pairs.is_same(old, new) => {
            let rule = rules::ADDITIONAL_FIELDS_TYPE_CHANGED;
            facts.retyped(rule, direction, (Item::Rest(a), Item::Rest(b)), (old, new));
        }
        _ => {}
    }
}

/// The arguments of `new` stand in the order of the document, so it is not without meaning there.
fn order((a, b): (TypeId, TypeId), (old, new): (&Struct, &Struct), facts: &mut Facts<'_>) {
    let arguments = |plan: &Plan, id: TypeId, object: &Struct| -> Vec<String> {
        let fields = object.fields.iter();
        fields
            .filter(|field| plan.role(id, field) == Role::Argument)
            .map(|field| field.wire.clone())
            .collect()
    };
    let (mut before, mut after) = (arguments(facts.old, a, old), arguments(facts.new, b, new));
    let known: BTreeSet<String> = after.iter().cloned().collect();
    before.retain(|wire| known.contains(wire));
    let known: BTreeSet<&String> = before.iter().collect();
    after.retain(|wire| known.contains(wire));
    if before != after {
        let detail = format!("{} → {}", before.join(", "), after.join(", "));
        let items = (Item::New(a), Item::New(b));
        facts.detailed(
            rules::ARGUMENTS_REORDERED,
            facts.direction(a),
            items,
            detail,
        );
    }
}
