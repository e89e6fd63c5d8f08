//! Enums by status: the documented errors of an operation, and what it gives where that depends on the status.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::reading;
use crate::ir::Status;
use crate::markdown;
use crate::naming::ident;
use crate::plan::{Answer, Documented, Errors, Given, Held, Operation, by_status};
use crate::rust::View;

/// The tables of what the forms of the answer give; nothing where all successes are alike.
pub(super) fn outputs(operation: &Operation<'_>) -> Vec<TokenStream> {
    let answers = operation.answers.iter();
    answers.filter_map(output).collect()
}

fn output(answer: &Answer<'_>) -> Option<TokenStream> {
    let Given::ByStatus(all) = &answer.given else {
        return None;
    };
    let (name, marker) = (ident(answer.output), ident(answer.marker));
    let lines = by_status(all).into_iter().map(|one| {
        let held = (one.held != Held::Nothing).then(|| {
            let ty = one.held.ty_inside().tokens(View::Operations);
            let how = reading::of(&one.held, &one.read_otherwise);
            quote! { (#ty) by #how }
        });
        line(one, held)
    });
    let streams = answer.whole.is_some().then(|| quote! { streams });
    Some(quote! { runtime::output! { #marker, #name #streams; #(#lines)* } })
}

/// The lines of the documented errors in the table of their operation.
pub(super) fn errors(errors: &Errors<'_>) -> TokenStream {
    let name = ident(errors.name);
    let lines = by_status(&errors.all).into_iter().map(|one| {
        let ty = one.held.ty_inside().tokens(View::Operations);
        line(one, Some(quote! { (#ty) }))
    });
    quote! { errors #name; #(#lines)* }
}

/// The line of a variant: its status, what it holds, and its documentation.
fn line(one: &Documented<'_>, held: Option<TokenStream>) -> TokenStream {
    let (variant, about) = (ident(one.variant), about(one));
    let status = match one.status() {
        Status::Code(code) => {
            let code = Literal::u16_unsuffixed(code);
            quote! { status #code }
        }
        Status::Range(first) => {
            let first = Literal::u8_unsuffixed(first);
            quote! { range #first }
        }
        Status::Default => quote! { any },
    };
    quote! { #status = #variant #held, #about; }
}

/// What a documented answer means, as the documentation of its variant.
pub(super) fn about(one: &Documented<'_>) -> String {
    let about = markdown::line(&one.response.description);
    let about = if about.is_empty() {
        one.status().to_string()
    } else {
        format!("{}: {about}", one.status())
    };
    format!("{}.", about.trim_end_matches('.'))
}
