//! Any one node of a document deleted, or another kind of value: that gives a crate, or an error whose place is at the node, above it or
//! at what refers to it. `TINTYPE_NODES=DIR` says which documents, `TINTYPE_ROUNDS` how many nodes of each.

use std::path::Path;

use serde_json::{Value, json};
use tintype::config::Config;
use tintype::cx::Cx;
use tintype::diag::Severity;
use tintype::pipeline;
use tintype::pointer::Pointer;
use tintype::source::files::Memory;

use crate::changes::Random;

const KINDS: usize = 7;

/// The node as another kind of value; the first is none.
fn other(kind: usize) -> Option<Value> {
    match kind {
        1 => Some(Value::Null),
        2 => Some(json!(1)),
        3 => Some(json!("text")),
        4 => Some(json!([])),
        5 => Some(json!({})),
        6 => Some(json!(true)),
        _ => None,
    }
}

fn nodes(value: &Value, at: &Pointer, found: &mut Vec<Pointer>) {
    let mut inside = |at: Pointer, value: &Value| {
        nodes(value, &at, found);
        found.push(at);
    };
    match value {
        Value::Object(members) => members
            .iter()
            .for_each(|(key, value)| inside(at.child(key), value)),
        Value::Array(list) => list
            .iter()
            .enumerate()
            .for_each(|(index, value)| inside(at.index(index), value)),
        _ => {}
    }
}

/// The document with a change at a node.
fn changed(document: &Value, at: &Pointer, kind: usize) -> Option<Value> {
    let mut document = document.clone();
    let (parent, last) = (at.parent()?, at.last()?);
    let parent = document.pointer_mut(parent.to_string().trim_start_matches('#'))?;
    match (parent, other(kind)) {
        (Value::Object(members), None) => drop(members.remove(&last)),
        (Value::Object(members), Some(value)) => drop(members.insert(last, value)),
        (Value::Array(list), None) => drop(list.remove(last.parse().ok()?)),
        (Value::Array(list), Some(value)) => *list.get_mut(last.parse::<usize>().ok()?)? = value,
        _ => return None,
    }
    Some(document)
}

/// Says what is wrong with what comes of a change, if anything is.
fn judge(document: &Value, at: &Pointer) -> Option<String> {
    let files = Memory::default().with("a.json", document.to_string());
    let mut cx = Cx::new(Config::default());
    if let Ok(plan) = pipeline::plan(&files, Path::new("a.json"), &mut cx) {
        let files = pipeline::output(&plan).files;
        let broken = files.into_iter().find(|(path, text)| {
            // The runtime is tested by itself.
            let is_rust = Path::new(path).extension().is_some_and(|end| end == "rs")
                && !path.starts_with("src/runtime/");
            text.contains("a bug in Tintype") || is_rust && syn::parse_file(text).is_err()
        });
        return broken.map(|(path, text)| format!("{path} is no Rust: {text}"));
    }
    let errors = cx.diagnostics().into_iter();
    let mut errors = errors.filter(|one| one.severity() == Severity::Error);
    let is_near = errors.any(|one| {
        one.place().is_none_or(|place| {
            at.is_within(&place.at) || place.at.is_within(at) || refers(document, &place.at, at)
        })
    });
    (!is_near).then(|| cx.rendered())
}

/// Whether a place refers to a node or to something in it.
fn refers(document: &Value, place: &Pointer, at: &Pointer) -> bool {
    let node = document.pointer(&place.to_string());
    let target = node.and_then(|node| node.get("$ref").unwrap_or(node).as_str());
    let target = target.and_then(|text| text.strip_prefix('#'));
    target.is_some_and(|target| (target.to_owned() + "/").starts_with(&format!("{at}/")))
}

fn try_nodes(name: &str, document: &Value, rounds: usize) -> Vec<String> {
    let mut all = Vec::new();
    nodes(document, &Pointer::root(), &mut all);
    let mut random = Random::new(all.len() as u64);
    let mut wrong = Vec::new();
    for _ in 0..rounds {
        let (at, kind) = (&all[random.below(all.len())], random.below(KINDS));
        let Some(document) = changed(document, at, kind) else {
            continue;
        };
        let found = std::panic::catch_unwind(|| judge(&document, at))
            .unwrap_or_else(|_| Some("a panic".to_owned()));
        wrong.extend(found.map(|found| format!("{name}: {at} as {:?}:\n{found}", other(kind))));
    }
    wrong
}

#[test]
fn a_node_that_is_gone_or_of_another_kind_gives_a_crate_or_an_error_there() {
    let said = std::env::var("TINTYPE_ROUNDS").ok();
    let rounds = said.and_then(|said| said.parse().ok());
    let folder = std::env::var("TINTYPE_NODES");
    let folder = folder.as_deref().unwrap_or("tests/fixtures/verdicts");
    let mut wrong = Vec::new();
    let spec = std::fs::read_to_string("spec/sign_in_tokens.yaml").unwrap();
    let documents = std::fs::read_dir(folder).into_iter().flatten();
    let mut documents: Vec<_> = documents.map(|entry| entry.unwrap().path()).collect();
    documents.sort();
    let texts = documents.iter().filter_map(|path| {
        Some((
            path.display().to_string(),
            std::fs::read_to_string(path).ok()?,
        ))
    });
    for (name, text) in std::iter::once(("spec".to_owned(), spec)).chain(texts) {
        // JSON is YAML.
        let files = Memory::default().with("a.yaml", text);
        let mut cx = Cx::new(Config::default());
        let Ok(tree) = tintype::source::read(&files, Path::new("a.yaml"), &mut cx) else {
            continue;
        };
        if pipeline::plan(&files, Path::new("a.yaml"), &mut Cx::new(Config::default())).is_ok() {
            wrong.extend(try_nodes(&name, &tree.root, rounds.unwrap_or(15)));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} wrong\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}
