//! The changelog of a generated crate: written by `generate`, kept by the user.

#![expect(
    clippy::unwrap_used,
    reason = "a test fails by panicking, its helpers too"
)]

use std::fs;
use std::path::Path;
use std::process::Command;

use tintype::changelog::{Bump, State, update};

const PETS: &str = "openapi: 3.0.3
info: {title: Pets, version: '1'}
paths: {}
components:
  schemas:
    Pet:
      type: object
      required: [name]
      properties:
        name: {type: string}
";

const CONFIG: &str = "spec = 'pets.yaml'\noutput = 'sdk'\n[package]\nversion = '1.0.0'\n";

/// Generates in the folder; gives what is said on standard error.
fn generate(folder: &Path, document: &str, config: &str) -> String {
    fs::write(folder.join("pets.yaml"), document).unwrap();
    fs::write(folder.join("tintype.toml"), config).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_tintype"));
    command.current_dir(folder);
    let output = command
        .args(["generate", "--config", "tintype.toml"])
        .output()
        .unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success(), "{said}");
    said
}

fn log(folder: &Path) -> Option<String> {
    fs::read_to_string(folder.join("sdk/CHANGELOG.md")).ok()
}

#[test]
fn what_changes_for_callers_gathers_under_unreleased_until_the_version_changes() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    generate(folder, PETS, CONFIG);
    assert_eq!(log(folder), None);

    let older = PETS.replace(
        "name: {type: string}",
        "name: {type: string}\n        age: {type: integer}",
    );
    let said = generate(folder, &older, CONFIG);
    assert!(
        said.contains("CHANGELOG.md: a minor change for callers; 1.1.0 is due"),
        "{said}"
    );
    let first = "# Changelog

Versions follow [Semantic Versioning](https://semver.org/spec/v2.0.0.html).

## [Unreleased]

Due: 1.1.0, a minor change for callers in Rust.

### Added

- `pub fn models::Pet::age(self, age: i64) -> Self`
- `pub models::Pet::age: Option<i64>`
";
    assert_eq!(log(folder).unwrap(), first);

    // Nothing new: nothing said, and the file stays.
    let said = generate(folder, &older, CONFIG);
    assert!(!said.contains("CHANGELOG.md"), "{said}");
    assert_eq!(log(folder).unwrap(), first);

    let typed = older.replace("name: {type: string}", "name: {type: integer}");
    let said = generate(folder, &typed, CONFIG);
    assert!(
        said.contains("a major change for callers; 2.0.0 is due"),
        "{said}"
    );
    assert!(log(folder).unwrap().contains(
        "### Changed

- `pub fn models::Pet::new(name: impl Into<String>) -> Self` is now `pub fn models::Pet::new(name: i64) -> Self`
- `pub models::Pet::name: String` is now `pub models::Pet::name: i64`
"
    ));

    let said = generate(folder, &typed, &CONFIG.replace("1.0.0", "1.1.0"));
    assert!(
        said.contains("the version has to be 2.0.0 or later"),
        "{said}"
    );
    let released = log(folder).unwrap();
    assert!(
        released.contains("\n## [1.1.0]\n\n### Added\n"),
        "{released}"
    );
    assert!(!released.contains("Unreleased"), "{released}");
}

#[test]
fn a_change_that_is_taken_back_leaves_no_entry() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    generate(folder, PETS, CONFIG);
    generate(folder, &PETS.replace("name:", "title:"), CONFIG);
    assert!(log(folder).unwrap().contains("models::Pet::title"));
    let said = generate(folder, PETS, CONFIG);
    assert!(said.contains("no change for callers"), "{said}");
    assert!(!log(folder).unwrap().contains("##"), "{:?}", log(folder));
}

#[test]
fn the_check_leaves_the_changelog_alone() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    generate(folder, PETS, CONFIG);
    fs::write(folder.join("sdk/CHANGELOG.md"), "# Ours\n").unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_tintype"));
    command
        .current_dir(folder)
        .args(["check", "--config", "tintype.toml"]);
    assert!(command.status().unwrap().success());
    generate(folder, PETS, CONFIG);
    assert_eq!(log(folder).unwrap(), "# Ours\n");
}

#[test]
fn a_file_that_is_no_text_is_not_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    generate(folder, PETS, CONFIG);
    let bytes = [0xff, 0xfe, 0x23];
    fs::write(folder.join("sdk/CHANGELOG.md"), bytes).unwrap();
    generate(folder, &PETS.replace("name:", "title:"), CONFIG);
    assert_eq!(fs::read(folder.join("sdk/CHANGELOG.md")).unwrap(), bytes);
}

#[test]
fn what_the_user_wrote_is_kept() {
    let log = "# Pets

Words about it.

## Unreleased

We are proud of this one.

### Added

- A logo.
- `pub fn models::Pet::old()`

### Security

- Nothing.

## 1.0.0

- `pub fn models::Pet::older()`

[Unreleased]: https://example.com
";
    let old = State {
        surface: "pub fn models::Pet::old()\n",
        version: "1.0.0",
    };
    let new = State {
        surface: "pub fn models::Pet::new()\n",
        version: "1.0.0",
    };
    let update = update(Some(log), old, new).unwrap();
    assert_eq!(update.level, Bump::Minor);
    let expected = log
        .replace("## Unreleased", "## [Unreleased]")
        .replace(
            "We are proud of this one.\n",
            "We are proud of this one.\nDue: 1.1.0, a minor change for callers in Rust.\n",
        )
        .replace("models::Pet::old()", "models::Pet::new()");
    assert_eq!(update.text, expected);
}
