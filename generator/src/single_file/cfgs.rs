//! Settles `#[cfg(feature = "…")]` in a syntax tree for a given set of features; other conditions stay, simplified.
//!
//! `test` and `docsrs` count as unset: a single file has neither tests nor a documentation build of its own.

use std::collections::BTreeSet;

use syn::parse::Parser;
use syn::punctuated::Punctuated;
use syn::visit_mut::{self, VisitMut};
use syn::{Attribute, Expr, ExprLit, Fields, Item, Lit, LitBool, Meta, Stmt, Token, parse_quote};

use super::attributes::{expr_attrs, impl_attrs, item_attrs, trait_attrs};

/// Removes what the features leave out and the conditions that they decide.
pub fn resolve(file: &mut syn::File, features: &BTreeSet<String>) {
    let mut resolver = Resolver { features };
    // A false condition on the file itself takes everything in it.
    if !resolver.keep(&mut file.attrs) {
        file.items.clear();
    }
    resolver.visit_file_mut(file);
}

/// The value of a condition.
#[expect(clippy::large_enum_variant, reason = "one at a time, on the stack")]
enum Cond {
    True,
    False,
    /// Not ours to decide, such as `target_arch = "wasm32"`.
    Open(Meta),
}

struct Resolver<'f> {
    features: &'f BTreeSet<String>,
}

impl Resolver<'_> {
    /// Whether the node with these attributes stays; its settled conditions are taken off.
    fn keep(&self, attrs: &mut Vec<Attribute>) -> bool {
        let mut kept = Vec::with_capacity(attrs.len());
        for attr in attrs.drain(..) {
            if attr.path().is_ident("cfg") {
                match attr.parse_args::<Meta>().map(|meta| self.eval(meta)) {
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
        match self.eval(condition) {
            Cond::True => kept.extend(parts.map(|meta| with_meta(&attr, meta))),
            Cond::False => {}
            Cond::Open(meta) => {
                kept.push(with_meta(&attr, parse_quote!(cfg_attr(#meta, #(#parts),*))));
            }
        }
    }

    fn eval(&self, meta: Meta) -> Cond {
        match &meta {
            Meta::Path(path) if path.is_ident("test") || path.is_ident("docsrs") => Cond::False,
            Meta::NameValue(pair) if pair.path.is_ident("feature") => match &pair.value {
                Expr::Lit(ExprLit {
                    lit: Lit::Str(name),
                    ..
                }) => Cond::from(self.features.contains(&name.value())),
                _ => Cond::Open(meta),
            },
            Meta::List(list)
                if ["all", "any", "not"]
                    .iter()
                    .any(|name| list.path.is_ident(name)) =>
            {
                let Ok(parts) =
                    list.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated)
                else {
                    return Cond::Open(meta);
                };
                let parts = parts.into_iter().map(|part| self.eval(part));
                if list.path.is_ident("not") {
                    negate(parts.last(), meta.clone())
                } else {
                    let is_any = list.path.is_ident("any");
                    combine(parts, if is_any { Join::Any } else { Join::All })
                }
            }
            _ => Cond::Open(meta),
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

impl From<bool> for Cond {
    fn from(value: bool) -> Self {
        if value { Self::True } else { Self::False }
    }
}

/// How parts make one condition.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Join {
    All,
    Any,
}

fn negate(part: Option<Cond>, whole: Meta) -> Cond {
    match part {
        Some(Cond::True) => Cond::False,
        Some(Cond::False) => Cond::True,
        Some(Cond::Open(meta)) => Cond::Open(parse_quote!(not(#meta))),
        None => Cond::Open(whole),
    }
}

/// `any(…)` or `all(…)`: one deciding part settles it, the other kind of part drops out.
fn combine(parts: impl Iterator<Item = Cond>, join: Join) -> Cond {
    let mut open = Vec::new();
    for part in parts {
        match part {
            Cond::True if join == Join::Any => return Cond::True,
            Cond::False if join == Join::All => return Cond::False,
            Cond::True | Cond::False => {}
            Cond::Open(meta) => open.push(meta),
        }
    }
    match open.len() {
        0 => Cond::from(join == Join::All),
        1 => open.pop().map_or(Cond::True, Cond::Open),
        _ => Cond::Open(match join {
            Join::Any => parse_quote!(any(#(#open),*)),
            Join::All => parse_quote!(all(#(#open),*)),
        }),
    }
}

/// The attribute with another content: outer stays outer, inner stays inner.
fn with_meta(attr: &Attribute, meta: Meta) -> Attribute {
    Attribute {
        meta,
        ..attr.clone()
    }
}

impl VisitMut for Resolver<'_> {
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
            let value = match self.eval(meta) {
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
