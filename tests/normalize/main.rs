//! Documents of 3.1 and 3.2 in the shape of 3.0: what each family of keywords becomes, where it was written, what refers to it.
#![expect(clippy::unwrap_used, reason = "helpers of tests may fail like tests")]

mod documents;
mod places;
mod schemas;

use std::path::Path;

use serde_json::Value;
use tintype::config::Config;
use tintype::cx::Cx;
use tintype::pointer::Pointer;
use tintype::source::Tree;
use tintype::source::files::Memory;
use tintype::{check, model, normalize, select, source};

fn at(text: &str) -> Pointer {
    Pointer::parse(text).unwrap()
}

/// The document in the shape of 3.0, and the ids of what was reported. Nothing may be an error.
fn document(version: &str, text: &str) -> (Tree, Vec<&'static str>) {
    let head = format!("openapi: {version}\ninfo: {{title: T, version: '1'}}\n");
    let files = Memory::default().with("a.yaml", format!("{head}{text}"));
    let mut cx = Cx::new(Config::default());
    let tree = source::read(&files, Path::new("a.yaml"), &mut cx).unwrap();
    let tree = normalize::to_v30(tree, &mut cx).unwrap();
    let tree = select::select(tree, &mut cx).unwrap();
    let _ = check::run(&tree, &mut cx);
    model::parse(&tree).reported(&tree, &mut cx);
    assert!(cx.stop_on_errors().is_ok(), "{}", cx.rendered());
    let ids = cx.diagnostics().iter().map(|one| one.code().id).collect();
    (tree, ids)
}

/// A document of 3.1 about which there is nothing to say.
fn clean(text: &str) -> Tree {
    let (tree, ids) = document("3.1.0", text);
    assert_eq!(ids, [""; 0]);
    tree
}

/// The schemas of components, one of them named `A` with this text.
fn schemas(schema: &str) -> Tree {
    clean(&format!(
        "components:\n  schemas:\n    N: {{type: 'null'}}\n    S: {{type: string}}\n    A: {schema}\n"
    ))
}

/// Compares what a schema becomes.
#[track_caller]
fn becomes(schema: &str, expected: Value) {
    let tree = schemas(schema);
    assert_eq!(tree.root["components"]["schemas"]["A"], expected);
}
