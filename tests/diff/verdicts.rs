//! Both verdicts on pairs of documents, in both directions: what the server makes of old programs, and what becomes of programs
//! that are built again. `verdicts.tsv` has those of the pairs below `fixtures/verdicts`; those of a folder beside the repository
//! are in its `expected.tsv`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use tintype::diff::{Change, Report, Wire};

use super::configured;

/// Pairs of the folder beside the repository whose verdict cannot be met, and why.
const IMPOSSIBLE: &[(&str, &str)] = &[("pattern-added-request", "its two documents are the same")];

/// What one row allows, by pair and direction.
type Rows = BTreeMap<(String, String), [Vec<String>; 2]>;

/// The rows of a table: pair, direction, wire, rust, each verdict as one or several words.
fn rows(text: &str) -> Rows {
    let rows = text.lines().skip(1).map(|line| {
        let cells: Vec<&str> = line.split('\t').collect();
        let [pair, direction, wire, rust] = <[&str; 4]>::try_from(cells).unwrap();
        let words = |cell: &str| cell.split('|').map(str::to_owned).collect();
        (
            (pair.to_owned(), direction.to_owned()),
            [words(wire), words(rust)],
        )
    });
    rows.collect()
}

/// A document of a pair, as YAML or as JSON.
fn document(folder: &Path, name: &str) -> Option<String> {
    let mut paths = ["yaml", "json"]
        .map(|end| folder.join(name).with_extension(end))
        .into_iter();
    paths.find_map(|path| fs::read_to_string(path).ok())
}

/// The worst of all changes for old programs, and the level of the whole.
fn verdict(report: &Report) -> [&'static str; 2] {
    let wires = report.changes.iter().map(|change: &Change| change.wire);
    let wire = wires.max().unwrap_or(Wire::None);
    [wire.word(), report.verdict.word()]
}

/// The rows that are not met.
fn unmet(root: &Path, rows: &Rows) -> Vec<String> {
    let mut unmet = Vec::new();
    for ((pair, direction), allowed) in rows {
        let folder = root.join(pair);
        let [old, new] = ["old", "new"].map(|name| document(&folder, name).unwrap());
        let (old, new) = if direction == "back" || direction == "backward" {
            (new, old)
        } else {
            (old, new)
        };
        let report = configured((&old, None), (&new, None));
        let found = verdict(&report);
        let is_met = found
            .iter()
            .zip(allowed)
            .all(|(word, words)| words.iter().any(|one| one == word));
        if !is_met {
            let rules = report
                .changes
                .iter()
                .map(|change| format!("{} {}", change.rule.id, change.subject));
            let rules: Vec<String> = rules.collect();
            unmet.push(format!(
                "{pair}, {direction}: {found:?}, and not {allowed:?}: {rules:?}"
            ));
        }
    }
    unmet
}

#[test]
fn each_pair_has_its_verdicts_in_both_directions() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/verdicts");
    let rows = rows(include_str!("verdicts.tsv"));
    let folders = fs::read_dir(&root).unwrap();
    let mut pairs: Vec<String> = folders
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    pairs.sort();
    for pair in pairs {
        for direction in ["there", "back"] {
            let key = (pair.clone(), direction.to_owned());
            assert!(rows.contains_key(&key), "{key:?} has no row");
        }
    }
    let unmet = unmet(&root, &rows);
    assert!(unmet.is_empty(), "{unmet:#?}");
}

#[test]
fn pairs_that_others_judged_have_their_verdicts() {
    let root: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/verdicts");
    let Ok(table) = fs::read_to_string(root.join("expected.tsv")) else {
        eprintln!("skipped: there is no {}", root.display());
        return;
    };
    let mut rows = rows(&table);
    for (pair, why) in IMPOSSIBLE {
        let folder = root.join(pair);
        let [old, new] = ["old", "new"].map(|name| document(&folder, name).unwrap());
        assert_eq!(old, new, "{pair} can be met: {why} no more");
        rows.retain(|(name, _), _| name != pair);
    }
    let unmet = unmet(&root, &rows);
    assert!(unmet.is_empty(), "{unmet:#?}");
}
