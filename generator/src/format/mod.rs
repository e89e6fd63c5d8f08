//! Turns drafts into text: tokens directly or through prettyplease, a header line on top, blank lines where a person would put them.
//!
//! No rustfmt and no disk. Everything here is a total function; tokens that are not Rust, which would be a bug of an
//! emitter, become a `compile_error!` that says so.

mod direct;
mod docs;
mod fields;
mod groups;
mod impls;
mod items;
mod lines;
mod signatures;
mod tables;
mod tokens;

use std::path::Path;

use proc_macro2::TokenStream;
use syn::{Attribute, Item};

use crate::draft::{Content, Draft, Output, Rust, Unit};
use crate::threads;
use crate::visible::is_hidden;
pub use items::{Piece, source};

/// Makes and formats every file; `header` is the text of the first line of each Rust file, without the comment marker.
pub fn format(units: &[Unit<'_>], header: &str) -> Output {
    let files = threads::each(units, |unit| {
        let drafts = unit.drafts().into_iter();
        drafts.map(|draft| file(draft, header)).collect::<Vec<_>>()
    });
    Output {
        files: files.into_iter().flatten().collect(),
        ..Output::default()
    }
}

/// The path and the text of a file.
pub fn file(draft: Draft, header: &str) -> (String, String) {
    let is_rust = Path::new(&draft.path)
        .extension()
        .is_some_and(|end| end == "rs");
    let text = match draft.content {
        Content::Rust(rust) => comment(header) + "\n" + &rust_text(rust),
        Content::Verbatim(text) if is_rust => comment(header) + "\n" + &items::short(unix(&text)),
        Content::Verbatim(text) => unix(&text),
        Content::Text(text) => text,
    };
    (draft.path, one_newline(text))
}

/// A `//` line for each line of the text; nothing in it can leave the comment.
pub fn comment(text: &str) -> String {
    text.lines()
        .map(|line| format!("// {}", printable(line)).trim_end().to_owned() + "\n")
        .collect()
}

/// The syntax tree of a file of generated code, the docs as its inner attributes.
pub fn tree(rust: Rust) -> syn::File {
    let mut file = parsed(TokenStream::new());
    file.attrs
        .extend(rust.docs.iter().flat_map(|doc| doc_attrs(doc)));
    for part in rust.items.into_iter().map(parsed) {
        file.attrs.extend(part.attrs);
        file.items.extend(part.items);
    }
    file
}

/// The syntax tree of some items; of one that says what is wrong with them where they are none.
fn parsed(tokens: TokenStream) -> syn::File {
    syn::parse2(tokens).unwrap_or_else(|error| syn::File {
        shebang: None,
        frontmatter: None,
        attrs: Vec::new(),
        items: vec![broken(&error)],
    })
}

/// The item that stands for code that could not be read: it fails the build of the user and says whose fault it is.
pub fn broken(error: &syn::Error) -> Item {
    let text = format!("a bug in Tintype, please report it: this item is not Rust: {error}");
    syn::parse_quote!(compile_error! { #text })
}

fn rust_text(rust: Rust) -> String {
    let mut attrs: Vec<Attribute> = rust.docs.iter().flat_map(|doc| doc_attrs(doc)).collect();
    let mut pieces = Vec::new();
    for tokens in rust.items {
        if let Some(direct) = direct::pieces(&tokens) {
            pieces.extend(direct);
            continue;
        }
        let file = parsed(tokens);
        attrs.extend(file.attrs);
        pieces.extend(file.items.into_iter().map(Piece::of));
    }
    items::text(attrs, pieces)
}

fn doc_attrs(doc: &str) -> Vec<Attribute> {
    let lines = if doc.is_empty() {
        vec![""]
    } else {
        doc.lines().collect()
    };
    let attr = |line: &str| -> Attribute {
        let text = if line.is_empty() {
            String::new()
        } else {
            format!(" {}", printable(line))
        };
        syn::parse_quote!(#![doc = #text])
    };
    lines.into_iter().map(attr).collect()
}

fn printable(line: &str) -> String {
    line.chars()
        .map(|c| if is_hidden(c) { ' ' } else { c })
        .collect()
}

/// Line ends as everywhere in the output, also where templates were checked out with others.
fn unix(text: &str) -> String {
    text.replace("\r\n", "\n")
}

fn one_newline(mut text: String) -> String {
    text.truncate(text.trim_end_matches('\n').len());
    if !text.is_empty() {
        text.push('\n');
    }
    text
}
