//! The reference pages in Markdown, from the same plan as the code: one for each model, one for each resource, and the README.

mod model;
mod readme;
mod resource;
mod table;
mod ty;
mod usage;

use crate::draft::Unit;
use crate::plan::Plan;

/// Every page.
pub(crate) fn pages(plan: &Plan) -> Vec<Unit<'_>> {
    let mut units = vec![Unit::one(move || readme::item(plan))];
    let models = plan.files.iter().flat_map(|file| &file.types);
    units.extend(models.map(|id| Unit::one(move || model::item(*id, plan))));
    let groups = 0..plan.groups.len();
    units.extend(groups.map(|group| Unit::one(move || resource::item(group, plan))));
    units
}

/// The file name of a page: the Rust name, folded, as the existing SDKs of the API have it.
fn slug(name: &str) -> String {
    crate::naming::file_name(name.to_lowercase())
}

/// The page of a model, below `docs/`.
fn model_page(name: &str) -> String {
    format!("models/{}.md", slug(name))
}
