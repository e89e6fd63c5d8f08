//! The plan in, the files of the crate out, as drafts. Lists them; how each is made stands in its own file.

mod attr;
mod client;
mod crate_root;
mod doc;
mod enums;
mod errors;
mod field;
mod manifest;
mod mock;
mod models;
mod op;
mod runtime;
mod structs;
mod ty;

use crate::draft::Draft;
use crate::plan::Plan;
use crate::templates;

/// What emitters read.
#[derive(Debug, Clone, Copy)]
struct Emit<'p> {
    plan: &'p Plan,
}

/// Every Rust file of the crate, the runtime included.
pub fn emit(plan: &Plan) -> Vec<Draft> {
    let emit = Emit { plan };
    let mut drafts = vec![crate_root::item(emit), client::item(emit)];
    drafts.extend(models::items(emit));
    drafts.extend(op::items(emit));
    drafts.extend(errors::item(emit));
    drafts.push(mock::item(emit));
    drafts.extend(runtime::items());
    drafts
}

/// What makes the code a package: its manifest, and word to formatters that it is formatted.
pub fn package(plan: &Plan) -> Vec<Draft> {
    vec![
        manifest::item(plan),
        Draft::verbatim("rustfmt.toml", templates::RUSTFMT),
    ]
}
