//! What the API's own error model adds to the error of the runtime.

use quote::quote;

use super::Emit;
use crate::draft::{Draft, Rust};
use crate::naming::ident;

/// The file, where all documented errors are of one model.
pub(super) fn item(emit: Emit<'_>) -> Option<Draft> {
    let id = emit.plan.error_model?;
    let model = ident(emit.plan.names.ty(id));
    let method = ident(&emit.plan.names.error_method(id));
    let doc = format!(
        " The body as [`{model}`](models::{model}), the API's error model, whatever the status; `None` where it is something else."
    );
    let items = vec![
        quote! { use crate::{models, runtime}; },
        quote! {
            impl runtime::Error {
                #[doc = #doc]
                pub fn #method(&self) -> Option<models::#model> {
                    self.model()
                }
            }
        },
    ];
    let docs = vec!["The error model of the API.".to_owned()];
    Some(Draft::rust("src/errors.rs", Rust { docs, items }))
}
