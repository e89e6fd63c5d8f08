//! The generated code, before and after.

use super::super::super::{Change, Spot};
use super::align::{self, Row};
use super::compare::{self, Side};
use super::highlight;
use super::markup::Html;

/// The code of a change; nothing where the item has none of its own.
pub(super) fn code(change: &Change) -> Html {
    let table = match (&change.old, &change.new) {
        (Some(old), Some(new)) => both(old, new),
        (Some(spot), None) => alone(
            spot,
            |side, rows| table(Some(side), None, rows),
            |at| Row::Apart(Some(at), None),
        ),
        (None, Some(spot)) => alone(
            spot,
            |side, rows| table(None, Some(side), rows),
            |at| Row::Apart(None, Some(at)),
        ),
        (None, None) => None,
    };
    let mut html = Html::default();
    if let Some(table) = table {
        html.mark("<section><h4>Generated code</h4>")
            .piece(table)
            .mark("</section>");
    }
    html
}

/// What callers see of the item, and on demand the code that it stands in; the code alone, if callers see no difference.
fn both(old: &Spot, new: &Spot) -> Option<Html> {
    let whole = compared(&old.code, &new.code);
    let Some(seen) = compared(&old.signature, &new.signature) else {
        let mut html = Html::default();
        html.mark("<p class=\"note\">The code is the same.</p>");
        let has_code = !old.code.is_empty() || !new.code.is_empty();
        return whole.or(has_code.then_some(html));
    };
    let mut html = seen;
    if let Some(whole) = whole {
        html.mark("<details class=\"whole\"><summary>In its surroundings</summary>");
        html.piece(whole).mark("</details>");
    }
    Some(html)
}

/// Two texts where they differ, and some lines around; `None` if they do not.
fn compared(old: &str, new: &str) -> Option<Html> {
    let (old, new) = (side(old), side(new));
    let rows = align::rows(&old.lines, &new.lines);
    let rows = rows
        .iter()
        .any(align::differs)
        .then(|| align::folded(rows, |_| false))?;
    Some(table(Some(&old), Some(&new), &rows))
}

/// What came or went: the signature, so that a field is not lost in its struct. Of a type it is no more than the head.
fn alone(
    spot: &Spot,
    table: impl Fn(&Side<'_>, &[Row]) -> Html,
    row: impl Fn(usize) -> Row,
) -> Option<Html> {
    let is_head = !spot.signature.contains(['(', '{', '=']);
    let side = side(if is_head { &spot.code } else { &spot.signature });
    let rows: Vec<Row> = (0..side.lines.len()).map(row).collect();
    (!rows.is_empty()).then(|| table(&side, &rows))
}

fn table(old: Option<&Side<'_>>, new: Option<&Side<'_>>, rows: &[Row]) -> Html {
    compare::table("Generated code", old, new, rows)
}

fn side(code: &str) -> Side<'_> {
    let lines: Vec<&str> = code.lines().collect();
    Side {
        tokens: highlight::rust(&lines),
        first: None,
        is_cut: false,
        own: 0..lines.len(),
        lines,
    }
}
