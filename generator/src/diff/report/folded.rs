//! Changes that say the same of several parts of one item, put together: five values of an enum are one entry.

use super::super::Change;

/// Changes that are one entry; one of its own is alone.
pub(super) fn folded<'c>(changes: &[&'c Change]) -> Vec<Vec<&'c Change>> {
    let mut entries: Vec<Vec<&Change>> = Vec::new();
    for change in changes {
        let last = entries.last_mut();
        match last.filter(|entry| entry.first().is_some_and(|one| is_alike(one, change))) {
            Some(entry) => entry.push(change),
            None => entries.push(vec![change]),
        }
    }
    let entries = entries.into_iter().flat_map(|entry| {
        if entry.len() >= LEAST {
            vec![entry]
        } else {
            entry.into_iter().map(|one| vec![one]).collect()
        }
    });
    entries.collect()
}

/// Fewer are told of one by one.
const LEAST: usize = 3;

/// Parts that are named.
const NAMED: usize = 12;

fn is_alike(one: &Change, other: &Change) -> bool {
    let key = |change: &Change| {
        (
            change.rule.id,
            change.rust,
            change.wire,
            change.direction,
            change.reason,
        )
    };
    let (owner, part) = parts(other);
    !part.is_empty()
        && parts(one).0 == owner
        && key(one) == key(other)
        && [one, other]
            .iter()
            .all(|change| change.also.is_empty() && change.documentation.is_empty())
}

/// What an item is a part of, and what it is called there.
fn parts(change: &Change) -> (&str, &str) {
    let subject = change.subject.as_str();
    let end = [subject.rfind("::"), subject.rfind('.'), subject.rfind(" ?")];
    match end.into_iter().flatten().max() {
        Some(at) if !change.subject.contains('/') || subject[at..].starts_with(" ?") => {
            let part = subject[at..].trim_start_matches([':', '.', ' ']);
            (&subject[..at], part)
        }
        _ => (subject, ""),
    }
}

/// The item that several changes are about.
pub(super) fn owner<'c>(entry: &[&'c Change]) -> &'c str {
    entry.first().map_or("", |one| parts(one).0)
}

/// The parts, a few by name, and how many more there are.
pub(super) fn named<'c>(entry: &[&'c Change]) -> (Vec<&'c str>, usize) {
    let names = entry.iter().take(NAMED).map(|one| parts(one).1);
    (names.collect(), entry.len().saturating_sub(NAMED))
}
