//! `cargo run --release -p tintype-growth [SHAPE…]`: what generating takes while documents grow, a line a shape, each
//! measurement in a process of its own. What is more than straight in time or memory is marked.
//!
//! `cargo run --release -p tintype-growth -- --write FOLDER`: each shape as large as a document below 1 MB can be, for `tintype generate`.
//!
//! `cargo run -p tintype-growth -- --build-script DOCUMENT…`: what a build script spends on each, without optimisations, since Cargo
//! builds what build scripts use without them.
#![expect(clippy::print_stdout, reason = "a program whose output is a table")]

use std::io::Read;
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};
use std::{env, fs, thread};

use tintype_growth::{SHAPES, Shape, build_script, run};

/// When a run is given up.
const PATIENCE: Duration = Duration::from_secs(120);

/// What a run took.
struct Measured {
    size: usize,
    seconds: f64,
    megabytes: f64,
    stages: String,
}

fn main() -> ExitCode {
    let wanted: Vec<String> = env::args().skip(1).collect();
    if let [flag, name, size] = &wanted[..]
        && flag == "--one"
    {
        return one(name, size);
    }
    if let [flag, documents @ ..] = &wanted[..]
        && flag == "--build-script"
    {
        return build_scripts(documents);
    }
    if let [flag, folder] = &wanted[..]
        && flag == "--write"
    {
        return write(Path::new(folder));
    }
    println!("| shape | size: seconds, MB | grows as | last run: plan, output, inspect, diff |");
    println!("| --- | --- | --- | --- |");
    let mut bends = 0;
    for shape in shapes() {
        let is_wanted =
            wanted.is_empty() || wanted.iter().any(|name| shape.name.contains(name.as_str()));
        if is_wanted && !grow(shape) {
            bends += 1;
        }
    }
    println!("\n{bends} of them are more than straight, or never end.");
    if bends == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// Writes the largest document of each shape that is below 1 MB, and not far beyond what people come to.
fn write(folder: &Path) -> ExitCode {
    for shape in shapes() {
        let text = |size: usize| (shape.document)(size).to_string();
        let is_small =
            |size: &usize| *size <= shape.most.saturating_mul(64) && text(*size).len() < 1_000_000;
        let mut size = 1;
        let mut step = 1;
        while is_small(&(size + step)) {
            size += step;
            step *= 2;
        }
        while step > 1 {
            step /= 2;
            size = Some(size + step).filter(is_small).unwrap_or(size);
        }
        if let Err(failure) = fs::write(folder.join(format!("{}.json", shape.name)), text(size)) {
            println!("{failure}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

/// A line for each document.
fn build_scripts(documents: &[String]) -> ExitCode {
    println!("| document | made, ms | unchanged, ms |");
    println!("| --- | ---: | ---: |");
    for document in documents {
        match build_script::run(Path::new(document)) {
            Ok(taken) => {
                let [fresh, unchanged] =
                    [taken.fresh, taken.unchanged].map(|time| time.as_secs_f64() * 1e3);
                println!("| {document} | {fresh:.1} | {unchanged:.2} |");
            }
            Err(failure) => {
                println!("{failure}");
                return ExitCode::FAILURE;
            }
        }
    }
    ExitCode::SUCCESS
}

fn shapes() -> impl Iterator<Item = &'static Shape> {
    SHAPES.iter().copied().flatten()
}

/// Measures a shape at sizes four times as large each; whether its line is straight.
fn grow(shape: &Shape) -> bool {
    let mut runs: Vec<Measured> = Vec::new();
    let mut cells = Vec::new();
    let mut has_ended = true;
    for step in (0..4).rev() {
        let size = (shape.most >> (2 * step)).max(1);
        if let Some(run) = measured(shape.name, size) {
            cells.push(format!("{size}: {:.2}, {:.0}", run.seconds, run.megabytes));
            runs.push(run);
        } else {
            cells.push(format!("{size}: **never ends**"));
            has_ended = false;
            break;
        }
    }
    let (growth, is_straight) = growth(&runs);
    let mark = if is_straight && has_ended {
        ""
    } else {
        " **bends**"
    };
    let stages = runs
        .last()
        .map(|run| run.stages.as_str())
        .unwrap_or_default();
    println!(
        "| {} | {} | {growth}{mark} | {stages} |",
        shape.name,
        cells.join("; ")
    );
    is_straight && has_ended
}

/// The powers of the size by which time and memory grow at the end, and whether both are nearly one, or too small to tell.
fn growth(runs: &[Measured]) -> (String, bool) {
    let [.., before, last] = runs else {
        return (String::new(), true);
    };
    let sizes = ratio(last.size, before.size).ln();
    let power = |new: f64, old: f64| (new / old).ln() / sizes;
    // Below, the ground that every run stands on is most of it.
    let time = power(last.seconds, before.seconds.max(0.02));
    let memory = power(last.megabytes, before.megabytes.max(12.0));
    let is_straight =
        (time < 1.3 || last.seconds < 0.5) && (memory < 1.3 || last.megabytes < 100.0);
    (
        format!("{:.1}, {:.1}", time.max(0.0), memory.max(0.0)),
        is_straight,
    )
}

#[expect(clippy::cast_precision_loss, reason = "sizes are far below 2^53")]
fn ratio(new: usize, old: usize) -> f64 {
    new as f64 / old as f64
}

/// A run in a process of its own, `None` if it does not end or fails.
fn measured(name: &str, size: usize) -> Option<Measured> {
    let mut child = Command::new(env::current_exe().ok()?)
        .args(["--one", name, &size.to_string()])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    let start = Instant::now();
    loop {
        match child.try_wait() {
            Ok(Some(status)) if status.success() => break,
            Ok(None) if start.elapsed() < PATIENCE => thread::sleep(Duration::from_millis(5)),
            _ => {
                let _ = child.kill();
                let _ = child.wait();
                return None;
            }
        }
    }
    let mut text = String::new();
    child.stdout?.read_to_string(&mut text).ok()?;
    let numbers: Vec<f64> = text
        .split_whitespace()
        .filter_map(|number| number.parse().ok())
        .collect();
    let [plan, output, inspect, diff, megabytes] = numbers[..] else {
        return None;
    };
    Some(Measured {
        size,
        seconds: plan + output + inspect + diff,
        megabytes,
        stages: format!("{plan:.2}, {output:.2}, {inspect:.2}, {diff:.2}"),
    })
}

/// One run, its figures on one line.
fn one(name: &str, size: &str) -> ExitCode {
    let (Some(shape), Ok(size)) = (shapes().find(|shape| shape.name == name), size.parse()) else {
        return ExitCode::FAILURE;
    };
    let document = (shape.document)(size);
    let before = peak();
    let taken = run::run(&document);
    let seconds = [taken.plan, taken.output, taken.inspect, taken.diff]
        .map(|time| time.as_secs_f64().to_string());
    println!(
        "{} {}",
        seconds.join(" "),
        peak() - before.min(peak()) + 1.0
    );
    ExitCode::SUCCESS
}

/// The most memory that this process had, in megabytes; zero where the system does not tell.
fn peak() -> f64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|rest| {
        rest.trim()
            .trim_end_matches("kB")
            .trim()
            .parse::<f64>()
            .ok()
    });
    kilobytes.unwrap_or_default() / 1024.0
}
