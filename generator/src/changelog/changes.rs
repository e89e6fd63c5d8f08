//! Changes of a public API as two sets of lines, which add up from run to run.

use std::collections::{BTreeMap, BTreeSet};

use super::{callers, reexports};
use crate::semver::Bump;

/// Lines of the list that came and that went.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Changes {
    added: BTreeSet<String>,
    removed: BTreeSet<String>,
}

/// An item that is there on both sides and differs.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Changed<'c> {
    pub(super) old: &'c str,
    pub(super) new: &'c str,
}

impl Changes {
    /// From one list to another.
    pub(super) fn between(old: &str, new: &str) -> Self {
        let lines = |text: &str| -> BTreeSet<String> {
            let lines = text.lines().filter(|line| !line.starts_with("# "));
            callers::seen(&lines.collect::<Vec<_>>())
        };
        let (old, new) = reexports::spelled_out(&lines(old), &lines(new));
        Self {
            added: &new - &old,
            removed: &old - &new,
        }
        .whole_types()
    }

    pub(super) fn of_lines(added: &[String], removed: &[String]) -> Self {
        Self {
            added: added.iter().cloned().collect(),
            removed: removed.iter().cloned().collect(),
        }
    }

    /// These changes and then others: what came and went again is no change.
    pub(super) fn then(&self, next: &Self) -> Self {
        let added = &self.added - &next.removed;
        let removed = &self.removed - &next.added;
        // What is in both of the old set and the other new one came back as it was, or went as it came.
        Self {
            added: &added | &(&next.added - &self.removed),
            removed: &removed | &(&next.removed - &self.added),
        }
        .whole_types()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.added.is_empty() && self.removed.is_empty()
    }

    /// A type that is new or gone stands for all of its parts.
    fn whole_types(self) -> Self {
        let types = |lines: &BTreeSet<String>| -> BTreeSet<String> {
            lines.iter().filter_map(|line| type_path(line)).collect()
        };
        // One that has another head is still there.
        let (new, gone) = (types(&self.added), types(&self.removed));
        let (new, gone) = (&new - &gone, &gone - &new);
        let is_part = |line: &String| {
            let path = path(line);
            let mut ends = path.match_indices("::").map(|(end, _)| end);
            ends.any(|end| new.contains(&path[..end]) || gone.contains(&path[..end]))
        };
        Self {
            added: self
                .added
                .into_iter()
                .filter(|line| !is_part(line))
                .collect(),
            removed: self
                .removed
                .into_iter()
                .filter(|line| !is_part(line))
                .collect(),
        }
    }

    /// Items that differ, then those that are new, then those that are gone.
    pub(super) fn sorted(&self) -> (Vec<Changed<'_>>, Vec<&str>, Vec<&str>) {
        let added = self.added.iter();
        let mut new: BTreeMap<&str, &str> = added.map(|line| (key(line), &**line)).collect();
        let mut changed = Vec::new();
        let mut gone = Vec::new();
        for line in &self.removed {
            match new.remove(key(line)) {
                Some(new) => changed.push(Changed { old: line, new }),
                None => gone.push(line.as_str()),
            }
        }
        (changed, new.into_values().collect(), gone)
    }

    /// What the changes mean.
    pub(super) fn level(&self) -> Bump {
        let (changed, new, gone) = self.sorted();
        let changed = changed.iter().map(Changed::level);
        let new = new.iter().map(|_| Bump::Minor);
        let gone = gone.iter().map(|_| Bump::Major);
        changed.chain(new).chain(gone).max().unwrap_or_default()
    }
}

impl Changed<'_> {
    fn level(&self) -> Bump {
        let (old, new) = (without_mark(self.old), without_mark(self.new));
        // A deprecation comes or goes.
        if old == new {
            return if new == self.new {
                Bump::Patch
            } else {
                Bump::Minor
            };
        }
        // Two models become one or two.
        if old.starts_with("pub use ") {
            return Bump::Minor;
        }
        if callers::is_alike(old, new) {
            return Bump::Patch;
        }
        match (derives(old), derives(new)) {
            (Some(old), Some(new)) if new.is_superset(&old) => Bump::Minor,
            _ => Bump::Major,
        }
    }
}

const MARK: &str = "#[deprecated] ";

fn without_mark(line: &str) -> &str {
    line.strip_prefix(MARK).unwrap_or(line)
}

/// The part of a line that says which item it is.
fn key(line: &str) -> &str {
    let line = without_mark(line);
    // The paths of types that one is made from are part of what is implemented.
    if line.starts_with("impl ") {
        return line;
    }
    let ends = [line.find('('), line.find(": "), line.find(" = ")];
    &line[..ends.into_iter().flatten().min().unwrap_or(line.len())]
}

/// The path of the item of a line.
pub(super) fn path(line: &str) -> &str {
    let key = key(line);
    key.rsplit(' ').next().unwrap_or(key)
}

/// The path of a struct or an enum.
fn type_path(line: &str) -> Option<String> {
    let line = without_mark(line);
    let is_type = ["pub struct ", "pub enum "]
        .iter()
        .any(|head| line.starts_with(head));
    is_type.then(|| path(line).to_owned())
}

/// The traits that a type derives.
fn derives(line: &str) -> Option<BTreeSet<&str>> {
    type_path(line)?;
    let list = line.split_once(": ").map_or("", |(_, list)| list);
    Some(list.split(", ").filter(|one| !one.is_empty()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn level(old: &str, new: &str) -> Bump {
        Changes::between(old, new).level()
    }

    #[test]
    fn what_is_gone_or_different_breaks_and_what_is_new_does_not() {
        assert_eq!(level("pub fn a()", "pub fn a()\npub fn b()"), Bump::Minor);
        assert_eq!(level("pub fn a()\npub fn b()", "pub fn a()"), Bump::Major);
        assert_eq!(level("pub a::b: i64", "pub a::b: String"), Bump::Major);
        assert_eq!(level("# head", "# other head"), Bump::None);
    }

    #[test]
    fn a_deprecation_and_one_more_trait_break_nobody() {
        assert_eq!(level("pub fn a()", "#[deprecated] pub fn a()"), Bump::Minor);
        let (few, many) = ("pub struct a: Debug", "pub struct a: Debug, Default");
        assert_eq!(level(few, many), Bump::Minor);
        assert_eq!(level(many, few), Bump::Major);
    }

    #[test]
    fn a_type_stands_for_its_parts() {
        let all = "pub struct m::A: Debug\npub m::A::b: i64\npub fn m::A::new() -> Self\npub struct m::AB: Debug";
        let added = Changes::between("", all);
        assert_eq!(
            added.sorted().1,
            ["pub struct m::A: Debug", "pub struct m::AB: Debug"]
        );
        let more = Changes::between(all, &format!("{all}\npub m::A::c: i64"));
        assert_eq!(added.then(&more), added);
        assert_eq!(more.sorted().1, ["pub m::A::c: i64"]);
        assert!(added.then(&Changes::between(all, "")).is_empty());
    }

    #[test]
    fn what_came_and_went_is_no_change() {
        let (one, two) = ("pub m::A::b: i64", "pub m::A::b: String");
        let there = Changes::between(one, two);
        assert_eq!(there.sorted().0, [Changed { old: one, new: two }]);
        assert!(there.then(&Changes::between(two, one)).is_empty());
        let further = there.then(&Changes::between(two, "pub m::A::b: bool"));
        let expected = Changed {
            old: one,
            new: "pub m::A::b: bool",
        };
        assert_eq!(further.sorted().0, [expected]);
    }
}
