//! What rules of the configuration say about pages.

use super::fit::{self, Wrong};
use super::{By, Part, Said, path};
use crate::config;
use crate::diag::codes;
use crate::ir::{Api, Operation, Paging, PagingSource};
use crate::lower::reports::Reports;

/// A rule that can be applied.
#[derive(Debug)]
pub(super) struct Rule<'c> {
    index: usize,
    config: &'c config::Pagination,
    said: Said,
    is_used: bool,
}

/// Reads the rules; what is wrong with one is reported, and so is an operation that is not there.
pub(super) fn read<'c>(
    config: &'c [config::Pagination],
    api: &Api,
    reports: &mut Reports<'_, '_>,
) -> Vec<Rule<'c>> {
    let mut rules = Vec::new();
    for (index, config) in config.iter().enumerate() {
        match said(config) {
            Ok(said) => rules.push(Rule {
                index,
                config,
                said,
                is_used: false,
            }),
            Err(wrong) => tell(index, &wrong, reports),
        }
        for id in config.operations.iter().filter(|id| !is_pattern(id)) {
            let is_there = |one: &Operation| one.id.as_deref() == Some(id);
            if !api.operations.iter().any(is_there) {
                reports.option(
                    codes::OPTION_WITHOUT_ITEM,
                    &at(index, "operations"),
                    |found| found.arg("option", "operations").arg("value", id),
                );
            }
        }
    }
    rules
}

/// What the first rule that is for an operation comes to.
pub(super) fn apply(
    rules: &mut [Rule<'_>],
    api: &Api,
    operation: &Operation,
    reports: &mut Reports<'_, '_>,
) -> Option<Paging> {
    for rule in rules {
        let Some(is_named) = names(rule.config, operation) else {
            continue;
        };
        let limit = rule.config.limit.as_ref();
        let has_limit = limit.is_none_or(|limit| fit::has_input(api, operation, limit));
        match fit::fit(api, operation, &rule.said) {
            Ok(paging) if has_limit => {
                rule.is_used = true;
                return Some(paging);
            }
            Ok(_) if is_named => {
                rule.is_used = true;
                let name = limit.map(String::as_str).unwrap_or_default();
                let reason = format!("the operation has no input `{name}`");
                tell(
                    rule.index,
                    &Wrong {
                        part: Part::Whole,
                        reason,
                    },
                    reports,
                );
            }
            Err(Wrong { part, reason }) if is_named => {
                rule.is_used = true;
                let id = operation.id.as_deref().unwrap_or_default();
                let reason = format!("`{id}`: {reason}");
                tell(rule.index, &Wrong { part, reason }, reports);
            }
            // A rule for whatever fits.
            Ok(_) | Err(_) => {}
        }
    }
    None
}

/// Reports the rules that no operation fits.
pub(super) fn tell_unused(rules: &[Rule<'_>], reports: &mut Reports<'_, '_>) {
    for rule in rules.iter().filter(|rule| !rule.is_used) {
        let has_only_ids = rule.config.operations.iter().all(|id| !is_pattern(id));
        if rule.config.operations.is_empty() || !has_only_ids {
            let wrong = Wrong::of(Part::Whole, "it fits no operation");
            tell(rule.index, &wrong, reports);
        }
    }
}

/// Whether a rule is for an operation, and whether it names it by its id.
fn names(config: &config::Pagination, operation: &Operation) -> Option<bool> {
    if config.operations.is_empty() {
        return Some(false);
    }
    let id = operation.id.as_deref()?;
    if config.operations.iter().any(|named| named == id) {
        return Some(true);
    }
    let mut patterns = config.operations.iter().filter(|named| is_pattern(named));
    patterns
        .any(|pattern| matches(pattern, id))
        .then_some(false)
}

fn is_pattern(id: &str) -> bool {
    id.contains('*')
}

/// Whether a text is one of a pattern, in which `*` is anything.
fn matches(pattern: &str, text: &str) -> bool {
    let Some((start, rest)) = pattern.split_once('*') else {
        return pattern == text;
    };
    let Some(text) = text.strip_prefix(start) else {
        return false;
    };
    (0..=text.len())
        .filter(|at| text.is_char_boundary(*at))
        .any(|at| matches(rest, &text[at..]))
}

fn said(config: &config::Pagination) -> Result<Said, Wrong> {
    let ways = [
        (By::Offset, config.offset.as_ref()),
        (By::Number, config.page.as_ref()),
        (By::Cursor, config.cursor.as_ref()),
    ];
    let mut ways: Vec<(By, Option<&String>)> = ways
        .into_iter()
        .filter(|(_, input)| input.is_some())
        .collect();
    ways.extend(config.url.as_ref().map(|_| (By::Url, None)));
    ways.extend(config.link.then_some((By::Link, None)));
    let [(by, input)] = ways[..] else {
        let reason = "it says one of `offset`, `page`, `cursor`, `url` and `link`";
        return Err(Wrong::of(Part::Whole, reason));
    };
    let place = |text: &Option<String>, part: Part, read: fn(&str) -> Option<Vec<String>>| {
        let steps = text.as_ref().map(|text| {
            let reason = format!("`{text}` does not lead to one place: write `$.member`");
            read(text).ok_or(Wrong { part, reason })
        });
        steps.transpose()
    };
    let next = if by == By::Url {
        &config.url
    } else {
        &config.next
    };
    Ok(Said {
        input: input.cloned(),
        first: config.first,
        next: place(next, Part::Next, path::steps)?,
        more: place(&config.more, Part::More, path::steps)?,
        last: place(&config.pages, Part::Last, path::steps)?,
        items: place(&config.items, Part::Items, path::list)?,
        ..Said::of(PagingSource::Configuration, by)
    })
}

fn tell(index: usize, wrong: &Wrong, reports: &mut Reports<'_, '_>) {
    let key = match wrong.part {
        Part::Items => "items",
        Part::Last => "pages",
        Part::More => "more",
        Part::Next => "next",
        Part::Whole | Part::Input => "",
    };
    reports.option(codes::PAGINATION_RULE, &at(index, key), |found| {
        found.arg("reason", wrong.reason.as_str())
    });
}

/// The place of an option of a rule, or of the rule.
fn at(index: usize, key: &str) -> Vec<String> {
    let mut keys = vec!["pagination".to_owned(), index.to_string()];
    if !key.is_empty() {
        keys.push(key.to_owned());
    }
    keys
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn a_star_is_anything() {
        assert!(matches("list*", "listUsers"));
        assert!(matches("*/list*", "issues/list-for-repo"));
        assert!(matches("*", ""));
        assert!(!matches("list*s", "listUser"));
        assert!(!matches("list", "listUsers"));
    }
}
