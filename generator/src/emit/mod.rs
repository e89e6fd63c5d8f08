//! The plan in, the files of the crate out, as drafts. Lists them; how each is made stands in its own file.

mod attr;
// mod client;
// mod crate_root;
mod doc;
mod enums;
// mod errors;
mod field;
// mod manifest;
// mod mock;
mod models;
mod op;
mod paths;
mod structs;
mod ty;

use crate::draft::Draft;
use crate::plan::Plan;

pub use paths::Form;

/// What emitters read.
#[derive(Debug, Clone, Copy)]
struct Emit<'p> {
    plan: &'p Plan,
    form: Form,
}

/// Every Rust file and the manifest of the crate.
pub fn emit(plan: &Plan, form: Form) -> Vec<Draft> {
    let emit = Emit { plan, form };
    let mut drafts = models::items(emit);
    drafts.extend(op::items(emit));
    drafts
}
