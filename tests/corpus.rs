//! A table of what becomes of real documents. They are not part of the project: `TINTYPE_CORPUS` names a folder of them.
//!
//! `TINTYPE_CORPUS=DIR cargo test --release --test corpus -- --nocapture` prints the table of CORPUS.md.

#![expect(
    clippy::unwrap_used,
    reason = "a test fails by panicking, its helpers too"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use tintype::config::Config;
use tintype::cx::Cx;
use tintype::diag::{Loss, Severity};
use tintype::ir::Owner;
use tintype::pipeline;
use tintype::plan::Plan;
use tintype::source::files::Disk;

#[test]
fn every_document_of_the_corpus_ends_with_a_crate_or_a_diagnostic() {
    let Some(folder) = std::env::var_os("TINTYPE_CORPUS") else {
        println!("TINTYPE_CORPUS is not set: no document was tried");
        return;
    };
    println!("| document | operations | component schemas | lines of Rust | free-form | result |");
    println!("| --- | ---: | ---: | ---: | ---: | --- |");
    for path in documents(Path::new(&folder)) {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        println!("| {name} | {} |", row(&path));
    }
}

/// The documents of the folder itself; those in several files have folders of their own.
fn documents(folder: &Path) -> Vec<PathBuf> {
    let files = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let is_document = |path: &PathBuf| {
        let extension = path.extension().and_then(|extension| extension.to_str());
        path.is_file()
            && extension.is_some_and(|extension| ["json", "yaml", "yml"].contains(&extension))
    };
    let mut documents: Vec<PathBuf> = files.filter(is_document).collect();
    documents.sort();
    assert!(
        !documents.is_empty(),
        "{} holds no document",
        folder.display()
    );
    documents
}

fn row(path: &Path) -> String {
    let mut cx = Cx::new(Config::default());
    let planned = pipeline::plan(&Disk, path, &mut cx);
    if let Ok(plan) = planned {
        return generated(&plan, &cx);
    }
    let errors = cx.diagnostics();
    let first = errors
        .iter()
        .find(|one| one.severity() == Severity::Error)
        .unwrap();
    format!("| | | | {} {}", first.code().id, first.code().name)
}

fn generated(plan: &Plan, cx: &Cx) -> String {
    let output = pipeline::output(plan);
    let rust = output
        .files
        .iter()
        .filter(|(path, _)| Path::new(path).extension().is_some_and(|end| end == "rs"));
    let lines: usize = rust.map(|(_, text)| text.lines().count()).sum();
    let components = plan
        .api
        .types
        .iter()
        .filter(|def| matches!(def.owner, Owner::Component { .. }))
        .count();
    let mut warnings: BTreeMap<&str, usize> = BTreeMap::new();
    for warning in cx.diagnostics() {
        *warnings.entry(warning.code().id).or_default() += 1;
    }
    let warnings: Vec<String> = warnings
        .iter()
        .map(|(code, count)| format!("{code} × {count}"))
        .collect();
    let result = if warnings.is_empty() {
        "ok".to_owned()
    } else {
        format!("ok; {}", warnings.join(", "))
    };
    let is_free = |loss: &&Loss| ["L002", "N005", "S018", "S024"].contains(&loss.code);
    let free = plan.api.losses.iter().filter(is_free).count();
    let operations = plan.api.operations.len();
    format!("{operations} | {components} | {lines} | {free} | {result}")
}
