//! What of a crate is the user's, and what a registry asks of it.

use std::fs;
use std::process::Command;

use tempfile::TempDir;

use crate::{ends, project};

#[test]
fn modules_and_a_manifest_of_the_users_are_part_of_the_crate_and_stay_theirs() {
    let dir = project();
    let at = dir.path();
    let config = fs::read_to_string(at.join("spec/tintype.toml")).unwrap();
    let config = config
        + "[crate]\nmodules = [\"extra\"]\nmanifest = \"Cargo.extra.toml\"\n\
        [replace]\n\"#/components/schemas/Pet\" = \"crate::extra::Pet\"\n";
    fs::write(at.join("spec/tintype.toml"), config).unwrap();
    let manifest = "[package]\nkeywords = [\"pets\", \"sdk\"]\nrust-version.workspace = true\nmetadata.mine.a = 1\n\
        [dependencies]\nchrono = { version = \"0.4\", features = [\"serde\"] }\n[features]\nmine = [\"client\"]\n\
        [lints.clippy]\npedantic = \"warn\"\n";
    fs::write(at.join("spec/Cargo.extra.toml"), manifest).unwrap();

    let first = ends(at, 0, &["generate"]);
    assert!(
        first.err.contains("src/extra.rs: not there yet"),
        "{}",
        first.err
    );
    let extra = at.join("sdk/src/extra.rs");
    fs::write(&extra, "//! Mine.\n").unwrap();
    assert!(!ends(at, 0, &["generate"]).err.contains("not there yet"));
    ends(at, 0, &["check"]);

    let root = fs::read_to_string(at.join("sdk/src/lib.rs")).unwrap();
    assert!(root.contains("\npub mod extra;\n"), "{root}");
    let text = fs::read_to_string(at.join("sdk/Cargo.toml")).unwrap();
    let parsed: toml::Table = toml::from_str(&text).unwrap();
    let value = |path: &str| {
        let keys = path.split('/');
        let found = keys.fold(toml::Value::Table(parsed.clone()), |value, key| {
            value[key].clone()
        });
        found.to_string()
    };
    assert_eq!(value("package/keywords"), "[\"pets\", \"sdk\"]");
    assert_eq!(value("package/rust-version/workspace"), "true");
    assert_eq!(value("package/metadata/mine/a"), "1");
    assert_eq!(value("package/metadata/docs/rs/all-features"), "true");
    assert_eq!(value("dependencies/chrono/version"), "\"0.4\"");
    assert_eq!(value("features/mine"), "[\"client\"]");
    assert_eq!(value("lints/clippy/pedantic"), "\"warn\"");

    // Another run neither touches nor removes what is theirs, and a key that is gone goes.
    fs::write(at.join("spec/Cargo.extra.toml"), "").unwrap();
    ends(at, 1, &["check"]);
    ends(at, 0, &["generate"]);
    assert_eq!(fs::read_to_string(&extra).unwrap(), "//! Mine.\n");
    let text = fs::read_to_string(at.join("sdk/Cargo.toml")).unwrap();
    assert!(
        !text.contains("chrono") && text.contains("rust-version = \"1.88\""),
        "{text}"
    );

    let one = ends(at, 0, &["generate", "--single-file", "-o", "one.rs"]);
    assert_eq!(one.err, "one.rs: written; no warnings\n");
    let one = fs::read_to_string(at.join("one.rs")).unwrap();
    // Of the crate that includes it.
    assert!(one.contains("pub type Pet = crate::extra::Pet;"));
    assert!(!one.contains("mod extra"));
}

/// A project with one more schema and a manifest of the user's.
fn with_manifest(schema: &str) -> TempDir {
    let dir = project();
    let at = dir.path();
    let config = fs::read_to_string(at.join("spec/tintype.toml")).unwrap();
    let config = config + "[crate]\nmanifest = \"Cargo.extra.toml\"\n";
    fs::write(at.join("spec/tintype.toml"), config).unwrap();
    let document = fs::read_to_string(at.join("spec/pets.yaml")).unwrap();
    fs::write(
        at.join("spec/pets.yaml"),
        format!("{document}    {schema}\n"),
    )
    .unwrap();
    dir
}

#[test]
fn more_features_of_what_the_crate_depends_on_are_added_to_those_it_has() {
    let dir = with_manifest("Site: { type: string, format: uri }");
    let at = dir.path();
    let manifest = "[dependencies]\nserde = { features = [\"derive\"] }\nbytes.features = [\"serde\"]\n\
        url = { features = [\"serde\"] }\nserde_json = { features = [\"raw_value\", \"std\"] }\n";
    fs::write(at.join("spec/Cargo.extra.toml"), manifest).unwrap();
    ends(at, 0, &["generate"]);
    let text = fs::read_to_string(at.join("sdk/Cargo.toml")).unwrap();
    for line in [
        "serde = { version = \"1.0\", features = [\"derive\"] }",
        "url = [\"dep:url\"]",
        "url = { version = \"2.5\", optional = true, features = [\"serde\"] }",
        "bytes = { version = \"1.10\", optional = true, features = [\"serde\"] }",
        "serde_json = { version = \"1.0\", features = [\"raw_value\", \"std\", \"float_roundtrip\"] }",
    ] {
        assert!(text.lines().any(|found| found == line), "{line}\n{text}");
    }
}

#[test]
fn a_dependency_of_the_users_takes_the_place_of_one_that_formats_convert_to() {
    let dir = with_manifest("Day: { type: string, format: date }");
    let at = dir.path();
    for (theirs, feature) in [
        ("{ features = [\"serde\"], version = \"0.2\" }", "jiff = []"),
        (
            "{ features = [\"serde\"], optional = true, version = \"0.2\" }",
            "jiff = [\"dep:jiff\"]",
        ),
    ] {
        let manifest = format!("[dependencies]\njiff = {theirs}\n");
        fs::write(at.join("spec/Cargo.extra.toml"), manifest).unwrap();
        ends(at, 0, &["generate"]);
        let text = fs::read_to_string(at.join("sdk/Cargo.toml")).unwrap();
        let lines: Vec<&str> = text
            .lines()
            .filter(|line| line.starts_with("jiff"))
            .collect();
        assert_eq!(lines, [feature, &format!("jiff = {theirs}")]);
    }
}

#[test]
fn a_feature_that_no_crate_has_is_an_error() {
    let dir = project();
    let arguments = ["generate", "--single-file", "-o", "one.rs", "--feature"];
    let misspelt = ends(dir.path(), 2, &[&arguments[..], &["blokcing"]].concat());
    assert_eq!(
        misspelt.err,
        "error[O010]: the generated crate has no feature `blokcing`\n  = help: did you mean `blocking`?\n\n\
            1 error; nothing was written; `tintype explain O010` says more\n"
    );
    // A document without such texts has nothing to convert, which is no mistake of whoever asks for it.
    ends(dir.path(), 0, &[&arguments[..], &["uuid"]].concat());
}

#[test]
fn a_crate_can_be_published_with_the_texts_of_its_licences() {
    let dir = project();
    let at = dir.path();
    let config = fs::read_to_string(at.join("spec/tintype.toml")).unwrap();
    let config = config.replace(
        "[package]\n",
        "[package]\nlicense = \"MIT OR Apache-2.0\"\nrepository = \"https://example.com\"\n",
    );
    fs::write(at.join("spec/tintype.toml"), config).unwrap();
    fs::create_dir(at.join("sdk")).unwrap();
    fs::write(at.join("sdk/LICENSE-MIT"), "Mine.\n").unwrap();
    ends(at, 0, &["generate"]);
    ends(at, 0, &["check"]);
    // A text of the user's stays.
    assert_eq!(
        fs::read_to_string(at.join("sdk/LICENSE-MIT")).unwrap(),
        "Mine.\n"
    );
    fs::remove_file(at.join("sdk/LICENSE-MIT")).unwrap();
    ends(at, 1, &["check"]);
    ends(at, 0, &["generate"]);
    let text = fs::read_to_string(at.join("sdk/LICENSE-MIT")).unwrap();
    assert!(
        text.contains("Copyright (c) The authors of pets\n"),
        "{text}"
    );

    let cargo = |arguments: &[&str]| {
        let done = Command::new(env!("CARGO"))
            .current_dir(at.join("sdk"))
            .args(arguments)
            .args(["--offline", "--allow-dirty", "--color", "never"])
            .env("CARGO_TARGET_DIR", at.join("target"))
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&done.stderr);
        assert!(done.status.success(), "{said}");
        // Nothing is missing for readers of the registry.
        assert!(!said.contains("manifest has no"), "{said}");
        String::from_utf8_lossy(&done.stdout).into_owned()
    };
    // What `cargo publish --dry-run` does and needs no network.
    cargo(&["package", "--no-verify"]);
    let listed = cargo(&["package", "--list"]);
    assert!(
        listed.contains("LICENSE-APACHE") && !listed.contains(".tintype"),
        "{listed}"
    );
}
