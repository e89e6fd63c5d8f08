//! Items whose text follows from their tokens: imports, tables and structs with named fields, the most of a crate. What has no room
//! on its lines, and any other item, goes through a syntax tree.

use std::fmt::Write as _;

use proc_macro2::{Group, TokenStream, TokenTree};

use super::items::Piece;
use super::lines::WIDTH;
use super::tokens::Tokens;
use super::{docs, groups, impls, tables};

/// The items; `None` where one of them is not of these kinds.
pub(super) fn pieces(tokens: &TokenStream) -> Option<Vec<Piece>> {
    let all: Vec<TokenTree> = tokens.clone().into_iter().collect();
    let mut tokens = Tokens(&all);
    let mut pieces = Vec::new();
    while !tokens.0.is_empty() {
        pieces.push(piece(&mut tokens)?);
    }
    Some(pieces)
}

fn piece(tokens: &mut Tokens<'_>) -> Option<Piece> {
    let mut text = String::new();
    attributes(tokens, "", &mut text)?;
    let has_attributes = !text.is_empty();
    let is_public = tokens.word("pub");
    if is_public && tokens.word("struct") {
        return declaration(tokens, text);
    }
    if has_attributes {
        None
    } else if tokens.word("use") {
        import(tokens, is_public)
    } else if is_public {
        None
    } else if tokens.word("impl") {
        impls::piece(tokens)
    } else {
        table(tokens)
    }
}

/// `pub use crate::models as sent;`.
fn import(tokens: &mut Tokens<'_>, is_public: bool) -> Option<Piece> {
    let mut out = if is_public { "pub use " } else { "use " }.to_owned();
    path(tokens, ';', &mut out)?;
    out += ";\n";
    has_room(out.trim_end()).then(|| Piece::new(out, Some(groups::Group::Use(is_public))))
}

/// A path, with `as` and another name, and the sign behind it.
fn path(tokens: &mut Tokens<'_>, end: char, out: &mut String) -> Option<()> {
    while !tokens.sign(end) {
        match tokens.next()? {
            TokenTree::Punct(sign) if sign.as_char() == ':' => out.push(':'),
            TokenTree::Ident(word) if word == "as" => *out += " as ",
            TokenTree::Ident(word) => write!(out, "{word}").ok()?,
            TokenTree::Punct(_) | TokenTree::Group(_) | TokenTree::Literal(_) => return None,
        }
    }
    Some(())
}

/// `runtime::record! { … }`.
fn table(tokens: &mut Tokens<'_>) -> Option<Piece> {
    let mut name = String::new();
    path(tokens, '!', &mut name)?;
    let (between, content) = tokens.braces()?;
    let text = tables::text(&name, content.clone()).filter(|_| between.is_empty())?;
    let about = tables::about(content).map(groups::Group::Table);
    Some(Piece::new(text, about))
}

/// A struct behind its first words; `None` where it has no named fields.
fn declaration(tokens: &mut Tokens<'_>, mut text: String) -> Option<Piece> {
    let name = tokens.ident()?;
    let (between, content) = tokens.braces()?;
    if !between.is_empty() || content.is_empty() {
        return None;
    }
    writeln!(text, "pub struct {name} {{").ok()?;
    fields(content, &mut text)?;
    text += "}\n";
    Some(Piece::new(text, Some(groups::Group::Struct(name))))
}

/// `pub name: Option<String>,`, a line each.
fn fields(content: TokenStream, out: &mut String) -> Option<()> {
    let all: Vec<TokenTree> = content.into_iter().collect();
    let mut tokens = Tokens(&all);
    while !tokens.0.is_empty() {
        attributes(&mut tokens, "    ", out)?;
        let start = out.len();
        let name = tokens.word("pub").then(|| tokens.ident()).flatten()?;
        write!(out, "    pub {name}: ").ok()?;
        if !tokens.sign(':') {
            return None;
        }
        ty(&mut tokens, out)?;
        *out += ",";
        if !has_room(&out[start..]) {
            return None;
        }
        *out += "\n";
    }
    Some(())
}

/// A type and the comma behind it: a path, with types in angle brackets.
fn ty(tokens: &mut Tokens<'_>, out: &mut String) -> Option<()> {
    let mut depth = 0_usize;
    let mut after_word = false;
    while let Some(token) = tokens.next() {
        let was_word = std::mem::replace(&mut after_word, matches!(token, TokenTree::Ident(_)));
        let is_whole = was_word || out.ends_with('>');
        match token {
            TokenTree::Ident(word) if !is_whole => write!(out, "{word}").ok()?,
            TokenTree::Punct(sign) => match sign.as_char() {
                ',' if depth == 0 => return Some(()),
                ',' if is_whole => *out += ", ",
                '<' if was_word => {
                    depth += 1;
                    out.push('<');
                }
                '>' if is_whole => {
                    depth = depth.checked_sub(1)?;
                    out.push('>');
                }
                ':' => out.push(':'),
                _ => return None,
            },
            TokenTree::Ident(_) | TokenTree::Group(_) | TokenTree::Literal(_) => return None,
        }
    }
    Some(())
}

/// Documentation, words such as `#[non_exhaustive]`, and the list of what is derived, a line each.
fn attributes(tokens: &mut Tokens<'_>, indent: &str, out: &mut String) -> Option<()> {
    while let Some(group) = tokens.attribute() {
        if let Some(text) = docs::text(group) {
            docs::write(&text, indent, out)?;
            continue;
        }
        let start = out.len();
        *out += indent;
        attribute(group, out)?;
        if !has_room(&out[start..]) {
            return None;
        }
        out.push('\n');
    }
    Some(())
}

fn attribute(group: &Group, out: &mut String) -> Option<()> {
    let all: Vec<TokenTree> = group.stream().into_iter().collect();
    let (name, list) = match &all[..] {
        [TokenTree::Ident(name)] => (name, None),
        [TokenTree::Ident(name), TokenTree::Group(list)] if name == "derive" => (name, Some(list)),
        _ => return None,
    };
    write!(out, "#[{name}").ok()?;
    if let Some(list) = list {
        out.push('(');
        for token in list.stream() {
            match token {
                TokenTree::Ident(word) => write!(out, "{word}").ok()?,
                TokenTree::Punct(sign) if sign.as_char() == ',' => *out += ", ",
                _ => return None,
            }
        }
        out.push(')');
    }
    out.push(']');
    Some(())
}

fn has_room(line: &str) -> bool {
    line.len() <= WIDTH || line.chars().count() <= WIDTH
}
