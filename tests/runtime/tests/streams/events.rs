//! Server-sent events by the rules of browsers, wherever the bytes are cut.

use bytes::Bytes;
use proptest::prelude::*;
use tintype_runtime_tests::runtime::{EventParser, Frame, TooLarge};

/// The events of some pieces, and the last id and wait.
fn parsed(pieces: &[&[u8]]) -> (Vec<Frame>, Vec<u8>, Option<u64>) {
    let mut parser = EventParser::new(1 << 20);
    let mut frames = Vec::new();
    for piece in pieces {
        let mut piece = Bytes::copy_from_slice(piece);
        while let Some(frame) = parser.next(&mut piece).unwrap() {
            frames.push(frame);
        }
        assert!(piece.is_empty());
    }
    (frames, parser.last_id().to_vec(), parser.wait())
}

/// Name, data and id of each event.
fn events(text: &str) -> Vec<(Option<String>, String, String)> {
    let owned = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    let (frames, ..) = parsed(&[text.as_bytes()]);
    let event = |frame: &Frame| {
        let name = frame.event.as_deref().map(owned);
        (name, owned(&frame.data), owned(&frame.id))
    };
    frames.iter().map(event).collect()
}

fn data(text: &str) -> Vec<String> {
    events(text).into_iter().map(|(_, data, _)| data).collect()
}

#[test]
fn the_examples_of_the_standard_read_as_it_says() {
    assert_eq!(data("data: YHOO\ndata: +2\ndata: 10\n\n"), ["YHOO\n+2\n10"]);
    assert_eq!(
        events(
            ": test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event\n"
        ),
        [
            (None, "first event".to_owned(), "1".to_owned()),
            (None, "second event".to_owned(), String::new()),
        ]
    );
    assert_eq!(data("data\n\ndata\ndata\n\ndata:"), ["", "\n"]);
    assert_eq!(data("data:test\n\ndata: test\n\n"), ["test", "test"]);
}

#[test]
fn every_line_end_ends_a_line_and_a_pair_is_one() {
    for text in [
        "data: a\n\ndata: b\n\n",
        "data: a\r\rdata: b\r\r",
        "data: a\r\n\r\ndata: b\r\n\r\n",
        "data: a\r\n\ndata: b\n\r\n",
    ] {
        assert_eq!(data(text), ["a", "b"], "{text:?}");
    }
}

#[test]
fn a_mark_counts_at_the_very_start_only() {
    assert_eq!(data("\u{feff}data: a\n\n\u{feff}data: b\n\n"), ["a"]);
    assert_eq!(data("\u{feff}\u{feff}data: a\n\n"), Vec::<String>::new());
}

#[test]
fn an_event_without_data_is_none_but_its_id_counts() {
    let (frames, id, wait) = parsed(&[b"event: a\nid: 7\nretry: 20\n\ndata: b\n\n"]);
    assert_eq!((frames.len(), id, wait), (1, b"7".to_vec(), Some(20)));
    assert_eq!((&frames[0].event, &*frames[0].id), (&None, &b"7"[..]));
}

#[test]
fn an_id_with_a_nul_and_a_wait_that_is_no_number_are_passed_over() {
    let (_, id, wait) = parsed(&[b"id: 1\ndata\n\nid: 2\0\nretry: 1x\nretry: -1\nretry\ndata\n\n"]);
    assert_eq!((id, wait), (b"1".to_vec(), None));
    let long = format!("retry: {}\n", "9".repeat(40));
    assert_eq!(parsed(&[long.as_bytes()]).2, Some(u64::MAX));
}

#[test]
fn an_id_counts_when_its_event_is_complete() {
    let (_, id, _) = parsed(&[b"id: 1\ndata: a\n\nid: 2\ndata: b\n"]);
    assert_eq!(id, b"1");
}

#[test]
fn fields_that_nobody_knows_are_passed_over() {
    assert_eq!(
        data("Data: a\n data: b\nDATA\nfoo: c\ndata : d\n\n"),
        Vec::<String>::new()
    );
    assert_eq!(
        events("event: a\nevent: b\ndata: c\n\n")[0].0.as_deref(),
        Some("b")
    );
    assert_eq!(events("event: a\nevent:\ndata: c\n\n")[0].0, None);
}

#[test]
fn an_event_that_is_too_large_is_refused_and_a_long_comment_is_not() {
    let mut parser = EventParser::new(7);
    let mut long = Bytes::from_static(b":0123456789\ndata: a\ndata: b\n");
    assert_eq!(parser.next(&mut long), Err(TooLarge));
    let mut parser = EventParser::new(8);
    for _ in 0..1000 {
        assert_eq!(parser.next(&mut Bytes::from_static(b":01234567")), Ok(None));
    }
    assert!(
        parser
            .next(&mut Bytes::from_static(b"\ndata: a\n\n"))
            .unwrap()
            .is_some()
    );
}

proptest! {
    #[test]
    fn it_makes_no_difference_where_the_bytes_are_cut(
        parts in prop::collection::vec(prop::sample::select(vec![
            "\u{feff}", "data", "event", "id", "retry", ":", ": ", " ", "\r", "\n", "\r\n", "1", "a", "\0", "é", "x: y", "data: b\n\n",
        ]), 0..60),
        cuts in prop::collection::vec(any::<prop::sample::Index>(), 0..20),
    ) {
        let text = parts.concat();
        let mut at: Vec<usize> = cuts.iter().map(|cut| cut.index(text.len() + 1)).collect();
        at.sort_unstable();
        let mut pieces = Vec::new();
        let mut start = 0;
        for end in at.into_iter().chain([text.len()]) {
            pieces.push(&text.as_bytes()[start..end]);
            start = end;
        }
        prop_assert_eq!(parsed(&pieces), parsed(&[text.as_bytes()]));
        let single: Vec<&[u8]> = text.as_bytes().chunks(1).collect();
        prop_assert_eq!(parsed(&single), parsed(&[text.as_bytes()]));
    }
}
