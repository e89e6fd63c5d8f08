//! Real and broken documents: whatever the input, reading ends with diagnostics and never with a panic.

#![expect(clippy::unwrap_used, reason = "helpers of tests may fail like tests")]

#[expect(unreachable_pub, reason = "it is a part of a library for fuzzers too")]
#[path = "fuzz/src/changes.rs"]
mod changes;
#[path = "documents/nodes.rs"]
mod nodes;
#[path = "documents/random.rs"]
mod random;
#[expect(unreachable_pub, reason = "it is a part of a library for fuzzers too")]
#[path = "fuzz/src/targets.rs"]
mod targets;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::time::Instant;

use tintype::config::Config;
use tintype::cx::Cx;
use tintype::diag::Reported;
use tintype::source::Tree;
use tintype::source::files::{Disk, Files, Memory};
use tintype::{check, model, normalize, select, source};

fn run(files: &dyn Files, path: &Path, cx: &mut Cx) -> Result<usize, Reported> {
    let tree = source::read(files, path, cx)?;
    front_half(tree, cx)
}

fn front_half(tree: Tree, cx: &mut Cx) -> Result<usize, Reported> {
    let tree = normalize::to_v30(tree, cx)?;
    let tree = select::select(tree, cx)?;
    check::run(&tree, cx)?;
    let document = model::parse(&tree).reported(&tree, cx);
    cx.stop_on_errors()?;
    Ok(document.operations().count())
}

/// Reads a text under a name; gives the listing.
fn listing(name: &str, bytes: &[u8]) -> String {
    let files = Memory::default().with(name, bytes);
    let mut cx = Cx::new(Config::default());
    let result = run(&files, Path::new(name), &mut cx);
    assert_eq!(result.is_err(), cx.stop_on_errors().is_err(), "{name}");
    cx.rendered()
}

const YAML: &str = r#"openapi: 3.0.3
info: {title: "T\u00e9", version: '1'}
x-a: &a {description: é😀, type: object}
paths:
  /a/{b}:
    get:
      parameters: [{$ref: '#/components/parameters/b'}]
      responses:
        200: {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/S'}}}}
components:
  parameters:
    b: {name: b, in: path, required: true, schema: {type: string}}
  schemas:
    S:
      <<: *a
      properties:
        c: |
          text
        d: [1, 2.5, -9223372036854776000, null, ~]
"#;

const JSON: &str = r##"{"openapi": "3.0.3", "info": {"title": "T\ud83d\ude00", "version": "1"}, "paths": {"/é": {"get": {
  "responses": {"200": {"description": "ok", "content": {"a/b": {"schema": {"$ref": "#/components/schemas/S"}}}}}}}},
  "components": {"schemas": {"S": {"type": "object", "enum": [1, 1e3, -0.5, null, true], "a": "\\\""}}}}"##;

#[test]
fn documents_cut_at_every_byte_do_not_panic() {
    for (name, text) in [("a.yaml", YAML), ("a.json", JSON)] {
        for end in 0..=text.len() {
            listing(name, &text.as_bytes()[..end]);
        }
    }
}

#[test]
fn documents_with_one_byte_changed_do_not_panic() {
    for (name, text) in [("a.yaml", YAML), ("a.json", JSON)] {
        for at in 0..text.len() {
            for byte in [
                0, b'\n', b'\t', b' ', b':', b'{', b']', b'"', b'&', b'*', b'!', b'-', 0xff,
            ] {
                let mut bytes = text.as_bytes().to_vec();
                bytes[at] = byte;
                listing(name, &bytes);
            }
        }
    }
}

#[test]
fn broken_configurations_do_not_panic() {
    let text = "spec = 'é'\npackage.name = 5\n[select]\ntags = ['a', 1]\n[types]\ndate = {a = 1}\n[[rename]]\n'#/a' = 'B'\n[client]\nx.y = 1\n";
    for end in 0..=text.len() {
        for byte in [None, Some(b'='), Some(b'['), Some(b'\''), Some(0xff)] {
            let mut bytes = text.as_bytes()[..end].to_vec();
            bytes.extend(byte);
            let files = Memory::default().with("a.toml", bytes);
            let mut cx = Cx::default();
            let result = source::settings::load(&files, Path::new("a.toml"), &mut cx);
            assert_eq!(result.is_err(), cx.rendered().contains("error["));
        }
    }
}

#[test]
fn hostile_documents_end_soon() {
    let start = Instant::now();
    let laughs = |levels: usize| {
        let level = |n: usize| {
            format!(
                "x-{n}: &a{n} [{}]\n",
                vec![format!("*a{}", n - 1); 10].join(", ")
            )
        };
        format!(
            "x-0: &a0 lol\n{}",
            (1..levels).map(level).collect::<String>()
        )
    };
    let mut indented = String::new();
    for depth in 0..1000 {
        let _ = writeln!(indented, "{}a:", " ".repeat(depth));
    }
    let long = format!(
        "x-0: &a {}\nx-1: [{}]\n",
        "x".repeat(1 << 20),
        vec!["*a"; 1 << 12].join(",")
    );
    for (name, text, expected) in [
        ("deep.yaml", "[".repeat(1 << 18), "error[S0"),
        ("deep.json", "[".repeat(1 << 18), "error[S007]"),
        ("objects.json", "{\"a\":".repeat(1 << 18), "error[S007]"),
        ("indented.yaml", indented, "error[S007]"),
        ("laughs.yaml", laughs(12), "error[S0"),
        ("long.yaml", long, "error[S008]"),
        ("self.yaml", "a: &a [*a]".to_owned(), "error[S0"),
        ("merge.yaml", "a: &a {<<: *a}".to_owned(), "error[S0"),
        ("bound.yaml", "? [a, b]\n: c".to_owned(), "error[S022]"),
        ("tags.yaml", "!a {b: !c [!d e]}".to_owned(), "error[S009]"),
    ] {
        let listing = listing(name, text.as_bytes());
        assert!(listing.contains(expected), "{name}: {listing}");
        assert!(listing.len() < 10_000, "{name}: {}", listing.len());
    }
    assert!(start.elapsed().as_secs() < 60, "{:?}", start.elapsed());
}

/// Real documents, where there are some. `TINTYPE_CORPUS` names the folder; `TINTYPE_CORPUS_LISTINGS` gets the listings.
#[test]
fn real_documents_do_not_panic() {
    let Some(folder) = std::env::var_os("TINTYPE_CORPUS") else {
        println!("TINTYPE_CORPUS is not set: no real documents were read");
        return;
    };
    let listings = std::env::var_os("TINTYPE_CORPUS_LISTINGS").map(PathBuf::from);
    let mut paths: Vec<_> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    for path in paths.iter().filter(|path| path.is_file()) {
        let start = Instant::now();
        let mut cx = Cx::new(Config::default());
        let tree = source::read(&Disk, path, &mut cx);
        let read = start.elapsed();
        let result = tree.and_then(|tree| front_half(tree, &mut cx));
        let time = start.elapsed();
        let listing_start = Instant::now();
        let rendered = cx.rendered();
        let listing_time = listing_start.elapsed();
        assert_eq!(result.is_err(), rendered.contains("error["));
        let name = path.file_name().unwrap().to_string_lossy();
        let count = |word: &str| rendered.matches(word).count();
        println!(
            "{name}: {} errors, {} warnings, {:?} operations, read {read:?}, typed {time:?}, listing {:?}",
            count("error["),
            count("warning["),
            result.ok(),
            listing_time,
        );
        if let Some(folder) = &listings {
            std::fs::write(folder.join(format!("{name}.txt")), rendered).unwrap();
        }
    }
}

/// The same documents cut at places spread over them.
#[test]
fn real_documents_cut_short_do_not_panic() {
    let Some(folder) = std::env::var_os("TINTYPE_CORPUS") else {
        println!("TINTYPE_CORPUS is not set: no real documents were cut");
        return;
    };
    for entry in std::fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        let Ok(bytes) = std::fs::read(&path) else {
            continue;
        };
        if bytes.len() > 200_000 {
            continue;
        }
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        for part in 1..24 {
            listing(&name, &bytes[..bytes.len() / 24 * part + part]);
        }
    }
}

/// A selection of a real document is a document without mistakes of its own.
#[test]
fn real_documents_can_be_selected_from() {
    let Some(folder) = std::env::var_os("TINTYPE_CORPUS").map(PathBuf::from) else {
        println!("TINTYPE_CORPUS is not set: nothing was selected from real documents");
        return;
    };
    for name in ["clerk-bapi-2024-10-01.yaml", "clerk-bapi-2025-11-10.yaml"] {
        let mut config = Config::default();
        config.select.tags = vec!["Sign-in Tokens".to_owned()];
        let mut cx = Cx::new(config);
        let result = run(&Disk, &folder.join(name), &mut cx);
        assert_eq!(cx.rendered(), "");
        assert_eq!(result.ok(), Some(2));
    }
}
