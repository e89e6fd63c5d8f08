//! How often the candidates of unions within unions are read: in a count, as time says little.

use serde_json::Value;
use tintype_runtime_tests::expressions::{Expression, records_read};
use tintype_runtime_tests::runtime::from_slice;

/// Reads an expression, and counts the records that were read for it.
fn count(text: &str) -> (Expression, usize) {
    let before = records_read();
    let read = from_slice(text.as_bytes()).unwrap();
    (read, records_read() - before)
}

/// One expression within another, so many levels deep.
fn nested(levels: usize, own: &str, leaf: &str) -> String {
    let close = format!("{own}}}");
    format!(
        "{}{leaf}{}",
        r#"{"left":"#.repeat(levels),
        close.repeat(levels)
    )
}

/// Both candidates are weighed and the one that is chosen is read, at every level.
const EACH: usize = 3;

#[test]
fn what_candidates_share_is_read_once_however_deep_it_lies() {
    for levels in [1, 2, 20, 120] {
        let (read, count) = count(&nested(levels, r#","product":1"#, "1"));
        assert!(matches!(read, Expression::Product(_)));
        assert_eq!(count, EACH * levels);
        let text = serde_json::to_string(&read).unwrap();
        assert_eq!(text, nested(levels, r#","product":1"#, "1"));
    }
}

#[test]
fn a_tree_takes_no_more_than_its_nodes() {
    let mut text = "1".to_owned();
    for _ in 0..10 {
        text = format!(r#"{{"left":{text},"right":{text},"sum":1}}"#);
    }
    let (_, count) = count(&text);
    assert_eq!(count, EACH * 1023);
}

#[test]
fn so_does_what_fits_nothing() {
    for levels in [20, 120] {
        let (read, count) = count(&nested(levels, "", "true"));
        assert!(matches!(read, Expression::Sum(_)));
        assert_eq!(count, EACH * levels);
    }
}

#[test]
fn so_do_levels_that_fail_after_all_that_is_inside_was_read() {
    for levels in [20, 120] {
        let text = nested(levels, r#","sum":"x","product":"y""#, "1");
        let (read, count) = count(&text);
        let Expression::Unknown(unknown) = read else {
            panic!("{read:?}");
        };
        assert_eq!(unknown.why().reasons().len(), 3);
        assert_eq!(
            unknown.json(),
            &serde_json::from_str::<Value>(&text).unwrap()
        );
        // The outermost level is weighed once more, for its reasons.
        assert_eq!(count, 2 * levels + 2);
    }
}
