//! JSON lines and JSON text sequences, wherever the bytes are cut.

use bytes::Bytes;
use proptest::prelude::*;
use tintype_runtime_tests::runtime::{LineParser, TooLarge};

/// What each value is, and whether its end may be missing.
fn parsed(mut parser: LineParser, pieces: &[&[u8]]) -> Vec<(String, bool)> {
    let mut frames = Vec::new();
    for piece in pieces {
        let mut piece = Bytes::copy_from_slice(piece);
        while let Some(frame) = parser.next(&mut piece).unwrap() {
            frames.push(frame);
        }
    }
    frames.extend(parser.end());
    let shown = |data: &[u8]| String::from_utf8(data.to_vec()).unwrap();
    frames
        .iter()
        .map(|frame| (shown(&frame.data), frame.is_cut))
        .collect()
}

fn lines(text: &str) -> Vec<String> {
    let all = parsed(LineParser::lines(100), &[text.as_bytes()]);
    all.into_iter().map(|(value, _)| value).collect()
}

#[test]
fn each_line_is_a_value_and_the_last_one_needs_no_end() {
    assert_eq!(
        lines("\u{feff}{\"a\":1}\r\n\n  \n2\n[3]"),
        ["{\"a\":1}", "2", "[3]"]
    );
    assert_eq!(lines("1\n"), ["1"]);
    assert_eq!(lines(""), Vec::<String>::new());
}

#[test]
fn each_separator_of_a_sequence_begins_a_value() {
    let all = parsed(LineParser::sequence(100), &[b"\x1e{\n}\n\x1e\x1e1\n\x1e12"]);
    let expected = [("{\n}", false), ("1", false), ("12", true)];
    assert_eq!(all, expected.map(|(value, cut)| (value.to_owned(), cut)));
}

#[test]
fn a_value_that_is_too_large_is_refused() {
    let mut parser = LineParser::lines(4);
    assert_eq!(parser.next(&mut Bytes::from_static(b"123")), Ok(None));
    assert_eq!(parser.next(&mut Bytes::from_static(b"45")), Err(TooLarge));
}

proptest! {
    #[test]
    fn it_makes_no_difference_where_the_bytes_are_cut(text in "[\u{feff}\n\r\u{1e}1a \"}]{0,40}") {
        let single: Vec<&[u8]> = text.as_bytes().chunks(1).collect();
        for parser in [LineParser::lines, LineParser::sequence] {
            prop_assert_eq!(parsed(parser(100), &single), parsed(parser(100), &[text.as_bytes()]));
        }
    }
}
