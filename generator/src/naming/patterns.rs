//! Patterns of names that the configuration chooses: keys with a `*` and the places of a document in, a name for each place out.

use std::collections::{BTreeMap, BTreeSet};

use indexmap::IndexMap;

use super::case::Case;
use super::words;

/// The cases of what is written in one place.
pub(super) type Cases = BTreeSet<Case>;

/// What patterns come to.
#[derive(Debug, Default)]
pub(super) struct Patterns<'r> {
    /// The names, by place; one for each case there.
    pub(super) renamed: IndexMap<String, Vec<String>>,
    /// The pattern that each comes from.
    pub(super) keys: BTreeMap<String, &'r str>,
    /// Patterns that no place fits.
    pub(super) without_item: Vec<&'r str>,
}

impl<'r> Patterns<'r> {
    /// Looks for the places that each pattern fits. The first pattern of a place counts, and a name of its own goes before all.
    pub(super) fn of(
        rename: &'r IndexMap<String, String>,
        places: &BTreeMap<String, Cases>,
    ) -> Self {
        let mut patterns = Self::default();
        for (key, name) in rename.iter().filter(|(key, _)| is_pattern(key, places)) {
            let fitting = places
                .iter()
                .filter_map(|(at, cases)| Some((at, cases, part(key, at)?)));
            let mut is_empty = true;
            for (at, cases, part) in fitting {
                is_empty = false;
                if rename.contains_key(at) || patterns.renamed.contains_key(at) {
                    continue;
                }
                let text = name.replace('*', &format!(" {part} "));
                let meant = meant(name, cases).into_iter();
                let names = meant.map(|case| words::name(&text, case)).collect();
                patterns.renamed.insert(at.clone(), names);
                patterns.keys.insert(at.clone(), key);
            }
            if is_empty {
                patterns.without_item.push(key);
            }
        }
        patterns
    }

    /// Each place with a name of it.
    pub(super) fn names(&self) -> impl Iterator<Item = (&String, &String)> {
        let all = self.renamed.iter();
        all.flat_map(|(at, names)| names.iter().map(move |name| (at, name)))
    }

    /// The key and the name that were chosen for a place.
    pub(super) fn said<'a>(
        &'a self,
        rename: &'a IndexMap<String, String>,
        at: &'a str,
    ) -> (&'a str, &'a str) {
        match (self.keys.get(at), self.renamed.get(at)) {
            (Some(key), Some(names)) => (key, names.first().map_or("", String::as_str)),
            _ => (at, rename.get(at).map_or("", String::as_str)),
        }
    }
}

/// Which of several items in one place a pattern is for: those whose names are written as it is, or all.
fn meant(name: &str, cases: &Cases) -> Vec<Case> {
    let is_written = |case: &&Case| {
        let one = name.replace('*', &words::name("x", **case));
        words::is_cased(&one, **case)
    };
    let meant: Vec<Case> = cases.iter().filter(is_written).copied().collect();
    if meant.is_empty() {
        return cases.iter().copied().collect();
    }
    meant
}

/// Whether a key is a pattern: it has a star, and is no place itself.
pub(super) fn is_pattern(key: &str, places: &BTreeMap<String, Cases>) -> bool {
    key.matches('*').count() == 1 && !places.contains_key(key)
}

/// What the star stands for in a place: not nothing, and no more than a part of one name.
fn part<'a>(pattern: &str, at: &'a str) -> Option<&'a str> {
    let (before, after) = pattern.split_once('*')?;
    let part = at.strip_prefix(before)?.strip_suffix(after)?;
    (!part.is_empty() && !part.contains('/')).then_some(part)
}

#[cfg(test)]
mod tests {
    use super::{BTreeMap, Case, Cases, IndexMap, Patterns, part};

    #[test]
    fn a_star_is_a_part_of_one_name() {
        assert_eq!(part("#/a/Foo*", "#/a/FooBar"), Some("Bar"));
        assert_eq!(part("#/a/*_v1", "#/a/user_v1"), Some("user"));
        assert_eq!(part("#/a/Foo*", "#/a/Foo"), None);
        assert_eq!(part("#/a/*", "#/a/b/c"), None);
    }

    #[test]
    fn each_place_has_the_name_of_its_first_pattern_or_its_own() {
        let rename = [
            ("#/s/ApiUser", "Person"),
            ("#/s/Api*", "*"),
            ("#/s/*User", "*Account"),
            ("#/s/Nothing*", "*"),
        ];
        let rename: IndexMap<String, String> = rename
            .map(|(key, name)| (key.to_owned(), name.to_owned()))
            .into();
        let places = ["#/s/ApiUser", "#/s/ApiPet", "#/s/adminUser"]
            .map(|at| (at.to_owned(), Cases::from([Case::Camel])))
            .into();
        let patterns = Patterns::of(&rename, &places);
        let names: Vec<_> = patterns
            .names()
            .map(|(at, name)| (at.as_str(), name.as_str()))
            .collect();
        assert_eq!(
            names,
            [("#/s/ApiPet", "Pet"), ("#/s/adminUser", "AdminAccount")]
        );
        assert_eq!(patterns.without_item, ["#/s/Nothing*"]);
    }

    #[test]
    fn a_pattern_is_for_what_is_written_as_it_is() {
        let places: BTreeMap<String, Cases> = [(
            "#/p/old_state".to_owned(),
            [Case::Camel, Case::Snake].into(),
        )]
        .into();
        let names = |name: &str| {
            let rename = [("#/p/old_*".to_owned(), name.to_owned())].into();
            let patterns = Patterns::of(&rename, &places);
            let names = patterns.names().map(|(_, name)| name.clone());
            names.collect::<Vec<_>>()
        };
        assert_eq!(names("My*"), ["MyState"]);
        assert_eq!(names("my_*"), ["my_state"]);
        assert_eq!(names("*"), ["State", "state"]);
    }
}
