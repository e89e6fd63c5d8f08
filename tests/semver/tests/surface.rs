//! `api-surface.txt` is printed from the plan. Here it is compared with what rustdoc says of the compiled code, both ways, for
//! every fixture; and whatever callers touch has to be documented at a public path.

#![expect(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking, its helpers too"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use tintype_compile_tests::{Generated, MANIFEST, Merged, documents, strict, update};
use tintype_semver_tests::{Rustdoc, listed, marked};

const FIXTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../fixtures/emit");
const NAME: &str = "surfaces";

/// The crates of all fixtures as modules of one, described.
fn described(crates: &BTreeMap<String, Generated>) -> Rustdoc {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(NAME);
    let mut merged = Merged::new(strict(NAME, &MANIFEST));
    for (module, found) in crates {
        merged.add(module, &marked(&found.files, module), false);
    }
    let root = "[workspace]\nmembers = [\"surfaces\"]\nresolver = \"3\"\n\n[workspace.lints]\n";
    let root = BTreeMap::from([("Cargo.toml".to_owned(), root.to_owned())]);
    update(&folder, &root).unwrap();
    merged.write(&folder.join(NAME)).unwrap();
    let rustdoc = Rustdoc::of(&folder, NAME);
    rustdoc.unwrap_or_else(|reason| panic!("the public surface was NOT compared: {reason}"))
}

fn lines(of: &str, lines: &BTreeSet<String>, others: &BTreeSet<String>, found: &mut Vec<String>) {
    let missing = lines.difference(others);
    found.extend(missing.map(|line| format!("{of}: {line}")));
}

#[test]
fn the_list_and_rustdoc_name_the_same_items_and_all_of_them_are_documented() {
    let crates: BTreeMap<String, Generated> = documents(Path::new(FIXTURES))
        .unwrap()
        .into_iter()
        .map(|(module, path)| (module, Generated::of(&path).unwrap()))
        .collect();
    assert!(crates.len() > 100);
    let rustdoc = described(&crates);
    let mut found = Vec::new();
    for (module, generated) in &crates {
        let said = listed(&generated.files["api-surface.txt"]);
        let real = rustdoc.surface(module).unwrap();
        lines(
            &format!("{module}, only in the list"),
            &said,
            &real,
            &mut found,
        );
        lines(
            &format!("{module}, only in the code"),
            &real,
            &said,
            &mut found,
        );
        let paths = generated.files.keys();
        let carried = paths.filter_map(|path| path.strip_prefix("src/runtime/"));
        let carried: BTreeSet<String> = carried.map(str::to_owned).collect();
        let undocumented = rustdoc.undocumented(module, &carried).unwrap();
        found.extend(
            undocumented
                .into_iter()
                .map(|what| format!("{module}: {what}")),
        );
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn a_description_in_another_format_is_no_proof() {
    let unknown = Rustdoc::read(r#"{"format_version": 9000, "index": {}}"#);
    assert!(unknown.unwrap_err().contains("format 9000"));
}
