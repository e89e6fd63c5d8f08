//! Tables in Markdown: columns of one width, and cells that cannot break out of their row.

/// A table with a heading row.
pub(super) fn table(head: &[&str], rows: &[Vec<String>]) -> Vec<String> {
    let widths: Vec<usize> = head
        .iter()
        .enumerate()
        .map(|(column, name)| {
            let cells = rows
                .iter()
                .map(|row| row[column].chars().count())
                .chain([3]);
            cells.chain([name.chars().count()]).max().unwrap_or(0)
        })
        .collect();
    let line = |cells: &mut dyn Iterator<Item = String>| {
        format!("| {} |", cells.collect::<Vec<_>>().join(" | "))
    };
    let padded = |text: &str, column: usize| {
        let missing = widths[column].saturating_sub(text.chars().count());
        format!("{text}{}", " ".repeat(missing))
    };
    let mut lines = vec![
        line(
            &mut head
                .iter()
                .enumerate()
                .map(|(column, name)| padded(name, column)),
        ),
        line(&mut widths.iter().map(|width| "-".repeat((*width).max(3)))),
    ];
    for row in rows {
        lines.push(line(
            &mut row
                .iter()
                .enumerate()
                .map(|(column, cell)| padded(cell, column)),
        ));
    }
    lines
}

/// A description as a cell: one line, its bars escaped; `N/A` where there is none.
pub(super) fn cell(lines: &[String]) -> String {
    let paragraphs: Vec<&str> = lines
        .iter()
        .map(|line| line.trim())
        .filter(|line| !line.is_empty())
        .collect();
    if paragraphs.is_empty() {
        return "N/A".to_owned();
    }
    bars(&paragraphs.join("<br/>"))
}

/// With its bars escaped.
pub(super) fn bars(text: &str) -> String {
    text.replace('|', "\\|")
}

/// The mark of what must be there, and of what may be left out.
pub(super) fn required(is_required: bool) -> String {
    if is_required {
        ":heavy_check_mark:"
    } else {
        ":heavy_minus_sign:"
    }
    .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_cannot_end_its_row() {
        assert_eq!(
            cell(&["a | b".to_owned(), String::new(), "c".to_owned()]),
            "a \\| b<br/>c"
        );
    }

    #[test]
    fn columns_are_as_wide_as_their_widest_cell() {
        let rows = [vec!["long cell".to_owned(), "x".to_owned()]];
        assert_eq!(
            table(&["A", "B"], &rows),
            [
                "| A         | B   |",
                "| --------- | --- |",
                "| long cell | x   |"
            ]
        );
    }
}
