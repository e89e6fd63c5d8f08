//! The documented models are an oracle: what the existing SDKs' pages say, against what the generated crate says in its
//! code and in its pages. The three are read independently, and nothing here asks the generator.

#[path = "documented_models/compare_calls.rs"]
mod compare_calls;
#[path = "documented_models/compare_pages.rs"]
mod compare_pages;
#[path = "documented_models/compare_sections.rs"]
mod compare_sections;
#[path = "documented_models/compare_source.rs"]
mod compare_source;
#[path = "documented_models/facts.rs"]
mod facts;
#[path = "documented_models/pages.rs"]
mod pages;
#[cfg(test)]
#[path = "documented_models/sample.rs"]
mod sample;
#[cfg(test)]
#[path = "documented_models/samples.rs"]
mod samples;
#[path = "documented_models/source.rs"]
mod source;
#[path = "documented_models/syntax.rs"]
mod syntax;

use std::fs;
use std::path::{Path, PathBuf};

use compare_pages::Pages;
use facts::Facts;
use pages::Page;
use source::Source;

/// Below the root of the repository.
fn at(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn text(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

/// The files below a folder that have this extension, sorted.
fn files(folder: &Path, extension: &str) -> Result<Vec<PathBuf>, String> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut found = Vec::new();
    for entry in entries {
        let path = entry.map_err(|error| error.to_string())?.path();
        if path.is_dir() {
            found.extend(files(&path, extension)?);
        } else if path.extension().is_some_and(|known| known == extension) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

fn documented() -> Result<Facts, String> {
    Facts::parse(&text(&at("spec/documented_models.toml"))?)
}

/// The code that the document decides; the runtime is the same in every crate.
fn generated_code() -> Result<Source, String> {
    let mut source = Source::default();
    let runtime = at("generated-sdk/src/runtime");
    for path in files(&at("generated-sdk/src"), "rs")? {
        if !path.starts_with(&runtime) {
            source
                .add(&text(&path)?)
                .map_err(|error| format!("{}: {error}", path.display()))?;
        }
    }
    Ok(source)
}

fn generated_pages() -> Result<Pages, String> {
    let root = at("generated-sdk");
    let mut pages = Pages::new();
    for path in files(&root.join("docs"), "md")? {
        let inside = path
            .strip_prefix(&root)
            .map_err(|error| error.to_string())?;
        let name: Vec<_> = inside.iter().map(|part| part.to_string_lossy()).collect();
        pages.insert(name.join("/"), Page::parse(&text(&path)?));
    }
    Ok(pages)
}

#[test]
fn the_code_agrees_with_the_documented_models() {
    let facts = documented().expect("the fact table");
    let source = generated_code().expect("the generated code");
    let differences = compare_source::compare(&facts, &source);
    assert!(differences.is_empty(), "{differences:#?}");
}

#[test]
fn the_pages_agree_with_the_documented_models() {
    let facts = documented().expect("the fact table");
    let pages = generated_pages().expect("the generated pages");
    let differences = compare_pages::compare(&facts, &pages);
    assert!(differences.is_empty(), "{differences:#?}");
}
