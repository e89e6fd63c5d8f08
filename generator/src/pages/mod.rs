//! The reference pages in Markdown, from the same plan as the code: one for each model, one for each resource, and the README.

mod model;
mod readme;
mod resource;
mod table;
mod ty;
mod usage;

use crate::draft::Draft;
use crate::plan::Plan;

/// Every page.
pub(crate) fn pages(plan: &Plan) -> Vec<Draft> {
    let mut drafts = vec![readme::item(plan)];
    let files = plan.files.iter().flat_map(|file| &file.types);
    drafts.extend(files.map(|id| model::item(*id, plan)));
    drafts.extend((0..plan.groups.len()).map(|group| resource::item(group, plan)));
    drafts
}

/// The file name of a page: the Rust name, folded, as the existing SDKs of the API have it.
fn slug(name: &str) -> String {
    crate::naming::file_name(name.to_lowercase())
}

/// The page of a model, below `docs/`.
fn model_page(name: &str) -> String {
    format!("models/{}.md", slug(name))
}
