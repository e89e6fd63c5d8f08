//! Pairs of the parts of two lists, rule after rule: a part and the first free one of the other list that has the same key.

use std::collections::{BTreeMap, VecDeque};

/// An item of the old side, and one of the new side.
pub(super) type Pair<T> = (T, T);

/// The pairs that are found so far.
#[derive(Debug)]
pub(super) struct Joined<'a, T> {
    /// Each with its partner.
    old: Vec<(&'a T, Option<&'a T>)>,
    /// Each with whether it has one.
    new: Vec<(&'a T, bool)>,
}

impl<'a, T> Joined<'a, T> {
    /// Two lists, nothing paired yet.
    pub(super) fn new(old: &'a [T], new: &'a [T]) -> Self {
        Self {
            old: old.iter().map(|one| (one, None)).collect(),
            new: new.iter().map(|one| (one, false)).collect(),
        }
    }

    /// Pairs what is left over by a key; parts without one stay alone.
    pub(super) fn by<K: Ord>(
        &mut self,
        old: impl Fn(&'a T) -> Option<K>,
        new: impl Fn(&'a T) -> Option<K>,
    ) {
        let mut free: BTreeMap<K, VecDeque<(&'a T, &mut bool)>> = BTreeMap::new();
        for (other, is_paired) in self.new.iter_mut().filter(|(_, is_paired)| !is_paired) {
            if let Some(key) = new(other) {
                free.entry(key).or_default().push_back((other, is_paired));
            }
        }
        for (one, partner) in self.old.iter_mut().filter(|(_, partner)| partner.is_none()) {
            let others = old(one).and_then(|key| free.get_mut(&key));
            if let Some((other, is_paired)) = others.and_then(VecDeque::pop_front) {
                (*partner, *is_paired) = (Some(other), true);
            }
        }
    }

    /// Pairs what is left over by a key that nobody else has on its side.
    pub(super) fn by_own<K: Ord>(&mut self, key: impl Fn(&'a T) -> Option<K>) {
        let mut keyed: BTreeMap<K, (Vec<_>, Vec<_>)> = BTreeMap::new();
        for (one, partner) in self.old.iter_mut().filter(|(_, partner)| partner.is_none()) {
            if let Some(key) = key(one) {
                keyed.entry(key).or_default().0.push(partner);
            }
        }
        for (other, is_paired) in self.new.iter_mut().filter(|(_, is_paired)| !is_paired) {
            if let Some(key) = key(other) {
                keyed.entry(key).or_default().1.push((other, is_paired));
            }
        }
        for (old, new) in keyed.into_values() {
            if let (Ok([partner]), Ok([(other, is_paired)])) =
                (<[_; 1]>::try_from(old), <[_; 1]>::try_from(new))
            {
                (*partner, *is_paired) = (Some(*other), true);
            }
        }
    }

    /// The old parts, each with its partner.
    pub(super) fn old(&self) -> impl Iterator<Item = (&'a T, Option<&'a T>)> {
        self.old.iter().copied()
    }

    /// The pairs, in the order of the old list.
    pub(super) fn pairs(&self) -> impl Iterator<Item = Pair<&'a T>> {
        self.old().filter_map(|(old, new)| Some((old, new?)))
    }

    /// The old parts that are gone.
    pub(super) fn removed(&self) -> impl Iterator<Item = &'a T> {
        let alone = self.old().filter(|(_, partner)| partner.is_none());
        alone.map(|(old, _)| old)
    }

    /// The new parts that were not there.
    pub(super) fn added(&self) -> impl Iterator<Item = &'a T> {
        let alone = self.new.iter().filter(|(_, is_paired)| !is_paired);
        alone.map(|(new, _)| *new)
    }
}
