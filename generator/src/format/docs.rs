//! Documentation, which comes as attributes and is written as comments.

use proc_macro2::{Group, Literal, TokenTree};

/// The text of the attribute `[doc = "…"]`; `None` for any other.
pub(super) fn text(attribute: &Group) -> Option<String> {
    let mut tokens = attribute.stream().into_iter();
    match (tokens.next(), tokens.next(), tokens.next(), tokens.next()) {
        (
            Some(TokenTree::Ident(name)),
            Some(TokenTree::Punct(_)),
            Some(TokenTree::Literal(text)),
            None,
        ) if name == "doc" => literal(text),
        _ => None,
    }
}

fn literal(literal: Literal) -> Option<String> {
    let written = literal.to_string();
    let inner = written
        .strip_prefix('"')
        .and_then(|text| text.strip_suffix('"'));
    match inner {
        // Most lines have nothing that a literal writes otherwise.
        Some(inner) if !inner.contains('\\') => Some(inner.to_owned()),
        _ => match syn::Lit::new(literal) {
            syn::Lit::Str(text) => Some(text.value()),
            _ => None,
        },
    }
}

/// Writes a line; `None` where the text is none.
pub(super) fn write(text: &str, indent: &str, out: &mut String) -> Option<()> {
    let is_line = !text.contains('\n') && !text.starts_with('/');
    is_line.then(|| out.extend([indent, "///", text.trim_end_matches([' ', '\r']), "\n"]))
}
