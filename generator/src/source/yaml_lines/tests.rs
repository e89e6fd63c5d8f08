//! What is read line by line is what the reader of all YAML reads, and only what is certain.

use proptest::collection::vec;
use proptest::prelude::*;

use super::super::values::Node;
use super::super::yaml::{begun, whole};
use super::read;

/// Whether a text is read here, and then as the reader of all YAML reads it, which finds the same mistakes.
#[track_caller]
fn is_read(text: &str) -> bool {
    let (mut own, mut other) = (begun(), begun());
    let value = read(text, Node::root(&mut own, None));
    let Some(value) = value else {
        return false;
    };
    let expected = whole(text, &mut other, None).ok();
    assert_eq!(Some(value), expected, "{text}");
    assert_eq!(own.problems, other.problems, "{text}");
    true
}

#[test]
fn what_most_documents_are_written_in_is_read_without_the_other_reader() {
    let texts = [
        "a: 1\nb:\n  c: text\n  d:\nlast: x\n",
        "# remark\na: 1 # another\n\n  # and one\nb: 2\n",
        "---\na: b\n",
        "a:\n- b\n- c: 1\n  d: 2\n-\n- - e\n  - f\ng: h",
        "a:\n  - b\n  -   c: 1\n      d: 2\n",
        "\"a b\": 'it''s'\n'200': \"x\\ty\\u00e9\\\\\"\n404 : é\n",
        "a: one\n  two\n\n\n  three\nb:\n  - one\n    two\n",
        "a:\n  one\n  two\n",
        "a: 'one  \n  two\n\n  three '\nb: \"one \\\n  \\ two\\n\n  three\\  \n  four\"\n",
        "a: |\n  one\n\n    two\n  three\n\nb: |-\n    one\n\nc: |+\n  one\n\n\nd: 1\n",
        "a: >\n\n  one\n  two\n\n  three\n    four\n\n  five\n\nb: >-\n  one\nc: >+\n  one\n\n\n",
        "a: [b, 'c: d', 1, null]\nb: []\nc: [ ]\nd: {}\n",
        "a: true\nb: False\nc: ~\nd: Null\ne: no\nf: 'true'\n",
        "a: 0\nb: -1\nc: 1.50\nd: 0123\ne: 1e3\nf: 0x1F\ng: +5\nh: .5\ni: 1.2.3\nj: 2024-01-02\n",
        "a: 12345678901234567890\nb: 3fa85f64-5717-4562-b3fc-2c963f66afa6\nc: -0\nd: 00.5\ne: .\n",
        "a: http://x/y?z=1\nb: -x\nc: a:b\nd: x{y}[z], #w\n/a/{b}: 1\n",
        "é: – \u{a0}\u{2027}\u{202a}\u{fffd}\u{10ffff}\n",
        "a: 1\na: 1\nb:\n  c: 1\n  c: 2\n",
        "<<:\n  a: 1\nb: 2\n",
    ];
    for text in texts {
        assert!(is_read(text), "{text}");
    }
}

#[test]
fn what_is_not_certain_is_left_to_the_other_reader() {
    let texts = [
        "a: &b c\n",
        "a: *b\n",
        "a: !c d\n",
        "a: {b: c}\n",
        "a: [b,\n  c]\n",
        "a: [b, [c]]\n",
        "? a\n: b\n",
        "a:\tb\n",
        "a: b\r\n",
        "a: b\u{85}",
        "a: \u{2028}b\n",
        "a: \u{feff}b\n",
        "a: \u{ffff}b\n",
        "a: b\n...\n",
        "a: 1\n---\nb: 2\n",
        "a: 1\n--- b: 2\n",
        "--- a: 1\n",
        "... a: 1\n",
        "---\n--- a: 1\n",
        "a: 1\n... b: 2\n",
        "a: 'b\n--- c'\n",
        "a: 'b\n... c'\n",
        "%YAML 1.2\n---\na: b\n",
        "a: b: c\n",
        "a: b\n  c: d\n",
        "a: 'b\n",
        "a: 'b' c\n",
        "a: |2\n   b\n",
        "a: |\n",
        "a: |\n  b",
        "a: |\n    \n  b\n",
        "a:\n  b: 1\n c: 2\n",
        "a: - b\n",
        "a: \"\\x41\"\n",
        "a: -.inf\n",
        "a: .nan\n",
        "text\n",
    ];
    for text in texts {
        assert!(!is_read(text), "{text}");
    }
}

/// What documents are made of, and what makes them something else.
const PIECES: &[&str] = &[
    "a", "b c", "é", "1", "-0.5", "true", "null", "~", ": ", ":", ":\n", "- ", "-\n", "\n", "\n",
    "\n  ", "\n  ", "\n    ", "\n\n", " ", "  ", "'", "''", "\"", "\\", "\\n", "\\u0041", "|\n  ",
    "|-\n    ", ">\n  ", ">+\n ", "# ", " # x\n", "[", "]", ", ", "[a, 'b']", "{}", "{", "}", "&",
    "*", "!", "%", "?", "a: b\n", "a: 1\n", "- x\n", "'q'", "\"q\"", "<<", "\t", ".", "0x1", "---",
    "\n--- ",
];

/// Lines of documents, good and bad, which stand in any column.
const LINES: &[&str] = &[
    "",
    "",
    "# remark",
    "a:",
    "b:",
    "a: 1",
    "b: x # y",
    "c: d e",
    "'q': 1",
    "- x",
    "-",
    "- a: 1",
    "- b:",
    "- - y",
    "text",
    "more text",
    "e: |",
    "f: >-",
    "g: >+",
    "h: 'x",
    "y'",
    "i: \"x",
    "z \\",
    "\\ w\"",
    "j: [a, 'b c']",
    "k: {}",
    "'x'",
    "l: ''",
    "x # y",
    "...",
    "m : n",
    "1.5",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3000))]

    #[test]
    fn any_text_is_read_as_the_other_reader_reads_it(pieces in vec(prop::sample::select(PIECES), 0..24)) {
        is_read(&pieces.concat());
        is_read(&("a: ".to_owned() + &pieces.concat()));
    }

    #[test]
    fn lines_in_any_column_are_read_as_the_other_reader_reads_them(
        lines in vec((0_usize..5, prop::sample::select(LINES)), 0..14),
    ) {
        let lines = lines.iter().map(|(column, line)| " ".repeat(*column) + line + "\n");
        is_read(&lines.collect::<String>());
    }
}
