//! How the body of an answer is read: the name of a function of the runtime, in the table of an operation or of what it gives.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use crate::ir::Framing;
use crate::naming::word;
use crate::plan::Held;

/// How an answer is read that is of none of the other media types.
pub(super) fn of(held: &Held<'_>, others: &[&str]) -> TokenStream {
    let how = if let Held::Redirect(body) = held {
        let body = reader(body);
        quote! { redirect(#body) }
    } else {
        let reader = reader(held);
        quote! { #reader }
    };
    if others.is_empty() {
        how
    } else {
        quote! { #how not #(#others)|* }
    }
}

/// The function of the runtime that reads a body.
fn reader(held: &Held<'_>) -> Ident {
    word(match held {
        Held::Json { .. } => "json",
        Held::Nothing | Held::Redirect(_) => "no_content",
        Held::Text => "text",
        Held::Bytes => "bytes",
        Held::Stream { framing, .. } => match framing {
            Framing::Event => "server_sent_events",
            Framing::Data => "events",
            Framing::Message => "messages",
            Framing::TextMessage => "text_messages",
            Framing::Line => "lines",
            Framing::Record => "sequence",
        },
    })
}
