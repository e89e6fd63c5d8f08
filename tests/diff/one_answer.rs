//! `generate` and `diff` give one answer: the changelog says what the comparison says, for all pairs in both directions.

use tintype::changelog::{self, Before};
use tintype::diff;

use super::{Pair, pairs, planned};

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
        for (way, (old, new)) in [("there", (&old, &new)), ("back", (&new, &old))] {
            let report = diff::compare(old.side(), new.side());
            let before = Before {
                log: None,
                was: old.run.kept().unwrap().clone(),
                released: None,
            };
            let update = changelog::after(before, new.run.kept().unwrap()).unwrap();
            let told = update.update.map(|update| (update.level, update.due));
            let expected = (report.verdict, report.about.due.clone());
            let is_silent = told.is_none()
                && report
                    .changes
                    .iter()
                    .all(|change| change.rust == diff::Bump::None && !change.breaks_wire())
                && report.unknown().is_empty();
            if !is_silent && told.as_ref() != Some(&expected) {
                wrong.push(format!(
                    "{}, {way}: {told:?}, and not {expected:?}",
                    pair.name()
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
