//! What is collected while two plans are compared: facts, each with its rule and the items that it is about. No judgement.

use super::Direction;
use super::blueprint::Blueprint;
use super::fit;
use super::item::Item;
use super::joined::Pair;
use super::pairs::Pairs;
use super::reach::{self, Reach};
use super::renames::Renames;
use super::resources::Resources;
use super::rules::Rule;
use super::search;
use super::security::Keys;
use crate::ir::{Api, Type};

/// Something that is different.
#[derive(Debug)]
pub(super) struct Fact<'a> {
    pub(super) rule: &'static Rule,
    /// Which way its values go.
    pub(super) direction: Direction,
    /// Which way they go for callers, who see fields that are not sent as well.
    pub(super) called: Direction,
    pub(super) old: Option<Item<'a>>,
    pub(super) new: Option<Item<'a>>,
    /// What exactly, where the items do not show it: `10 → 20`.
    pub(super) detail: String,
    /// Whether a type is another one, and programs that were built before do with it.
    pub(super) fits: bool,
}

impl<'a> Fact<'a> {
    fn of(rule: &'static Rule, called: Direction, (old, new): Pair<Option<Item<'a>>>) -> Self {
        let before = old.and_then(Item::model).map(|model| model.wire_direction);
        let after = || new.and_then(Item::model).map(|model| model.wire_direction);
        let direction = match (called, before.or_else(after)) {
            (Direction::Both, Some(direction)) => direction,
            _ => called,
        };
        Self {
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

/// Two plans, which of their items belong together, and what was found so far.
#[derive(Debug)]
pub(super) struct Facts<'a> {
    pub(super) old: &'a Blueprint<'a>,
    pub(super) new: &'a Blueprint<'a>,
    pub(super) pairs: Pairs<'a>,
    /// What the old security schemes are called in the new document.
    pub(super) keys: Keys<'a>,
    pub(super) reach: Pair<Reach<'a>>,
    pub(super) resources: Resources<'a>,
    pub(super) renames: Renames<'a>,
    pub(super) all: Vec<Fact<'a>>,
}

impl<'a> Facts<'a> {
    /// Nothing found yet.
    pub(super) fn new(old: &'a Blueprint<'a>, new: &'a Blueprint<'a>) -> Self {
        let pairs = search::pairs(old, new);
        Self {
            old,
            new,
            resources: Resources::of(old, new, &pairs),
            renames: Renames::of(&pairs),
            keys: Keys::of(&pairs.credentials),
            reach: (reach::of(old), reach::of(new)),
            pairs,
            all: Vec::new(),
        }
    }

    /// The old API and the new one.
    pub(super) fn apis(&self) -> Pair<&'a Api> {
        self.pairs.apis()
    }
    /// Notes a difference between two items.
    pub(super) fn changed(
        &mut self,
        rule: &'static Rule,
        direction: Direction,
        old: Item<'a>,
        new: Item<'a>,
    ) {
        self.detailed(rule, direction, (old, new), String::new());
    }

    /// The same, with what is different.
    pub(super) fn detailed(
        &mut self,
        rule: &'static Rule,
        direction: Direction,
        (old, new): Pair<Item<'a>>,
        detail: String,
    ) {
        let fact = Fact::of(rule, direction, (Some(old), Some(new)));
        self.all.push(Fact { detail, ..fact });
    }

    /// Notes that values have another type.
    pub(super) fn retyped(
        &mut self,
        rule: &'static Rule,
        direction: Direction,
        (old, new): Pair<Item<'a>>,
        types: Pair<&Type>,
    ) {
        let fact = Fact::of(rule, direction, (Some(old), Some(new)));
        let fits = fit::fits(&self.pairs, fact.direction, types.0, types.1);
        self.all.push(Fact { fits, ..fact });
    }

    /// The same, if it is known already that programs that were built before do with the type.
    pub(super) fn understood(
        &mut self,
        rule: &'static Rule,
        direction: Direction,
        (old, new): Pair<Item<'a>>,
    ) {
        let fact = Fact::of(rule, direction, (Some(old), Some(new)));
        self.all.push(Fact { fits: true, ..fact });
    }

    /// Notes an item that was not there before.
    pub(super) fn added(&mut self, rule: &'static Rule, direction: Direction, new: Item<'a>) {
        let fact = Fact::of(rule, direction, (None, Some(new)));
        self.all.push(fact);
    }

    /// The same, with what it is beyond its name.
    pub(super) fn added_as(
        &mut self,
        rule: &'static Rule,
        direction: Direction,
        new: Item<'a>,
        detail: String,
    ) {
        let fact = Fact::of(rule, direction, (None, Some(new)));
        self.all.push(Fact { detail, ..fact });
    }

    /// Notes an item that is not there any more, with what it was beyond its name.
    pub(super) fn removed_as(
        &mut self,
        rule: &'static Rule,
        direction: Direction,
        old: Item<'a>,
        detail: String,
    ) {
        let fact = Fact::of(rule, direction, (Some(old), None));
        self.all.push(Fact { detail, ..fact });
    }

    /// Notes an item that is not there any more.
    pub(super) fn removed(&mut self, rule: &'static Rule, direction: Direction, old: Item<'a>) {
        let fact = Fact::of(rule, direction, (Some(old), None));
        self.all.push(fact);
    }
}
