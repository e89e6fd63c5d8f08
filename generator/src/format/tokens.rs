//! Tokens, one after the other.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

/// Those that are left.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tokens<'t>(pub(super) &'t [TokenTree]);

impl<'t> Tokens<'t> {
    pub(super) fn next(&mut self) -> Option<&'t TokenTree> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(first)
    }

    /// Takes this word, if it is next.
    pub(super) fn word(&mut self, word: &str) -> bool {
        let is_next = matches!(self.0, [TokenTree::Ident(next), ..] if next == word);
        self.0 = &self.0[usize::from(is_next)..];
        is_next
    }

    /// Takes this sign, if it is next.
    pub(super) fn sign(&mut self, sign: char) -> bool {
        let is_next = matches!(self.0, [TokenTree::Punct(next), ..] if next.as_char() == sign);
        self.0 = &self.0[usize::from(is_next)..];
        is_next
    }

    pub(super) fn ident(&mut self) -> Option<String> {
        match self.next()? {
            TokenTree::Ident(name) => Some(name.to_string()),
            TokenTree::Group(_) | TokenTree::Punct(_) | TokenTree::Literal(_) => None,
        }
    }

    /// Takes the attribute that is next.
    pub(super) fn attribute(&mut self) -> Option<&'t Group> {
        let [TokenTree::Punct(mark), TokenTree::Group(group), rest @ ..] = self.0 else {
            return None;
        };
        let is_attribute = mark.as_char() == '#' && group.delimiter() == Delimiter::Bracket;
        is_attribute.then(|| {
            self.0 = rest;
            group
        })
    }

    /// Takes what stands up to the next braces, and what stands in these.
    pub(super) fn braces(&mut self) -> Option<(&'t [TokenTree], TokenStream)> {
        let all = self.0;
        let braces = all.iter().enumerate().find_map(|(at, token)| match token {
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => Some((at, group)),
            _ => None,
        });
        let (at, group) = braces?;
        self.0 = &all[at + 1..];
        Some((&all[..at], group.stream()))
    }
}
