//! Real pairs of documents, which lie beside the repository, give exactly what was read in them.
//!
//! `expected/<pair>.txt` is the verdict, then each change as its rule and its subject, sorted. It was checked line by line
//! against the difference of the two texts, and in its numbers against a comparison of the plain YAML trees.

use std::path::{Path, PathBuf};

use tintype::Failure;
use tintype::diff::{self, Report};
use tintype::run::{self, Placed, Request};
use tintype::source::files::Disk;

/// The folder of a pair; `None`, and a word on standard error, where the corpus is not there.
fn folder(pair: &str) -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../shared/corpus/diff")
        .join(pair);
    if !folder.exists() {
        eprintln!("skipped: there is no {}", folder.display());
        return None;
    }
    Some(folder)
}

fn read(path: PathBuf) -> Result<Placed, Failure> {
    let request = Request {
        spec: Some(path),
        ..Request::default()
    };
    run::placed(&Disk, &request)
}

fn lines(report: &Report) -> Vec<String> {
    let changes = report.changes.iter();
    let mut lines: Vec<String> = changes
        .flat_map(|change| {
            let subjects = std::iter::once(&change.subject).chain(&change.also);
            let lines = subjects.map(|subject| format!("{} {subject}", change.rule.id));
            let rules = change.rules().skip(1);
            lines.chain(rules.map(|rule| format!("{} {}", rule.id, change.subject)))
        })
        .collect();
    lines.sort();
    lines.insert(0, format!("verdict {}", report.verdict.word()));
    lines
}

#[track_caller]
fn check(pair: &str, expected: &str) {
    let Some(folder) = folder(pair) else {
        return;
    };
    let side = |name: &str| read(folder.join(name)).unwrap();
    let (old, new) = (side("old.yaml"), side("new.yaml"));
    let found = lines(&diff::compare(old.side(), new.side()));
    let expected: Vec<&str> = expected.lines().collect();
    let missing = expected
        .iter()
        .filter(|line| !found.iter().any(|one| one == *line));
    let unread = found
        .iter()
        .filter(|line| !expected.contains(&line.as_str()));
    let (missing, unread): (Vec<_>, Vec<_>) = (missing.collect(), unread.collect());
    assert!(
        missing.is_empty() && unread.is_empty(),
        "missing: {missing:#?}\nunread: {unread:#?}"
    );
    assert_eq!(found.len(), expected.len());
}

#[test]
fn a_body_that_becomes_required_is_told_for_each_operation() {
    check(
        "body-becomes-required",
        include_str!("expected/body-becomes-required.txt"),
    );
}

#[test]
fn what_a_bundler_renames_is_one_line_a_schema() {
    check(
        "bundler-renames",
        include_str!("expected/bundler-renames.txt"),
    );
}

/// An object that says nothing of further fields and one that allows them are the same map.
#[test]
fn an_object_without_properties_was_a_map_before() {
    check(
        "error-meta-becomes-map",
        include_str!("expected/error-meta-becomes-map.txt"),
    );
}

#[test]
fn fields_of_answers_and_errors_that_are_added_are_minor() {
    check(
        "org-id-and-403-added",
        include_str!("expected/org-id-and-403-added.txt"),
    );
}

#[test]
fn other_quotes_are_nothing() {
    check("quotes-only", include_str!("expected/quotes-only.txt"));
}

/// The field is minor. In the same step the keys of the key set became one of seven types, and that is not.
#[test]
fn a_field_that_is_added_hides_no_type_that_became_a_union() {
    check(
        "trace-id-added-to-errors",
        include_str!("expected/trace-id-added-to-errors.txt"),
    );
}

#[test]
fn a_field_that_leaves_is_found_among_many_descriptions() {
    check(
        "trace-id-leaves-error-item",
        include_str!("expected/trace-id-leaves-error-item.txt"),
    );
}

#[test]
fn a_year_of_changes_is_told_completely() {
    check(
        "user-id-becomes-required",
        include_str!("expected/user-id-becomes-required.txt"),
    );
}

#[test]
fn a_document_whose_other_files_are_missing_is_an_error() {
    let Some(folder) = folder("unbundled-refs") else {
        return;
    };
    assert!(read(folder.join("old.yaml")).is_ok());
    let failure = read(folder.join("new.yaml")).unwrap_err();
    let messages = failure.diagnostics().iter().map(|one| &one.message);
    assert!(
        messages
            .into_iter()
            .any(|one| one.contains("paths/2021-02-05.yml")),
        "{failure}"
    );
}
