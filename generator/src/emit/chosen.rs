//! The types that the configuration chose: the list of them, by which they become readable and writable.

use quote::quote;

use crate::draft::{Draft, Rust};
use crate::naming::TypePath;
use crate::plan::Plan;

/// The file; none where no type was chosen.
pub(super) fn item(plan: &Plan) -> Option<Draft> {
    if plan.chosen.is_empty() {
        return None;
    }
    let paths = plan.chosen.iter().map(TypePath::tokens);
    let rust = Rust {
        docs: vec!["Types of other crates and of your own, which models hold and `serde` reads and writes.".to_owned()],
        items: vec![
            quote! { use crate::runtime; },
            quote! { #(runtime::by_serde! { #paths; })* },
        ],
    };
    Some(Draft::rust("src/chosen.rs", rust))
}
