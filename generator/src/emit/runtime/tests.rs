//! What crates carry of the runtime, and that its marks are right.

use std::collections::BTreeSet;

use super::{carried, words};
use crate::plan::Capability;
use crate::templates;

#[test]
fn marks_name_capabilities_and_each_capability_has_one() {
    let known: BTreeSet<&str> = Capability::ALL.iter().map(|one| one.word()).collect();
    let texts = templates::RUNTIME.iter().map(|(_, text)| *text);
    let marked: BTreeSet<&str> = texts
        .flat_map(str::lines)
        .filter_map(words)
        .flatten()
        .collect();
    assert_eq!(marked, known);
}

#[test]
fn what_is_marked_within_what_is_marked_asks_for_both() {
    let text = "// Only with files.
fn a() {
    // Only with tuples.
    b();
    c();
}
";
    let can = |all: &[Capability]| carried(text, &all.iter().copied().collect());
    assert_eq!(can(&[Capability::Tuples]), "\n");
    assert_eq!(can(&[Capability::Files]), "fn a() {\n    c();\n}\n");
    let both = can(&[Capability::Files, Capability::Tuples]);
    assert_eq!(both, "fn a() {\n    b();\n    c();\n}\n");
}

#[test]
fn what_only_others_carry_is_left_out_with_its_blank_line() {
    let text = "mod a;
// Only with streams.
#[cfg(feature = \"client\")]
mod b;

impl A {
    /// One.
    pub fn one() {}

    // Only with files or tuples.
    /// Two.
    pub fn two(
        a: u8,
    ) -> u8 {
        a
    }
}

use {
    // Only with unions.
    c::{
        D, E,
    },
    // Only with streams.
    f,
};
";
    let bare = "mod a;

impl A {
    /// One.
    pub fn one() {}
}

use {
};
";
    assert_eq!(carried(text, &BTreeSet::new()), bare);
    let all = Capability::ALL.iter().copied().collect();
    let whole: Vec<&str> = text.lines().filter(|line| words(line).is_none()).collect();
    assert_eq!(carried(text, &all), whole.join("\n") + "\n");
}
