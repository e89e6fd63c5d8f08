//! Random changes of the fixtures: nothing but diagnostics comes of them. `TINTYPE_ROUNDS` says how many.

use std::path::PathBuf;

use crate::changes::{Random, changed};
use crate::targets;

/// The files below a folder with this ending.
fn below(folder: &str, ending: &str) -> Vec<Vec<u8>> {
    let mut open = vec![PathBuf::from(folder)];
    let mut found = Vec::new();
    while let Some(at) = open.pop() {
        for entry in std::fs::read_dir(at).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|end| end == ending) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
        .iter()
        .map(|path| std::fs::read(path).unwrap())
        .collect()
}

fn rounds() -> usize {
    let said = std::env::var("TINTYPE_ROUNDS").ok();
    said.and_then(|said| said.parse().ok()).unwrap_or(60)
}

fn try_changes(seeds: &[Vec<u8>], target: fn(&[u8])) {
    for round in 0..rounds() {
        let mut random = Random::new(round as u64);
        let seed = &seeds[random.below(seeds.len())];
        let bytes = changed(seed, &mut random);
        let done = std::panic::catch_unwind(|| target(&bytes));
        assert!(
            done.is_ok(),
            "round {round}:\n{}",
            String::from_utf8_lossy(&bytes)
        );
    }
}

#[test]
fn random_changes_of_documents_are_read_or_refused_and_both_readers_agree() {
    try_changes(&below("tests/fixtures", "yaml"), targets::read);
}

#[test]
fn random_changes_of_documents_give_a_crate_or_an_error() {
    try_changes(&below("tests/fixtures/emit", "yaml"), targets::generate);
}

#[test]
fn random_changes_of_documents_can_be_compared() {
    let seeds = below("tests/fixtures/emit", "yaml");
    for round in 0..rounds() / 3 {
        let mut random = Random::new(round as u64);
        let seed = &seeds[random.below(seeds.len())];
        let mut bytes = seed.clone();
        bytes.extend(b"\n====\n");
        bytes.extend(changed(seed, &mut random));
        targets::compare(&bytes);
    }
}

#[test]
fn random_changes_of_configurations_and_lock_files_are_read_or_refused() {
    try_changes(&below("tests/fixtures/bad", "toml"), targets::configuration);
    let lock = b"tintype = \"0.1.0\"\nspec = \"ab\"\n\n[files]\n\"src/lib.rs\" = \"cd\"\n".to_vec();
    try_changes(&[lock], targets::lock);
}
