//! The limits of a value in the words of its documentation.

use crate::ir::{Bound, Docs, Limit, Part};

/// The limits that documentation tells of: `at least 1, at most 9`, or `exactly 9`; `None` where there are none.
pub(crate) fn limits(all: &[Limit]) -> Option<String> {
    let told = all.iter().filter(|limit| limit.is_documented());
    let told = Limit::words_of(told, words);
    (!told.is_empty()).then(|| told.join(", "))
}

/// What a value holds, each as a sentence: `Each item: The name. At most 50 characters.`
pub(crate) fn held(docs: &Docs) -> Vec<String> {
    let parts = docs.held.iter().filter_map(|(part, description)| {
        // What the value is described as already is not said again.
        let described = description
            .as_deref()
            .filter(|text| docs.description.as_deref() != Some(text));
        let described = described.map(super::line);
        let said = described.map(|text| super::sentence(&text));
        let own = docs.limits.iter().filter_map(|limit| limit.inside(*part));
        let own: Vec<Limit> = own.collect();
        let limits = limits(&own).map(|limits| format!("{limits}."));
        let limits = match &said {
            Some(_) => limits.as_deref().map(super::capital),
            None => limits,
        };
        let said: Vec<String> = said.into_iter().chain(limits).collect();
        (!said.is_empty()).then(|| format!("{}: {}", called(*part), said.join(" ")))
    });
    parts.collect()
}

/// What the fields of an object are that its schema does not name.
pub(crate) fn unnamed(docs: &Docs) -> String {
    let said = "Fields that the document allows and does not name.".to_owned();
    let said: Vec<String> = std::iter::once(said).chain(held(docs)).collect();
    said.join(" ")
}

fn called(part: Part) -> String {
    match part {
        Part::Items => "Each item".to_owned(),
        Part::Values => "Each value".to_owned(),
        Part::Names => "Each name".to_owned(),
        Part::Element(index) => format!("Item {}", index + 1),
    }
}

fn words(limit: &Limit) -> String {
    match &limit.bound {
        Bound::Pattern(pattern) => format!("matching {}", super::code(pattern)),
        _ => super::line(&limit.to_string()),
    }
}
