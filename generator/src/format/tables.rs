//! Tables, such as `runtime::record! { … }`: a line for each entry, which ends with a semicolon and may have documentation in front.
//! What the table is about stands on its first line, where it has no documentation; a list of modules is about nothing else.
//! Other macros are none: only the tables of the runtime hold nothing but words, literals, types and single signs.

use proc_macro2::{Delimiter, Group, Spacing, TokenStream, TokenTree};
use quote::ToTokens as _;
use syn::{ItemMacro, MacroDelimiter};

/// The text of a table; `None` for any other macro call.
pub(super) fn text(item: &ItemMacro) -> Option<String> {
    let is_table = matches!(item.mac.delimiter, MacroDelimiter::Brace(_));
    if !is_table || item.ident.is_some() || !item.attrs.is_empty() {
        return None;
    }
    let path = line(item.mac.path.to_token_stream());
    let in_crate = path.strip_prefix("crate::").unwrap_or(&path);
    if !in_crate.starts_with("runtime::") {
        return None;
    }
    let mut out = path + "! {";
    let mut entry = Vec::new();
    let mut tokens = item.mac.tokens.clone().into_iter();
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
pub(super) fn about(item: &ItemMacro) -> Option<String> {
    match item.mac.tokens.clone().into_iter().next()? {
        TokenTree::Ident(name) => Some(name.to_string()),
        _ => None,
    }
}

/// The line of an attribute; documentation as a comment.
fn attached(attribute: &TokenTree) -> String {
    let TokenTree::Group(group) = attribute else {
        return format!("#{attribute}");
    };
    let text = documentation(group);
    text.map_or_else(
        || format!("#[{}]", line(group.stream())),
        |text| format!("///{text}"),
    )
}

/// The text of `[doc = "…"]`.
fn documentation(attribute: &Group) -> Option<String> {
    let meta: syn::MetaNameValue = syn::parse2(attribute.stream()).ok()?;
    match meta.value {
        syn::Expr::Lit(syn::ExprLit {
            lit: syn::Lit::Str(text),
            ..
        }) if meta.path.is_ident("doc") => Some(text.value()),
        _ => None,
    }
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
