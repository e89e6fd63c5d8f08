//! From facts to changes: judged, placed in both documents, with the code before and after.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::cut;
use super::facts::{Fact, Facts};
use super::marks;
use super::rules::{self, Judgement, Rule};
use super::spot::{Mark, Shown, Spot};
use super::verdict::{Bump, Wire};
use crate::diag::Place;
use crate::hash::hash;
use crate::naming::Name;
use crate::plan::Direction;

/// One change: what it is about, what it means, and where it is on both sides.
#[derive(Debug, Clone)]
pub struct Change {
    /// What happened.
    pub rule: &'static Rule,
    /// What people call the item: `User.name`, `GET /users ?limit`.
    pub subject: String,
    /// Other subjects that share the place, such as operations with the same parameter; told of once.
    pub also: Vec<String>,
    /// What exactly, where the code does not show it: `10 → 20`. May be empty.
    pub detail: String,
    /// What changed of its documentation besides.
    pub documentation: Vec<Documented>,
    /// The resources whose operations meet the item, sorted; empty if none does.
    pub resources: Vec<String>,
    /// The operations that meet the item: `GET /users`. Empty if none does.
    pub operations: Vec<Arc<str>>,
    /// Which way its values go.
    pub direction: Direction,
    /// What it means for programs that were built before.
    pub wire: Wire,
    /// What it means for programs that are built again.
    pub rust: Bump,
    /// Why.
    pub reason: &'static str,
    /// The item before; `None` if it is new.
    pub old: Option<Spot>,
    /// The item after; `None` if it is gone.
    pub new: Option<Spot>,
    /// The line of the new document on which it shows.
    pub mark: Mark,
    /// Whether an item of one side stands in lines that both documents have, so that what differs stands elsewhere.
    pub is_elsewhere: bool,
    /// The same for the same change, whatever else the documents hold: twelve hexadecimal digits.
    pub fingerprint: String,
}

/// A change of documentation that stands with another change of the same item.
#[derive(Debug, Clone)]
pub struct Documented {
    /// What happened.
    pub rule: &'static Rule,
    /// What exactly; may be empty.
    pub detail: String,
}

impl Change {
    /// Whether nothing changed but what a schema is called: the detail says it all.
    pub fn is_rename(&self) -> bool {
        [rules::COMPONENT_RENAMED, rules::TYPE_RENAMED].contains(&self.rule)
    }

    /// What happened to the item, its documentation included.
    pub fn rules(&self) -> impl Iterator<Item = &'static Rule> {
        let documentation = self.documentation.iter().map(|with| with.rule);
        std::iter::once(self.rule).chain(documentation)
    }

    /// Whether programs that were built before break.
    pub fn breaks_wire(&self) -> bool {
        self.wire == Wire::Breaking
    }
}

/// Every change, the worst first, then by place.
pub(super) fn all(facts: &Facts<'_>, before: &Shown<'_>, after: &Shown<'_>) -> Vec<Change> {
    let mut known: BTreeMap<Shared, usize> = BTreeMap::new();
    let mut changes: Vec<Change> = Vec::new();
    for fact in &facts.all {
        if let Some(shared) = Shared::of(fact, before, after) {
            let same = known.get(&shared);
            if let Some(same) = same.and_then(|index| changes.get_mut(*index)) {
                same.also.push(subject(fact, before, after));
                same.resources.extend(resources(fact, facts));
                same.operations.extend(operations(fact, facts));
                continue;
            }
            known.insert(shared, changes.len());
        }
        changes.push(change(fact, facts, before, after));
    }
    for change in &mut changes {
        change.resources.sort_unstable();
        change.resources.dedup();
        change.operations.sort_unstable();
        change.operations.dedup();
    }
    changes.sort_by(|a, b| order(a).cmp(&order(b)));
    changes
}

type Order<'c> = (
    Reverse<Bump>,
    Reverse<Wire>,
    (&'c str, usize),
    &'static str,
    &'c str,
);

fn order(change: &Change) -> Order<'_> {
    let spot = change.new.as_ref().or(change.old.as_ref());
    let place = spot.map_or(("", 0), |spot| (spot.file.as_str(), spot.line));
    let (rust, wire) = (Reverse(change.rust), Reverse(change.wire));
    (rust, wire, place, change.rule.id, &change.subject)
}

/// What two facts about one place of the document share.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Shared {
    rule: &'static str,
    direction: Direction,
    places: (Place, Place),
    detail: String,
}

impl Shared {
    /// Only changes are shared: what came or went did so for each of its users.
    fn of(fact: &Fact<'_>, before: &Shown<'_>, after: &Shown<'_>) -> Option<Self> {
        Some(Self {
            rule: fact.rule.id,
            direction: fact.direction,
            places: (before.place(fact.old?), after.place(fact.new?)),
            detail: fact.detail.clone(),
        })
    }
}

fn change(fact: &Fact<'_>, facts: &Facts<'_>, before: &Shown<'_>, after: &Shown<'_>) -> Change {
    let subject = subject(fact, before, after);
    let (old, new) = (
        fact.old.map(|item| before.spot(item)),
        fact.new.map(|item| after.spot(item)),
    );
    let judged = judged(fact, before, after);
    let direction = fact.direction.word();
    let name = [fact.rule.id, &subject, direction, &fact.detail].join("\n");
    Change {
        rule: fact.rule,
        also: Vec::new(),
        documentation: Vec::new(),
        detail: fact.detail.clone(),
        resources: resources(fact, facts),
        operations: operations(fact, facts),
        direction: fact.direction,
        wire: judged.wire,
        rust: judged.rust,
        reason: judged.reason,
        is_elsewhere: match (fact.old, fact.new) {
            (Some(item), None) => after.has(item.at(), old.as_ref()),
            (None, Some(item)) => before.has(item.at(), new.as_ref()),
            _ => false,
        },
        mark: marks::mark(fact, before, after),
        old,
        new,
        fingerprint: hash(name.as_bytes()).chars().take(12).collect(),
        subject,
    }
}

fn subject(fact: &Fact<'_>, before: &Shown<'_>, after: &Shown<'_>) -> String {
    let new = fact.new.map(|item| item.subject(&after.side.plan.package));
    let old = || fact.old.map(|item| item.subject(&before.side.plan.package));
    new.or_else(old).unwrap_or_default()
}

/// What the rule says, unless old programs do with another type, or the code that callers see is the same.
fn judged(fact: &Fact<'_>, before: &Shown<'_>, after: &Shown<'_>) -> Judgement {
    let mut judged = Judgement {
        wire: fact.rule.judge(fact.direction).wire,
        ..fact.rule.judge(fact.called)
    };
    if fact.fits {
        judged.wire = judged.wire.min(Wire::Compatible);
    }
    let (Some(old), Some(new)) = (fact.old, fact.new) else {
        return judged;
    };
    if !old.is_member() || judged.rust <= Bump::Patch {
        return judged;
    }
    if cut::is_alike(
        &before.emitted.signature(old),
        &after.emitted.signature(new),
    ) {
        return Judgement {
            rust: Bump::Patch,
            reason: "the code that callers see is the same",
            ..judged
        };
    }
    judged
}

/// The operations that meet the item as it is, or as it was.
fn operations(fact: &Fact<'_>, facts: &Facts<'_>) -> Vec<Arc<str>> {
    let (before, after) = &facts.reach;
    let new = fact.new.map(|item| after.met(item));
    let old = || fact.old.map(|item| before.met(item));
    let met = new.or_else(old).into_iter().flatten();
    met.map(|leading| Arc::clone(&leading.route)).collect()
}

/// The resources whose operations meet the item as it is, or as it was.
fn resources(fact: &Fact<'_>, facts: &Facts<'_>) -> Vec<String> {
    let (before, after) = &facts.reach;
    let old = fact.old.into_iter().flat_map(|item| before.met(item));
    let new = fact.new.into_iter().flat_map(|item| after.met(item));
    let found: BTreeSet<&Name> = old.chain(new).map(|leading| leading.resource).collect();
    found.into_iter().map(ToString::to_string).collect()
}
