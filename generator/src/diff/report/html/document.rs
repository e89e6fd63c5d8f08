//! The lines of the document, before and after.

use super::super::super::{Change, Excerpt};
use super::align::{self, Around, Row};
use super::compare::{self, Side};
use super::highlight;
use super::indent;
use super::markup::Html;

/// Lines of the item that are shown if none of them differs.
const SAME: usize = 6;

/// Said of lines that both documents have.
const ELSEWHERE: &str =
    "<p class=\"note\">The lines of the item are the same; what differs stands elsewhere.</p>";

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
        (Some(old), Some(new)) => both(&mut html, (old, new)),
        (Some(side), None) | (None, Some(side)) if change.is_elsewhere => {
            html.mark(ELSEWHERE);
            alone(side, |at| Row::Same(at, at))
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
        is_cut: excerpt.is_cut,
        first: (!excerpt.is_printed).then_some(excerpt.first),
        lines,
    }
}

/// The items line by line, and as they are the lines around them: what differs there is not about the item.
fn both(html: &mut Html, (old, new): (&Side<'_>, &Side<'_>)) -> Vec<Row> {
    let is_cut = old.is_cut || new.is_cut;
    let own = align::rows(&old.lines[old.own.clone()], &new.lines[new.own.clone()]);
    let own = if is_cut { align::begun(own) } else { own };
    let own = align::moved(own, old.own.start, new.own.start);
    let has_difference = own.iter().any(align::differs);
    if !has_difference {
        html.mark(ELSEWHERE);
    }
    let kept = old.own.start..old.own.start + if has_difference { 1 } else { SAME };
    let above = align::around(0..old.own.start, 0..new.own.start, Around::Above);
    let below = if is_cut {
        Vec::new()
    } else {
        align::around(
            old.own.end..old.lines.len(),
            new.own.end..new.lines.len(),
            Around::Below,
        )
    };
    let rows = above.into_iter().chain(own).chain(below).collect();
    align::folded(
        rows,
        |row| matches!(row, Row::Same(at, _) if kept.contains(at)),
    )
}

/// Each line of the item came or went.
fn alone(side: &Side<'_>, row: impl Fn(usize) -> Row) -> Vec<Row> {
    let lines = 0..side.lines.len();
    lines
        .map(|at| {
            if side.own.contains(&at) {
                row(at)
            } else {
                Row::Around(Some(at), Some(at))
            }
        })
        .collect()
}
