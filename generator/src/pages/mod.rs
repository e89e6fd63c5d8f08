//! The reference pages in Markdown, from the same plan as the code: one for each model, one for each resource, and the README.

mod model;
mod readme;
mod resource;
mod table;
mod ty;

use crate::draft::Unit;
use crate::plan::{Model, Plan};

/// Every page.
pub(crate) fn pages(plan: &Plan) -> Vec<Unit<'_>> {
    let mut units = vec![Unit::one(move || readme::item(plan))];
    let page = move |model: Model<'_>| model::item(&model, plan);
    let files = plan.files();
    let files = files.map(|file| Unit::new(move || file.models().map(page).collect::<Vec<_>>()));
    units.extend(files);
    let resources = plan.resources();
    units.extend(resources.map(|one| Unit::one(move || resource::item(one, plan))));
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
