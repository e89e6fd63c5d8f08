//! Each document under `fixtures/emit/<idea>/` gives the code beside it: the models and operations, and what was reported.
//!
//! The first lines of a document may say `# config: …`, a line of `tintype.toml`, and `# show: …`, the path of another file
//! that is under test. Everything that is the same in each crate is left out.
#![expect(clippy::unwrap_used, reason = "helpers of tests may fail like tests")]

use std::fmt::Write as _;
use std::path::Path;

use tintype::config::Config;
use tintype::cx::Cx;
use tintype::source::files::Memory;
use tintype::{pipeline, source};

/// The lines of the head that begin with a mark, without it.
fn head<'t>(text: &'t str, mark: &str) -> Vec<&'t str> {
    let head = text.lines().take_while(|line| line.starts_with('#'));
    head.filter_map(|line| line.strip_prefix(mark)).collect()
}

/// The listing, then each file under test under its path.
fn generated(text: &str) -> String {
    let settings = head(text, "# config: ").join("\n") + "\n";
    let files = Memory::default()
        .with("spec.yaml", text)
        .with("tintype.toml", format!("spec = 'spec.yaml'\n{settings}"));
    let mut cx = Cx::new(Config::default());
    let plan = source::settings::load(&files, Path::new("tintype.toml"), &mut cx)
        .and_then(|()| pipeline::plan(&files, Path::new("spec.yaml"), &mut cx));
    let mut out = cx.rendered();
    let Ok(plan) = plan else {
        return out;
    };
    let shown = head(text, "# show: ");
    for (path, code) in pipeline::output(&plan).files {
        let is_own = path.starts_with("src/models/") || path.starts_with("src/operations/");
        let is_shown = if shown.is_empty() {
            is_own && !path.ends_with("/mod.rs")
        } else {
            shown.contains(&path.as_str())
        };
        if is_shown {
            // The header is the same everywhere, and so is the line that says whose file it is.
            let body = code
                .split_once("\n\n")
                .map_or(code.as_str(), |(_, rest)| rest);
            let body = body
                .strip_prefix("//! ")
                .map_or(body, |rest| rest.split_once("\n\n").unwrap().1);
            write!(out, "\n==> {path}\n\n{body}").unwrap();
        }
    }
    out
}

#[test]
fn every_document_gives_its_code() {
    insta::glob!("fixtures/emit/*/*.yaml", |path| {
        let text = std::fs::read_to_string(path).unwrap();
        let (folder, name) = (path.parent().unwrap(), path.file_stem().unwrap());
        insta::with_settings!({snapshot_path => folder, prepend_module_to_snapshot => false, snapshot_suffix => "", omit_expression => true}, {
            insta::assert_snapshot!(name.to_str().unwrap(), generated(&text));
        });
    });
}

/// A snapshot that nobody compares would never be wrong again.
#[test]
fn every_snapshot_has_its_document() {
    let folders = std::fs::read_dir("tests/fixtures/emit").unwrap();
    for file in folders.flat_map(|folder| std::fs::read_dir(folder.unwrap().path()).unwrap()) {
        let path = file.unwrap().path();
        assert!(
            path.with_extension("yaml").exists(),
            "{} has no document",
            path.display()
        );
    }
}
