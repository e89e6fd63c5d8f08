//! Each wrong document under `fixtures/bad/<code>/` gives the listing beside it, and every code has such a document.
#![expect(clippy::unwrap_used, reason = "helpers of tests may fail like tests")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use tintype::config::Config;
use tintype::cx::Cx;
use tintype::diag::{Reported, Severity, codes};
use tintype::source::files::{Files, Memory};
use tintype::{pipeline, source};

/// Codes that no document can give: their cases are made here or stand in the tests of the output and of the command line.
fn is_covered_elsewhere(code: &codes::Code) -> bool {
    code == codes::TOO_LARGE
        || code == codes::REFERENCE_OF_DOCUMENT
        || code.id.starts_with(['D', 'O'])
}

fn run(files: &dyn Files, path: &Path, cx: &mut Cx) -> Result<(), Reported> {
    let is_config = path
        .extension()
        .is_some_and(|extension| extension == "toml");
    let mut spec = path.to_path_buf();
    if is_config {
        source::settings::load(files, path, cx)?;
        match &cx.config().spec {
            Some(named) => spec.clone_from(named),
            None => return Ok(()),
        }
    }
    pipeline::plan(files, &spec, cx).map(drop)
}

fn reported(files: &dyn Files, path: &Path) -> Cx {
    let mut cx = Cx::new(Config::default());
    let result = run(files, path, &mut cx);
    assert_eq!(
        result.is_err(),
        cx.stop_on_errors().is_err(),
        "{}",
        path.display()
    );
    cx
}

/// The fixtures, each with the files beside it.
fn cases() -> Vec<(PathBuf, Memory)> {
    let mut cases = Vec::new();
    let mut folders: Vec<_> = std::fs::read_dir("tests/fixtures/bad")
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    folders.sort();
    for folder in folders {
        let mut paths: Vec<_> = std::fs::read_dir(&folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .collect();
        paths.retain(|path| {
            path.extension()
                .is_some_and(|extension| extension != "snap" && extension != "new")
        });
        paths.sort();
        let add = |files: Memory, path: &PathBuf| {
            files.with(path.file_name().unwrap(), std::fs::read(path).unwrap())
        };
        let files = paths.iter().fold(Memory::default(), add);
        // What a configuration of the same name uses, `name.yaml` and `name.overlay.yaml`, is no case of its own.
        let is_part = |path: &Path| {
            let name = path.file_name().unwrap().to_str().unwrap();
            let config = folder.join(name.split('.').next().unwrap());
            let config = config.with_extension("toml");
            config != path && config.exists()
        };
        cases.extend(
            paths
                .into_iter()
                .filter(|path| !is_part(path))
                .map(|path| (path, files.clone())),
        );
    }
    cases
}

#[test]
fn every_wrong_document_gives_its_listing() {
    for (path, files) in cases() {
        let cx = reported(&files, Path::new(path.file_name().unwrap()));
        let expected = path
            .parent()
            .unwrap()
            .file_name()
            .unwrap()
            .to_str()
            .unwrap();
        let names: BTreeSet<_> = cx.diagnostics().iter().map(|one| one.code().name).collect();
        assert!(
            names.contains(expected),
            "{}: {}",
            path.display(),
            cx.rendered()
        );
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(path.parent().unwrap());
        let name = path.file_name().unwrap().to_str().unwrap();
        insta::with_settings!({snapshot_path => folder, prepend_module_to_snapshot => false, omit_expression => true}, {
            insta::assert_snapshot!(name, cx.rendered());
        });
    }
}

#[test]
fn every_code_has_a_case() {
    let seen: BTreeSet<&str> = cases()
        .iter()
        .flat_map(|(path, files)| {
            reported(files, Path::new(path.file_name().unwrap()))
                .diagnostics()
                .iter()
                .map(|one| one.code().id)
                .collect::<Vec<_>>()
        })
        .collect();
    let missing: Vec<_> = codes::ALL
        .iter()
        .filter(|code| !seen.contains(code.id) && !is_covered_elsewhere(code))
        .map(|code| code.name)
        .collect();
    assert_eq!(missing, [""; 0]);
}

#[test]
fn the_table_of_codes_is_sorted_and_complete() {
    let ids: Vec<_> = codes::ALL.iter().map(|code| code.id).collect();
    assert!(ids.is_sorted_by(|left, right| left < right), "{ids:?}");
    let names: BTreeSet<_> = codes::ALL.iter().map(|code| code.name).collect();
    assert_eq!(names.len(), ids.len());
    for code in codes::ALL {
        assert!(
            !code.explain.is_empty() && !code.message.ends_with('.'),
            "{}",
            code.id
        );
        assert_eq!(codes::find(code.name), Some(*code));
        assert_eq!(codes::find(&code.id.to_lowercase()), Some(*code));
    }
}

#[test]
fn a_document_that_is_too_large_is_refused() {
    let bytes = vec![b' '; source::files::MAX_BYTES + 1];
    let cx = reported(
        &Memory::default().with("a.yaml", bytes),
        Path::new("a.yaml"),
    );
    assert_eq!(
        cx.rendered(),
        "error[S006]: `a.yaml` is larger than 64 MiB\n"
    );
}

#[test]
fn strict_makes_warnings_errors() {
    let text = "openapi: 3.0.3\ninfo: {title: T, version: '1', sumary: S}\npaths: {}\n";
    let files = Memory::default().with("a.yaml", text);
    let mut cx = reported(&files, Path::new("a.yaml"));
    assert!(cx.stop_on_errors().is_ok());
    cx.be_strict();
    assert!(cx.stop_on_errors().is_err());
    assert!(
        cx.diagnostics()
            .iter()
            .all(|one| one.severity() == Severity::Error)
    );
}

#[test]
fn text_of_a_document_cannot_move_the_cursor_or_fill_the_screen() {
    let text = format!(
        "openapi: 3.0.3\ninfo: {{}}\npaths: {{}}\n\"\\e[31m\\u202e{}\": 1\n",
        "x".repeat(5000)
    );
    let listing = reported(&Memory::default().with("a.yaml", text), Path::new("a.yaml")).rendered();
    assert!(!listing.contains('\u{1b}') && !listing.contains('\u{202e}'));
    assert!(
        listing.lines().all(|line| line.chars().count() < 400),
        "{listing}"
    );
}
