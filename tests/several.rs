//! A document in several files gives the crate of the same document in one, and reads files below one folder only.
//!
//! Each folder of `fixtures/several` has `openapi.yaml` with its other files, and `one.yaml`, which says the same; its name is
//! the sentence that fails.
#![expect(clippy::unwrap_used, reason = "helpers of tests may fail like tests")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;
use tintype::config::Config;
use tintype::cx::Cx;
use tintype::pipeline;
use tintype::run::{self, Request};
use tintype::source::files::{Disk, Files, Memory};

fn generated(files: &dyn Files) -> (BTreeMap<String, String>, String) {
    let mut config = Config::default();
    config.package.name = Some("t".to_owned());
    let mut cx = Cx::new(config);
    let plan = pipeline::plan(files, Path::new("openapi.yaml"), &mut cx);
    let files = plan.map(|plan| pipeline::output(&plan).files);
    (files.unwrap_or_default(), cx.rendered())
}

/// All files of a folder, by their paths from it.
fn folder(at: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let (mut found, mut open) = (Vec::new(), vec![at.to_path_buf()]);
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                let way = path.strip_prefix(at).unwrap().to_path_buf();
                found.push((way, fs::read(&path).unwrap()));
            }
        }
    }
    found
}

#[test]
fn several_files_say_what_one_says() {
    let mut count = 0;
    for entry in fs::read_dir("tests/fixtures/several").unwrap() {
        let at = entry.unwrap().path();
        let mut several = Memory::default();
        let mut one = Memory::default();
        for (path, bytes) in folder(&at) {
            if path == Path::new("one.yaml") {
                one = one.with("openapi.yaml", bytes);
            } else {
                several = several.with(path, bytes);
            }
        }
        let ((several, said), (one, one_said)) = (generated(&several), generated(&one));
        assert!(!one.is_empty(), "{}: {one_said}", at.display());
        assert!(!several.is_empty(), "{}: {said}", at.display());
        let names = |files: &BTreeMap<String, String>| files.keys().cloned().collect::<Vec<_>>();
        assert_eq!(names(&several), names(&one), "{}", at.display());
        for (name, text) in &one {
            assert_eq!(several[name], *text, "{}: {name}", at.display());
        }
        count += 1;
    }
    assert!(count > 4);
}

const DOCUMENT: &str = "openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths:\n  /a:\n    get:\n      responses:\n        '200': {description: Found., content: {application/json: {schema: {$ref: 'REFERENCE'}}}}\n";

/// What is said of a document with this reference.
fn said(reference: &str, others: &[(&str, &str)]) -> String {
    let text = DOCUMENT.replace("REFERENCE", reference);
    let mut files = Memory::default().with("openapi.yaml", text);
    for (path, text) in others {
        files = files.with(*path, *text);
    }
    generated(&files).1
}

#[test]
fn what_is_wrong_in_another_file_is_shown_there() {
    let wrong = said("a/b.yaml", &[("a/b.yaml", "type: objct\n")]);
    assert!(wrong.contains("--> a/b.yaml:1:7"), "{wrong}");
    let missing = said("a/b.yaml", &[]);
    assert!(
        missing.contains("error[S001]") && missing.contains("--> openapi.yaml:7:"),
        "{missing}"
    );
    let part = said("a/b.yaml#/c", &[("a/b.yaml", "d: {type: string}\n")]);
    assert!(part.contains("error[S028]"), "{part}");
    let nested = said("a/b.yaml", &[("a/b.yaml", "$ref: c.yaml\n")]);
    assert!(
        nested.contains("error[S001]") && nested.contains("--> a/b.yaml:1:7"),
        "{nested}"
    );
}

#[test]
fn an_entry_of_a_mapping_that_names_a_file_which_was_joined_in_selects_nothing() {
    let union = "{oneOf: [{type: object, properties: {kind: {type: string}}}, {type: object, properties: {b: {type: string}}}], discriminator: {propertyName: kind, mapping: {a: 'models/a.yml#/a', b: '../b.yml'}}}";
    let text = DOCUMENT.replace("{$ref: 'REFERENCE'}", union);
    let (written, said) = generated(&Memory::default().with("openapi.yaml", text));
    assert!(!written.is_empty(), "{said}");
    for (target, reason) in [
        ("models/a.yml#/a", "there is no such file"),
        ("../b.yml", "it lies outside of the folder"),
    ] {
        let expected = format!("warning[S018]: `{target}` leads nowhere: {reason}");
        assert!(said.contains(&expected), "{said}");
    }
    assert!(said.contains("discriminator/mapping/a\n"), "{said}");
}

#[test]
fn a_reference_of_before_the_split_is_followed_with_a_warning() {
    let text =
        DOCUMENT.replace("REFERENCE", "a.yaml") + "components: {schemas: {B: {type: string}}}\n";
    let files = Memory::default().with("openapi.yaml", text).with(
        "a.yaml",
        "{type: object, properties: {b: {$ref: '#/components/schemas/B'}}}\n",
    );
    let (crate_files, said) = generated(&files);
    assert!(said.contains("warning[S029]"), "{said}");
    assert!(crate_files["src/models/a.rs"].contains("pub b: Option<super::B>"));
}

#[test]
fn parts_that_hold_themselves_end() {
    for (reference, others) in [
        (
            "a.yaml",
            vec![
                ("a.yaml", "$ref: 'b.yaml'\n"),
                ("b.yaml", "$ref: 'a.yaml'\n"),
            ],
        ),
        ("a.yaml", vec![("a.yaml", "$ref: 'a.yaml'\n")]),
    ] {
        let said = said(reference, &others);
        assert!(said.contains("it leads back to itself"), "{said}");
    }
    let text = "openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths:\n  /a: {$ref: 'a.yaml'}\n";
    let files = Memory::default()
        .with("openapi.yaml", text)
        .with("a.yaml", "$ref: 'a.yaml'\n");
    let (_, said) = generated(&files);
    assert!(said.contains('['), "{said}");
}

/// A folder with a document in `api`, and a file beside that folder.
fn project(reference: &str) -> TempDir {
    let dir = TempDir::new().unwrap();
    fs::create_dir(dir.path().join("api")).unwrap();
    fs::create_dir(dir.path().join("common")).unwrap();
    fs::write(
        dir.path().join("common/secret.yaml"),
        "secret: {type: string}\ntype: objct\n",
    )
    .unwrap();
    let text = DOCUMENT.replace("REFERENCE", reference);
    fs::write(dir.path().join("api/openapi.yaml"), text).unwrap();
    dir
}

fn refused(dir: &Path) -> String {
    let request = Request {
        spec: Some(dir.join("api/openapi.yaml")),
        ..Request::default()
    };
    let mut read = Vec::new();
    let failure = run::run(&Disk, &request, &mut read).unwrap_err();
    assert_eq!(read.len(), 1, "{read:?}");
    failure.to_string()
}

#[test]
fn no_file_outside_of_the_folder_is_read() {
    for reference in [
        "../common/secret.yaml",
        "x/../../common/secret.yaml",
        "%2e%2e/common/secret.yaml",
    ] {
        let dir = project(reference);
        let said = refused(dir.path());
        assert!(
            said.contains("error[S019]") && !said.contains("objct"),
            "{said}"
        );
    }
    let dir = project("");
    let absolute = dir.path().join("common/secret.yaml");
    let dir = project(&absolute.to_string_lossy());
    assert!(refused(dir.path()).contains("error[S019]"));
    for remote in [
        "https://example.com/a.yaml",
        "file:///etc/passwd",
        "//example.com/a.yaml",
    ] {
        let dir = project(remote);
        assert!(refused(dir.path()).contains("error[S020]"), "{remote}");
    }
}

#[cfg(unix)]
#[test]
fn a_link_does_not_lead_out_of_the_folder() {
    let dir = project("link.yaml");
    let (from, to) = (
        dir.path().join("common/secret.yaml"),
        dir.path().join("api/link.yaml"),
    );
    std::os::unix::fs::symlink(from, to).unwrap();
    assert!(refused(dir.path()).contains("error[S019]"));
}

#[test]
fn the_bundle_of_a_document_says_what_its_files_say() {
    for entry in fs::read_dir("tests/fixtures/several").unwrap() {
        let at = entry.unwrap().path();
        let dir = TempDir::new().unwrap();
        for name in ["openapi.yaml", "openapi.json"] {
            let to = dir.path().join(name);
            let mut bundle = Command::new(env!("CARGO_BIN_EXE_tintype"));
            bundle.arg("bundle").arg(at.join("openapi.yaml"));
            let done = bundle.arg("-o").arg(&to).output().unwrap();
            assert!(done.status.success(), "{done:?}");
            let bundled = Memory::default().with("openapi.yaml", fs::read(&to).unwrap());
            let one =
                Memory::default().with("openapi.yaml", fs::read(at.join("one.yaml")).unwrap());
            let (bundled, one) = (generated(&bundled).0, generated(&one).0);
            assert!(!one.is_empty() && bundled == one, "{}", at.display());
        }
    }
}

#[test]
fn a_folder_that_is_named_holds_them_and_every_file_is_told() {
    let dir = project("../common/good.yaml");
    fs::write(dir.path().join("common/good.yaml"), "type: string\n").unwrap();
    let request = Request {
        spec: Some(dir.path().join("api/openapi.yaml")),
        root: Some(dir.path().to_path_buf()),
        ..Request::default()
    };
    let mut read = Vec::new();
    run::run(&Disk, &request, &mut read).unwrap();
    let names: Vec<_> = read.iter().map(|path| path.file_name().unwrap()).collect();
    assert_eq!(names, ["openapi.yaml", "good.yaml"]);
}
