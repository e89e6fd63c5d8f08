//! `mock.rs`: a client that answers with the examples of the document, for tests.

use proc_macro2::TokenStream;
use quote::quote;

use super::Emit;
use crate::draft::{Draft, Rust};
use crate::ir::{Content, ContentKind};
use crate::naming::ident;

/// The file.
pub(super) fn item(emit: Emit<'_>) -> Draft {
    let client = ident(&emit.plan.package.client);
    let answers = (0..emit.plan.api.operations.len()).filter_map(|index| answer(index, emit));
    let credential = emit.plan.credential.map(|_| quote! { "mock" });
    let first =
        " A client that never leaves the process: each operation gives the example of its success.";
    let items = vec![
        quote! {
            use crate::#client;
            use crate::runtime::MockAnswer;
        },
        quote! {
            pub use crate::runtime::{MockReply, MockTransport};
        },
        quote! {
            #[doc = " The examples of the document."]
            const ANSWERS: &[MockAnswer] = &[#(#answers),*];
        },
        quote! {
            #[doc = #first]
            #[must_use]
            pub fn client() -> #client {
                #client::builder(#credential).transport(transport()).build_lazily()
            }
        },
        quote! {
            #[doc = " The transport of such a client: it can be told what to answer, and tells what it was sent."]
            #[must_use]
            pub fn transport() -> MockTransport {
                MockTransport::new(ANSWERS)
            }
        },
    ];
    let docs = vec!["Answers without a server: for tests of what uses this crate.".to_owned()];
    Draft::rust("src/mock.rs", Rust { docs, items })
}

/// Whether the mock has an answer to an operation.
pub(super) fn answers(index: usize, emit: Emit<'_>) -> bool {
    answer(index, emit).is_some()
}

/// The example of an operation's success; `None` where the document has none.
fn answer(index: usize, emit: Emit<'_>) -> Option<TokenStream> {
    let operation = &emit.plan.api.operations[index];
    let success = *operation.successes().first()?;
    let crate::ir::Status::Code(status) = operation.responses[success].status else {
        return None;
    };
    let id = emit.plan.operation_id(index);
    let (content_type, body) = match operation.answered(success).first() {
        Some(content) if content.kind == ContentKind::Json => {
            (content.sent.as_str(), example(content)?)
        }
        Some(_) => return None,
        None => ("", String::new()),
    };
    Some(quote! {
        MockAnswer { operation: #id, status: #status, content_type: #content_type, body: #body }
    })
}

fn example(content: &Content) -> Option<String> {
    content.examples.first().map(ToString::to_string)
}
