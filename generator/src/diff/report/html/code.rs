//! The generated code, before and after.

use super::super::super::{Change, Spot};
use super::align::{self, Row};
use super::compare::{self, Side};
use super::highlight;
use super::markup::Html;

/// The code of a change; nothing where the item has none of its own.
pub(super) fn code(change: &Change) -> Html {
    let mut html = Html::default();
    let (old, new, rows);
    match (&change.old, &change.new) {
        (Some(before), Some(after)) => {
            (old, new) = (Some(side(&before.code)), Some(side(&after.code)));
            rows = both(&before.code, &after.code);
        }
        (Some(spot), None) => {
            (old, new) = (Some(side(declaration(spot))), None);
            rows = (0..declaration(spot).lines().count())
                .map(|at| Row::Apart(Some(at), None))
                .collect();
        }
        (None, Some(spot)) => {
            (old, new) = (None, Some(side(declaration(spot))));
            rows = (0..declaration(spot).lines().count())
                .map(|at| Row::Apart(None, Some(at)))
                .collect();
        }
        (None, None) => return html,
    }
    if [&old, &new]
        .into_iter()
        .flatten()
        .all(|side| side.lines.is_empty())
    {
        return html;
    }
    html.mark("<section><h4>Generated code</h4>");
    if rows.is_empty() {
        html.mark("<p class=\"note\">The code is the same.</p>");
    } else {
        html.piece(compare::table(
            "Generated code",
            old.as_ref(),
            new.as_ref(),
            &rows,
        ));
    }
    html.mark("</section>");
    html
}

/// The rows where the code differs, and some around them.
fn both(old: &str, new: &str) -> Vec<Row> {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.lines().collect(), new.lines().collect());
    let rows = align::rows(&old, &new);
    if align::has_difference(&rows) {
        align::folded(rows, |_| false)
    } else {
        Vec::new()
    }
}

/// What came or went: the signature, so that a field is not lost in its struct. Of a type it is no more than the head.
fn declaration(spot: &Spot) -> &str {
    let is_head = !spot.signature.contains(['(', '{', '=']);
    if is_head { &spot.code } else { &spot.signature }
}

fn side(code: &str) -> Side<'_> {
    let lines: Vec<&str> = code.lines().collect();
    Side {
        tokens: highlight::rust(&lines),
        first: None,
        own: 0..lines.len(),
        lines,
    }
}
