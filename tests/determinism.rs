//! The same document gives the same bytes: each time, from any folder, in any order of its components; and what is added
//! to a document changes its own files and the lists that name it.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "helpers of tests may fail like tests"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};
use tintype::config::Config;
use tintype::cx::Cx;
use tintype::pipeline;
use tintype::source;
use tintype::source::files::{Disk, Memory};

type Files = BTreeMap<String, String>;

/// The document of the repository and those of the snapshots, as trees.
fn documents() -> Vec<(PathBuf, Value)> {
    let mut paths = vec![PathBuf::from("spec/sign_in_tokens.yaml")];
    for folder in std::fs::read_dir("tests/fixtures/emit").unwrap() {
        let files = std::fs::read_dir(folder.unwrap().path()).unwrap();
        let files = files.map(|file| file.unwrap().path());
        paths.extend(files.filter(|path| path.extension().is_some_and(|end| end == "yaml")));
    }
    paths.sort();
    // Numbers beyond 64 bits are legal in a document, and no value of `serde_json` by itself.
    let read = |path: PathBuf| {
        let tree = source::read(&Disk, &path, &mut Cx::new(Config::default())).unwrap();
        (path, tree.root)
    };
    paths.into_iter().map(read).collect()
}

fn generated(document: &Value) -> Files {
    let files = Memory::default().with("spec.json", document.to_string());
    let mut cx = Cx::new(Config::default());
    let plan = pipeline::plan(&files, Path::new("spec.json"), &mut cx)
        .unwrap_or_else(|_| panic!("{}", cx.rendered()));
    pipeline::output(&plan).files
}

/// The paths of files that are there in one only, or differ.
fn changed<'f>(old: &'f Files, new: &'f Files) -> BTreeSet<&'f str> {
    let paths = old.keys().chain(new.keys());
    paths
        .filter(|path| old.get(*path) != new.get(*path))
        .map(String::as_str)
        .collect()
}

/// What a test may change.
fn check_changed(path: &Path, old: &Files, new: &Files, allowed: &[&str]) {
    // What is the first of its kind brings its part of the runtime with it, and the names that the root gives of that.
    let list = "src/runtime/mod.rs";
    let is_first = old.get(list) != new.get(list);
    let is_carried = |path: &str| path.starts_with("src/runtime/") || path == "src/lib.rs";
    let unexpected: Vec<_> = changed(old, new)
        .into_iter()
        .filter(|path| !(allowed.contains(path) || is_first && is_carried(path)))
        .collect();
    assert_eq!(unexpected, [""; 0], "{}", path.display());
    for path in allowed {
        assert!(new.contains_key(*path), "{path} is not there");
    }
}

#[test]
fn two_runs_give_the_same_bytes() {
    for (path, document) in documents() {
        let (first, second) = (generated(&document), generated(&document));
        check_changed(&path, &first, &second, &[]);
    }
}

#[test]
fn the_working_directory_decides_nothing() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let temporary = tempfile::tempdir().unwrap();
    let elsewhere = temporary.path().join("elsewhere");
    std::fs::create_dir_all(elsewhere.join("spec")).unwrap();
    for name in ["tintype.toml", "sign_in_tokens.yaml"] {
        std::fs::copy(
            root.join("spec").join(name),
            elsewhere.join("spec").join(name),
        )
        .unwrap();
    }
    let run = |folder: &Path, config: &str, output: &str| {
        let output = temporary.path().join(output);
        let mut command = Command::new(env!("CARGO_BIN_EXE_tintype"));
        command
            .current_dir(folder)
            .args(["generate", "--config", config, "-o"]);
        let result = command.arg(&output).output().unwrap();
        assert!(
            result.status.success(),
            "{}",
            String::from_utf8_lossy(&result.stderr)
        );
        files(&output, &output)
    };
    let absolute = root.join("spec/tintype.toml");
    let first = run(root, "spec/tintype.toml", "first");
    assert!(first.contains_key(".tintype.lock") && first.len() > 10);
    for (folder, config) in [
        (temporary.path(), absolute.to_str().unwrap()),
        (&elsewhere.join("spec"), "tintype.toml"),
        (&elsewhere.join("spec"), "../spec/./tintype.toml"),
    ] {
        let other = run(folder, config, "other");
        check_changed(Path::new(config), &first, &other, &[]);
        std::fs::remove_dir_all(temporary.path().join("other")).unwrap();
    }
}

fn files(root: &Path, folder: &Path) -> Files {
    let mut found = Files::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(root, &path));
        } else {
            let name = path.strip_prefix(root).unwrap().to_str().unwrap();
            found.insert(name.to_owned(), std::fs::read_to_string(&path).unwrap());
        }
    }
    found
}

#[test]
fn the_order_of_components_decides_nothing() {
    for (path, mut document) in documents() {
        let first = generated(&document);
        let sections = document
            .get_mut("components")
            .and_then(Value::as_object_mut);
        for section in sections.into_iter().flatten() {
            if section.0 == "securitySchemes" {
                // The setters of credentials stand in the author's order.
                continue;
            }
            let entries = std::mem::take(section.1.as_object_mut().unwrap());
            let mut entries: Vec<_> = entries.into_iter().collect();
            entries.reverse();
            section.1.as_object_mut().unwrap().extend(entries);
        }
        check_changed(&path, &first, &generated(&document), &[]);
    }
}

#[test]
fn a_new_schema_changes_its_own_files_and_the_lists() {
    for (path, mut document) in documents() {
        let first = generated(&document);
        document["components"]["schemas"]["Mid Added"] = json!({"type": "object", "properties": {"a": {"type": "string", "enum": ["mid", "added"]}}});
        let allowed = [
            "README.md",
            "api-surface.txt",
            "docs/models/midadded.md",
            "docs/models/midaddeda.md",
            "src/models/mid_added.rs",
            "src/models/mod.rs",
        ];
        check_changed(&path, &first, &generated(&document), &allowed);
    }
}

#[test]
fn a_new_operation_changes_its_own_files_and_the_lists() {
    for (path, mut document) in documents() {
        let mut first = generated(&document);
        document["paths"]["/mid/added"] = json!({"get": {
            "operationId": "midAdded", "tags": ["Mid Group"],
            "responses": {"200": {"description": "Ok.", "content": {"application/json": {
                "schema": {"type": "object", "properties": {"midAdded": {"type": "string"}}}, "example": {"midAdded": "b"}}}}},
        }});
        let mut allowed = vec![
            "README.md",
            "api-surface.txt",
            "docs/models/midaddedresponse.md",
            "docs/sdks/midgroup/README.md",
            "src/client.rs",
            "src/mock.rs",
            "src/models/mid_added_response.rs",
            "src/models/mod.rs",
            "src/operations/mid_group.rs",
            "src/operations/mod.rs",
        ];
        let second = generated(&document);
        if !first.contains_key("src/client.rs") {
            // The first operation of all brings the client with it. What no request holds is only read from then on, and what is only
            // taken in by others is no type by itself.
            let is_model = |path: &str| {
                ["src/models/", "docs/models/"]
                    .iter()
                    .any(|at| path.starts_with(at))
            };
            first.retain(|path, _| second.contains_key(path) || !is_model(path));
            allowed.push("src/lib.rs");
            let models = first.keys().map(String::as_str);
            allowed.extend(models.filter(|path| is_model(path)));
        }
        let (before, after) = (&first["src/lib.rs"], &second["src/lib.rs"]);
        if first.contains_key("src/client.rs") && before != after {
            // Only where there was no example yet, or one of a deprecated operation, is the new operation a better one.
            let (rest, example) = example(before);
            assert!(
                example.is_empty() || document.to_string().contains("\"deprecated\":true"),
                "{}: {example}",
                path.display()
            );
            let (new_rest, new_example) = self::example(after);
            assert_eq!(rest, new_rest, "{}", path.display());
            assert!(new_example.contains(".mid_added("), "{new_example}");
            allowed.push("src/lib.rs");
        }
        check_changed(&path, &first, &second, &allowed);
    }
}

/// The root of a crate without its example, and the example.
fn example(root: &str) -> (String, String) {
    let Some((before, rest)) = root.split_once("//!\n//! # Example\n") else {
        return (root.to_owned(), String::new());
    };
    let code = rest.lines().take_while(|line| line.starts_with("//!"));
    let length = code.map(|line| line.len() + 1).sum::<usize>();
    let (example, after) = rest.split_at(length);
    (format!("{before}{after}"), example.to_owned())
}

/// A document with an operation for each path, whose answers are equal inline objects.
fn with_equal_answers(paths: &[&str]) -> Value {
    let operation = |path: &&str| {
        let answer = json!({"type": "object", "properties": {"state": {"type": "string", "enum": ["open", "done"]}}});
        let answer = json!({"200": {"description": "Ok.", "content": {"application/json": {"schema": answer}}}});
        let id = format!("get {path}");
        (
            (*path).to_owned(),
            json!({"get": {"operationId": id, "tags": ["shop"], "responses": answer}}),
        )
    };
    let paths: serde_json::Map<String, Value> = paths.iter().map(operation).collect();
    json!({"openapi": "3.0.3", "info": {"title": "Equal", "version": "1"}, "paths": paths})
}

/// The files of models that differ.
fn changed_models(old: &[&str], new: &[&str]) -> Vec<String> {
    let (old, new) = (
        generated(&with_equal_answers(old)),
        generated(&with_equal_answers(new)),
    );
    let is_model = |path: &&str| path.starts_with("src/models/") && !path.ends_with("/mod.rs");
    let changed = changed(&old, &new).into_iter().filter(is_model);
    changed.map(str::to_owned).collect()
}

#[test]
fn the_order_of_paths_does_not_decide_which_of_equal_types_is_defined() {
    let all = ["/orders", "/customers", "/gifts"];
    let mut reversed = all;
    reversed.reverse();
    assert_eq!(changed_models(&all, &reversed), [""; 0]);
}

#[test]
fn a_type_that_is_equal_to_others_changes_its_own_file_unless_it_is_the_one_that_is_defined() {
    let (few, longer) = (["/orders", "/gifts"], ["/orders", "/gifts", "/customers"]);
    assert_eq!(
        changed_models(&few, &longer),
        ["src/models/get_customers_response.rs"]
    );
    // The shortest is defined, so all others lead there.
    let shorter = ["/orders", "/gifts", "/cars"];
    assert_eq!(
        changed_models(&few, &shorter),
        [
            "src/models/get_cars_response.rs",
            "src/models/get_gifts_response.rs",
            "src/models/get_orders_response.rs"
        ]
    );
}
