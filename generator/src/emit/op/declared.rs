//! What the tables of an operation define, as plain Rust: for those who compare what callers see.

use proc_macro2::TokenStream;
use quote::quote;

use super::super::doc;
use super::statuses;
use crate::naming::{Name, ident, word};
use crate::plan::{Answer, Documented, Given, Held, Operation};
use crate::rust::View;

/// The types that stand for the operation with what they give, and the enums by status.
pub(super) fn items(operation: &Operation<'_>) -> Vec<TokenStream> {
    let answers = operation.answers.iter();
    let mut items: Vec<TokenStream> = answers.flat_map(answer).collect();
    let errors = operation.errors.iter();
    items.extend(errors.map(|errors| by_status(errors.name, &errors.all, errors.derives())));
    items.extend(pages(operation));
    items
}

/// What callers see of pages: that there are some, and the type of an item.
fn pages(operation: &Operation<'_>) -> Vec<TokenStream> {
    let Some(pages) = &operation.pages else {
        return Vec::new();
    };
    let marker = ident(operation.marker);
    let items = pages.items.as_ref().map(|items| {
        let item = items.item.tokens(View::Operations);
        quote! { impl runtime::Listed for #marker { type Item = #item; } }
    });
    let paged = quote! { impl runtime::Paged for #marker {} };
    std::iter::once(paged).chain(items).collect()
}

fn answer(answer: &Answer<'_>) -> Vec<TokenStream> {
    let (marker, output) = (ident(answer.marker), answer.ty().tokens(View::Operations));
    let marker = quote! {
        impl runtime::Operation for #marker {
            type Output = #output;
        }
    };
    let Given::ByStatus(all) = &answer.given else {
        return vec![marker];
    };
    vec![marker, by_status(answer.output, all, answer.derives())]
}

fn by_status(name: &Name, all: &[Documented<'_>], derives: &[&'static str]) -> TokenStream {
    let (name, derives) = (ident(name), derives.iter().map(|name| word(name)));
    let variants = all.iter().map(|one| {
        let (docs, variant) = (doc::attrs(&[statuses::about(one)]), ident(one.variant));
        let held = (one.held != Held::Nothing).then(|| {
            let ty = one.held.ty_inside().tokens(View::Operations);
            quote! { (#ty) }
        });
        quote! { #docs #variant #held }
    });
    quote! {
        #[derive(#(#derives),*)]
        #[non_exhaustive]
        pub enum #name {
            #(#variants,)*
        }
    }
}
