//! What is collected while two plans are compared: facts, each with its rule and the items that it is about. No judgement.

use super::Direction;
use super::fit;
use super::groups::Groups;
use super::item::Item;
use super::pairs::{self, Pairs};
use super::reach::{self, Reach};
use super::rules::Rule;
use crate::ir::{Type, TypeId};
use crate::plan::Plan;

/// Something that is different.
#[derive(Debug)]
pub(super) struct Fact {
    pub(super) rule: &'static Rule,
    /// Which way its values go.
    pub(super) direction: Direction,
    /// Which way they go for callers, who see fields that are not sent as well.
    pub(super) called: Direction,
    pub(super) old: Option<Item>,
    pub(super) new: Option<Item>,
    /// What exactly, where the items do not show it: `10 → 20`.
    pub(super) detail: String,
    /// Whether a type is another one, and programs that were built before do with it.
    pub(super) fits: bool,
}

/// Two plans, which of their items belong together, and what was found so far.
#[derive(Debug)]
pub(super) struct Facts<'a> {
    pub(super) old: &'a Plan,
    pub(super) new: &'a Plan,
    pub(super) pairs: Pairs<'a>,
    pub(super) old_reach: Reach,
    pub(super) new_reach: Reach,
    pub(super) groups: Groups,
    pub(super) all: Vec<Fact>,
}

impl<'a> Facts<'a> {
    /// Nothing found yet.
    pub(super) fn new(old: &'a Plan, new: &'a Plan) -> Self {
        let pairs = pairs::of(&old.api, &new.api);
        Self {
            old,
            new,
            groups: Groups::of(old, new, &pairs),
            pairs,
            old_reach: reach::of(old),
            new_reach: reach::of(new),
            all: Vec::new(),
        }
    }

    /// The direction that matters to callers of the old crate.
    pub(super) fn direction(&self, old: TypeId) -> Direction {
        self.old.direction(old)
    }

    /// Notes a difference between two items.
    pub(super) fn changed(
        &mut self,
        rule: &'static Rule,
        direction: Direction,
        old: Item,
        new: Item,
    ) {
        self.detailed(rule, direction, (old, new), String::new());
    }

    /// The same, with what is different.
    pub(super) fn detailed(
        &mut self,
        rule: &'static Rule,
        direction: Direction,
        (old, new): (Item, Item),
        detail: String,
    ) {
        let fact = self.fact(rule, direction, (Some(old), Some(new)));
        self.all.push(Fact { detail, ..fact });
    }

    /// Notes that values have another type.
    pub(super) fn retyped(
        &mut self,
        rule: &'static Rule,
        direction: Direction,
        (old, new): (Item, Item),
        types: (&Type, &Type),
    ) {
        let fact = self.fact(rule, direction, (Some(old), Some(new)));
        let fits = fit::fits(&self.pairs, fact.direction, types.0, types.1);
        self.all.push(Fact { fits, ..fact });
    }

    /// The same, if it is known already that programs that were built before do with the type.
    pub(super) fn understood(
        &mut self,
        rule: &'static Rule,
        direction: Direction,
        (old, new): (Item, Item),
    ) {
        let fact = self.fact(rule, direction, (Some(old), Some(new)));
        self.all.push(Fact { fits: true, ..fact });
    }

    /// Notes an item that was not there before.
    pub(super) fn added(&mut self, rule: &'static Rule, direction: Direction, new: Item) {
        let fact = self.fact(rule, direction, (None, Some(new)));
        self.all.push(fact);
    }

    /// The same, with what it is beyond its name.
    pub(super) fn added_as(
        &mut self,
        rule: &'static Rule,
        direction: Direction,
        new: Item,
        detail: String,
    ) {
        let fact = self.fact(rule, direction, (None, Some(new)));
        self.all.push(Fact { detail, ..fact });
    }

    /// Notes an item that is not there any more, with what it was beyond its name.
    pub(super) fn removed_as(
        &mut self,
        rule: &'static Rule,
        direction: Direction,
        old: Item,
        detail: String,
    ) {
        let fact = self.fact(rule, direction, (Some(old), None));
        self.all.push(Fact { detail, ..fact });
    }

    /// Notes an item that is not there any more.
    pub(super) fn removed(&mut self, rule: &'static Rule, direction: Direction, old: Item) {
        let fact = self.fact(rule, direction, (Some(old), None));
        self.all.push(fact);
    }

    fn fact(
        &self,
        rule: &'static Rule,
        called: Direction,
        (old, new): (Option<Item>, Option<Item>),
    ) -> Fact {
        let before = old.and_then(Item::ty).map(|id| self.old.wire_direction(id));
        let after = || new.and_then(Item::ty).map(|id| self.new.wire_direction(id));
        let direction = match (called, before.or_else(after)) {
            (Direction::Both, Some(direction)) => direction,
            _ => called,
        };
        Fact {
            rule,
            direction,
            called,
            old,
            new,
            detail: String::new(),
            fits: false,
        }
    }
}
