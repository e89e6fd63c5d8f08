//! Every name in every position compiles, without a warning, with all features and with none.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::path::Path;

use tintype_compile_tests::{
    Generated, MANIFEST, Merged, Workspace, generated, identifiers, one_name, positions, strict,
    target,
};

/// How many documents of one name are modules of one crate.
const MODULES: usize = 600;

/// Generates on all cores; fails with the listing of the first document that is refused.
fn all_generated(documents: &[(String, String)]) -> Vec<Generated> {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let share = documents.len().div_ceil(cores).max(1);
    std::thread::scope(|scope| {
        let shares: Vec<_> = documents
            .chunks(share)
            .map(|documents| {
                scope.spawn(move || {
                    let each = documents.iter().map(|(name, text)| {
                        let found = generated(text, "");
                        assert!(found.is_ok(), "{name:?}: {}", found.unwrap_err());
                        found.unwrap()
                    });
                    each.collect::<Vec<_>>()
                })
            })
            .collect();
        shares
            .into_iter()
            .flat_map(|share| share.join().unwrap())
            .collect()
    })
}

/// The line of the method that gives the error model.
fn method(code: &str) -> String {
    let line = code.lines().find(|line| line.contains("pub fn "));
    let name = line.and_then(|line| line.split('(').next());
    name.unwrap_or_default().trim().to_owned()
}

#[test]
fn every_name_in_every_position_compiles() {
    let names = identifiers();
    assert!(names.len() > 900, "{}", names.len());
    let mut workspace = Workspace::new(Path::new(env!("CARGO_TARGET_TMPDIR")).join("names"));
    let documents = positions(&names);
    let texts: Vec<_> = documents
        .iter()
        .map(|one| (one.name.to_owned(), one.text.clone()))
        .collect();
    for (document, found) in documents.iter().zip(all_generated(&texts)) {
        workspace.add(document.name, &found.files).unwrap();
    }
    let texts: Vec<_> = names
        .iter()
        .map(|name| (name.clone(), one_name(name)))
        .collect();
    let mut methods = BTreeSet::new();
    let mut found = all_generated(&texts);
    // In one runtime the error has one method of a name.
    found.retain(|found| methods.insert(method(&found.files["src/errors.rs"])));
    for (index, found) in found.chunks(MODULES).enumerate() {
        let package = format!("one_name_{index}");
        let mut merged = Merged::new(strict(&package, &MANIFEST));
        for (index, found) in found.iter().enumerate() {
            merged.add(&format!("n{index}"), &found.files, false);
        }
        workspace.add_merged(&package, &merged).unwrap();
    }
    for features in ["--all-features", "--no-default-features"] {
        let compiled = workspace.check(&target(), features);
        assert!(compiled.is_ok(), "{features}: {}", compiled.unwrap_err());
    }
}
