//! `generate` and `diff` give one answer: the level of the changelog is that of the comparison, and where that is *patch*, callers see
//! nothing of it in the list of the public API.

use tintype::changelog::{State, update};
use tintype::diff::{self, Bump};
use tintype::run::Placed;

use super::{Pair, pairs, planned};

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
    for pair in ["diff", "diff-nothing", "stability", "verdicts"]
        .into_iter()
        .flat_map(pairs)
    {
        let side = |(text, config): &(String, Option<String>)| {
            planned("api.yaml", text, config.as_deref())
        };
        let Pair { old, new, .. } = &pair;
        let (old, new) = (side(old), side(new));
        for (way, (old, new)) in [("there", (&old, &new)), ("back", (&new, &old))] {
            let verdict = diff::compare(old.side(), new.side()).verdict;
            let told = told(old, new);
            if told != verdict && (verdict > Bump::Patch || told > verdict) {
                wrong.push(format!("{}, {way}: {told:?}, and not {verdict:?}", pair.name()));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
