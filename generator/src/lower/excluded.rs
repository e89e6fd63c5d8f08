//! Members that an `additionalProperties` excludes because another schema declares them: it looks at the `properties` beside it alone.

use std::collections::BTreeMap;

use indexmap::IndexSet;
use openapiv3::AdditionalProperties;

use super::compose;
use super::document::View;
use super::parts::{self, Part};
use super::reports::Reports;
use super::sources::Source;
use crate::diag::codes;
use crate::pointer::Pointer;

/// So many members are named, others are counted.
const MOST_NAMED: usize = 3;

/// The members that schemas which hold together declare and exclude, by the place that excludes them.
#[derive(Debug, Default)]
pub(super) struct Excluded<'d>(BTreeMap<Pointer, IndexSet<&'d str>>);

impl<'d> Excluded<'d> {
    /// Looks at parts.
    pub(super) fn look(&mut self, view: View<'_, 'd>, parts: &[Part<'d>]) {
        for closed in parts {
            for other in parts.iter().filter(|other| other.at != closed.at) {
                self.add(view, closed, other);
            }
        }
    }

    /// Looks at the candidates that a schema stands beside.
    pub(super) fn look_beside(
        &mut self,
        view: View<'_, 'd>,
        closed: &Part<'d>,
        candidates: &[Source<'d>],
    ) {
        if closed.keywords.additional.is_some() {
            for candidate in candidates {
                for other in parts::beside(view, Vec::new(), candidate, &[]).list {
                    self.add(view, closed, &other);
                }
            }
        }
    }

    fn add(&mut self, view: View<'_, 'd>, closed: &Part<'d>, other: &Part<'d>) {
        let mut excluded = excluded(view, closed, other).peekable();
        if excluded.peek().is_some() {
            let at = closed.at.child("additionalProperties");
            self.0.entry(at).or_default().extend(excluded);
        }
    }

    /// Tells of what was found, each place once.
    pub(super) fn tell(&self, reports: &mut Reports<'_, '_>) {
        for (at, members) in &self.0 {
            reports.report(codes::EXCLUDED_MEMBERS, at, |diagnostic| {
                diagnostic.arg("members", named(members)).on_key()
            });
        }
    }
}

/// The members of another schema that no value has, or none that satisfies both.
fn excluded<'p, 'd>(
    view: View<'p, 'd>,
    closed: &'p Part<'d>,
    other: &'p Part<'d>,
) -> impl Iterator<Item = &'d str> {
    let own = closed.keywords.properties;
    let members = other.keywords.properties.keys();
    let members = members.filter(|wire| !own.contains_key(*wire));
    let excludes = move |wire: &str| match closed.keywords.additional {
        None => false,
        Some(AdditionalProperties::Any(is_allowed)) => !is_allowed,
        Some(AdditionalProperties::Schema(_)) => {
            let both = closed.value().into_iter().chain(other.member(wire));
            let parts = parts::of_all(view, &both.collect::<Vec<_>>()).list;
            compose::whole(view, &parts).is_nothing()
        }
    };
    members
        .map(String::as_str)
        .filter(move |wire| excludes(wire))
}

fn named(members: &IndexSet<&str>) -> String {
    let shown = members.iter().take(MOST_NAMED);
    let shown: Vec<String> = shown.map(|wire| format!("`{wire}`")).collect();
    match members.len().saturating_sub(MOST_NAMED) {
        0 => shown.join(", "),
        more => format!("{} and {more} more", shown.join(", ")),
    }
}
