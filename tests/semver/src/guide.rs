//! The tables of `STABILITY.md`, as the tests need them.

/// A table: what stands below a heading.
#[derive(Debug)]
pub struct Table {
    /// Each row by its cells.
    pub rows: Vec<Vec<String>>,
}

impl Table {
    /// The table below this heading; without rows if there is none. No cell holds a `|`.
    pub fn below(heading: &str, text: &str) -> Self {
        let below = text
            .lines()
            .skip_while(|line| *line != heading)
            .skip(1)
            .take_while(|line| !line.starts_with('#'));
        let lines = below.filter(|line| line.starts_with('|'));
        // The names of the columns, and the line below them.
        let rows = lines.skip(2).map(cells).collect();
        Self { rows }
    }
}

/// The name of the program that a cell links to; `None` for a cell without a link.
pub fn program(cell: &str) -> Option<&str> {
    let link = cell.strip_prefix('[')?.strip_suffix(')')?;
    let (name, path) = link.split_once("](")?;
    let is_there = path == format!("tests/fixtures/stability/{name}/caller.rs");
    is_there.then_some(name)
}

fn cells(line: &str) -> Vec<String> {
    let line = line.trim_matches('|');
    line.split('|').map(|cell| cell.trim().to_owned()).collect()
}
