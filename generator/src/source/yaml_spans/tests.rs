//! Places in texts, whole and broken ones.

use std::path::{Path, PathBuf};

use serde_json::Value;

use super::{locate, most_open};
use crate::diag::Focus;
use crate::diag::spans::Spans;
use crate::pointer::Pointer;
use crate::source::reading::Reading;
use crate::source::yaml;

#[track_caller]
fn check(text: &str, at: &str, focus: Focus, expected: (usize, usize)) {
    let at = Pointer::parse(at).unwrap();
    let span = locate(text).find(&at, focus).unwrap();
    assert_eq!((span.start.line, span.start.column), expected);
}

const TEXT: &str = "\
a: &anchor
  b: [1, {é: true}]
c: *anchor
d:
  <<: [*anchor]
  e: |
    text
404: x
a: twice
";

#[test]
fn finds_keys_and_values() {
    check(TEXT, "#/c", Focus::Key, (3, 1));
    check(TEXT, "#/d/e", Focus::Key, (6, 3));
    check(TEXT, "#/404", Focus::Value, (8, 6));
    check("é: [1, {é: true}]", "#/é/1/é", Focus::Value, (1, 12));
}

#[test]
fn follows_aliases_and_merge_keys() {
    check(TEXT, "#/c/b/1/é", Focus::Key, (2, 11));
    check(TEXT, "#/d/b", Focus::Key, (2, 3));
}

#[test]
fn the_last_of_two_keys_counts_but_the_first_can_be_asked_for() {
    check(TEXT, "#/a", Focus::Value, (9, 4));
    check(TEXT, "#/a", Focus::FirstKey, (1, 1));
}

#[test]
fn falls_back_to_what_encloses() {
    check(TEXT, "#/d/nowhere", Focus::Value, (4, 1));
    check("a: [1, }", "#/a/1/2", Focus::Value, (1, 1));
}

#[test]
fn a_brace_that_closes_further_left_than_its_block_costs_no_place() {
    let text = "a:\n  b:\n    c: {\n      d: 1\n  }\n  e: 2\n";
    check(text, "#/a/b/c/d", Focus::Key, (4, 7));
    check(text, "#/a/e", Focus::Key, (6, 3));
}

#[test]
fn broken_texts_and_tags_do_not_stop_the_program() {
    for text in [
        "[!x,",
        "{!x', y]",
        "['x!'!y, ]",
        "['!<'!y, ]",
        "a: \"\\",
        "\r|\n '",
        "{a: \"b\"!, c}",
        "{a[:!x, b",
        "é !é,",
        "- |",
        "[*b!x, ]",
    ] {
        locate(text);
    }
    check(
        "a: [!tag,{b: 1}]\nc: yes!, no",
        "#/a/1/b",
        Focus::Key,
        (1, 11),
    );
    check("a: [!tag,{b: 1}]\nc: yes!, no", "#/c", Focus::Value, (2, 4));
    check("{\"a\": \"b !\", c: 1}", "#/c", Focus::Value, (1, 17));
}

/// Every entry of the values that the reader gives; those of documents in the folder `TINTYPE_CORPUS` too.
#[test]
fn every_entry_of_what_is_read_has_a_place() {
    fn files(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                files(&path, found);
            } else if path.extension().is_some_and(|end| end == "yaml") {
                found.push(path);
            }
        }
    }
    fn entries(value: &Value, at: &Pointer, spans: &Spans, missing: &mut Vec<String>) {
        let parts: Vec<(Pointer, &Value)> = match value {
            Value::Object(map) => map.iter().map(|(key, one)| (at.child(key), one)).collect(),
            Value::Array(list) => list
                .iter()
                .enumerate()
                .map(|(index, one)| (at.index(index), one))
                .collect(),
            _ => Vec::new(),
        };
        for (at, value) in parts {
            if !spans.knows(&at) {
                missing.push(at.to_string());
            }
            entries(value, &at, spans, missing);
        }
    }
    let mut all = Vec::new();
    files("tests/fixtures".as_ref(), &mut all);
    if let Some(corpus) = std::env::var_os("TINTYPE_CORPUS") {
        files(corpus.as_ref(), &mut all);
    }
    for path in all {
        // A document that is no text, or that the reader refuses, has no entries.
        let text = std::fs::read_to_string(&path).unwrap_or_default();
        if let Ok(value) = yaml::read(&text, &mut Reading::default()) {
            let mut missing = Vec::new();
            entries(&value, &Pointer::root(), &locate(&text), &mut missing);
            assert!(missing.is_empty(), "{}: {missing:?}", path.display());
        }
    }
}

#[test]
fn brackets_that_a_line_may_hide_close_nothing() {
    let most = |line: &str| most_open(&format!("{line}\n").repeat(3));
    assert_eq!(most("a: [b, {c: d}]"), 2);
    assert_eq!(most("see [the page](of it)"), 1);
    assert_eq!(most("]] [{"), 6);
    assert_eq!(most("\", [ \"]"), 3);
    assert_eq!(most("', [ ']"), 3);
    assert_eq!(most("[ # ]"), 3);
    assert_eq!(most("[ !<]> a,"), 3);
}
