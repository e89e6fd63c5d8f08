//! Lines of two texts side by side: two lists of lines in, rows out, with the words that changed.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::words::{self, Marks};

/// A row: a line on either side or on both, by its index.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Row {
    /// The same line.
    Same(usize, usize),
    /// Two versions of a line.
    Changed(usize, usize, Marks),
    /// Lines that have nothing to do with each other; not both are absent.
    Apart(Option<usize>, Option<usize>),
    /// Lines around an item, beside each other as they stand; not both are absent.
    Around(Option<usize>, Option<usize>),
    /// So many lines that are the same and not shown.
    Gap(usize),
}

/// Lines that are shown around what differs.
const AROUND: usize = 2;
/// More pairs of lines are not tried out.
const MOST_PAIRS: usize = 2_000;

/// The rows of two texts.
pub(super) fn rows(old: &[&str], new: &[&str]) -> Vec<Row> {
    let mut rows = Vec::new();
    for op in capture_diff_slices(Algorithm::Patience, old, new) {
        match op {
            DiffOp::Equal {
                old_index,
                new_index,
                len,
            } => rows.extend((0..len).map(|at| Row::Same(old_index + at, new_index + at))),
            _ => replaced(
                (op.old_range().start, &old[op.old_range()]),
                (op.new_range().start, &new[op.new_range()]),
                &mut rows,
            ),
        }
    }
    rows
}

/// The rows of two items that are shown in part. Where a side ends before its item does, the last lines have no partner for no reason.
pub(super) fn begun(mut rows: Vec<Row>) -> Vec<Row> {
    let last = rows.iter().rposition(|row| matches!(row, Row::Same(..)));
    if let Some(last) = last {
        rows.truncate(last + 1);
    }
    rows
}

/// The rows of parts that begin at these lines.
pub(super) fn moved(rows: Vec<Row>, old: usize, new: usize) -> Vec<Row> {
    let rows = rows.into_iter().map(|row| match row {
        Row::Same(before, after) => Row::Same(old + before, new + after),
        Row::Changed(before, after, marks) => Row::Changed(old + before, new + after, marks),
        Row::Apart(before, after) => {
            Row::Apart(before.map(|at| old + at), after.map(|at| new + at))
        }
        other => other,
    });
    rows.collect()
}

/// Where lines stand that are shown around the item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Around {
    /// Above it: the last ones are side by side.
    Above,
    /// Below it: the first ones are side by side.
    Below,
}

/// Lines beside each other, in their order.
pub(super) fn around(old: Range<usize>, new: Range<usize>, around: Around) -> Vec<Row> {
    let count = old.len().max(new.len());
    let place = |side: &Range<usize>, at: usize| {
        let from_start = match around {
            Around::Above => (at + side.len()).checked_sub(count),
            Around::Below => (at < side.len()).then_some(at),
        };
        from_start.map(|at| side.start + at)
    };
    let rows = (0..count).map(|at| Row::Around(place(&old, at), place(&new, at)));
    rows.collect()
}

/// Whether lines stand in the row that the other side does not have.
pub(super) fn differs(row: &Row) -> bool {
    matches!(row, Row::Changed(..) | Row::Apart(..))
}

/// The rows without those that are far from all that differs and from the rows that are to be kept.
pub(super) fn folded(rows: Vec<Row>, is_kept: impl Fn(&Row) -> bool) -> Vec<Row> {
    let near: Vec<usize> = (0..rows.len())
        .filter(|at| differs(&rows[*at]) || is_kept(&rows[*at]))
        .collect();
    let mut out = Vec::new();
    let mut hidden = Vec::new();
    let mut next = 0;
    for (at, row) in rows.into_iter().enumerate() {
        while near.get(next).is_some_and(|near| near + AROUND < at) {
            next += 1;
        }
        if near
            .get(next)
            .is_some_and(|near| near.abs_diff(at) <= AROUND)
        {
            close(&mut hidden, &mut out);
            out.push(row);
        } else {
            hidden.push(row);
        }
    }
    close(&mut hidden, &mut out);
    out
}

/// Ends a run of rows that are not shown. A short one is shown: the note would be about as long.
fn close(hidden: &mut Vec<Row>, out: &mut Vec<Row>) {
    match hidden.len() {
        0..=2 => out.append(hidden),
        count => {
            hidden.clear();
            out.push(Row::Gap(count));
        }
    }
}

/// Lines that took the place of others: versions of one line beside each other, the rest where it was.
fn replaced((old_at, old): (usize, &[&str]), (new_at, new): (usize, &[&str]), rows: &mut Vec<Row>) {
    let (mut left, mut right) = (0, 0);
    for (before, after, marks) in pairs(old, new) {
        apart(
            old_at + left..old_at + before,
            new_at + right..new_at + after,
            rows,
        );
        rows.push(Row::Changed(old_at + before, new_at + after, marks));
        (left, right) = (before + 1, after + 1);
    }
    apart(
        old_at + left..old_at + old.len(),
        new_at + right..new_at + new.len(),
        rows,
    );
}

fn apart(mut old: std::ops::Range<usize>, mut new: std::ops::Range<usize>, rows: &mut Vec<Row>) {
    loop {
        match (old.next(), new.next()) {
            (None, None) => return,
            (before, after) => rows.push(Row::Apart(before, after)),
        }
    }
}

/// The versions of one line in both lists: as many as can be had in order, the first partner first.
fn pairs(old: &[&str], new: &[&str]) -> Vec<(usize, usize, Marks)> {
    if old.len() * new.len() > MOST_PAIRS {
        return Vec::new();
    }
    let mut found: Vec<Vec<Option<Marks>>> = old
        .iter()
        .map(|before| {
            let marks = new.iter().map(|after| words::between(before, after));
            marks.collect()
        })
        .collect();
    // The longest chain from each pair of places on.
    let mut best = vec![vec![0_usize; new.len() + 1]; old.len() + 1];
    for before in (0..old.len()).rev() {
        for after in (0..new.len()).rev() {
            let paired = usize::from(found[before][after].is_some());
            best[before][after] = (best[before + 1][after + 1] + paired)
                .max(best[before + 1][after])
                .max(best[before][after + 1]);
        }
    }
    let mut pairs = Vec::new();
    let (mut before, mut after) = (0, 0);
    while before < old.len() && after < new.len() {
        let here = best[before][after];
        if here == best[before + 1][after + 1] + 1
            && let Some(marks) = found[before][after].take()
        {
            pairs.push((before, after, marks));
            (before, after) = (before + 1, after + 1);
        } else if here == best[before][after + 1] {
            after += 1;
        } else {
            before += 1;
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::{Row, folded, rows};

    #[test]
    fn a_line_stands_beside_its_other_version() {
        let old = ["struct A {", "    a: Option<String>,", "}"];
        let new = ["struct A {", "    /// New.", "    a: String,", "}"];
        let rows = rows(&old, &new);
        assert!(
            matches!(
                rows[..],
                [
                    Row::Same(0, 0),
                    Row::Apart(None, Some(1)),
                    Row::Changed(1, 2, _),
                    Row::Same(2, 3)
                ]
            ),
            "{rows:?}"
        );
    }

    #[test]
    fn what_is_far_from_differences_is_folded() {
        let old: Vec<String> = (0..20).map(|line| format!("line {line}")).collect();
        let old: Vec<&str> = old.iter().map(String::as_str).collect();
        let mut new = old.clone();
        new[10] = "line ten";
        let rows = folded(rows(&old, &new), |_| false);
        assert_eq!(rows.len(), 7, "{rows:?}");
        assert_eq!((&rows[0], &rows[6]), (&Row::Gap(8), &Row::Gap(7)));
        let kept = folded(super::rows(&old, &old), |row| *row == Row::Same(19, 19));
        assert_eq!(kept.len(), 4);
    }
}
