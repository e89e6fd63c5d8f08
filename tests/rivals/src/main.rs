//! `cargo run --release -p tintype-rivals -- DOCUMENT…`: generates a crate from each document with Tintype and with other
//! generators, checks it, and writes `RIVALS.md`: ratios first. What is not there yet is installed below `target/rivals`.
//!
//! `--runs N` makes the medians those of N runs, five if it is not said; `--no-check` leaves out `cargo check`.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a program whose output is a table"
)]

mod generators;
mod measure;
mod table;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs, io};

use generators::{GENERATORS, Generator};
use measure::{Taken, median};
use table::Row;

/// What is asked for.
struct Asked {
    documents: Vec<PathBuf>,
    runs: usize,
    checks: bool,
}

fn main() -> ExitCode {
    let asked = asked();
    if asked.documents.is_empty() {
        eprintln!("usage: tintype-rivals [--runs N] [--no-check] DOCUMENT…");
        return ExitCode::FAILURE;
    }
    match all(&asked) {
        Ok(text) => {
            println!("{text}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn asked() -> Asked {
    let mut asked = Asked {
        documents: Vec::new(),
        runs: 5,
        checks: true,
    };
    let mut arguments = env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--no-check" => asked.checks = false,
            "--runs" => {
                let number = arguments.next().and_then(|number| number.parse().ok());
                asked.runs = number.unwrap_or(5).max(1);
            }
            document => asked.documents.push(PathBuf::from(document)),
        }
    }
    asked
}

fn all(asked: &Asked) -> io::Result<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .canonicalize()?;
    let work = root.join("target/rivals");
    let programs = generators::installed(&root, &work)?;
    let mut rows = Vec::new();
    for document in &asked.documents {
        let document = document.canonicalize()?;
        for (generator, program) in GENERATORS.iter().zip(&programs) {
            eprintln!("{}: {}", document.display(), generator.name);
            rows.push(row(generator, program, &document, &work, asked)?);
        }
    }
    let text = table::text(&rows, asked.runs);
    fs::write(root.join("RIVALS.md"), &text)?;
    Ok(text)
}

/// What one generator makes of one document.
fn row(
    generator: &Generator,
    program: &Path,
    document: &Path,
    work: &Path,
    asked: &Asked,
) -> io::Result<Row> {
    let stem = document.file_stem().unwrap_or_default().to_string_lossy();
    let folder = work.join("crates").join(generator.name).join(&*stem);
    let mut runs: Vec<Taken> = Vec::new();
    for _ in 0..asked.runs {
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder)?;
        match measure::run(&mut generator.command(program, document, &folder))? {
            Some(taken) => runs.push(taken),
            None => break,
        }
    }
    let mut row = Row {
        document: stem.into_owned(),
        generating: None,
        checking: None,
        lines: 0,
    };
    if runs.len() < asked.runs {
        return Ok(row);
    }
    row.generating = Some(median(&runs));
    row.lines = measure::lines(&folder)?;
    if asked.checks {
        generator.complete(&folder)?;
        row.checking = measure::check(&folder, &work.join("target").join(generator.name))?;
    }
    Ok(row)
}
