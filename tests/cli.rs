//! The command `tintype` as a user meets it: what it writes, prints and ends with.

#![expect(
    clippy::unwrap_used,
    reason = "a test fails by panicking, its helpers too"
)]

#[path = "cli/inputs.rs"]
mod inputs;
#[path = "cli/shown.rs"]
mod shown;
#[path = "cli/users.rs"]
mod users;
#[path = "cli/written.rs"]
mod written;

use std::fs;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

const PETS: &str = include_str!("consumer/pets.yaml");

/// How a command ended: exit code, standard output, standard error.
struct Ended {
    code: Option<i32>,
    out: String,
    err: String,
}

fn tintype(dir: &Path, arguments: &[&str]) -> Ended {
    let done = Command::new(env!("CARGO_BIN_EXE_tintype"))
        .current_dir(dir)
        .args(arguments)
        .output()
        .unwrap();
    Ended {
        code: done.status.code(),
        out: String::from_utf8(done.stdout).unwrap(),
        err: String::from_utf8(done.stderr).unwrap(),
    }
}

/// Asserts the exit code and gives both outputs.
fn ends(dir: &Path, code: i32, arguments: &[&str]) -> Ended {
    let ended = tintype(dir, arguments);
    assert_eq!(
        ended.code,
        Some(code),
        "{arguments:?}\n{}{}",
        ended.out,
        ended.err
    );
    ended
}

/// A folder with a document and its configuration.
fn project() -> TempDir {
    let dir = TempDir::new().unwrap();
    fs::create_dir(dir.path().join("spec")).unwrap();
    fs::write(dir.path().join("spec/pets.yaml"), PETS).unwrap();
    let config = "spec = \"pets.yaml\"\noutput = \"../sdk\"\n[package]\nname = \"pets\"\n[client]\nname = \"Pets\"\n";
    fs::write(dir.path().join("spec/tintype.toml"), config).unwrap();
    dir
}

#[test]
fn generate_then_check_then_drift() {
    let dir = project();
    let at = dir.path();
    ends(at, 1, &["check"]);
    let done = ends(at, 0, &["generate"]);
    assert_eq!(done.out, "");
    // One line in every case: what was done, what was wrong, where to look.
    assert!(
        done.err.starts_with("sdk: ")
            && done.err.ends_with(
                "files written, 0 removed, 0 unchanged; no warnings; begin with sdk/README.md\n"
            )
            && done.err.lines().count() == 1,
        "{}",
        done.err
    );
    let again = ends(at, 0, &["generate"]).err;
    assert!(
        again.starts_with("sdk: 0 files written, 0 removed, ")
            && again.ends_with("; no warnings; nothing to do\n"),
        "{again}"
    );
    assert!(at.join("sdk/src/lib.rs").exists() && at.join("sdk/.tintype.lock").exists());
    assert_eq!(ends(at, 0, &["check"]).out, "");

    // Where the names and types are the same, their list is no place to look.
    fs::write(
        at.join("spec/pets.yaml"),
        PETS.replace("title: Pets", "title: All pets"),
    )
    .unwrap();
    let told = ends(at, 0, &["generate"]).err;
    assert!(
        told.ends_with(
            "; `git diff sdk` shows it; the names and types that callers see are the same\n"
        ),
        "{told}"
    );

    fs::write(
        at.join("spec/pets.yaml"),
        PETS.replace("    Pet:", "    Dog:").replace("/Pet", "/Dog"),
    )
    .unwrap();
    let drift = ends(at, 1, &["check"]);
    assert!(
        drift.out.contains("+++ b/src/models/dog.rs")
            && drift.out.contains("--- a/src/models/pet.rs\n+++ /dev/null"),
        "{}",
        drift.out
    );
    let told = ends(at, 0, &["generate"]).err;
    assert!(
        told.ends_with("; `git diff sdk/api-surface.txt` shows what callers see of it\n"),
        "{told}"
    );
    assert!(!at.join("sdk/src/models/pet.rs").exists());
    ends(at, 0, &["check"]);
}

#[test]
fn a_document_on_the_command_line_goes_where_it_is_told() {
    let dir = project();
    let at = dir.path();
    let missing = ends(at, 2, &["generate", "spec/pets.yaml"]);
    assert!(missing.err.contains("error[O006]"), "{}", missing.err);
    ends(
        at,
        0,
        &[
            "generate",
            "spec/pets.yaml",
            "-o",
            "a/b c",
            "--package",
            "dogs",
            "--client",
            "Dogs",
        ],
    );
    assert!(at.join("a/b c/Cargo.toml").exists());
    assert!(!at.join("sdk").exists());
    ends(
        at,
        0,
        &[
            "check",
            "spec/pets.yaml",
            "-o",
            "a/b c",
            "--package",
            "dogs",
            "--client",
            "Dogs",
        ],
    );
    ends(
        at,
        0,
        &["generate", "--config", "spec/tintype.toml", "-o", "c"],
    );
    assert!(at.join("c/Cargo.toml").exists());
}

#[test]
fn an_edited_file_is_named_and_force_overrides() {
    let dir = project();
    let at = dir.path();
    ends(at, 0, &["generate"]);
    fs::write(at.join("sdk/src/lib.rs"), "// mine\n").unwrap();
    let refused = ends(at, 2, &["generate"]);
    assert!(
        refused.err.contains("error[O001]") && refused.err.contains("lib.rs"),
        "{}",
        refused.err
    );
    assert_eq!(
        fs::read_to_string(at.join("sdk/src/lib.rs")).unwrap(),
        "// mine\n"
    );
    ends(at, 0, &["generate", "--force"]);
    ends(at, 0, &["check"]);
}

#[test]
fn a_wrong_document_is_listed_and_nothing_is_written() {
    let dir = project();
    let at = dir.path();
    fs::write(
        at.join("spec/pets.yaml"),
        PETS.replace("in: path", "in: 3")
            .replace("components:\n", "components:\n  parameters: 7\n"),
    )
    .unwrap();
    let refused = ends(at, 2, &["generate"]);
    assert_eq!(refused.err.matches("error[").count(), 2, "{}", refused.err);
    assert!(
        refused.err.contains("spec/pets.yaml:14:15") && refused.out.is_empty(),
        "{}",
        refused.err
    );
    assert!(!at.join("sdk").exists());
    ends(at, 2, &["check"]);
    ends(at, 2, &["inspect"]);
    assert!(
        ends(at, 2, &["generate", "nowhere.yaml", "-o", "x"])
            .err
            .contains("error[S001]")
    );
}

#[test]
fn a_wrong_option_hides_nothing_that_is_wrong_with_the_document() {
    let dir = project();
    let config = "spec = \"pets.yaml\"\noutput = \"../sdk\"\noutptu = \"x\"\n";
    fs::write(dir.path().join("spec/tintype.toml"), config).unwrap();
    let wrong = PETS.replace("openapi: 3.0.3", "openapi: 3.0.3\ntags: wrong");
    fs::write(dir.path().join("spec/pets.yaml"), wrong).unwrap();
    let listing = ends(dir.path(), 2, &["generate"]).err;
    assert!(listing.contains("error[C002]"), "{listing}");
    assert!(listing.contains("error[S013]"), "{listing}");
    assert!(!dir.path().join("sdk").exists());
}

#[test]
fn warnings_are_shown_unless_quiet_and_errors_when_strict() {
    let dir = project();
    let at = dir.path();
    fs::write(
        at.join("spec/pets.yaml"),
        PETS.replace(
            "\n      properties:",
            "\n      reqired: [id]\n      properties:",
        ),
    )
    .unwrap();
    assert!(ends(at, 0, &["generate"]).err.contains("warning[S012]"));
    assert_eq!(ends(at, 0, &["generate", "--quiet"]).err, "");
    assert!(
        ends(at, 2, &["generate", "--quiet", "--strict"])
            .err
            .contains("error[S012]")
    );
}

#[test]
fn selections_replace_those_of_the_file() {
    let dir = project();
    let at = dir.path();
    ends(at, 0, &["generate", "--tag", "Pets"]);
    ends(
        at,
        0,
        &["generate", "--operation", "getPet", "--path", "/pets/*"],
    );
    ends(at, 2, &["generate", "--tag", "Cats"]);
    let config = fs::read_to_string(at.join("spec/tintype.toml")).unwrap();
    fs::write(
        at.join("spec/tintype.toml"),
        config + "[select]\ntags = [\"Cats\"]\n",
    )
    .unwrap();
    ends(at, 2, &["generate"]);
    ends(at, 0, &["generate", "--tag", "Pets"]);
}

#[test]
fn one_file_is_written_checked_and_kept_from_being_overwritten() {
    let dir = project();
    let at = dir.path();
    ends(
        at,
        0,
        &[
            "generate",
            "--single-file",
            "-o",
            "src/sdk.rs",
            "--feature",
            "blocking",
        ],
    );
    ends(
        at,
        0,
        &[
            "check",
            "--single-file",
            "-o",
            "src/sdk.rs",
            "--feature",
            "blocking",
        ],
    );
    ends(at, 1, &["check", "--single-file", "-o", "src/sdk.rs"]);
    fs::write(at.join("src/sdk.rs"), "fn mine() {}\n").unwrap();
    assert!(
        ends(at, 2, &["generate", "--single-file", "-o", "src/sdk.rs"])
            .err
            .contains("error[O001]")
    );
    ends(at, 2, &["generate", "-o", "x", "--feature", "blocking"]);
}
