//! Rewrites `crate::…` paths relative to a module, so that a nested file works wherever a user includes it.
//!
//! `crate::a` in a module two levels deep becomes `super::super::a`; at the top it becomes `self::a`.

use proc_macro2::{Group, Ident, TokenStream, TokenTree};
use syn::visit_mut::{self, VisitMut};
use syn::{Path, PathSegment, UsePath, UseTree, parse_quote};

use crate::naming::{Name, word};

/// Makes every `crate::…` path in the items relative to a module that lies `depth` levels below the root, but for those into modules of the
/// user's: these are in the root of the user's own crate.
pub(crate) fn relocate(items: &mut [syn::Item], depth: usize, own: &[Name]) {
    let mut relocate = Relocate { depth, own };
    for item in items {
        relocate.visit_item_mut(item);
    }
}

struct Relocate<'n> {
    depth: usize,
    own: &'n [Name],
}

impl Relocate<'_> {
    /// The words that stand for the root: `self`, `super`, `super::super`, …
    fn root(&self) -> Vec<Ident> {
        if self.depth == 0 {
            vec![word("self")]
        } else {
            vec![word("super"); self.depth]
        }
    }

    fn is_own(&self, module: &Ident) -> bool {
        self.own.iter().any(|name| module == &**name)
    }

    fn tokens(&self, tokens: TokenStream) -> TokenStream {
        let mut out: Vec<TokenTree> = Vec::new();
        let mut rest = tokens.into_iter().peekable();
        while let Some(token) = rest.next() {
            match token {
                TokenTree::Group(group) => {
                    let mut new = Group::new(group.delimiter(), self.tokens(group.stream()));
                    new.set_span(group.span());
                    out.push(new.into());
                }
                // `$crate` is the defining crate's own root and `crate` without `::` is a visibility.
                TokenTree::Ident(word)
                    if word == "crate"
                        && is_colon(rest.peek())
                        && !is_dollar(out.last())
                        && !self.leads_to_own(rest.clone()) =>
                {
                    out.extend(self.path_tokens());
                }
                token => out.push(token),
            }
        }
        out.into_iter().collect()
    }

    /// Whether what follows `crate` is the way into a module of the user's.
    fn leads_to_own(&self, mut rest: impl Iterator<Item = TokenTree>) -> bool {
        matches!(rest.nth(2), Some(TokenTree::Ident(module)) if self.is_own(&module))
    }

    fn path_tokens(&self) -> TokenStream {
        let root = self.root();
        parse_quote!(#(#root)::*)
    }
}

fn is_colon(token: Option<&TokenTree>) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == ':' && punct.spacing() == proc_macro2::Spacing::Joint)
}

fn is_dollar(token: Option<&TokenTree>) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == '$')
}

impl VisitMut for Relocate<'_> {
    fn visit_path_mut(&mut self, path: &mut Path) {
        let is_rooted = path.segments.len() > 1
            && path
                .segments
                .first()
                .is_some_and(|first| first.ident == "crate")
            && !self.is_own(&path.segments[1].ident);
        if is_rooted {
            let root = self.root().into_iter().map(PathSegment::from);
            let rest = std::mem::take(&mut path.segments).into_iter().skip(1);
            path.segments = root.chain(rest).collect();
        }
        visit_mut::visit_path_mut(self, path);
    }

    fn visit_use_tree_mut(&mut self, tree: &mut UseTree) {
        if let UseTree::Path(UsePath {
            ident, tree: rest, ..
        }) = tree
            && ident == "crate"
        {
            let rest = rest.clone();
            let wrap = |inner: UseTree, ident: Ident| {
                UseTree::Path(UsePath {
                    ident,
                    colon2_token: <syn::Token![::]>::default(),
                    tree: Box::new(inner),
                })
            };
            *tree = self.root().into_iter().rev().fold(*rest, wrap);
            return;
        }
        visit_mut::visit_use_tree_mut(self, tree);
    }

    fn visit_item_mod_mut(&mut self, module: &mut syn::ItemMod) {
        self.depth += 1;
        visit_mut::visit_item_mod_mut(self, module);
        self.depth -= 1;
    }

    fn visit_macro_mut(&mut self, call: &mut syn::Macro) {
        call.tokens = self.tokens(std::mem::take(&mut call.tokens));
        visit_mut::visit_macro_mut(self, call);
    }
}
