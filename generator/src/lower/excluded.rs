//! Members that an `additionalProperties` excludes because another schema declares them: it looks at the `properties` beside it alone.

use std::collections::BTreeMap;

use indexmap::IndexSet;
use openapiv3::AdditionalProperties;

use super::document::View;
use super::parts::{self, Part};
use super::reports::Reports;
use super::sources::Source;
use super::{compose, innermost};
use crate::diag::codes;
use crate::pointer::Pointer;

/// So many members of a place are named.
const MOST_NAMED: usize = 3;

/// So many members are compared with what others may be: many parts of many members would take for ever, and this is advice.
const MOST_COMPARED: usize = 100_000;

/// The members that schemas which hold together declare and exclude, by the place that excludes them.
#[derive(Debug, Default)]
pub(super) struct Excluded<'d> {
    found: BTreeMap<Pointer, IndexSet<&'d str>>,
    compared: usize,
}

impl<'d> Excluded<'d> {
    /// Looks at parts.
    pub(super) fn look(&mut self, view: View<'_, 'd>, parts: &[Part<'d>]) {
        for closed in parts {
            for other in parts.iter().filter(|other| other.at != closed.at) {
                self.add(view, closed, other);
            }
        }
    }

    /// Looks at the candidates that a schema stands beside, and at those of unions among them.
    pub(super) fn look_beside(
        &mut self,
        view: View<'_, 'd>,
        closed: &Part<'d>,
        candidates: &[Source<'d>],
    ) {
        if closed.keywords.additional.is_some() {
            for other in innermost::candidates(view, candidates).iter().flatten() {
                self.add(view, closed, other);
            }
        }
    }

    /// Adds the members of another schema that no value has, or none that satisfies both, unless enough are known.
    fn add(&mut self, view: View<'_, 'd>, closed: &Part<'d>, other: &Part<'d>) {
        if !closed.keywords.additional.is_some_and(is_strict) {
            return;
        }
        let at = closed.at.child("additionalProperties");
        let known = self.found.get(&at).map_or(0, IndexSet::len);
        let own = closed.keywords.properties;
        let members = other.keywords.properties.keys();
        let excluded = members
            .filter(|wire| !own.contains_key(*wire) && self.excludes(view, closed, other, wire))
            .map(String::as_str)
            .take((MOST_NAMED + 1).saturating_sub(known));
        let excluded: Vec<&'d str> = excluded.collect();
        if !excluded.is_empty() {
            self.found.entry(at).or_default().extend(excluded);
        }
    }

    /// Whether a member that another schema declares, and this one does not, can have no value.
    fn excludes(
        &mut self,
        view: View<'_, 'd>,
        closed: &Part<'d>,
        other: &Part<'d>,
        wire: &str,
    ) -> bool {
        let Some(value) = closed.value() else {
            return true;
        };
        self.compared += 1;
        let both = std::iter::once(value).chain(other.member(wire));
        self.compared <= MOST_COMPARED && {
            let parts = parts::of_all(view, &both.collect::<Vec<_>>()).list;
            compose::whole(view, &parts).is_nothing()
        }
    }

    /// Tells of what was found, each place once.
    pub(super) fn tell(&self, reports: &mut Reports<'_, '_>) {
        for (at, members) in &self.found {
            reports.report(codes::EXCLUDED_MEMBERS, at, |diagnostic| {
                diagnostic.arg("members", named(members)).on_key()
            });
        }
    }
}

/// Whether it lets not every member through.
fn is_strict(additional: &AdditionalProperties) -> bool {
    !matches!(additional, AdditionalProperties::Any(true))
}

fn named(members: &IndexSet<&str>) -> String {
    let shown = members.iter().take(MOST_NAMED);
    let shown: Vec<String> = shown.map(|wire| format!("`{wire}`")).collect();
    let others = if members.len() > MOST_NAMED {
        " and others"
    } else {
        ""
    };
    shown.join(", ") + others
}
