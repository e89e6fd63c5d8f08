//! The lines of the documents that are shown with a change: those of the item, and not one more.

use super::compared;

const HEAD: &str = "openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n    A:\n      type: object\n      properties:\n";

/// The lines of the new item, by what a change adds below the properties of a schema.
fn shown(properties: &str) -> Vec<String> {
    let old = format!("{HEAD}        first: {{type: string}}\n");
    let report = compared(&old, &format!("{old}{properties}"));
    let mut changes = report.changes.iter();
    let change = changes.find(|change| change.subject == "A.added").unwrap();
    let excerpt = &change.new.as_ref().unwrap().excerpt;
    let (from, to) = excerpt.item;
    excerpt.lines[from - excerpt.first..=to - excerpt.first].to_vec()
}

#[test]
fn a_block_ends_before_the_key_that_follows_it() {
    let block = "        added:\n          type: string\n          description: New.\n";
    let lines: Vec<&str> = block.lines().collect();
    assert_eq!(shown(block), lines);
    assert_eq!(
        shown(&format!("{block}\n\n      description: Of all.\n")),
        lines
    );
    assert_eq!(
        shown(&format!("{block}    B: {{type: string}}\n"))[..3],
        lines
    );
}

#[test]
fn a_value_on_the_line_of_its_key_is_one_line() {
    let line = "        added: {type: string}\n";
    assert_eq!(shown(line), [line.trim_end()]);
}
