//! Models that are names of another one. Where one side has a definition and the other one a name, or they are names of
//! different ones, the name is spelled out: what is told is what became of the parts, and whether two models are one
//! (`pub use models::B = models::A`) or not (`pub use models::B`).

use std::collections::{BTreeMap, BTreeSet};

use super::changes::path;

/// The lines of a list.
pub(super) type Lines = BTreeSet<String>;

/// The lines of both sides, comparable.
pub(super) fn spelled_out(old: &Lines, new: &Lines) -> (Lines, Lines) {
    let (was, is) = (Models::of(old), Models::of(new));
    let both = Both {
        old: &was,
        new: &is,
    };
    (was.lines(old, &is, both), is.lines(new, &was, both))
}

/// The models of a list.
struct Models<'l> {
    /// By path, the path of what each name of another model stands for.
    names: BTreeMap<&'l str, &'l str>,
    /// The names of each model that has some, by path.
    of: BTreeMap<&'l str, Vec<&'l str>>,
    /// By path, the lines about each that is defined.
    defined: BTreeMap<&'l str, Vec<&'l str>>,
}

impl<'l> Models<'l> {
    fn of(lines: &'l Lines) -> Self {
        let names: BTreeMap<_, _> = lines.iter().filter_map(|line| name(line)).collect();
        let mut of: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (name, definition) in &names {
            of.entry(definition).or_default().push(name);
        }
        let mut defined: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for line in lines.iter().filter(|line| name(line).is_none()) {
            if let Some(model) = model(path(line)) {
                defined.entry(model).or_default().push(line);
            }
        }
        Self { names, of, defined }
    }

    fn has(&self, model: &str) -> bool {
        self.names.contains_key(model) || self.defined.contains_key(model)
    }

    /// The path of the definition.
    fn definition<'m>(&self, model: &'m str) -> &'m str
    where
        'l: 'm,
    {
        self.names.get(model).copied().unwrap_or(model)
    }

    /// One of the names of a definition that the other side has too: its own, or the first.
    fn kept<'m>(&self, definition: &'m str, other: &Self) -> Option<&'m str>
    where
        'l: 'm,
    {
        let names = self.of.get(definition).into_iter().flatten().copied();
        let mut all = std::iter::once(definition).chain(names);
        all.find(|name| other.has(name))
    }

    /// Whether a model is a name of another one here, and they are two on the other side.
    fn is_news(&self, model: &str, other: &Self) -> bool {
        let Some(definition) = self.names.get(model) else {
            return false;
        };
        let kept = self.kept(definition, other).unwrap_or(model);
        other.definition(model) != other.definition(kept)
    }

    /// The lines of this side. Models that are one on either side have one name in what is spelled out.
    fn lines(&self, lines: &Lines, other: &Self, both: Both<'_, '_>) -> Lines {
        let mut out = lines.clone();
        let here = self.names.keys().chain(self.defined.keys()).copied();
        for model in here.filter(|model| other.has(model)) {
            let own = self.names.get(model);
            if own == other.names.get(model) {
                continue;
            }
            let definition = self.definition(model);
            if !self.is_news(model, other) {
                out.remove(&format!("pub use {model} = {definition}"));
                if other.is_news(model, self) {
                    out.insert(format!("pub use {model}"));
                }
            }
            for line in self.defined.get(definition).into_iter().flatten() {
                if own.is_none() {
                    out.remove(*line);
                }
                out.insert(both.with_one_name(&line.replacen(definition, model, 1)));
            }
        }
        out
    }
}

/// The models of both lists.
#[derive(Clone, Copy)]
struct Both<'b, 'l> {
    old: &'b Models<'l>,
    new: &'b Models<'l>,
}

impl<'l> Both<'_, 'l> {
    /// The line with one name for each model in its types.
    fn with_one_name(self, line: &str) -> String {
        let is_sign = |c: char| !(c.is_alphanumeric() || c == '_');
        let mut out = String::new();
        for part in line.split_inclusive(is_sign) {
            let word = part.trim_end_matches(is_sign);
            let model = format!("models::{word}");
            // What is behind a module is no type of a field or of an argument.
            let is_type = !out.ends_with("::");
            let known = is_type.then(|| self.name(&model)).flatten();
            let known = known.and_then(|path| path.strip_prefix("models::"));
            out.push_str(known.unwrap_or(word));
            out.push_str(&part[word.len()..]);
        }
        out
    }

    /// The name of a model that both lists know.
    fn name(self, model: &str) -> Option<&'l str> {
        let names = self.new.names.get_key_value(model);
        let names = names.or_else(|| self.old.names.get_key_value(model));
        let defined = self.new.defined.get_key_value(model);
        let defined = defined.or_else(|| self.old.defined.get_key_value(model));
        let own = names.map(|(name, _)| *name);
        let own = own.or_else(|| defined.map(|(name, _)| *name))?;
        let kept = if self.new.has(own) {
            own
        } else {
            self.old.kept(self.old.definition(own), self.new)?
        };
        Some(self.old.definition(self.new.definition(kept)))
    }
}

/// The two models of a line that says that one is a name of the other.
fn name(line: &str) -> Option<(&str, &str)> {
    line.strip_prefix("pub use ")?.split_once(" = ")
}

/// The path of the model that an item is, or is a part of.
fn model(path: &str) -> Option<&str> {
    let rest = path.strip_prefix("models::")?;
    let end = rest.find("::").unwrap_or(rest.len());
    Some(&path[..path.len() - rest.len() + end])
}

#[cfg(test)]
mod tests {
    use super::super::changes::{Changed, Changes};
    use crate::semver::Bump;

    /// A struct with one field.
    fn model(name: &str, kind: &str) -> String {
        format!("pub struct models::{name}: Debug\npub models::{name}::kind: {kind}\n")
    }

    fn kind(name: &str) -> String {
        format!("pub enum models::{name}: Debug\npub models::{name}::Big\n")
    }

    #[test]
    fn that_two_models_become_one_breaks_nobody() {
        let apart = [
            model("A", "AKind"),
            model("B", "BKind"),
            kind("AKind"),
            kind("BKind"),
        ]
        .concat();
        let names = "pub use models::B = models::A\npub use models::BKind = models::AKind\n";
        let one = [&model("A", "AKind"), &kind("AKind"), names].concat();
        let joined = Changes::between(&apart, &one);
        let (changed, came, went) = joined.sorted();
        assert_eq!((came.len(), went.len()), (0, 0));
        let (own, name) = ("pub use models::B", "pub use models::B = models::A");
        assert_eq!(
            changed[0],
            Changed {
                old: own,
                new: name
            }
        );
        assert_eq!((changed.len(), joined.level()), (2, Bump::Minor));
        let parted = Changes::between(&one, &apart);
        assert_eq!(
            parted.sorted().0[0],
            Changed {
                old: name,
                new: own
            }
        );
        assert_eq!((parted.sorted().0.len(), parted.level()), (2, Bump::Minor));
        assert!(joined.then(&parted).is_empty());
        // One that is gone breaks those who name it.
        let gone = joined.then(&Changes::between(&one, &model("A", "AKind")));
        assert_eq!(gone.level(), Bump::Major);
    }

    #[test]
    fn where_a_model_is_defined_is_no_news() {
        let by_a = [
            model("A", "AKind"),
            kind("AKind"),
            "pub use models::B = models::A\npub use models::BKind = models::AKind\n".to_owned(),
        ]
        .concat();
        let by_b = [
            model("B", "BKind"),
            kind("BKind"),
            "pub use models::A = models::B\npub use models::AKind = models::BKind\n".to_owned(),
        ]
        .concat();
        assert!(Changes::between(&by_a, &by_b).is_empty());
        // One is gone, and the other one is as it was.
        let alone = [model("B", "BKind"), kind("BKind")].concat();
        let left = Changes::between(&by_a, &alone);
        assert_eq!(
            left.sorted().2,
            [
                "pub enum models::AKind: Debug",
                "pub struct models::A: Debug"
            ]
        );
        assert!(left.sorted().0.is_empty(), "{:?}", left.sorted());
        assert_eq!(left.sorted().1, [""; 0]);
    }

    #[test]
    fn a_change_of_a_definition_is_told_once() {
        let name = "pub use models::B = models::A\n";
        let (old, new) = (model("A", "i64") + name, model("A", "String") + name);
        let changes = Changes::between(&old, &new);
        assert_eq!(changes.sorted().0.len(), 1);
        assert_eq!(changes.level(), Bump::Major);
    }
}
