//! The code of every document below `fixtures/emit` compiles, without a warning, with all features and with none: its snapshots
//! show it, and a reader does not see whether it compiles.
#![expect(
    clippy::unwrap_used,
    reason = "a test fails by panicking, its helpers too"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use tintype_compile_tests::{Generated, MANIFEST, Merged, Workspace, generated, strict, target};

const FIXTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../fixtures/emit");

/// Every document below a folder, by the name of a module.
fn documents(folder: &Path) -> BTreeMap<String, PathBuf> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(at) = folders.pop() {
        for entry in fs::read_dir(at).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path
                .extension()
                .is_some_and(|end| end == "yaml" || end == "json")
            {
                let name = path.strip_prefix(folder).unwrap().with_extension("");
                let name = name.to_str().unwrap().to_lowercase();
                let name = name.replace(|c: char| !c.is_ascii_alphanumeric(), "_");
                found.insert(format!("d_{name}"), path);
            }
        }
    }
    found
}

/// The crate of a document, or the listing where it is refused.
fn crate_of(path: &Path) -> Result<Generated, String> {
    let text = fs::read_to_string(path).unwrap();
    let head = text.lines().take_while(|line| line.starts_with('#'));
    let settings: Vec<&str> = head
        .filter_map(|line| line.strip_prefix("# config: "))
        .collect();
    generated(&text, &settings.join("\n"))
}

/// Compiles crates as modules of one.
fn compile(name: &str, crates: &BTreeMap<String, Generated>) {
    let mut merged = Merged::new(strict(name, &MANIFEST));
    for (module, found) in crates {
        // Two modules cannot both add a method of one name to the error of one runtime.
        let is_alone = found.files.contains_key("src/errors.rs");
        merged.add(module, &found.files, is_alone);
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
    let documents = documents(Path::new(FIXTURES));
    assert!(documents.len() > 100);
    let crates = documents.into_iter().map(|(module, path)| {
        let found = crate_of(&path);
        let found = found.unwrap_or_else(|listing| panic!("{}: {listing}", path.display()));
        (module, found)
    });
    compile("fixtures", &crates.collect());
}

/// The same for documents of your own: `TINTYPE_DOCUMENTS=DIR`. Those that are refused are left out.
#[test]
fn the_code_of_every_document_of_a_folder_compiles() {
    let Some(folder) = std::env::var_os("TINTYPE_DOCUMENTS") else {
        return;
    };
    let documents = documents(Path::new(&folder)).into_iter();
    let crates = documents.filter_map(|(module, path)| Some((module, crate_of(&path).ok()?)));
    compile("documents", &crates.collect());
}
