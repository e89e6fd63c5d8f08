//! The files of the crate of a document.

use std::collections::BTreeMap;
use std::path::Path;

use tintype::config::Config;
use tintype::cx::Cx;
use tintype::source::files::Memory;
use tintype::{pipeline, source};

/// What became of a document.
#[derive(Debug, Clone)]
pub struct Generated {
    /// The files of the crate, by path.
    pub files: BTreeMap<String, String>,
    /// What was reported.
    pub listing: String,
}

/// Generates the crate of a document, with these lines of `tintype.toml`.
///
/// # Errors
///
/// What is wrong with the document, as users read it.
pub fn generated(document: &str, settings: &str) -> Result<Generated, String> {
    let name = if document.starts_with('{') {
        "spec.json"
    } else {
        "spec.yaml"
    };
    let files = Memory::default()
        .with(name, document)
        .with("tintype.toml", format!("spec = '{name}'\n{settings}\n"));
    let mut cx = Cx::new(Config::default());
    let plan = source::settings::load(&files, Path::new("tintype.toml"), &mut cx)
        .and_then(|()| pipeline::plan(&files, Path::new(name), &mut cx));
    match plan {
        Ok(plan) => Ok(Generated {
            files: pipeline::output(&plan).files.into_iter().collect(),
            listing: cx.rendered(),
        }),
        Err(_) => Err(cx.rendered()),
    }
}
