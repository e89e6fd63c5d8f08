//! Unions within unions that are told apart by the same member.

use std::collections::BTreeSet;

use indexmap::IndexMap;

use super::measure::Measure;
use super::reports::Reports;
use crate::pointer::Pointer;

/// What a union has for those around it: tags, and unions whose tags it has too.
#[derive(Debug)]
pub(super) enum Inner {
    Tag(String),
    Union(String),
}

/// The most tags and unions that are gone through for all unions of a document.
const MOST: usize = 1_000_000;

/// What the components that are unions with tags have for those around them. It is looked up wherever one is a candidate, and what is
/// in a circle of them is gone through once.
#[derive(Debug)]
pub(super) struct Nested {
    unions: IndexMap<String, Vec<Inner>>,
    gone: Measure,
}

impl Nested {
    /// Those of components, by name.
    pub(super) fn new(unions: IndexMap<String, Vec<Inner>>) -> Self {
        Self {
            unions,
            gone: Measure::default(),
        }
    }

    /// The tags of a union and of those within it, as they stand there. What only the one around it leads to, which stands at a place,
    /// is for that one to tell.
    pub(super) fn tags(&self, name: &str, around: Option<&str>, at: &Pointer) -> Vec<String> {
        let of = |name: &str| self.unions.get(name).into_iter().flatten();
        let mut tags = Vec::new();
        let mut seen: BTreeSet<&str> = around.into_iter().chain([name]).collect();
        let mut way = vec![of(name)];
        while let Some(inner) = way.last_mut() {
            if !self.gone.adds(1, MOST, at) {
                break;
            }
            match inner.next() {
                Some(Inner::Tag(tag)) => tags.push(tag.clone()),
                Some(Inner::Union(name)) if seen.insert(name) => way.push(of(name)),
                Some(Inner::Union(_)) => {}
                None => drop(way.pop()),
            }
        }
        tags
    }

    /// Tells where there was too much.
    pub(super) fn tell(&self, reports: &mut Reports<'_, '_>) {
        let what = format!("unions within unions come to more than {MOST} tags and unions");
        self.gone.tell(&what, reports);
    }
}
