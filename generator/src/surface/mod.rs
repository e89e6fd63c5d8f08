//! `api-surface.txt`: what callers of the generated crate see, one line an item, sorted. Its diff is the shortest review.
//!
//! The drafts in, one draft more out: read off the code that is emitted, so it cannot say anything else. What the crate has
//! from the runtime is the same in every crate and is left out.

mod items;
mod text;

use std::collections::BTreeSet;

use crate::draft::{Content, Draft, Unit};
use crate::format;
use crate::plan::Plan;

/// The path of the file.
pub const PATH: &str = "api-surface.txt";

/// A line of the file. What is sorted first is the path, so that a type and its parts stand together.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Line {
    path: Vec<String>,
    text: String,
}

/// The surface of the crate that these make.
pub fn surface(units: &[Unit<'_>], plan: &Plan) -> Draft {
    let mut lines = BTreeSet::new();
    for draft in units.iter().flat_map(Unit::drafts) {
        let Content::Rust(rust) = &draft.content else {
            continue;
        };
        if let Some(module) = module(&draft.path) {
            items::lines(&format::tree(rust).items, &module, &mut lines);
        }
    }
    let head = format!(
        "# The public API of `{}`, sorted by path. Structs and enums are `#[non_exhaustive]`.\n",
        plan.package.crate_name()
    );
    let lines = lines.into_iter().map(|line| line.text + "\n");
    Draft::text(PATH, head + &lines.collect::<String>())
}

/// The module under which users find what a file defines; `None` for files that only list others.
fn module(path: &str) -> Option<Vec<String>> {
    let path = path.strip_prefix("src/")?.strip_suffix(".rs")?;
    match path.split('/').collect::<Vec<_>>()[..] {
        ["lib" | "client" | "errors"] => Some(Vec::new()),
        [one] => Some(vec![one.to_owned()]),
        [_, "mod"] => None,
        // The modules inside these are private; what they define is exported one level up.
        [folder @ ("models" | "operations"), _] => Some(vec![folder.to_owned()]),
        _ => None,
    }
}
