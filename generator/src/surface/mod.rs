//! `api-surface.txt`: what callers of the generated crate see, one line an item, sorted. Its diff is the shortest review.
//!
//! The plan in, a draft out; `tests/semver` proves it against what rustdoc says of the compiled crate. What the crate has from the
//! runtime is the same in every crate: of it, the list tells only the names.

mod client;
mod lines;
mod models;
mod operations;

use crate::draft::Draft;
use crate::plan::Plan;
use lines::Lines;

/// The path of the file.
pub const PATH: &str = "api-surface.txt";

/// The surface of the crate.
pub fn surface(plan: &Plan) -> Draft {
    let mut lines = Lines::default();
    plan.models()
        .for_each(|model| models::add(&model, &mut lines));
    client::add(plan, &mut lines);
    if plan.has_operations() {
        for resource in plan.resources() {
            operations::add(resource, &mut lines);
        }
    }
    let head = format!(
        "# The public API of `{}`, sorted by path. Structs and enums are `#[non_exhaustive]`.\n",
        plan.package.crate_name()
    );
    Draft::text(PATH, head + &lines.text())
}
