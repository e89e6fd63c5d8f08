//! The table of the pages of an operation: how one leads to the next, and what their items are.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::{Advance, PageInput, PageLocation};
use crate::naming::{ident, word};
use crate::plan::{Listed, Operation};
use crate::rust::View;

/// The table, where the operation answers in pages.
pub(super) fn item(operation: &Operation<'_>) -> Option<TokenStream> {
    let pages = operation.pages.as_ref()?;
    let marker = ident(operation.marker);
    let by = by(&pages.source.by);
    let more = pages
        .source
        .more
        .as_ref()
        .map(|more| quote! { , more #more });
    let items = pages.items.as_ref().map(items);
    Some(quote! {
        runtime::pages! {
            #marker: #by #more;
            #items
        }
    })
}

fn by(by: &Advance) -> TokenStream {
    match by {
        Advance::Offset(into) => {
            let into = input(into);
            quote! { offset #into }
        }
        Advance::Number {
            input: into,
            first,
            last,
        } => {
            let into = input(into);
            let first = proc_macro2::Literal::u64_unsuffixed(*first);
            let last = last.as_ref().map(|last| quote! { , last #last });
            quote! { page #into first #first #last }
        }
        Advance::Cursor { input: into, next } => {
            let into = input(into);
            quote! { cursor #into, next #next }
        }
        Advance::Url(next) => quote! { url #next },
        Advance::Link => quote! { link },
    }
}

fn input(input: &PageInput) -> TokenStream {
    let (name, location) = (
        &input.wire,
        match input.location {
            PageLocation::Query => "query",
            PageLocation::Path => "path",
            PageLocation::Body { .. } => "body",
        },
    );
    let location = word(location);
    let is_number = matches!(input.location, PageLocation::Body { is_number: true });
    let kind = is_number.then(|| quote! { as number });
    quote! { #name in #location #kind }
}

fn items(listed: &Listed<'_>) -> TokenStream {
    let item = listed.item.tokens(View::Operations);
    let steps = listed.fields.iter().map(|step| {
        let name = ident(step.name);
        let sign = step.may_be_missing.then(|| quote! { ? });
        quote! { #name #sign }
    });
    let fields = (!listed.fields.is_empty()).then(|| quote! { (#(#steps).*) });
    quote! { items #fields -> #item; }
}
