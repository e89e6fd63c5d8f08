//! The page with what was measured, ratios first.

use std::fmt::Write;

use crate::generators::GENERATORS;
use crate::measure::{Released, Taken};

/// One generator and one document.
#[derive(Debug)]
pub(crate) struct Row {
    pub(crate) document: String,
    /// `None` if nothing was generated.
    pub(crate) generating: Option<Taken>,
    /// `None` if it was not checked, or does not compile.
    pub(crate) checking: Option<Taken>,
    /// `None` if there is no program for it, or it does not compile.
    pub(crate) releasing: Option<Released>,
    pub(crate) lines: usize,
}

const HEAD: &str = "\
# Beside other generators

Written by

```sh
cargo run --release -p tintype-rivals -- DOCUMENT…
```

which installs the others from the registry below `target/rivals`, generates a client crate from each document into an empty folder, and
checks it (`cargo check`, dependencies built, not incremental). A cell has how often Tintype's figure goes into it, and the figure. Time is
that of all processors together; memory the most that one process held. A release build is that of the crate and of a program with two
calls (`tests/rivals/callers`), its dependencies built; the program is stripped. Each figure is the median";

/// A figure of a row.
type Figure = (&'static str, fn(&Row) -> Option<f64>, &'static str);

const FIGURES: &[Figure] = &[
    (
        "generating, processor time",
        |row| Some(row.generating?.processors.as_secs_f64()),
        "s",
    ),
    (
        "generating, time on the clock",
        |row| Some(row.generating?.clock.as_secs_f64()),
        "s",
    ),
    (
        "generating, memory",
        |row| Some(row.generating?.megabytes),
        "MB",
    ),
    (
        "checking, processor time",
        |row| Some(row.checking?.processors.as_secs_f64()),
        "s",
    ),
    (
        "checking, memory",
        |row| Some(row.checking?.megabytes),
        "MB",
    ),
    (
        "release build, processor time",
        |row| Some(row.releasing?.taken.processors.as_secs_f64()),
        "s",
    ),
    (
        "release build, memory",
        |row| Some(row.releasing?.taken.megabytes),
        "MB",
    ),
    (
        "stripped program of two calls",
        |row| Some(row.releasing?.megabytes),
        "MB",
    ),
    ("lines of Rust", lines, ""),
];

#[expect(clippy::cast_precision_loss, reason = "no crate has 2^53 lines")]
fn lines(row: &Row) -> Option<f64> {
    (row.lines > 0).then_some(row.lines as f64)
}

/// The page.
pub(crate) fn text(rows: &[Row], runs: usize) -> String {
    let mut out = format!(
        "{HEAD} of {runs} runs, of three where a crate is checked, and of one where it is built.\n"
    );
    for group in rows.chunks(GENERATORS.len()) {
        let Some(first) = group.first() else { continue };
        let _ = write!(out, "\n## {}\n\n| |", first.document);
        for generator in GENERATORS {
            let _ = write!(out, " {} {} |", generator.name, generator.version());
        }
        let _ = write!(out, "\n| --- |{}\n", " ---: |".repeat(GENERATORS.len()));
        for (name, figure, unit) in FIGURES {
            if group.iter().all(|row| figure(row).is_none()) {
                continue;
            }
            let own = figure(first);
            let _ = write!(out, "| {name} |");
            for row in group {
                let _ = write!(out, " {} |", cell(figure(row), own, unit));
            }
            out.push('\n');
        }
    }
    out
}

fn cell(figure: Option<f64>, own: Option<f64>, unit: &str) -> String {
    let Some(figure) = figure else {
        return "–".to_owned();
    };
    let places = match unit {
        "s" => 2,
        // A program is small.
        "MB" if figure < 20.0 => 1,
        _ => 0,
    };
    let shown = format!("{figure:.places$} {unit}");
    match own {
        Some(own) if own > 0.0 => format!("{:.2} × ({})", figure / own, shown.trim_end()),
        _ => shown.trim_end().to_owned(),
    }
}
