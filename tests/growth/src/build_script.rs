//! What a build script spends on a document: where the file has to be made, and where nothing changed since.

use std::path::Path;
use std::time::{Duration, Instant};
use std::{fs, io, process};

use tintype::{Build, Failure};

/// How often each is done; the least is what the work itself takes.
const RUNS: usize = 20;

/// What a document takes.
#[derive(Debug, Clone, Copy)]
pub struct Taken {
    /// Reading the document and writing the file.
    pub fresh: Duration,
    /// Finding out that the file is what it was.
    pub unchanged: Duration,
}

/// Generates from a document as a build script does, again and again.
///
/// # Errors
///
/// The document is wrong, or the temporary folder cannot be written.
pub fn run(document: &Path) -> Result<Taken, Failure> {
    let folder = std::env::temp_dir().join(format!("tintype-build-script-{}", process::id()));
    let build = Build::new(document).out_dir(&folder);
    let taken = || {
        let mut taken = Taken {
            fresh: Duration::MAX,
            unchanged: Duration::MAX,
        };
        for _ in 0..RUNS {
            // A folder that cannot be had is what the next line says.
            let _ = emptied(&folder);
            taken.fresh = taken.fresh.min(timed(&build)?);
            taken.unchanged = taken.unchanged.min(timed(&build)?);
        }
        Ok(taken)
    };
    let taken = taken();
    let _ = fs::remove_dir_all(&folder);
    taken
}

fn emptied(folder: &Path) -> io::Result<()> {
    let _ = fs::remove_dir_all(folder);
    fs::create_dir_all(folder)
}

fn timed(build: &Build) -> Result<Duration, Failure> {
    let start = Instant::now();
    build.generate()?;
    Ok(start.elapsed())
}
