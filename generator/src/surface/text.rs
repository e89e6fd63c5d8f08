//! Parts of Rust code as text on one line.

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Attribute, FnArg, Meta, Path, ReturnType, Signature, Type};

/// A type.
pub(super) fn ty(ty: &Type) -> String {
    written(ty.to_token_stream())
}

/// A path, such as that of a trait.
pub(super) fn path(path: &Path) -> String {
    written(path.to_token_stream())
}

/// What a function takes and gives.
pub(super) fn arguments(signature: &Signature) -> String {
    let taken: Vec<String> = signature
        .inputs
        .iter()
        .map(|input| match input {
            // Whether the receiver is `mut` is nobody's business but the function's.
            FnArg::Receiver(receiver) => {
                written(receiver.to_token_stream()).replace("mut self", "self")
            }
            FnArg::Typed(argument) => written(argument.to_token_stream()),
        })
        .collect();
    let given = match &signature.output {
        ReturnType::Default => String::new(),
        ReturnType::Type(_, given) => format!(" -> {}", ty(given)),
    };
    format!("({}){given}", taken.join(", "))
}

/// The derived traits, behind a colon.
pub(super) fn derives(attrs: &[Attribute]) -> String {
    let lists = attrs.iter().filter(|attr| attr.path().is_ident("derive"));
    let lists = lists.filter_map(|attr| match &attr.meta {
        Meta::List(list) => Some(written(list.tokens.clone())),
        _ => None,
    });
    let lists: Vec<String> = lists.collect();
    if lists.is_empty() {
        String::new()
    } else {
        format!(": {}", lists.join(", "))
    }
}

/// The name of a type that has methods; of a request, with its operation.
pub(super) fn owner(ty: &Type) -> String {
    let Type::Path(path) = ty else {
        return self::ty(ty);
    };
    let Some(last) = path.path.segments.last() else {
        return self::ty(ty);
    };
    let arguments = written(last.arguments.to_token_stream());
    // A lifetime tells nothing apart.
    let arguments = arguments.replace("'_, ", "").replace("<'_>", "");
    // Nor does the form of the answer: the methods are the same for all.
    let arguments = arguments.replace(", Answer>", ">");
    format!("{}{}", last.ident, arguments.replace("<'c>", ""))
}

/// Whether a type is one of the runtime, which is exported at the root of the crate.
pub(super) fn is_foreign(ty: &Type) -> bool {
    let first = match ty {
        Type::Path(path) => path.path.segments.first(),
        _ => None,
    };
    first.is_some_and(|first| first.ident == "runtime")
}

/// Tokens with blanks where rustfmt has them.
fn written(tokens: TokenStream) -> String {
    let mut out = String::new();
    write(tokens, &mut out);
    out.trim_end_matches(',').to_owned()
}

fn write(tokens: TokenStream, out: &mut String) {
    let mut after_word = false;
    for token in tokens {
        let is_word = matches!(token, TokenTree::Ident(_) | TokenTree::Literal(_));
        if is_word && after_word {
            out.push(' ');
        }
        after_word = is_word;
        match token {
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::Brace => ("{", "}"),
                    Delimiter::None => ("", ""),
                };
                out.push_str(open);
                write(group.stream(), out);
                out.push_str(close);
            }
            TokenTree::Punct(punct) => match (punct.as_char(), punct.spacing()) {
                (',', _) => out.push_str(", "),
                ('=' | '+', _) => {
                    out.push(' ');
                    out.push(punct.as_char());
                    out.push(' ');
                }
                (':', Spacing::Alone) if !out.ends_with(':') => out.push_str(": "),
                (sign, _) => out.push(sign),
            },
            word => out.push_str(&word.to_string()),
        }
    }
}
