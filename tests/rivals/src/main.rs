//! `cargo run --release -p tintype-rivals -- DOCUMENT…`: generates a crate from each document with Tintype and with other
//! generators, checks it, and writes `RIVALS.md`: ratios first. What is not there yet is installed below `target/rivals`;
//! `--folder DIR` is another place for it and for the crates, such as a file system in memory.
//!
//! `--runs N` makes the medians those of N runs, five if it is not said; the crates of documents after `--no-check` are not compiled.
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
    documents: Vec<Asking>,
    runs: usize,
    folder: Option<PathBuf>,
}

/// One document, and whether its crates are compiled.
struct Asking {
    document: PathBuf,
    is_checked: bool,
}

fn main() -> ExitCode {
    let asked = asked();
    if asked.documents.is_empty() {
        eprintln!(
            "usage: tintype-rivals [--runs N] [--folder DIR] DOCUMENT… [--no-check DOCUMENT…]"
        );
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
        folder: None,
    };
    let mut is_checked = true;
    let mut arguments = env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--no-check" => is_checked = false,
            "--runs" => {
                let number = arguments.next().and_then(|number| number.parse().ok());
                asked.runs = number.unwrap_or(5).max(1);
            }
            "--folder" => asked.folder = arguments.next().map(PathBuf::from),
            document => asked.documents.push(Asking {
                document: PathBuf::from(document),
                is_checked,
            }),
        }
    }
    asked
}

fn all(asked: &Asked) -> io::Result<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .canonicalize()?;
    let work = asked
        .folder
        .clone()
        .unwrap_or_else(|| root.join("target/rivals"));
    let work = std::path::absolute(work)?;
    let programs = generators::installed(&root, &work)?;
    let mut rows = Vec::new();
    for asking in &asked.documents {
        let asking = Asking {
            document: asking.document.canonicalize()?,
            ..*asking
        };
        let document = &asking.document;
        for (generator, program) in GENERATORS.iter().zip(&programs) {
            eprintln!("{}: {}", document.display(), generator.name);
            rows.push(row(generator, program, &asking, &work, asked.runs)?);
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
    asking: &Asking,
    work: &Path,
    wanted: usize,
) -> io::Result<Row> {
    let document = &asking.document;
    let stem = document.file_stem().unwrap_or_default().to_string_lossy();
    let folder = work.join("crates").join(generator.name).join(&*stem);
    let mut runs: Vec<Taken> = Vec::new();
    // Each run has a folder of its own: a file system takes long for a new file where it has just removed one.
    let of_run = |run: usize| folder.join(run.to_string());
    let _ = fs::remove_dir_all(&folder);
    for run in 0..wanted {
        let folder = of_run(run);
        fs::create_dir_all(&folder)?;
        match measure::run(&mut generator.command(program, document, &folder))? {
            Some(taken) => runs.push(taken),
            None => break,
        }
    }
    let folder = of_run(0);
    let mut row = Row {
        document: stem.into_owned(),
        generating: None,
        checking: None,
        releasing: None,
        lines: 0,
    };
    if runs.len() < wanted {
        return Ok(row);
    }
    row.generating = Some(median(&runs));
    row.lines = measure::lines(&folder)?;
    if asking.is_checked {
        let target = work.join("target").join(generator.name);
        generator.complete(&folder)?;
        row.checking = measure::check(&folder, &target)?;
        let callers = Path::new(env!("CARGO_MANIFEST_DIR")).join("callers");
        let caller = callers
            .join(&row.document)
            .join(generator.name)
            .with_extension("rs");
        if caller.is_file() {
            row.releasing = measure::release(&folder, &caller, &target)?;
        }
    }
    Ok(row)
}
