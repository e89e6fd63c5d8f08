//! What the list of the public API loses is major, whatever rule tells of it: no rule can forget what callers see.

use std::collections::{BTreeMap, BTreeSet};

use tintype::diff::{self, Bump};
use tintype::run::Placed;

use super::{Pair, pairs, planned};

/// The list, in which a model that is a name of another one has the lines of that one.
fn surface(run: &Placed) -> String {
    let files = run.run.crate_files().files;
    files.get("api-surface.txt").unwrap().clone()
}

/// The models that are names of another one.
fn names(surface: &str) -> BTreeMap<&str, &str> {
    let names = surface.lines().filter_map(|line| {
        let (name, of) = line.strip_prefix("pub use models::")?.split_once(" = ")?;
        Some((name, of.strip_prefix("models::")?))
    });
    names.collect()
}

/// What the list says, whoever writes an implementation, without warnings and without the names of arguments. Models that are one
/// on either side have one name where they are types.
fn said(surface: &str, (old, new): (&str, &str)) -> BTreeSet<String> {
    let (own, was, is) = (names(surface), names(old), names(new));
    let one_name = |word: &str| {
        let now = is.get(word).copied().unwrap_or(word).to_owned();
        was.get(&*now).map_or(now.clone(), ToString::to_string)
    };
    let lines = surface.lines().filter(|line| !line.contains(" = models::"));
    let spelled = lines.flat_map(|line| {
        let of = |of: &str| {
            let path = format!("models::{of}");
            let (_, rest) = line.split_once(&path)?;
            (rest.is_empty() || rest.starts_with([':', ' '])).then_some(path)
        };
        let names = own.iter().filter_map(move |(name, definition)| {
            Some(line.replacen(&of(definition)?, &format!("models::{name}"), 1))
        });
        names.chain([line.to_owned()])
    });
    let words = |line: String| {
        let is_sign = |c: char| !(c.is_alphanumeric() || c == '_');
        let mut out = String::new();
        for part in line.split_inclusive(is_sign) {
            let word = part.trim_end_matches(is_sign);
            out += &if out.ends_with("::") {
                word.to_owned()
            } else {
                one_name(word)
            };
            out += &part[word.len()..];
        }
        out
    };
    spelled.map(words).flat_map(|line| facts(&line)).collect()
}

fn facts(line: &str) -> Vec<String> {
    let line = line.trim_start_matches("#[deprecated] ");
    if let Some((head, traits)) = line.split_once(": ")
        && (head.starts_with("pub struct ") || head.starts_with("pub enum "))
    {
        let name = head.rsplit(' ').next().unwrap_or_default();
        let traits = traits
            .split(", ")
            .map(|one| format!("impl {one} for {name}"));
        return traits.chain([head.to_owned()]).collect();
    }
    if line.starts_with("impl ") {
        return vec![line.replace("std::fmt::", "")];
    }
    match line.split_once('(') {
        Some((head, rest)) => vec![format!("{head}({}", without_names(rest))],
        None => vec![line.to_owned()],
    }
}

/// The arguments of a function and what follows, without the words before a colon.
fn without_names(arguments: &str) -> String {
    let parts = arguments
        .split(", ")
        .map(|part| match part.split_once(": ") {
            Some((name, ty))
                if name
                    .chars()
                    .all(|letter| letter.is_alphanumeric() || letter == '_') =>
            {
                ty
            }
            _ => part,
        });
    parts.collect::<Vec<_>>().join(", ")
}

/// What is lost from one document to another though the verdict is less than major.
fn missed((old, new): (&Placed, &Placed)) -> Vec<String> {
    let report = diff::compare(old.side(), new.side());
    if report.verdict == Bump::Major {
        return Vec::new();
    }
    let (old, new) = (surface(old), surface(new));
    let (was, is) = (said(&old, (&old, &new)), said(&new, (&old, &new)));
    // Models that only answers hold are built by nobody but tests.
    let built = report
        .changes
        .iter()
        .filter(|change| change.reason.contains("only tests build"));
    let built: Vec<&str> = built
        .filter_map(|change| change.subject.split('.').next())
        .collect();
    let is_built = |line: &&String| {
        built.iter().any(|model| {
            line.contains(&format!("models::{model}::"))
                || **line == format!("impl Default for models::{model}")
        })
    };
    was.difference(&is)
        .filter(|line| !is_built(line))
        .cloned()
        .collect()
}

#[test]
fn what_the_list_of_the_public_api_loses_is_major() {
    let mut wrong = Vec::new();
    for pair in ["diff", "stability", "verdicts"]
        .into_iter()
        .flat_map(pairs)
    {
        let side = |(text, config): &(String, Option<String>)| {
            planned("api.yaml", text, config.as_deref())
        };
        let Pair { old, new, .. } = &pair;
        let (old, new) = (side(old), side(new));
        for (way, sides) in [("there", (&old, &new)), ("back", (&new, &old))] {
            let missed = missed(sides);
            if !missed.is_empty() {
                wrong.push(format!("{}, {way}: {missed:#?}", pair.name()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
