//! Every operation of every document, called with made-up values; every documented answer, given. What arrives is what was given,
//! and what the SDK gives is what was answered.
//!
//! `TINTYPE_CORPUS=DIR cargo test --release --package tintype-judge-tests --test judge -- --nocapture` judges the documents of a
//! folder and prints a table; `TINTYPE_CORPUS_ONLY=part,of,names` leaves the others out.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test fails by panicking, and says what it does"
)]

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use tintype_examples_tests::document::Document;
use tintype_examples_tests::program::Programs;
use tintype_judge_tests::report::{HEAD, report};

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

/// The documents of a folder, small ones first.
fn documents(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let is_document = |path: &PathBuf| {
        let extension = path.extension().and_then(OsStr::to_str);
        extension.is_some_and(|extension| ["json", "yaml", "yml"].contains(&extension))
    };
    let mut found: Vec<PathBuf> = entries.filter(is_document).collect();
    found.sort_by_key(|path| (path.metadata().unwrap().len(), path.clone()));
    found
}

/// Judges each document, and gives all that is wrong. One that fails does not stop the others.
fn judge(paths: &[PathBuf]) -> Vec<String> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("judge");
    let programs = Programs::new(&folder, &Path::new(ROOT).join("Cargo.lock"))
        .unwrap()
        .with_sockets();
    println!("{HEAD}");
    let mut wrong = Vec::new();
    for path in paths {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let judged =
            Document::read(path).and_then(|document| report(path, &document, &programs, &folder));
        match judged {
            Ok(report) => {
                println!("{}", report.row());
                wrong.extend(
                    report
                        .wrong
                        .into_iter()
                        .map(|fault| format!("{name}: {fault}")),
                );
            }
            Err(error) => {
                println!(
                    "| {name} | | | | | {} |",
                    error.lines().next().unwrap_or_default()
                );
                // Of a version that is not read there is nothing to judge.
                if !error.contains("[N002]") {
                    wrong.push(format!("{name}: {error}"));
                }
            }
        }
    }
    wrong
}

#[test]
fn nothing_is_wrong_in_the_documents_of_the_project() {
    let fixtures = documents(&Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures"));
    let wrong = judge(&fixtures);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn nothing_is_wrong_in_real_documents() {
    let Some(folder) = std::env::var_os("TINTYPE_CORPUS") else {
        eprintln!("TINTYPE_CORPUS is not set: no real document was judged");
        return;
    };
    let only = std::env::var("TINTYPE_CORPUS_ONLY").unwrap_or_default();
    // A relative folder is one of where the workspace is.
    let mut paths = documents(&Path::new(ROOT).join(folder));
    paths.retain(|path| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        only.split(',').any(|part| name.contains(part))
    });
    let wrong = judge(&paths);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
