//! What a program takes: time on the clock, time of the processors, memory.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use std::{fs, io};

use wait4::Wait4;

/// What a run took.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Taken {
    /// On the clock.
    pub(crate) clock: Duration,
    /// Of all processors, for the program and for what it started.
    pub(crate) processors: Duration,
    /// The most that one process held, in megabytes.
    pub(crate) megabytes: f64,
}

/// Runs a program; `None` if it fails, which is said.
pub(crate) fn run(command: &mut Command) -> io::Result<Option<Taken>> {
    let start = Instant::now();
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    let used = child.wait4()?;
    let is_done = used.status.success();
    if !is_done {
        eprintln!("failed: {command:?}");
    }
    Ok(is_done.then(|| Taken {
        clock: start.elapsed(),
        processors: used.rusage.utime + used.rusage.stime,
        megabytes: megabytes(used.rusage.maxrss),
    }))
}

#[expect(clippy::cast_precision_loss, reason = "memory is far below 2^53 bytes")]
fn megabytes(bytes: u64) -> f64 {
    bytes as f64 / 1e6
}

/// Each figure in the middle of all runs.
pub(crate) fn median(runs: &[Taken]) -> Taken {
    fn middle<T: Copy>(
        runs: &[Taken],
        get: impl Fn(&Taken) -> T,
        order: fn(&T, &T) -> std::cmp::Ordering,
    ) -> T {
        let mut all: Vec<T> = runs.iter().map(get).collect();
        all.sort_by(order);
        all[all.len() / 2]
    }
    Taken {
        clock: middle(runs, |run| run.clock, Ord::cmp),
        processors: middle(runs, |run| run.processors, Ord::cmp),
        megabytes: middle(runs, |run| run.megabytes, f64::total_cmp),
    }
}

/// `cargo check` of a crate whose dependencies are built, not incremental; `None` if it does not compile.
pub(crate) fn check(folder: &Path, target: &Path) -> io::Result<Option<Taken>> {
    let check = || {
        let mut cargo = Command::new("cargo");
        cargo.current_dir(folder).args(["check", "--lib"]);
        cargo
            .env("CARGO_TARGET_DIR", target)
            .env("CARGO_INCREMENTAL", "0");
        run(&mut cargo)
    };
    if check()?.is_none() {
        return Ok(None);
    }
    let mut runs = Vec::new();
    for _ in 0..3 {
        touch(folder)?;
        runs.extend(check()?);
    }
    Ok((!runs.is_empty()).then(|| median(&runs)))
}

/// What a release build of a crate takes, and the program that it ends in.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Released {
    /// Compiling the crate and a program that makes two calls, and linking; dependencies are built.
    pub(crate) taken: Taken,
    /// The size of the stripped program, in megabytes.
    pub(crate) megabytes: f64,
}

/// Compiles a program against the crate in a folder; `None` if it does not compile.
pub(crate) fn release(folder: &Path, caller: &Path, target: &Path) -> io::Result<Option<Released>> {
    let program = target.join("caller");
    fs::create_dir_all(program.join("src"))?;
    fs::copy(caller, program.join("src/main.rs"))?;
    let manifest = format!(
        "[package]\nname = \"caller\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\n\
         measured-sdk = {{ path = {:?} }}\ntokio = {{ version = \"1\", features = [\"macros\", \"rt\"] }}\n\n\
         [profile.release]\nstrip = true\n\n[workspace]\n",
        folder.display().to_string()
    );
    fs::write(program.join("Cargo.toml"), manifest)?;
    let build = || {
        let mut cargo = Command::new("cargo");
        cargo.current_dir(&program).args(["build", "--release"]);
        cargo.env("CARGO_TARGET_DIR", target);
        run(&mut cargo)
    };
    if build()?.is_none() {
        return Ok(None);
    }
    touch(folder)?;
    let Some(taken) = build()? else {
        return Ok(None);
    };
    let built = target
        .join("release")
        .join(format!("caller{}", std::env::consts::EXE_SUFFIX));
    let megabytes = megabytes(fs::metadata(built)?.len());
    Ok(Some(Released { taken, megabytes }))
}

/// Another time of its last change is what makes Cargo compile a crate again.
fn touch(folder: &Path) -> io::Result<()> {
    let lib = folder.join("src/lib.rs");
    let text = fs::read(&lib)?;
    fs::write(&lib, text)
}

/// The lines of Rust below `src`.
pub(crate) fn lines(folder: &Path) -> io::Result<usize> {
    let mut count = 0;
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            count += lines(&path)?;
        } else if path.extension().is_some_and(|end| end == "rs") {
            count += String::from_utf8_lossy(&fs::read(&path)?).lines().count();
        }
    }
    Ok(count)
}
