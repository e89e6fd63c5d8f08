//! Runs that were killed, and runs on one folder at once: real processes, and every point between two moves by hand.

#![expect(
    clippy::unwrap_used,
    reason = "a test fails by panicking, its helpers too"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use tempfile::TempDir;

const PETS: &str = include_str!("consumer/pets.yaml");
const OWN: &str = "src/own.rs";

fn tintype(at: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tintype"));
    command.current_dir(at).args(arguments);
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn ends_well(mut command: Command) {
    let done = command.output().unwrap();
    let (out, err) = (
        String::from_utf8_lossy(&done.stdout),
        String::from_utf8_lossy(&done.stderr),
    );
    assert!(done.status.success(), "{command:?}\n{out}{err}");
}

/// A folder with the documents `one.yaml` and `two.yaml`, which differ in models and operations, the crate of the first
/// one in `sdk`, and in it a file and a changelog of the user's.
fn project() -> TempDir {
    let dir = TempDir::new().unwrap();
    let at = dir.path();
    let other = PETS.replace("    Pet:", "    Dog:").replace("/Pet", "/Dog");
    let other = other.replace("operationId: listPets", "operationId: listDogs");
    assert_ne!(other, PETS);
    fs::write(at.join("one.yaml"), PETS).unwrap();
    fs::write(at.join("two.yaml"), other).unwrap();
    ends_well(generate(at, "one.yaml", "sdk"));
    fs::write(at.join("sdk").join(OWN), "// mine\n").unwrap();
    dir
}

fn generate(at: &Path, document: &str, to: &str) -> Command {
    tintype(at, &["generate", document, "-o", to, "--package", "pets"])
}

fn is_of(at: &Path, document: &str) -> bool {
    let mut check = tintype(at, &["check", document, "-o", "sdk", "--package", "pets"]);
    check.output().unwrap().status.success()
}

fn files(dir: &Path) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut folders = vec![dir.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(dir).unwrap().to_string_lossy();
                found.insert(name.into_owned(), fs::read_to_string(&path).unwrap());
            }
        }
    }
    found
}

fn put(dir: &Path, path: &str, text: &str) {
    let path = dir.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// Both states of the crate, that of `two.yaml` with the changelog that leads there.
fn states(at: &Path) -> (BTreeMap<String, String>, BTreeMap<String, String>) {
    let one = files(&at.join("sdk"));
    ends_well(generate(at, "two.yaml", "sdk"));
    (one, files(&at.join("sdk")))
}

/// The crate of `one.yaml` on the way to that of `two.yaml`, killed behind so many steps: what is written waits first, then
/// the changelog moves, what is gone goes, what is new moves, and last the lock file.
fn killed(
    sdk: &Path,
    states: &(BTreeMap<String, String>, BTreeMap<String, String>),
    steps: usize,
) -> usize {
    let (one, two) = states;
    fs::remove_dir_all(sdk).unwrap();
    for (path, text) in one {
        put(sdk, path, text);
    }
    let new: Vec<(&String, &String)> = two
        .iter()
        .filter(|(path, text)| one.get(*path) != Some(text) && *path != ".tintype.lock")
        .collect();
    let gone: Vec<&String> = one.keys().filter(|path| !two.contains_key(*path)).collect();
    let staged = |path: &str| format!(".tintype-new/files/{path}");
    put(sdk, ".tintype-new/made-by-tintype", "");
    for (path, text) in &new {
        put(sdk, &staged(path), text);
    }
    put(sdk, ".tintype-new/lock", &two[".tintype.lock"]);
    let mut moves: Vec<(PathBuf, Option<PathBuf>)> = Vec::new();
    let moved = |path: &str| (sdk.join(staged(path)), Some(sdk.join(path)));
    moves.push(moved("CHANGELOG.md"));
    moves.extend(gone.iter().map(|path| (sdk.join(path), None)));
    let others = new.iter().filter(|(path, _)| *path != "CHANGELOG.md");
    moves.extend(others.map(|(path, _)| moved(path)));
    moves.push((
        sdk.join(".tintype-new/lock"),
        Some(sdk.join(".tintype.lock")),
    ));
    for (from, to) in moves.iter().take(steps) {
        match to {
            Some(to) => {
                fs::create_dir_all(to.parent().unwrap()).unwrap();
                fs::rename(from, to).unwrap();
            }
            None => fs::remove_file(from).unwrap(),
        }
    }
    moves.len()
}

#[test]
fn a_run_killed_between_any_two_moves_is_completed_or_undone() {
    let dir = project();
    let at = dir.path();
    let states = states(at);
    let sdk = at.join("sdk");
    let all = killed(&sdk, &states, 0);
    assert!(all > 5, "{all}");
    for steps in 0..=all {
        killed(&sdk, &states, steps);
        ends_well(generate(at, "two.yaml", "sdk"));
        assert_eq!(files(&sdk), states.1, "after {steps} of {all} moves");
    }
}

#[test]
fn another_document_after_a_killed_run_finds_no_edited_file() {
    let dir = project();
    let at = dir.path();
    let states = states(at);
    let sdk = at.join("sdk");
    let all = killed(&sdk, &states, 0);
    let third = PETS.replace("    Pet:", "    Cat:").replace("/Pet", "/Cat");
    fs::write(at.join("three.yaml"), third).unwrap();
    for steps in 0..=all {
        killed(&sdk, &states, steps);
        ends_well(generate(at, "three.yaml", "sdk"));
        assert!(is_of(at, "three.yaml"), "after {steps} of {all} moves");
        assert!(!sdk.join(".tintype-new").exists());
        assert_eq!(fs::read_to_string(sdk.join(OWN)).unwrap(), "// mine\n");
    }
}

#[test]
fn an_edit_after_a_killed_run_is_not_lost() {
    let dir = project();
    let at = dir.path();
    let states = states(at);
    let sdk = at.join("sdk");
    // The changelog has moved, and `lib.rs` has not.
    killed(&sdk, &states, 1);
    fs::write(sdk.join("src/models/mod.rs"), "// edited\n").unwrap();
    let refused = generate(at, "two.yaml", "sdk").output().unwrap();
    assert!(!refused.status.success());
    let said = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(
        said.contains("O001") && said.contains("src/models/mod.rs"),
        "{said}"
    );
    assert_eq!(
        fs::read_to_string(sdk.join("src/models/mod.rs")).unwrap(),
        "// edited\n"
    );
    let mut forced = generate(at, "two.yaml", "sdk");
    forced.arg("--force");
    ends_well(forced);
    assert_eq!(files(&sdk), states.1);
}

#[test]
fn a_folder_that_only_has_the_name_is_left_alone() {
    let dir = project();
    let at = dir.path();
    put(&at.join("sdk"), ".tintype-new/precious", "p");
    let refused = generate(at, "two.yaml", "sdk").output().unwrap();
    assert!(String::from_utf8_lossy(&refused.stderr).contains("O002"));
    assert!(is_of(at, "one.yaml"));
    assert!(at.join("sdk/.tintype-new/precious").exists());
}

#[test]
fn what_waits_and_was_not_written_by_the_killed_run_is_not_moved() {
    let dir = project();
    let at = dir.path();
    let states = states(at);
    let sdk = at.join("sdk");
    killed(&sdk, &states, 1);
    put(&sdk, ".tintype-new/files/build.rs", "fn main() {}");
    let refused = generate(at, "two.yaml", "sdk").output().unwrap();
    assert!(String::from_utf8_lossy(&refused.stderr).contains("O002"));
    assert!(!sdk.join("build.rs").exists());
}

#[test]
fn real_runs_that_are_killed_at_many_points_are_completed() {
    const KILLS: u32 = 20;
    let dir = project();
    let at = dir.path();
    let begun = Instant::now();
    ends_well(generate(at, "two.yaml", "sdk"));
    let whole = begun.elapsed();
    let mut left = 0;
    for kill in 0..KILLS {
        let (from, to) = if kill % 2 == 0 {
            ("one.yaml", "two.yaml")
        } else {
            ("two.yaml", "one.yaml")
        };
        ends_well(generate(at, from, "sdk"));
        let mut run = generate(at, to, "sdk").spawn().unwrap();
        // When it is killed decides which point is tried, not what has to hold.
        thread::sleep(whole * kill / KILLS + Duration::from_micros(u64::from(kill) * 131));
        let _ = run.kill();
        run.wait().unwrap();
        left += u32::from(at.join("sdk/.tintype-new").exists());
        ends_well(generate(at, to, "sdk"));
        assert!(is_of(at, to), "kill {kill}");
        assert!(!at.join("sdk/.tintype-new").exists());
        assert_eq!(
            fs::read_to_string(at.join("sdk").join(OWN)).unwrap(),
            "// mine\n"
        );
    }
    println!("{left} of {KILLS} runs were killed while they wrote");
}

#[test]
fn of_two_runs_at_once_the_second_waits() {
    let dir = project();
    let at = dir.path();
    for to in ["sdk", "fresh/sdk"] {
        for _ in 0..3 {
            let runs = ["one.yaml", "two.yaml", "one.yaml", "two.yaml"]
                .map(|document| generate(at, document, to).spawn().unwrap());
            for run in runs {
                let done = run.wait_with_output().unwrap();
                assert!(
                    done.status.success(),
                    "{}",
                    String::from_utf8_lossy(&done.stderr)
                );
            }
            let expected = |document: &str| {
                let mut check = tintype(at, &["check", document, "-o", to, "--package", "pets"]);
                check.output().unwrap().status.success()
            };
            assert!(expected("one.yaml") != expected("two.yaml"));
            let _ = fs::remove_dir_all(at.join("fresh"));
        }
    }
}
