//! The changelog of a generated crate: written by `generate`, kept by the user.

#![expect(
    clippy::unwrap_used,
    reason = "a test fails by panicking, its helpers too"
)]

use std::fs;
use std::path::Path;
use std::process::Command;

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

/// The changelog with its first entry.
const FIRST: &str = "# Changelog

Versions follow [Semantic Versioning](https://semver.org/spec/v2.0.0.html).

## [Unreleased]

Due: 1.1.0, a minor change for callers.

### Added

- An optional field was added: `Pet.age`.
";

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
    assert_eq!(log(folder).unwrap(), FIRST);

    // Nothing new: nothing said, and the file stays.
    let said = generate(folder, &older, CONFIG);
    assert!(!said.contains("CHANGELOG.md"), "{said}");
    assert_eq!(log(folder).unwrap(), FIRST);

    let typed = older.replace("name: {type: string}", "name: {type: integer}");
    let said = generate(folder, &typed, CONFIG);
    assert!(
        said.contains("a major change for callers; 2.0.0 is due"),
        "{said}"
    );
    assert!(
        log(folder).unwrap().contains(
            "### Breaking

- A field has another type: `Pet.name` (`name: String` → `name: i64`). Programs that are built already break; the field has another type.

### Added
"
        ),
        "{:?}",
        log(folder)
    );

    let said = generate(folder, &typed, &CONFIG.replace("1.0.0", "1.1.0"));
    assert!(
        said.contains("the version has to be 2.0.0 or later"),
        "{said}"
    );
    let released = log(folder).unwrap();
    assert!(
        released.contains("\n## [1.1.0]\n\n### Breaking\n"),
        "{released}"
    );
    assert!(!released.contains("Unreleased"), "{released}");

    // What comes next is told from this version on.
    let third = typed.replace("age: {", "years: {");
    generate(folder, &third, &CONFIG.replace("1.0.0", "1.1.0"));
    let next = log(folder).unwrap();
    let (unreleased, rest) = next.split_once("\n## [1.1.0]\n").unwrap();
    assert!(
        unreleased.contains("Pet.years") && !unreleased.contains("Pet.name"),
        "{next}"
    );
    assert_eq!(
        rest,
        released.split_once("\n## [1.1.0]\n").unwrap().1,
        "{next}"
    );
}

#[test]
fn a_change_that_is_taken_back_leaves_no_entry() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    generate(folder, PETS, CONFIG);
    generate(folder, &PETS.replace("name:", "title:"), CONFIG);
    assert!(log(folder).unwrap().contains("`Pet.title`"));
    let said = generate(folder, PETS, CONFIG);
    assert!(said.contains("no change for callers"), "{said}");
    assert!(!log(folder).unwrap().contains("##"), "{:?}", log(folder));
}

#[test]
fn a_document_that_ends_without_a_line_end_is_the_same_one_the_next_time() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    for document in [PETS.trim_end().to_owned(), PETS.replace('\n', "\r\n")] {
        generate(folder, &document, CONFIG);
        let said = generate(folder, &document, CONFIG);
        assert!(said.contains("0 files written"), "{said}");
        assert!(!folder.join("sdk/.tintype.released").exists());
    }
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

const OLDER: &str = "
### Security

- Nothing.

## 1.0.0

- An optional field was added: `Pet.older`.

[Unreleased]: https://example.com
";

#[test]
fn what_the_user_wrote_is_kept_and_what_they_took_out_stays_out() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    generate(folder, PETS, CONFIG);
    let more = |fields: &str| {
        let fields = format!("name: {{type: string}}\n        {fields}");
        PETS.replace("name: {type: string}", &fields)
    };
    let file = |ours: &str| {
        format!(
            "# Pets\n\nWords about it.\n\n## [Unreleased]\n\nWe are proud of this one.\n{ours}{OLDER}"
        )
    };
    let path = folder.join("sdk/CHANGELOG.md");
    fs::write(&path, file("\n### Added\n\n- A logo.\n")).unwrap();
    generate(folder, &more("age: {type: integer}"), CONFIG);
    let due = "Due: 1.1.0, a minor change for callers.\n\n### Added\n\n- A logo.\n";
    let added = |what: &str| format!("{due}- An optional field was added: {what}.\n");
    assert_eq!(log(folder).unwrap(), file(&added("`Pet.age`")));

    // Another line takes the place of ours.
    let both = more("age: {type: integer}\n        size: {type: integer}");
    generate(folder, &both, CONFIG);
    assert_eq!(log(folder).unwrap(), file(&added("`Pet.age`, `Pet.size`")));

    // Words of the user's stay, and the line that they wrote anew does not come back.
    let own = added("`Pet.age`, `Pet.size`").replace("An optional field was added", "Pets grow");
    fs::write(&path, file(&own)).unwrap();
    generate(
        folder,
        &both.replace("integer}", "integer, description: Years}"),
        CONFIG,
    );
    let told = log(folder).unwrap();
    assert!(
        told.contains("- Pets grow: `Pet.age`, `Pet.size`.\n"),
        "{told}"
    );
    assert!(
        !told.contains("An optional field was added: `Pet.age`"),
        "{told}"
    );
}

#[test]
fn an_entry_that_the_user_gave_its_version_is_the_entry_of_that_version() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    generate(folder, PETS, CONFIG);
    let older = PETS.replace("paths: {}", "paths: {}\ntags: [{name: a}]");
    let older = older.replace(
        "name: {type: string}",
        "name: {type: string}\n        age: {type: integer}",
    );
    generate(folder, &older, CONFIG);
    let path = folder.join("sdk/CHANGELOG.md");
    let named = log(folder)
        .unwrap()
        .replace("[Unreleased]", "[1.1.0] - 2024-05-01");
    fs::write(&path, &named).unwrap();
    generate(folder, &older, &CONFIG.replace("1.0.0", "1.1.0"));
    let due = "Due: 1.1.0, a minor change for callers.\n\n";
    assert_eq!(log(folder).unwrap(), named.replace(due, ""));
}

#[test]
fn a_crate_keeps_nothing_where_the_configuration_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let config = format!("keep-document = false\n{CONFIG}");
    generate(folder, PETS, &config);
    generate(folder, &PETS.replace("name:", "title:"), &config);
    assert_eq!(log(folder), None);
    assert!(!folder.join("sdk/.tintype.document").exists());
}
