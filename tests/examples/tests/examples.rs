//! Every example that is valid decodes into its generated type and encodes back to equal JSON; so do random values that are.
//!
//! `TINTYPE_CORPUS=DIR cargo test --release --package tintype-examples-tests --test examples -- --nocapture` also tries the
//! documents of a folder and prints a table; `TINTYPE_CORPUS_ONLY=part,of,names` leaves the others out.

#![expect(
    clippy::unwrap_used,
    reason = "a test fails by panicking, its helpers too"
)]

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use tintype_examples_tests::document::Document;
use tintype_examples_tests::program::Programs;
use tintype_examples_tests::report::{HEAD, Report, report};
use tintype_examples_tests::types::Types;
use tintype_examples_tests::{examples, instances};

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

fn programs(folder: &str) -> Programs {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(folder);
    Programs::new(&folder, &Path::new(ROOT).join("Cargo.lock")).unwrap()
}

/// The documents of a folder, sorted; those in several files have folders of their own.
fn documents(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let is_document = |path: &PathBuf| {
        let extension = path.extension().and_then(OsStr::to_str);
        extension.is_some_and(|extension| ["json", "yaml", "yml"].contains(&extension))
    };
    let mut found: Vec<PathBuf> = entries.filter(is_document).collect();
    found.sort();
    found
}

fn examples_of(document: &Document, programs: &Programs) -> Result<Report, String> {
    let found = examples::all(document, &Types::of(document));
    report(document, &found, programs)
}

/// The values are made up, so that those which are not valid say nothing.
fn instances_of(document: &Document, count: usize, programs: &Programs) -> Result<Report, String> {
    let found = instances::all(document, &Types::of(document), count);
    let report = report(document, &found, programs)?;
    let file = format!("{} (random values)", report.file);
    Ok(Report { file, ..report })
}

/// The documents of the project, and the smallest ones that show an idea each.
#[test]
fn the_examples_of_the_project() {
    let programs = programs("examples");
    let fixtures = documents(&Path::new(ROOT).join("tests/examples/fixtures"));
    let specs = documents(&Path::new(ROOT).join("spec"));
    println!("{HEAD}");
    let mut wrong = Vec::new();
    for path in specs.iter().chain(&fixtures) {
        let document = Document::read(path).unwrap();
        let report = examples_of(&document, &programs).unwrap();
        println!("{}", report.row());
        let file = &document.file;
        wrong.extend(report.failures.iter().map(|one| format!("{file}{one}")));
        // What stands in a fixture is meant to be valid, and to be read by a type.
        if fixtures.contains(path) && report.valid - report.untyped < report.found {
            wrong.push(format!("{file}: {report:?}"));
        }
        let report = instances_of(&document, 40, &programs).unwrap();
        println!("{}", report.row());
        wrong.extend(report.failures.iter().map(|one| format!("{file}{one}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_examples_of_real_documents() {
    let Some(folder) = std::env::var_os("TINTYPE_CORPUS") else {
        eprintln!("TINTYPE_CORPUS is not set: no document was tried");
        return;
    };
    let only = std::env::var("TINTYPE_CORPUS_ONLY").unwrap_or_default();
    let programs = programs("corpus");
    println!("{HEAD}");
    let mut failures = Vec::new();
    // A relative folder is one of where the workspace is.
    for path in documents(&Path::new(ROOT).join(folder)) {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if !only.split(',').any(|part| name.contains(part)) {
            continue;
        }
        let document = match Document::read(&path) {
            Ok(document) => document,
            Err(first) => {
                println!("| {name} | | | | | | {first} |");
                if !first.contains("[N002]") {
                    failures.push(format!("{name}: {first}"));
                }
                continue;
            }
        };
        let examples = examples_of(&document, &programs);
        let instances = instances_of(&document, 10, &programs);
        for report in [examples, instances] {
            match report {
                Ok(report) => {
                    println!("{}", report.row());
                    let wrong = report.failures.iter();
                    failures.extend(wrong.map(|failure| format!("{name}{failure}")));
                }
                Err(error) => failures.push(format!("{name}: {error}")),
            }
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}
