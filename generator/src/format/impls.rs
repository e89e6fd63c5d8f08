//! Implementations, one function after the other. Their documentation, the most of their text, goes around the syntax tree.

use proc_macro2::{TokenStream, TokenTree};
use quote::quote;

use super::docs;
use super::items::{self, Piece};
use super::tokens::Tokens;

/// The implementation that begins behind `impl`; `None` where nothing stands in it, or something that is no function.
pub(super) fn piece(tokens: &mut Tokens<'_>) -> Option<Piece> {
    let (head, content) = tokens.braces()?;
    let head: TokenStream = head.iter().cloned().collect();
    let content: Vec<TokenTree> = content.into_iter().collect();
    let mut content = Tokens(&content);
    let mut out = String::new();
    let mut was_long = false;
    while !content.0.is_empty() {
        let (first, function) = function(&head, &mut content)?;
        let is_long = function.lines().nth(1).is_some();
        if out.is_empty() {
            out = first + "\n";
        } else if was_long || is_long {
            out.push('\n');
        }
        was_long = is_long;
        out += &function;
    }
    if out.is_empty() {
        return None;
    }
    out += "}\n";
    Some(Piece::new(out, None))
}

/// The first line of the implementation, and the lines of the function that is next in it.
fn function(head: &TokenStream, tokens: &mut Tokens<'_>) -> Option<(String, String)> {
    let mut out = String::new();
    let mut before = *tokens;
    while let Some(text) = tokens.attribute().and_then(docs::text) {
        docs::write(&text, "    ", &mut out)?;
        before = *tokens;
    }
    *tokens = before;
    let (signature, body) = tokens.braces()?;
    let is_function = |token: &TokenTree| matches!(token, TokenTree::Ident(word) if word == "fn");
    if !signature.iter().any(is_function) {
        return None;
    }
    let signature: TokenStream = signature.iter().cloned().collect();
    let item = syn::parse2(quote! { impl #head { #signature { #body } } }).ok()?;
    let text = items::item_text(syn::Item::Impl(item));
    // A head that has no room on one line has no line to split at.
    let (first, rest) = text.split_once('\n')?;
    if !first.ends_with('{') {
        return None;
    }
    out += rest.strip_suffix("}\n")?;
    Some((first.to_owned(), out))
}
