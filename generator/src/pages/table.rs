//! Tables in Markdown, whose cells cannot break out of their row.

/// A table with a heading row. Columns are not padded: one longer cell would change every line of the table.
pub(super) fn table(head: &[&str], rows: &[Vec<String>]) -> Vec<String> {
    let rule = head.iter().map(|_| "---").collect::<Vec<_>>().join(" | ");
    let mut lines = vec![format!("| {} |", head.join(" | ")), format!("| {rule} |")];
    lines.extend(rows.iter().map(|row| format!("| {} |", row.join(" | "))));
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

/// The mark of what must be there.
pub(super) const REQUIRED: &str = ":heavy_check_mark:";

/// The mark of what may be left out.
pub(super) const OPTIONAL: &str = ":heavy_minus_sign:";

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
    fn a_longer_cell_changes_its_own_row_only() {
        let row = |cell: &str| vec![cell.to_owned(), "x".to_owned()];
        let short = table(&["A", "B"], &[row("a"), row("b")]);
        let long = table(&["A", "B"], &[row("a"), row("a much longer cell")]);
        assert_eq!(short[..3], long[..3]);
        assert_eq!(short[..2], ["| A | B |", "| --- | --- |"]);
    }
}
