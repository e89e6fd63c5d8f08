//! `mock.rs`: a client that answers with the examples of the document, for tests.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::attr;
use crate::draft::{Draft, Rust};
use crate::ir::{Content, ContentKind, Framing, Status};
use crate::naming::{self, ident, word};
use crate::plan::{Operation, Plan, exports};
use crate::rust::View;

/// The file.
pub(super) fn item(plan: &Plan) -> Draft {
    let client = plan.client();
    let url = client.address.map(|_| quote! { "https://mock.invalid", });
    let credential = client.credential.map(|_| quote! { "mock" });
    let setters = client.further.iter().map(|credential| {
        let setter = ident(credential.name);
        quote! { .#setter("mock") }
    });
    let setters: Vec<TokenStream> = setters.collect();
    let [made, transport] = client.mocked().map(|one| one.tokens(View::Operations));
    let client = ident(client.name);
    let built = built(quote! { #client::builder(#url #credential) }, &setters);
    let operations = plan.operations();
    let answers = operations.filter_map(|operation| answer(&operation));
    let given = exports::MOCK.iter().map(|name| word(name));
    let first = " A client that never leaves the process: each operation gives the example of its success, or an error where the document has none.";
    let items = vec![
        quote! {
            use crate::#client;
            use crate::runtime;
        },
        quote! {
            pub use crate::runtime::{#(#given),*};
        },
        quote! {
            runtime::answers! { ANSWERS; #(#answers)* }
        },
        quote! {
            #[doc = #first]
            #[must_use]
            pub fn #made {
                #built
            }
        },
        quote! {
            #[doc = " The transport of such a client: it can be told what to answer, and tells what it was sent."]
            #[must_use]
            pub fn #transport {
                MockTransport::new(ANSWERS)
            }
        },
    ];
    let docs = vec!["Answers without a server: for tests of what uses this crate.".to_owned()];
    Draft::rust("src/mock.rs", Rust { docs, items })
}

/// The client of a builder. An expression is nested as deeply as it is long, so each statement has some of the calls only.
fn built(builder: TokenStream, setters: &[TokenStream]) -> TokenStream {
    const TOGETHER: usize = 64;
    let mut groups = setters.chunks(TOGETHER);
    let first = groups.next().unwrap_or_default();
    let builder = quote! { #builder #(#first)* };
    if groups.len() == 0 {
        return quote! { #builder.transport(transport()).build_lazily() };
    }
    let more = groups.map(|group| quote! { let builder = builder #(#group)*; });
    quote! {
        let builder = #builder;
        #(#more)*
        builder.transport(transport()).build_lazily()
    }
}

/// The example of an operation's success; `None` where the document has none.
fn answer(operation: &Operation<'_>) -> Option<TokenStream> {
    let with = attr::with(operation.resource.feature());
    let (id, operation) = (operation.id, operation.source);
    let success = operation.succeeding().next()?;
    let Status::Code(status) = success.status else {
        return None;
    };
    let status = Literal::u16_unsuffixed(status);
    let (content_type, body) = match operation.forms(success).first() {
        Some(content) => match content.kind {
            ContentKind::Json => (content.sent.as_str(), example(content)?),
            ContentKind::Stream(framing) => (content.sent.as_str(), one_item(framing, content)?),
            _ => return None,
        },
        None => {
            return Some(quote! { #with #id: #status; });
        }
    };
    let body = naming::literal(&body);
    Some(quote! { #with #id: #status, #content_type, #body; })
}

/// The example of a stream: one item. An event with a name is none that its data alone makes.
fn one_item(framing: Framing, content: &Content) -> Option<String> {
    let item = example(content)?;
    match framing {
        Framing::Data => Some(format!("data: {item}\n\n")),
        Framing::Line => Some(format!("{item}\n")),
        Framing::Record => Some(format!("\u{1e}{item}\n")),
        Framing::Event | Framing::Message | Framing::TextMessage => None,
    }
}

fn example(content: &Content) -> Option<String> {
    content.example.as_ref().map(ToString::to_string)
}
