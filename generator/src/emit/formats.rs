//! The types of texts with a format: those that the document uses, as they stand in `templates/`, and the list of them.

use quote::quote;

use crate::draft::{Draft, Rust};
use crate::naming::word;
use crate::plan::Plan;
use crate::templates;

/// The files; none where no text has a format.
pub(super) fn items(plan: &Plan) -> Vec<Draft> {
    let formats = &plan.formats;
    if formats.is_empty() {
        return Vec::new();
    }
    let modules: Vec<_> = formats.iter().map(|format| word(format.module)).collect();
    let names = formats.iter().map(|format| word(format.name));
    let list = Rust {
        docs: vec!["Texts with a format, kept exactly as they come.".to_owned()],
        items: vec![
            quote! { #(mod #modules;)* },
            quote! { mod text; },
            quote! { #(pub use #modules::#names;)* },
        ],
    };
    let used = formats.iter().map(|format| format.module).chain(["text"]);
    let files = used.filter_map(|module| {
        let name = format!("{module}.rs");
        let text = templates::format(&name)?;
        Some(Draft::verbatim(format!("src/formats/{name}"), text))
    });
    let list = Draft::rust("src/formats/mod.rs", list);
    [list].into_iter().chain(files).collect()
}
