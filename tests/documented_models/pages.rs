//! What a Markdown page of a generated crate says: sections, their text, their tables. Widths of columns, emphasis and
//! escapes do not matter.

/// A page in sections.
#[derive(Debug)]
pub(crate) struct Page {
    pub(crate) sections: Vec<Section>,
}

/// A heading, and everything below it up to the next one.
#[derive(Debug, Default)]
pub(crate) struct Section {
    /// Titles of the sections that this one is in, outermost first, and its own.
    pub(crate) path: Vec<String>,
    pub(crate) lines: Vec<String>,
    pub(crate) tables: Vec<Table>,
}

/// A table.
#[derive(Debug, Default)]
pub(crate) struct Table {
    pub(crate) head: Vec<String>,
    pub(crate) rows: Vec<Vec<Cell>>,
}

/// A cell.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Cell {
    /// Without marks and escapes.
    pub(crate) text: String,
    /// As the page has it.
    pub(crate) raw: String,
    /// Where its links lead to.
    pub(crate) links: Vec<String>,
}

impl Page {
    /// Reads a page.
    pub(crate) fn parse(text: &str) -> Self {
        let mut sections = vec![Section::default()];
        let mut is_code = false;
        for line in text.lines() {
            if line.trim_start().starts_with("```") {
                is_code = !is_code;
                continue;
            }
            if is_code {
                continue;
            }
            let level = line.len() - line.trim_start_matches('#').len();
            if (1..=6).contains(&level) && line[level..].starts_with(' ') {
                let before = sections
                    .last()
                    .map(|section| section.path.clone())
                    .unwrap_or_default();
                let mut path: Vec<String> = before.into_iter().take(level - 1).collect();
                path.push(plain(line[level..].trim()));
                sections.push(Section {
                    path,
                    ..Section::default()
                });
            } else if let Some(section) = sections.last_mut() {
                section.lines.push(line.to_owned());
            }
        }
        for section in &mut sections {
            section.tables = tables(&section.lines);
        }
        Self { sections }
    }

    /// The section with this path of titles.
    pub(crate) fn section(&self, path: &[&str]) -> Option<&Section> {
        self.sections.iter().find(|section| section.path == path)
    }

    /// Titles of the sections directly below a path.
    pub(crate) fn below(&self, path: &[&str]) -> Vec<&str> {
        let inside = self.sections.iter().filter(|section| {
            section.path.len() == path.len() + 1 && section.path[..path.len()] == *path
        });
        inside
            .filter_map(|section| section.path.last().map(String::as_str))
            .collect()
    }
}

impl Section {
    /// The first table with such a column.
    pub(crate) fn table(&self, column: &str) -> Option<&Table> {
        self.tables
            .iter()
            .find(|table| table.column(column).is_some())
    }

    /// The text as one line, as it is written.
    pub(crate) fn text(&self) -> String {
        self.lines.join(" ")
    }

    /// The method, path and id of the operation that the section is about, from a line such as
    /// `` `POST /users`: `CreateUser` `` or from the attributes of a usage snippet.
    pub(crate) fn route(&self) -> Option<(String, String, String)> {
        self.lines.iter().find_map(|line| route(line))
    }
}

impl Table {
    fn column(&self, name: &str) -> Option<usize> {
        self.head
            .iter()
            .position(|head| head.eq_ignore_ascii_case(name))
    }

    /// The cell of a row in a column.
    pub(crate) fn cell<'t>(&self, row: &'t [Cell], column: &str) -> Option<&'t Cell> {
        row.get(self.column(column)?)
    }
}

/// The Markdown tables among lines.
fn tables(lines: &[String]) -> Vec<Table> {
    let mut tables = Vec::new();
    let mut open: Option<Table> = None;
    for line in lines {
        let line = line.trim();
        if !line.starts_with('|') {
            tables.extend(open.take());
            continue;
        }
        let cells = cells(line);
        match &mut open {
            None => {
                let head = cells.into_iter().map(|cell| cell.text).collect();
                open = Some(Table {
                    head,
                    rows: Vec::new(),
                });
            }
            Some(_)
                if cells
                    .iter()
                    .all(|cell| cell.raw.trim_matches([':', '-']).is_empty()) => {}
            Some(table) => table.rows.push(cells),
        }
    }
    tables.extend(open);
    tables
}

/// The cells of a row, at bars that are not escaped.
fn cells(line: &str) -> Vec<Cell> {
    let mut cells = vec![String::new()];
    let mut is_escaped = false;
    for letter in line.chars() {
        if letter == '|' && !is_escaped {
            cells.push(String::new());
        } else if let Some(cell) = cells.last_mut() {
            cell.push(letter);
        }
        is_escaped = letter == '\\' && !is_escaped;
    }
    // A row begins and ends with a bar.
    let inner = cells.get(1..cells.len() - 1).unwrap_or_default();
    inner.iter().map(|raw| cell(raw.trim())).collect()
}

fn cell(raw: &str) -> Cell {
    Cell {
        text: plain(raw),
        raw: raw.to_owned(),
        links: links(raw),
    }
}

/// The targets of the links in a text.
pub(crate) fn links(text: &str) -> Vec<String> {
    let targets = text
        .split("](")
        .skip(1)
        .filter_map(|rest| rest.split_once(')'));
    targets.map(|(target, _)| target.to_owned()).collect()
}

/// Markdown as plain text: links give their text; code marks, emphasis and escapes go.
pub(crate) fn plain(text: &str) -> String {
    let mut out = String::new();
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => out.extend(letters.next()),
            '`' | '*' | '[' => {}
            ']' if letters.peek() == Some(&'(') => {
                let _ = letters.by_ref().find(|letter| *letter == ')');
            }
            other => out.push(other),
        }
    }
    out.replace("<br/>", " ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .trim()
        .to_owned()
}

fn route(line: &str) -> Option<(String, String, String)> {
    let attribute = |name: &str| {
        let (_, rest) = line.split_once(&format!("{name}=\""))?;
        rest.split_once('"').map(|(value, _)| value.to_owned())
    };
    if line.contains("UsageSnippet") {
        return Some((
            attribute("method")?.to_uppercase(),
            attribute("path")?,
            attribute("operationID")?,
        ));
    }
    let mut code = line.split('`').skip(1).step_by(2);
    let (method, path) = code.next()?.split_once(' ')?;
    let is_method = !method.is_empty() && method.chars().all(|letter| letter.is_ascii_uppercase());
    (is_method && path.starts_with('/')).then_some((
        method.to_owned(),
        path.to_owned(),
        code.next()?.to_owned(),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_read_whatever_its_widths() {
        let page = Page::parse(
            "# A\n\n## Fields\n\n| Field | Type |\n|:--|---|\n| `a` | [`Vec<B>`](b.md) |\n| `c` | *x \\| y* |\n",
        );
        let table = page
            .section(&["A", "Fields"])
            .and_then(|section| section.table("type"))
            .unwrap();
        assert_eq!(table.rows.len(), 2);
        let cell = table.cell(&table.rows[0], "Type").unwrap();
        assert_eq!(
            (cell.text.as_str(), cell.links.as_slice()),
            ("Vec<B>", &["b.md".to_owned()][..])
        );
        assert_eq!(table.cell(&table.rows[1], "Type").unwrap().text, "x | y");
    }

    #[test]
    fn code_has_no_headings_and_no_tables() {
        let page = Page::parse("# A\n```rust\n# fn main() {}\n| a | b |\n```\n## B\n### C\n## D\n");
        assert_eq!(page.below(&["A"]), ["B", "D"]);
        assert!(page.section(&["A", "B", "C"]).is_some());
        assert!(
            page.sections
                .iter()
                .all(|section| section.tables.is_empty())
        );
    }

    #[test]
    fn a_route_has_two_forms() {
        let expected = Some((
            "POST".to_owned(),
            "/users/{id}".to_owned(),
            "Ban".to_owned(),
        ));
        assert_eq!(route("`POST /users/{id}`: `Ban`"), expected);
        assert_eq!(
            route(
                "<!-- UsageSnippet language=\"rust\" operationID=\"Ban\" method=\"post\" path=\"/users/{id}\" -->"
            ),
            expected
        );
        assert_eq!(route("Send `a b` with `c`"), None);
    }

    #[test]
    fn escapes_go() {
        assert_eq!(plain("\\*/\\*"), "*/*");
        assert_eq!(plain("**[`A`](a.md)**"), "A");
    }
}
