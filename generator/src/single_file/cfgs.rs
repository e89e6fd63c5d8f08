//! Settles `#[cfg(feature = "…")]` in a syntax tree for a given set of features; other conditions stay, simplified.

use std::collections::BTreeSet;

use syn::parse::Parser;
use syn::punctuated::Punctuated;
use syn::visit_mut::{self, VisitMut};
use syn::{Attribute, Expr, ExprLit, Fields, Item, Lit, LitBool, Meta, Stmt, Token, parse_quote};

use super::attributes::{expr_attrs, impl_attrs, item_attrs, trait_attrs};
use super::conditions::{Cond, Conditions};
use crate::format;

/// Removes what the features leave out and the conditions that they decide.
pub fn resolve(file: &mut syn::File, features: &BTreeSet<String>) {
    let conditions = &Conditions::new(features);
    let mut resolver = Resolver { conditions };
    // A false condition on the file itself takes everything in it.
    if !resolver.keep(&mut file.attrs) {
        file.items.clear();
    }
    resolver.visit_file_mut(file);
}

/// What is left of a `cfg_attr` of a template; nothing if the text is no attribute.
pub(super) fn attributes(text: &str, conditions: &Conditions<'_>) -> String {
    let file = syn::parse_file(&text.replacen('#', "#!", 1));
    let mut attrs = file.map(|file| file.attrs).unwrap_or_default();
    Resolver { conditions }.keep(&mut attrs);
    format::source(&attrs, &[]).replace("#![", "#[")
}

struct Resolver<'c, 'f> {
    conditions: &'c Conditions<'f>,
}

impl Resolver<'_, '_> {
    /// Whether the node with these attributes stays; its settled conditions are taken off.
    fn keep(&self, attrs: &mut Vec<Attribute>) -> bool {
        let mut kept = Vec::with_capacity(attrs.len());
        for attr in attrs.drain(..) {
            if attr.path().is_ident("cfg") {
                match attr
                    .parse_args::<Meta>()
                    .map(|meta| self.conditions.eval(meta))
                {
                    Ok(Cond::True) => {}
                    Ok(Cond::False) => return false,
                    Ok(Cond::Open(meta)) => kept.push(with_meta(&attr, parse_quote!(cfg(#meta)))),
                    Err(_) => kept.push(attr),
                }
            } else if attr.path().is_ident("cfg_attr") {
                self.conditional(attr, &mut kept);
            } else {
                kept.push(attr);
            }
        }
        *attrs = kept;
        true
    }

    /// `#[cfg_attr(condition, a, b)]`: the attributes `a` and `b`, nothing, or the simplified attribute.
    fn conditional(&self, attr: Attribute, kept: &mut Vec<Attribute>) {
        let Ok(parts) = attr.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated)
        else {
            kept.push(attr);
            return;
        };
        let mut parts = parts.into_iter();
        let Some(condition) = parts.next() else {
            return;
        };
        match self.conditions.eval(condition) {
            Cond::True => kept.extend(parts.map(|meta| with_meta(&attr, meta))),
            Cond::False => {}
            Cond::Open(meta) => {
                kept.push(with_meta(&attr, parse_quote!(cfg_attr(#meta, #(#parts),*))));
            }
        }
    }

    /// Applies [`Self::keep`] to the parts of a comma-separated list.
    fn retain<T, P: Default>(
        &self,
        parts: &mut Punctuated<T, P>,
        attrs: impl Fn(&mut T) -> &mut Vec<Attribute>,
    ) {
        let kept = std::mem::take(parts)
            .into_iter()
            .filter_map(|mut part| self.keep(attrs(&mut part)).then_some(part));
        *parts = kept.collect();
    }

    fn keep_item(&self, item: &mut Item) -> bool {
        item_attrs(item).is_none_or(|attrs| self.keep(attrs))
    }
}

/// The attribute with another content: outer stays outer, inner stays inner.
fn with_meta(attr: &Attribute, meta: Meta) -> Attribute {
    Attribute {
        meta,
        ..attr.clone()
    }
}

impl VisitMut for Resolver<'_, '_> {
    fn visit_file_mut(&mut self, file: &mut syn::File) {
        file.items.retain_mut(|item| self.keep_item(item));
        visit_mut::visit_file_mut(self, file);
    }

    fn visit_item_mod_mut(&mut self, module: &mut syn::ItemMod) {
        if let Some((_, items)) = &mut module.content {
            items.retain_mut(|item| self.keep_item(item));
        }
        visit_mut::visit_item_mod_mut(self, module);
    }

    fn visit_item_enum_mut(&mut self, item: &mut syn::ItemEnum) {
        self.retain(&mut item.variants, |variant| &mut variant.attrs);
        visit_mut::visit_item_enum_mut(self, item);
    }

    fn visit_fields_mut(&mut self, fields: &mut Fields) {
        match fields {
            Fields::Named(fields) => self.retain(&mut fields.named, |field| &mut field.attrs),
            Fields::Unnamed(fields) => self.retain(&mut fields.unnamed, |field| &mut field.attrs),
            Fields::Unit => {}
        }
        visit_mut::visit_fields_mut(self, fields);
    }

    fn visit_item_impl_mut(&mut self, item: &mut syn::ItemImpl) {
        item.items
            .retain_mut(|member| impl_attrs(member).is_none_or(|attrs| self.keep(attrs)));
        visit_mut::visit_item_impl_mut(self, item);
    }

    fn visit_item_trait_mut(&mut self, item: &mut syn::ItemTrait) {
        item.items
            .retain_mut(|member| trait_attrs(member).is_none_or(|attrs| self.keep(attrs)));
        visit_mut::visit_item_trait_mut(self, item);
    }

    fn visit_block_mut(&mut self, block: &mut syn::Block) {
        block.stmts.retain_mut(|stmt| match stmt {
            Stmt::Local(local) => self.keep(&mut local.attrs),
            Stmt::Item(item) => self.keep_item(item),
            Stmt::Expr(expr, _) => expr_attrs(expr).is_none_or(|attrs| self.keep(attrs)),
            Stmt::Macro(stmt) => self.keep(&mut stmt.attrs),
        });
        visit_mut::visit_block_mut(self, block);
    }

    fn visit_expr_match_mut(&mut self, expr: &mut syn::ExprMatch) {
        expr.arms.retain_mut(|arm| self.keep(&mut arm.attrs));
        visit_mut::visit_expr_match_mut(self, expr);
    }

    fn visit_expr_struct_mut(&mut self, expr: &mut syn::ExprStruct) {
        self.retain(&mut expr.fields, |field| &mut field.attrs);
        visit_mut::visit_expr_struct_mut(self, expr);
    }

    fn visit_pat_struct_mut(&mut self, pat: &mut syn::PatStruct) {
        self.retain(&mut pat.fields, |field| &mut field.attrs);
        visit_mut::visit_pat_struct_mut(self, pat);
    }

    fn visit_expr_array_mut(&mut self, expr: &mut syn::ExprArray) {
        let kept = std::mem::take(&mut expr.elems)
            .into_iter()
            .filter_map(|mut elem| {
                expr_attrs(&mut elem)
                    .is_none_or(|attrs| self.keep(attrs))
                    .then_some(elem)
            });
        expr.elems = kept.collect();
        visit_mut::visit_expr_array_mut(self, expr);
    }

    fn visit_signature_mut(&mut self, signature: &mut syn::Signature) {
        self.retain(&mut signature.inputs, |input| match input {
            syn::FnArg::Receiver(receiver) => &mut receiver.attrs,
            syn::FnArg::Typed(typed) => &mut typed.attrs,
        });
        visit_mut::visit_signature_mut(self, signature);
    }

    /// `cfg!(feature = "…")` becomes `true` or `false`.
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        if let Expr::Macro(call) = expr
            && call.mac.path.is_ident("cfg")
            && let Ok(meta) =
                Parser::parse2(<Meta as syn::parse::Parse>::parse, call.mac.tokens.clone())
        {
            let value = match self.conditions.eval(meta) {
                Cond::True => Some(true),
                Cond::False => Some(false),
                Cond::Open(_) => None,
            };
            if let Some(value) = value {
                let lit = Lit::Bool(LitBool::new(value, proc_macro2::Span::call_site()));
                *expr = Expr::Lit(ExprLit {
                    attrs: Vec::new(),
                    lit,
                });
            }
        }
        visit_mut::visit_expr_mut(self, expr);
    }
}
