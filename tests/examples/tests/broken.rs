//! No document makes the generator panic, however it was damaged: cut short, or with a part taken out.

#![expect(
    clippy::unwrap_used,
    reason = "a test fails by panicking, its helpers too"
)]

use std::ffi::OsStr;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use serde_json::Value;
use tintype::config::Config;
use tintype::cx::Cx;
use tintype::source::files::Memory;
use tintype::{pipeline, source};
use tintype_examples_tests::random::Random;

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

/// Documents below a folder, at any depth.
fn documents(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let extension = path.extension().and_then(OsStr::to_str);
        if path.is_dir() {
            found.extend(documents(&path));
        } else if extension.is_some_and(|extension| ["json", "yaml", "yml"].contains(&extension)) {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// Whether all stages come to an end. A document that is refused is as good as one that generates.
fn ends(name: &str, bytes: Vec<u8>) -> bool {
    let run = || {
        let files = Memory::default().with(name, bytes);
        let mut cx = Cx::new(Config::default());
        if let Ok(plan) = pipeline::plan(&files, name.as_ref(), &mut cx) {
            pipeline::output(&plan);
        }
    };
    catch_unwind(AssertUnwindSafe(run)).is_ok()
}

/// The document as values; one that cannot be read has no parts to take out.
fn values(name: &str, bytes: &[u8]) -> Option<Value> {
    let files = Memory::default().with(name, bytes);
    let tree = source::read(&files, name.as_ref(), &mut Cx::new(Config::default()));
    tree.ok().map(|tree| tree.root)
}

/// The pointers of all nodes but the root.
fn pointers(value: &Value, at: &str, found: &mut Vec<(String, String)>) {
    let children: Vec<(String, &Value)> = match value {
        Value::Object(entries) => entries
            .iter()
            .map(|(key, value)| (key.clone(), value))
            .collect(),
        Value::Array(items) => {
            let items = items.iter().enumerate();
            items
                .map(|(index, value)| (index.to_string(), value))
                .collect()
        }
        _ => Vec::new(),
    };
    for (key, child) in children {
        let escaped = key.replace('~', "~0").replace('/', "~1");
        pointers(child, &format!("{at}/{escaped}"), found);
        found.push((at.to_owned(), key));
    }
}

/// The document without one of its nodes.
fn without(mut document: Value, (parent, key): &(String, String)) -> Value {
    match document.pointer_mut(parent) {
        Some(Value::Object(entries)) => {
            entries.shift_remove(key);
        }
        Some(Value::Array(items)) => {
            items.remove(key.parse().unwrap());
        }
        _ => unreachable!("only lists and objects have nodes below them"),
    }
    document
}

/// What made it panic, of so many cuts and as many deletions; none after the time is over.
fn damage(path: &Path, times: usize, until: Option<Instant>) -> Vec<String> {
    let name = path.file_name().unwrap().to_string_lossy().into_owned();
    let bytes = fs::read(path).unwrap();
    let mut random = Random::new(&name);
    let document = values(&name, &bytes);
    let mut nodes = Vec::new();
    if let Some(document) = &document {
        pointers(document, "", &mut nodes);
    }
    let mut wrong = Vec::new();
    for _ in 0..times {
        if until.is_some_and(|until| Instant::now() > until) {
            break;
        }
        let end = random.below(bytes.len());
        if !ends(&name, bytes[..end].to_vec()) {
            wrong.push(format!("{}: cut at byte {end}", path.display()));
        }
        if let (Some(document), Some(node)) = (&document, random.pick(&nodes)) {
            let left = without(document.clone(), node).to_string();
            if !ends("damaged.json", left.into_bytes()) {
                wrong.push(format!("{}: without {}/{}", path.display(), node.0, node.1));
            }
        }
    }
    wrong
}

#[test]
fn no_damage_to_a_document_of_the_project_makes_it_panic() {
    let mut paths = documents(&Path::new(ROOT).join("spec"));
    for folder in [
        "tests/examples/fixtures",
        "tests/fixtures/emit",
        "tests/fixtures/bad",
    ] {
        paths.extend(documents(&Path::new(ROOT).join(folder)));
    }
    let wrong: Vec<String> = paths
        .iter()
        .flat_map(|path| damage(path, 4, None))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// As many as there is time for; a run with a panic says which document and which damage.
#[test]
fn no_damage_to_a_real_document_makes_it_panic() {
    /// For each document.
    const TIME: Duration = Duration::from_secs(10);
    let Some(folder) = std::env::var_os("TINTYPE_CORPUS") else {
        eprintln!("TINTYPE_CORPUS is not set: no real document was damaged");
        return;
    };
    let paths = documents(&Path::new(ROOT).join(folder));
    let damaged = |path: &PathBuf| damage(path, 20, Some(Instant::now() + TIME));
    let wrong: Vec<String> = paths.iter().flat_map(damaged).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
