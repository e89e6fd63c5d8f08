//! Pages: whether an operation has them, how they follow one another, and what their items are.

use super::Direction;
use super::facts::Facts;
use super::item::Item;
use super::joined::Pair;
use super::rules;
use crate::plan::{Operation, Pages};

/// Compares the pages of an operation that is there on both sides.
pub(super) fn compare<'a>((old, new): Pair<&'a Operation<'a>>, facts: &mut Facts<'a>) {
    let items = (Item::Operation(old), Item::Operation(new));
    let (was, is) = (old.pages.as_ref(), new.pages.as_ref());
    let is_same = match (was, is) {
        (None, None) => true,
        (Some(old), Some(new)) => old.source.is_as(new.source) && list(was) == list(is),
        _ => false,
    };
    if is_same {
        return;
    }
    let (had_list, has_list) = (list(was), list(is));
    let rule = if is.is_none() || had_list.is_some() && had_list != has_list {
        rules::OPERATION_PAGES_REMOVED
    } else if was.is_none() || had_list != has_list {
        rules::OPERATION_PAGES_ADDED
    } else {
        rules::OPERATION_PAGES_CHANGED
    };
    let detail = format!("{} → {}", words(was), words(is));
    facts.detailed(rule, Direction::Response, items, detail);
}

/// The members that lead to the items, where the request gives these one by one.
fn list<'p>(pages: Option<&Pages<'p>>) -> Option<&'p [String]> {
    let pages = pages.filter(|pages| pages.items.is_some())?;
    pages.source.items.as_deref()
}

fn words(pages: Option<&Pages<'_>>) -> String {
    pages.map_or_else(|| "none".to_owned(), |pages| pages.source.words())
}
