//! Each row of the first four tables of `STABILITY.md` is a program that is compiled against the crates of two documents.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking, its helpers too"
)]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use tintype_semver_tests::{Callers, Pair, Side, Table, program};

const GUIDE: &str = include_str!("../../../STABILITY.md");

/// A row: what a table says of one program.
#[derive(Debug)]
struct Row {
    verdict: String,
    codes: Vec<String>,
    program: String,
    compiles: bool,
}

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures/stability")
}

/// The rows of these tables.
fn rows() -> Vec<Row> {
    let tables = [
        ("## What stays", true),
        ("## What breaks", false),
        ("## What is no promise", false),
        ("## What means something else", true),
    ];
    let tables = tables.map(|(heading, compiles)| {
        let table = Table::below(heading, GUIDE);
        assert!(!table.rows.is_empty(), "{heading}");
        table.rows.into_iter().map(move |cells| {
            let [_, verdict, codes, _, link] = &cells[..] else {
                panic!("{cells:?}");
            };
            row(verdict, codes, link, compiles)
        })
    });
    tables.into_iter().flatten().collect()
}

fn row(verdict: &str, codes: &str, link: &str, compiles: bool) -> Row {
    let codes = codes.split(", ").filter(|code| *code != "–");
    Row {
        verdict: verdict.to_owned(),
        codes: codes
            .map(|code| code.trim_matches('`').to_owned())
            .collect(),
        program: program(link).unwrap().to_owned(),
        compiles,
    }
}

fn pairs() -> Vec<Pair> {
    let folders = Pair::folders(&fixtures()).into_iter();
    folders.map(|folder| Pair::read(&folder).unwrap()).collect()
}

#[test]
fn each_row_has_its_program_and_each_program_its_row() {
    let rows = rows();
    let named: BTreeSet<_> = rows.iter().map(|row| row.program.clone()).collect();
    let found: BTreeSet<_> = pairs().into_iter().map(|pair| pair.name).collect();
    assert_eq!(named, found);
    assert_eq!(named.len(), rows.len(), "a program has two rows");
}

#[test]
fn each_row_has_the_verdict_of_the_comparison() {
    let rows = rows();
    for pair in pairs() {
        let row = rows.iter().find(|row| row.program == pair.name).unwrap();
        assert_eq!(row.verdict, pair.there().verdict.word(), "{}", pair.name);
    }
}

#[test]
fn each_program_compiles_against_the_new_crate_if_its_row_says_so() {
    let temporary = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let callers = Callers::compile(&fixtures(), &pairs(), temporary.parent().unwrap()).unwrap();
    let mut wrong = Vec::new();
    for row in rows() {
        let before = callers.codes(&row.program, Side::Old);
        let after = callers.codes(&row.program, Side::New);
        let is_error = |code: &String| code.starts_with('E');
        let is_right = before.is_empty()
            && after == row.codes
            && row.compiles != row.codes.iter().any(is_error);
        if !is_right {
            wrong.push(format!("{}: {before:?}, then {after:?}", row.program));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
