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
    pub(super) direction: Direction,
    pub(super) old: Option<Item>,
    pub(super) new: Option<Item>,
    /// What exactly, where the items do not show it: `10 → 20`.
    pub(super) detail: String,
    /// Whether a type is another one, and programs that were built before do with it.
    pub(super) fits: bool,
}

impl Fact {
    /// Two items that differ by a rule.
    fn of(rule: &'static Rule, direction: Direction, (old, new): (Item, Item)) -> Self {
        Self {
            rule,
            direction,
            old: Some(old),
            new: Some(new),
            detail: String::new(),
            fits: false,
        }
    }
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
        items: (Item, Item),
        detail: String,
    ) {
        self.all.push(Fact {
            detail,
            ..Fact::of(rule, direction, items)
        });
    }

    /// Notes that values have another type.
    pub(super) fn retyped(
        &mut self,
        rule: &'static Rule,
        direction: Direction,
        items: (Item, Item),
        types: (&Type, &Type),
    ) {
        let fits = fit::fits(&self.pairs, direction, types.0, types.1);
        self.all.push(Fact {
            fits,
            ..Fact::of(rule, direction, items)
        });
    }

    /// The same, if it is known already that programs that were built before do with the type.
    pub(super) fn understood(
        &mut self,
        rule: &'static Rule,
        direction: Direction,
        items: (Item, Item),
    ) {
        self.all.push(Fact {
            fits: true,
            ..Fact::of(rule, direction, items)
        });
    }

    /// Notes an item that was not there before.
    pub(super) fn added(&mut self, rule: &'static Rule, direction: Direction, new: Item) {
        self.all.push(Fact {
            rule,
            direction,
            old: None,
            new: Some(new),
            detail: String::new(),
            fits: false,
        });
    }

    /// Notes an item that is not there any more.
    pub(super) fn removed(&mut self, rule: &'static Rule, direction: Direction, old: Item) {
        self.all.push(Fact {
            rule,
            direction,
            old: Some(old),
            new: None,
            detail: String::new(),
            fits: false,
        });
    }
}
