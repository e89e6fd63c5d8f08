//! Pairs of the parts of two lists, rule after rule: a part and the first free one of the other list that has the same key.

use std::collections::{BTreeMap, VecDeque};

/// The pairs that are found so far.
#[derive(Debug)]
pub(super) struct Joined {
    old: Vec<Option<usize>>,
    new: Vec<Option<usize>>,
}

impl Joined {
    /// Lists of these lengths, nothing paired yet.
    pub(super) fn new(old: usize, new: usize) -> Self {
        Self {
            old: vec![None; old],
            new: vec![None; new],
        }
    }

    /// Pairs what is left over by a key; parts without one stay alone.
    pub(super) fn by<K: Ord>(
        &mut self,
        old: impl Fn(usize) -> Option<K>,
        new: impl Fn(usize) -> Option<K>,
    ) {
        let mut free: BTreeMap<K, VecDeque<usize>> = BTreeMap::new();
        for other in (0..self.new.len()).filter(|other| self.new[*other].is_none()) {
            if let Some(key) = new(other) {
                free.entry(key).or_default().push_back(other);
            }
        }
        for one in 0..self.old.len() {
            if self.old[one].is_some() {
                continue;
            }
            let others = old(one).and_then(|key| free.get_mut(&key));
            if let Some(other) = others.and_then(VecDeque::pop_front) {
                (self.old[one], self.new[other]) = (Some(other), Some(one));
            }
        }
    }

    /// The partner of an old part.
    pub(super) fn partner(&self, old: usize) -> Option<usize> {
        self.old[old]
    }

    /// The pairs, in the order of the old list.
    pub(super) fn pairs(&self) -> Vec<(usize, usize)> {
        let pairs = self.old.iter().enumerate();
        pairs
            .filter_map(|(old, new)| Some((old, (*new)?)))
            .collect()
    }

    /// The old parts that are gone.
    pub(super) fn removed(&self) -> Vec<usize> {
        alone(&self.old)
    }

    /// The new parts that were not there.
    pub(super) fn added(&self) -> Vec<usize> {
        alone(&self.new)
    }
}

fn alone(partners: &[Option<usize>]) -> Vec<usize> {
    let all = partners.iter().enumerate();
    all.filter(|(_, partner)| partner.is_none())
        .map(|(index, _)| index)
        .collect()
}
