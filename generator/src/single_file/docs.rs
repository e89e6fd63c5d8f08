//! Documentation in a single file: its examples are not compiled, and that of the crate stands in comments.

use syn::visit_mut::VisitMut;
use syn::{AttrStyle, Attribute};

use crate::format;

/// Marks the examples of documentation so that no test compiles them: they name a crate that a single file is not.
#[derive(Default)]
pub(super) struct Mute {
    is_code: bool,
}

impl VisitMut for Mute {
    fn visit_attribute_mut(&mut self, attr: &mut Attribute) {
        let syn::Meta::NameValue(pair) = &mut attr.meta else {
            return;
        };
        let syn::Expr::Lit(syn::ExprLit {
            lit: syn::Lit::Str(text),
            ..
        }) = &mut pair.value
        else {
            return;
        };
        if !pair.path.is_ident("doc") || !text.value().trim_start().starts_with("```") {
            return;
        }
        self.is_code = !self.is_code;
        if self.is_code && text.value().trim() != "```text" {
            *text = syn::LitStr::new(" ```ignore", text.span());
        }
    }
}

/// A doc line of the crate as an ordinary comment: `include!` takes no inner attribute at the top.
pub(super) fn doc_line(attr: &Attribute) -> Option<String> {
    let AttrStyle::Inner(_) = attr.style else {
        return None;
    };
    let syn::Meta::NameValue(pair) = &attr.meta else {
        return None;
    };
    match &pair.value {
        syn::Expr::Lit(syn::ExprLit {
            lit: syn::Lit::Str(text),
            ..
        }) if pair.path.is_ident("doc") => {
            let text = text.value();
            let text = text.strip_prefix(' ').unwrap_or(&text);
            Some(if text.is_empty() {
                "//\n".to_owned()
            } else {
                format::comment(text)
            })
        }
        _ => None,
    }
}
