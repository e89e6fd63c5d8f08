//! The lines of the document, before and after.

use super::super::super::{Change, Excerpt};
use super::align::{self, Row};
use super::compare::{self, Side};
use super::highlight;
use super::indent;
use super::markup::Html;

/// Lines of the item that are shown if none of them differs.
const SAME: usize = 6;

/// The excerpts of a change.
pub(super) fn document(change: &Change) -> Html {
    let (old, new) = (
        change.old.as_ref().map(|spot| &spot.excerpt),
        change.new.as_ref().map(|spot| &spot.excerpt),
    );
    let (before, after) = indent::removed(old, new);
    let side = |excerpt: Option<&Excerpt>, lines| excerpt.map(|excerpt| side(excerpt, lines));
    let (old, new) = (side(old, before), side(new, after));
    let mut html = Html::default();
    html.mark("<section><h4>Document</h4>");
    let rows = match (&old, &new) {
        (Some(old), Some(new)) => {
            let rows = align::without_ends(align::rows(&old.lines, &new.lines), |row| {
                is_item(row, old, new)
            });
            let has_difference = rows
                .iter()
                .any(|row| align::differs(row) && is_item(row, old, new));
            if !has_difference {
                html.mark("<p class=\"note\">The lines of the item are the same; what differs stands elsewhere.</p>");
            }
            let kept = old.own.start..old.own.start + if has_difference { 1 } else { SAME };
            align::folded(
                rows,
                |row| matches!(row, Row::Same(at, _) if kept.contains(at)),
            )
        }
        (Some(side), None) => alone(side, |at| Row::Apart(Some(at), None)),
        (None, Some(side)) => alone(side, |at| Row::Apart(None, Some(at))),
        (None, None) => return Html::default(),
    };
    html.piece(compare::table(
        "Lines of the document",
        old.as_ref(),
        new.as_ref(),
        &rows,
    ));
    html.mark("</section>");
    html
}

fn side<'t>(excerpt: &Excerpt, lines: Vec<&'t str>) -> Side<'t> {
    let place = |line: usize| line.saturating_sub(excerpt.first).min(lines.len());
    Side {
        own: place(excerpt.item.0)..place(excerpt.item.1 + 1),
        tokens: highlight::document(&lines),
        first: Some(excerpt.first),
        lines,
    }
}

/// Whether a line of the item stands in the row.
fn is_item(row: &Row, old: &Side<'_>, new: &Side<'_>) -> bool {
    let (before, after) = match row {
        Row::Same(before, after) | Row::Changed(before, after, _) => (Some(before), Some(after)),
        Row::Apart(before, after) => (before.as_ref(), after.as_ref()),
        Row::Gap(_) => (None, None),
    };
    before.is_some_and(|at| old.own.contains(at)) || after.is_some_and(|at| new.own.contains(at))
}

/// Each line of the item came or went.
fn alone(side: &Side<'_>, row: impl Fn(usize) -> Row) -> Vec<Row> {
    let lines = 0..side.lines.len();
    lines
        .map(|at| {
            if side.own.contains(&at) {
                row(at)
            } else {
                Row::Same(at, at)
            }
        })
        .collect()
}
