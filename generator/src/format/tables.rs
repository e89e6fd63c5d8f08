//! Tables, such as `runtime::record! { … }`: a line for each entry, which ends with a semicolon. Other macros are none: only the
//! tables of the runtime hold nothing but words, literals and single signs.

use proc_macro2::{Spacing, TokenStream, TokenTree};
use quote::ToTokens as _;
use syn::{ItemMacro, MacroDelimiter};

/// The text of a table; `None` for any other macro call.
pub(super) fn text(item: &ItemMacro) -> Option<String> {
    let is_table = matches!(item.mac.delimiter, MacroDelimiter::Brace(_));
    if !is_table || item.ident.is_some() || !item.attrs.is_empty() {
        return None;
    }
    let path = line(item.mac.path.to_token_stream());
    if !path.starts_with("runtime::") {
        return None;
    }
    let mut out = path + "! {\n";
    let mut entry = Vec::new();
    for token in item.mac.tokens.clone() {
        let is_end = matches!(&token, TokenTree::Punct(sign) if sign.as_char() == ';');
        if is_end {
            let entry = std::mem::take(&mut entry);
            out += "    ";
            out += &line(entry.into_iter().collect());
            out += ";\n";
        } else {
            entry.push(token);
        }
    }
    out += "}\n";
    Some(out)
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
        after_word = is_word;
        match token {
            TokenTree::Punct(sign) => match (sign.as_char(), sign.spacing()) {
                (',', _) => out += ", ",
                ('=', _) => out += " = ",
                ('|', _) => out += " | ",
                (':', Spacing::Alone) if !out.ends_with(':') => out += ": ",
                (sign, _) => out.push(sign),
            },
            other => out += &other.to_string(),
        }
    }
    out
}
