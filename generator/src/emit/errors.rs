//! What the API's own error model adds to the error of the runtime.

use quote::quote;

use crate::draft::{Draft, Rust};
use crate::naming::ident;
use crate::plan::Plan;
use crate::rust::View;

/// The file, where all documented errors are of one model.
pub(super) fn item(plan: &Plan) -> Option<Draft> {
    let error = plan.error_model()?;
    let model = ident(error.model);
    let signature = error.signature().tokens(View::Operations);
    let doc = format!(
        " The body as [`{model}`](models::{model}), the API's error model, whatever the status; `None` where it is something else."
    );
    let items = vec![
        quote! { use crate::{models, runtime}; },
        quote! {
            impl runtime::Error {
                #[doc = #doc]
                pub fn #signature {
                    self.model()
                }
            }
        },
    ];
    let docs = vec!["The error model of the API.".to_owned()];
    Some(Draft::rust("src/errors.rs", Rust { docs, items }))
}
