//! Pages: whether an operation has them, how they follow one another, and what their items are.

use super::Direction;
use super::facts::Facts;
use super::item::Item;
use super::joined::Pair;
use super::rules;
use crate::ir::Paging;
use crate::plan::Operation;

/// Compares the pages of an operation that is there on both sides.
pub(super) fn compare<'a>((old, new): Pair<&'a Operation<'a>>, facts: &mut Facts<'a>) {
    let items = (Item::Operation(old), Item::Operation(new));
    let (was, is) = (old.source.paging.as_ref(), new.source.paging.as_ref());
    let words = |paging: Option<&Paging>| paging.map_or_else(|| "none".to_owned(), Paging::words);
    let (before, after) = (words(was), words(is));
    if before == after {
        return;
    }
    let list = |paging: Option<&Paging>| paging.and_then(|paging| paging.items.clone());
    let (had_list, has_list) = (list(was), list(is));
    let rule = if is.is_none() || had_list.is_some() && had_list != has_list {
        rules::OPERATION_PAGES_REMOVED
    } else if was.is_none() || had_list != has_list {
        rules::OPERATION_PAGES_ADDED
    } else {
        rules::OPERATION_PAGES_CHANGED
    };
    let detail = format!("{before} → {after}");
    facts.detailed(rule, Direction::Response, items, detail);
}
