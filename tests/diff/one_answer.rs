//! `generate` and `diff` give one answer: the level of the changelog is that of the comparison, and where that is *patch*, the list of
//! the public API may be silent.

use tintype::changelog::{State, update};
use tintype::diff::{self, Bump};
use tintype::run::Placed;

use super::{Pair, pairs, planned};

/// Pairs whose difference no list of the public API shows, and why.
const UNSEEN: &[(&str, &str)] = &[
    (
        "client-credential-changed",
        "the argument of `new` is of the same type",
    ),
    (
        "enum-variant-renamed",
        "two values of other names share a Rust name in turn",
    ),
    (
        "field-renamed",
        "two fields of other names share a Rust name in turn",
    ),
    ("package-renamed", "the list names no package"),
    (
        "param-renamed",
        "two parameters of other names share a Rust name in turn",
    ),
    (
        "similar-field-added",
        "two fields of other names share a Rust name in turn",
    ),
    (
        "similar-parameter-added",
        "two parameters of other names share a Rust name in turn",
    ),
    (
        "similar-value-added",
        "two values of other names share a Rust name in turn",
    ),
];

/// The level that the changelog of the new crate says.
fn told(old: &Placed, new: &Placed) -> Bump {
    let list = |run: &Placed| {
        let files = run.run.crate_files().files;
        files.get("api-surface.txt").unwrap().clone()
    };
    let (old, new) = (list(old), list(new));
    let state = |surface| State {
        surface,
        version: "1.0.0",
    };
    let update = update(None, state(&old), state(&new));
    update.map(|update| update.level).unwrap_or_default()
}

#[test]
fn the_changelog_says_what_the_comparison_says() {
    let mut wrong = Vec::new();
    let folders = ["diff", "diff-nothing", "stability", "verdicts"].into_iter();
    for pair in folders.flat_map(pairs) {
        let side = |(text, config): &(String, Option<String>)| {
            planned("api.yaml", text, config.as_deref())
        };
        let Pair { old, new, .. } = &pair;
        let (old, new) = (side(old), side(new));
        let is_unseen = UNSEEN.iter().any(|(name, _)| *name == pair.name());
        for (way, (old, new)) in [("there", (&old, &new)), ("back", (&new, &old))] {
            let verdict = diff::compare(old.side(), new.side()).verdict;
            let told = told(old, new);
            let is_right = told == verdict || verdict == Bump::Patch && told == Bump::None;
            if !(is_right || is_unseen && told < verdict) {
                wrong.push(format!(
                    "{}, {way}: {told:?}, and not {verdict:?}",
                    pair.name()
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
