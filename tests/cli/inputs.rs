//! Where documents come from: standard input, an address, nowhere yet.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use tempfile::TempDir;

use crate::{Ended, PETS, ends, project};

/// The same with something on standard input.
fn fed(dir: &Path, input: &str, arguments: &[&str]) -> Ended {
    use std::io::Write as _;
    let mut child = Command::new(env!("CARGO_BIN_EXE_tintype"))
        .current_dir(dir)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child
        .stdin
        .take()
        .unwrap()
        .write_all(input.as_bytes())
        .unwrap();
    let done = child.wait_with_output().unwrap();
    Ended {
        code: done.status.code(),
        out: String::from_utf8(done.stdout).unwrap(),
        err: String::from_utf8(done.stderr).unwrap(),
    }
}

#[test]
fn a_document_comes_from_standard_input_and_one_file_goes_to_standard_output() {
    let dir = project();
    let at = dir.path();
    let one = ["--single-file", "-o", "-"];
    let piped = fed(at, PETS, &[&["generate", "-"], &one[..]].concat());
    assert_eq!((piped.code, piped.err.as_str()), (Some(0), ""));
    // As from a file, but for the name of the file.
    let named = ends(at, 0, &[&["generate", "spec/pets.yaml"], &one[..]].concat());
    let without_name = named
        .out
        .replace("//\n// Generated from `pets.yaml`.\n", "");
    let body = |text: &str| text.rsplit_once("// SHA-256").unwrap().0.to_owned();
    assert_eq!(body(&piped.out), body(&without_name));

    let broken = fed(at, "openapi: 3.0.3\ninfo: [}", &["inspect", "-"]);
    assert_eq!(broken.code, Some(2));
    assert!(broken.err.contains("--> <stdin>:2:8"), "{}", broken.err);
    let folder = fed(at, PETS, &["generate", "-", "-o", "-"]);
    assert!(
        folder.code == Some(2) && folder.err.contains("error[O011]"),
        "{}",
        folder.err
    );
}

#[test]
fn the_folder_is_told_without_detours() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    fs::write(at.join("api.yaml"), PETS).unwrap();
    let told = ends(at, 0, &["generate", "api.yaml", "-o", "here/../sdk"]).err;
    assert!(told.starts_with("sdk: "), "{told}");
    assert!(at.join("sdk/src/lib.rs").exists() && !at.join("here").exists());
    let told = ends(&at.join("sdk"), 0, &["generate", "../api.yaml", "-o", "."]).err;
    assert!(told.starts_with(".: "), "{told}");
}

#[test]
fn a_first_run_says_what_to_type_and_init_writes_a_configuration_that_works() {
    let dir = TempDir::new().unwrap();
    let at = dir.path();
    let empty = ends(at, 2, &["generate"]).err;
    assert!(
        empty.contains("error[O007]") && empty.contains("`tintype init openapi.yaml`"),
        "{empty}"
    );
    let url = ends(
        at,
        2,
        &[
            "generate",
            "https://example.com/v1/api.yaml?raw=1",
            "-o",
            "sdk",
        ],
    )
    .err;
    assert!(
        url.contains("`curl -fsSL -o api.yaml 'https://example.com/v1/api.yaml?raw=1'`"),
        "{url}"
    );

    fs::write(at.join("api.yaml"), PETS).unwrap();
    let written = ends(at, 0, &["init", "api.yaml"]).err;
    assert!(
        written.starts_with("tintype.toml: written, no warnings; "),
        "{written}"
    );
    let config = fs::read_to_string(at.join("tintype.toml")).unwrap();
    let table: toml::Table = toml::from_str(&config).unwrap();
    assert_eq!(table["spec"].as_str(), Some("api.yaml"));
    assert!(
        config.contains("\n# version = \"0.1.0\"\n") && !config.contains("Clerk\""),
        "{config}"
    );
    let done = ends(at, 0, &["generate"]).err;
    let folder = table["output"].as_str().unwrap();
    assert!(
        done.starts_with(folder) && at.join(folder).join("src/lib.rs").exists(),
        "{done}"
    );
    // What is there is the user's.
    let there = ends(at, 2, &["init", "api.yaml"]).err;
    let is_told = there.contains("error[O002]") && there.contains("`init` takes `--config`");
    assert!(is_told, "{there}");
    assert_eq!(fs::read_to_string(at.join("tintype.toml")).unwrap(), config);
}
