//! The limits of a value in the words of its documentation.

use crate::ir::{Bound, Limit};

/// The limits that documentation tells of: `at least 1, at most 9`, or `exactly 9`; `None` where there are none.
pub(crate) fn limits(all: &[Limit]) -> Option<String> {
    let told = all.iter().filter(|limit| limit.is_documented());
    let told = Limit::words_of(told, words);
    (!told.is_empty()).then(|| told.join(", "))
}

fn words(limit: &Limit) -> String {
    match &limit.bound {
        Bound::Pattern(pattern) => format!("matching {}", super::code(pattern)),
        _ => super::line(&limit.to_string()),
    }
}
