//! What the compiler lays out: no type takes more than four kilobytes, nor more than the plan says. A model that holds models
//! that hold models would fill the stack of a thread.
//!
//! `TINTYPE_CORPUS=DIR cargo test --release --package tintype-examples-tests --test sizes -- --nocapture` also tries the
//! documents of a folder; `TINTYPE_CORPUS_ONLY=part,of,names` leaves the others out.

#![expect(
    clippy::unwrap_used,
    reason = "a test fails by panicking, its helpers too"
)]

use std::ffi::OsStr;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use tintype::ir::{Type, TypeId};
use tintype::naming::{Name, ident};
use tintype::plan::Given;
use tintype_examples_tests::document::Document;
use tintype_examples_tests::program::Programs;

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

/// The largest type, in bytes.
const LARGEST: usize = 4096;

fn programs(folder: &str) -> Programs {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(folder);
    let lock = Path::new(ROOT).join("Cargo.lock");
    Programs::new(&folder, &lock).unwrap().with_calls()
}

/// A line for each type of the crate, which does not compile if it is too large. The rest of a program follows.
fn limits(document: &Document) -> String {
    let (plan, lib) = (&document.plan, document.package.replace('-', "_"));
    let mut lines = String::new();
    let mut limit = |path: &str, name: &Name, bytes: usize| {
        writeln!(
            lines,
            "const _: () = assert!(size_of::<{lib}::{path}::{}>() <= {bytes});",
            ident(name)
        )
        .unwrap();
    };
    for index in 0..plan.api.types.len() {
        let bytes = plan.bytes(&Type::Named(TypeId(index)));
        limit("models", plan.names.ty(TypeId(index)), bytes.min(LARGEST));
    }
    for operation in plan.operations() {
        let module = format!("operations::{}", ident(&operation.resource.module()));
        if let Some(errors) = &operation.errors {
            limit(&module, errors.name, LARGEST);
        }
        let mut plain = operation.answer().into_iter();
        if let Some(answer) = plain.find(|answer| matches!(answer.given, Given::ByStatus(_))) {
            limit(&module, answer.output, LARGEST);
        }
    }
    lines
}

/// Reads an empty object on a thread with as little stack as there may be.
const READ: &str = r##"
fn main() {
    let read = || serde_json::from_str::<LIB::models::Hall>(r#"{"north":{"west":{}}}"#).unwrap();
    let thread = std::thread::Builder::new().stack_size(128 * 1024);
    let hall = thread.spawn(read).unwrap().join().unwrap();
    assert_eq!(serde_json::to_string(&hall).unwrap(), r#"{"north":{"west":{}}}"#);
}
"##;

#[test]
fn models_that_hold_each_other_by_the_hundred_are_read_on_a_small_stack() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("sizes.yaml");
    let document = Document::read(&path).unwrap();
    let main = limits(&document) + &READ.replace("LIB", &document.package.replace('-', "_"));
    programs("sizes").own(&document, &main, "build").unwrap();
}

#[test]
fn no_type_of_a_real_document_takes_more_than_four_kilobytes() {
    let Some(folder) = std::env::var_os("TINTYPE_CORPUS") else {
        eprintln!("TINTYPE_CORPUS is not set: no document was tried");
        return;
    };
    let only = std::env::var("TINTYPE_CORPUS_ONLY").unwrap_or_default();
    let programs = programs("corpus-sizes");
    let mut wrong = Vec::new();
    for path in documents(&Path::new(ROOT).join(folder)) {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if !only.split(',').any(|part| name.contains(part)) {
            continue;
        }
        // One that does not generate is told of by another test.
        let Ok(document) = Document::read(&path) else {
            continue;
        };
        let main = limits(&document) + "fn main() {}";
        match programs.own(&document, &main, "check") {
            Ok(()) => println!("{name}: {} types", document.plan.api.types.len()),
            Err(error) => wrong.push(format!("{name}: {error}")),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
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
