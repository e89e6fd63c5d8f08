//! What callers see of a line of the list: arguments have places and no names, and a trait is there whoever writes it.

use std::collections::{BTreeMap, BTreeSet};

/// Traits that types derive or have written for them: what begins the line of a written one, and the trait.
const WRITTEN: [(&str, &str); 2] = [
    ("impl std::fmt::Debug for ", "Debug"),
    ("impl Default for ", "Default"),
];

/// The lines of a list, written traits among those of the type.
pub(super) fn seen(lines: &[&str]) -> BTreeSet<String> {
    let mut written: BTreeSet<(&str, &str)> = BTreeSet::new();
    let mut others = Vec::new();
    for line in lines {
        let mut all = WRITTEN.iter();
        match all.find_map(|(head, name)| Some((line.strip_prefix(head)?, *name))) {
            Some(found) => {
                written.insert(found);
            }
            None => others.push(*line),
        }
    }
    let seen = others.into_iter().map(|line| {
        let (head, traits) = line.split_once(": ").unwrap_or((line, ""));
        let has = |name| is_type(head) && written.contains(&(path(head), name));
        // In the order of derived ones.
        let first = has("Debug").then_some("Debug");
        let last = has("Default").then_some("Default");
        let traits = first
            .into_iter()
            .chain((!traits.is_empty()).then_some(traits))
            .chain(last);
        let traits: Vec<&str> = traits.collect();
        if traits.is_empty() {
            head.to_owned()
        } else {
            format!("{head}: {}", traits.join(", "))
        }
    });
    seen.collect()
}

fn is_type(head: &str) -> bool {
    head.contains("pub struct ") || head.contains("pub enum ")
}

fn path(head: &str) -> &str {
    head.rsplit(' ').next().unwrap_or(head)
}

/// Whether two lines differ in the names of arguments and not in their order.
pub(super) fn is_alike(old: &str, new: &str) -> bool {
    let (was, is) = (Function::of(old), Function::of(new));
    let places: BTreeMap<&str, usize> = is.names.iter().copied().zip(0..).collect();
    let kept = was.names.iter().zip(0..);
    // A name that stands elsewhere is an argument that went there.
    let has_moved = kept
        .filter_map(|(name, place)| Some(*places.get(name)? != place))
        .any(|moved| moved);
    was.plain == is.plain && !has_moved
}

/// A function without the names of its arguments, and these names.
struct Function<'l> {
    plain: String,
    names: Vec<&'l str>,
}

impl<'l> Function<'l> {
    fn of(line: &'l str) -> Self {
        let Some((head, arguments)) = line.split_once('(') else {
            return Self {
                plain: line.to_owned(),
                names: Vec::new(),
            };
        };
        let is_name = |name: &str| {
            let mut letters = name.chars();
            letters.all(|letter| letter.is_alphanumeric() || letter == '_')
        };
        let mut names = Vec::new();
        let mut plain = format!("{head}(");
        for part in arguments.split(", ") {
            let ty = match part.split_once(": ") {
                Some((name, ty)) if is_name(name) => {
                    names.push(name);
                    ty
                }
                _ => part,
            };
            plain += ty;
            plain += ", ";
        }
        Self { plain, names }
    }
}

#[cfg(test)]
mod tests {
    use super::{is_alike, seen};

    #[test]
    fn arguments_have_places_and_no_names() {
        let function = |arguments: &str| format!("pub fn a::b(self, {arguments}) -> Self");
        let old = function("one: &str, two: &str");
        assert!(is_alike(&old, &function("other: &str, two: &str")));
        assert!(!is_alike(&old, &function("two: &str, one: &str")));
        assert!(!is_alike(&old, &function("one: &str, two: i64")));
    }

    #[test]
    fn a_written_trait_is_one_of_the_type() {
        let written = ["impl std::fmt::Debug for m::A", "pub struct m::A: Clone"];
        assert_eq!(seen(&written), seen(&["pub struct m::A: Debug, Clone"]));
    }
}
