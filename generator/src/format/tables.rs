//! Tables, such as `runtime::record! { … }`: a line for each entry, which ends with a semicolon and may have documentation in front.
//! What the table is about stands on its first line, where it has no documentation; a list of modules is about nothing else.
//! Other macros are none: only the tables of the runtime hold nothing but words, literals, types and single signs.

use super::docs;
use proc_macro2::{Delimiter, Group, Spacing, TokenStream, TokenTree};
use quote::ToTokens as _;
use syn::{ItemMacro, MacroDelimiter};

/// The text of a table; `None` for any other macro call.
pub(super) fn of_item(item: &ItemMacro) -> Option<String> {
    let is_table = matches!(item.mac.delimiter, MacroDelimiter::Brace(_));
    let is_bare = is_table && item.ident.is_none() && item.attrs.is_empty();
    let path = || line(item.mac.path.to_token_stream());
    is_bare
        .then(|| text(&path(), item.mac.tokens.clone()))
        .flatten()
}

/// The text of the call of a macro with this path and these tokens in braces; `None` if it is no table.
pub(super) fn text(path: &str, tokens: TokenStream) -> Option<String> {
    let in_crate = path.strip_prefix("crate::").unwrap_or(path);
    if !in_crate.starts_with("runtime::") {
        return None;
    }
    let mut out = format!("{path}! {{");
    let mut entry = Vec::new();
    let mut tokens = tokens.into_iter();
    while let Some(token) = tokens.next() {
        match sign(&token) {
            Some('#') if entry.is_empty() => {
                let attribute = tokens.next();
                out += "\n    ";
                out += &attribute.map_or_else(String::new, |attribute| attached(&attribute));
            }
            Some(';') => {
                let text = line(std::mem::take(&mut entry).into_iter().collect());
                let is_about = out.ends_with('{') && !text.starts_with("mod ");
                out += if is_about { " " } else { "\n    " };
                out += &text;
                out += ";";
            }
            _ => entry.push(token),
        }
    }
    out += if out.contains('\n') { "\n}\n" } else { " }\n" };
    Some(out)
}

/// What a table is about, where its first line says that.
pub(super) fn about(tokens: TokenStream) -> Option<String> {
    match tokens.into_iter().next()? {
        TokenTree::Ident(name) => Some(name.to_string()),
        _ => None,
    }
}

/// The line of an attribute; documentation as a comment.
fn attached(attribute: &TokenTree) -> String {
    let TokenTree::Group(group) = attribute else {
        return format!("#{attribute}");
    };
    docs::text(group).map_or_else(
        || format!("#[{}]", line(group.stream())),
        |text| format!("///{text}"),
    )
}

fn sign(token: &TokenTree) -> Option<char> {
    match token {
        TokenTree::Punct(sign) => Some(sign.as_char()),
        _ => None,
    }
}

/// Tokens on one line, with blanks where a person would put them.
fn line(tokens: TokenStream) -> String {
    let mut out = String::new();
    let mut after_word = false;
    for token in tokens {
        let is_word = matches!(token, TokenTree::Ident(_) | TokenTree::Literal(_));
        if is_word && after_word {
            out.push(' ');
        }
        let is_behind_word = std::mem::replace(
            &mut after_word,
            is_word || matches!(token, TokenTree::Group(_)),
        );
        match token {
            TokenTree::Punct(sign) => match (sign.as_char(), sign.spacing()) {
                (',', _) => out += ", ",
                ('=', _) => out += " = ",
                ('|', _) => out += " | ",
                ('-', Spacing::Joint) => out += " -",
                ('&', _) if is_behind_word => out += " &",
                ('>', _) if out.ends_with(" -") => out += "> ",
                (':', Spacing::Alone) if !out.ends_with(':') => out += ": ",
                (sign, _) => out.push(sign),
            },
            TokenTree::Group(group) => grouped(&group, &mut out),
            other => out += &other.to_string(),
        }
    }
    out
}

/// What is in brackets of some kind.
fn grouped(group: &Group, out: &mut String) {
    let inner = line(group.stream());
    let is_behind_word = out.ends_with(|c: char| c.is_alphanumeric());
    let (open, close) = match group.delimiter() {
        Delimiter::Parenthesis if out.ends_with(')') => (" (", ")"),
        Delimiter::Parenthesis => ("(", ")"),
        Delimiter::Bracket if is_behind_word => (" [", "]"),
        Delimiter::Bracket => ("[", "]"),
        Delimiter::Brace => (" { ", " }"),
        Delimiter::None => ("", ""),
    };
    out.extend([open, inner.trim_end(), close]);
}
