//! The code of every document below `fixtures/emit` compiles, without a warning, with all features and with none: its snapshots
//! show it, and a reader does not see whether it compiles.
#![expect(
    clippy::unwrap_used,
    reason = "a test fails by panicking, its helpers too"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use tintype::templates;
use tintype_compile_tests::{
    Generated, MANIFEST, Merged, Workspace, documents, features, strict, target,
};

const FIXTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../fixtures/emit");

/// The files of the runtime as a crate has them; those that it has not are empty.
fn forms(found: &Generated) -> impl Iterator<Item = (&str, &str)> {
    templates::RUNTIME.iter().filter_map(|(name, _)| {
        let text = found.files.get(&format!("src/runtime/{name}"));
        // What is listed follows from the others.
        (*name != "mod.rs").then(|| (*name, text.map_or("", String::as_str)))
    })
}

/// Compiles crates as modules of one.
fn compile(name: &str, crates: &BTreeMap<String, Generated>) {
    let mut merged = Merged::new(strict(name, &MANIFEST));
    let mut compiled = BTreeSet::new();
    for (module, found) in crates {
        // Two modules cannot both add a method of one name to the error of one runtime.
        let has_errors = found.files.contains_key("src/errors.rs");
        // Each form of each file of the runtime is compiled once, with a crate that has no other.
        let has_more = forms(found).any(|form| !compiled.contains(&form));
        if has_errors || has_more {
            compiled.extend(forms(found));
        }
        merged.add(module, &found.files, has_errors || has_more);
    }
    let mut workspace = Workspace::new(Path::new(env!("CARGO_TARGET_TMPDIR")).join(name));
    workspace.add_merged(name, &merged).unwrap();
    for features in ["--all-features", "--no-default-features"] {
        let compiled = workspace.check(&target(), features);
        assert!(compiled.is_ok(), "{features}: {}", compiled.unwrap_err());
    }
}

#[test]
fn the_code_of_every_fixture_compiles() {
    let documents = documents(Path::new(FIXTURES)).unwrap();
    assert!(documents.len() > 100);
    let crates = documents.into_iter().map(|(module, path)| {
        let found = Generated::of(&path);
        let found = found.unwrap_or_else(|listing| panic!("{}: {listing}", path.display()));
        (module, found)
    });
    compile("fixtures", &crates.collect());
}

/// A crate whose resources are features, with none of them, with each alone, and with calls and without.
#[test]
fn each_resource_compiles_alone() {
    let document = "features/a-model-comes-with-the-resources-that-lead-to-it.yaml";
    let found = Generated::of(&Path::new(FIXTURES).join(document)).unwrap();
    let manifest = &found.files["Cargo.toml"];
    let alone = features(manifest).into_iter();
    let sets = alone.flat_map(|one| [vec![one], vec!["client", one]]);
    let sets: Vec<_> = sets.chain([vec!["client"]]).collect();
    let mut workspace = Workspace::new(Path::new(env!("CARGO_TARGET_TMPDIR")).join("resources"));
    for (index, chosen) in sets.iter().enumerate() {
        let default = format!("default = {chosen:?}");
        let mut files = found.files.clone();
        let usual = manifest.lines().find(|line| line.starts_with("default = "));
        files.insert(
            "Cargo.toml".to_owned(),
            manifest.replacen(usual.unwrap(), &default, 1),
        );
        workspace
            .add(&format!("resources_{index}"), &files)
            .unwrap();
    }
    let compiled = workspace.check(&target(), "--lib");
    assert!(compiled.is_ok(), "{}", compiled.unwrap_err());
}

/// The same for documents of your own: `TINTYPE_DOCUMENTS=DIR`. Those that are refused are left out.
#[test]
fn the_code_of_every_document_of_a_folder_compiles() {
    let Some(folder) = std::env::var_os("TINTYPE_DOCUMENTS") else {
        return;
    };
    let documents = documents(Path::new(&folder)).unwrap().into_iter();
    let crates = documents.filter_map(|(module, path)| Some((module, Generated::of(&path).ok()?)));
    compile("documents", &crates.collect());
}
