//! What the list of the public API loses is major, whatever rule tells of it: no rule can forget what callers see.

use std::collections::BTreeSet;

use tintype::diff::{self, Bump};
use tintype::run::Placed;

use super::{Pair, pairs, planned};

/// What the list says, whoever writes an implementation, without warnings and without the names of arguments.
fn surface(run: &Placed) -> BTreeSet<String> {
    let files = run.run.crate_files().files;
    files
        .get("api-surface.txt")
        .unwrap()
        .lines()
        .flat_map(facts)
        .collect()
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
    let (was, is) = (surface(old), surface(new));
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
