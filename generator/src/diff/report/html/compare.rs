//! A table of lines: the old ones on the left, the new ones on the right, or one column where there is only one side.

use std::ops::Range;

use super::align::Row;
use super::highlight::{Lines, Token};
use super::markup::Html;
use super::words::Marks;

/// The lines of one side.
#[derive(Debug)]
pub(super) struct Side<'t> {
    pub(super) lines: Vec<&'t str>,
    pub(super) tokens: Lines,
    /// The number of the first line; `None` where lines have no numbers.
    pub(super) first: Option<usize>,
    /// Which lines are the item; those around it are there for orientation.
    pub(super) own: Range<usize>,
    /// Whether the item goes on where the lines end.
    pub(super) is_cut: bool,
}

/// The lines with their syntax, what differs marked.
pub(super) fn table(
    caption: &'static str,
    old: Option<&Side<'_>>,
    new: Option<&Side<'_>>,
    rows: &[Row],
) -> Html {
    let mut html = Html::default();
    let is_numbered = old.or(new).is_some_and(|side| side.first.is_some());
    html.mark(match (old.is_some() && new.is_some(), is_numbered) {
        (true, true) => "<table class=\"lines two numbered\">",
        (true, false) => "<table class=\"lines two\">",
        (false, true) => "<table class=\"lines numbered\">",
        (false, false) => "<table class=\"lines\">",
    });
    html.mark("<caption>")
        .mark(caption)
        .mark("</caption><thead><tr>");
    for (side, title) in [
        (old, "<th scope=\"col\">Before</th>"),
        (new, "<th scope=\"col\">After</th>"),
    ] {
        if side.is_some() {
            html.mark(title);
        }
    }
    html.mark("</tr></thead><tbody>");
    for row in rows {
        one(&mut html, old, new, row);
    }
    html.mark("</tbody></table>");
    html
}

fn one(html: &mut Html, old: Option<&Side<'_>>, new: Option<&Side<'_>>, row: &Row) {
    let (before, after, marks) = match row {
        Row::Gap(count) => {
            html.mark("<tr class=\"gap\"><td colspan=\"2\">")
                .number(*count)
                .mark(" lines that are the same</td></tr>\n");
            return;
        }
        Row::Same(before, after) => (Some(*before), Some(*after), None),
        Row::Around(before, after) | Row::Apart(before, after) => (*before, *after, None),
        Row::Changed(before, after, marks) => (Some(*before), Some(*after), Some(marks)),
    };
    let is_same = matches!(row, Row::Same(..) | Row::Around(..));
    html.mark(if is_same {
        "<tr class=\"same\">"
    } else {
        "<tr>"
    });
    let marks = |side: fn(&Marks) -> &[Range<usize>]| marks.map(side).unwrap_or_default();
    if let Some(side) = old {
        let tags = if is_same { SAME } else { REMOVED };
        cell(html, side, before, tags, marks(|marks| &marks.old));
    }
    if let Some(side) = new {
        let tags = if is_same { SAME } else { ADDED };
        cell(html, side, after, tags, marks(|marks| &marks.new));
    }
    html.mark("</tr>\n");
}

/// How a cell with a line of one side begins, and the tags of words.
type Tags = [&'static str; 3];

/// How a cell with a line around the item begins.
const AROUND: &str = "<td class=\"around\"";
const SAME: Tags = ["<td", "<ins>", "</ins>"];
const REMOVED: Tags = ["<td class=\"removed\"", "<del>", "</del>"];
const ADDED: Tags = ["<td class=\"added\"", "<ins>", "</ins>"];

fn cell(
    html: &mut Html,
    side: &Side<'_>,
    line: Option<usize>,
    [own, open, close]: Tags,
    marks: &[Range<usize>],
) {
    let Some(at) = line else {
        html.mark("<td class=\"nothing\"></td>");
        return;
    };
    html.mark(if side.own.contains(&at) { own } else { AROUND });
    if let Some(first) = side.first {
        html.mark(" data-line=\"").number(first + at).mark("\"");
    }
    html.mark(">");
    let (text, tokens) = (side.lines[at], &side.tokens[at][..]);
    let mut from = 0;
    for mark in marks {
        coloured(html, text, tokens, from..mark.start);
        html.mark(open);
        coloured(html, text, tokens, mark.clone());
        html.mark(close);
        from = mark.end;
    }
    coloured(html, text, tokens, from..text.len());
    html.mark("</td>");
}

/// A part of a line with the tokens in it, cut where the part ends.
fn coloured(html: &mut Html, line: &str, tokens: &[Token], part: Range<usize>) {
    let mut from = part.start;
    for token in tokens {
        let (start, end) = (
            token.range.start.max(part.start),
            token.range.end.min(part.end),
        );
        if start < end {
            html.text(&line[from..start]).mark(token.kind.tag());
            html.text(&line[start..end]).mark("</span>");
            from = end;
        }
    }
    html.text(&line[from..part.end]);
}
