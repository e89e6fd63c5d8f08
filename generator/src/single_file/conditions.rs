//! Conditions on features: what is left of them with a set of features on. Looks at no node that has one.
//!
//! `test` and `docsrs` count as unset: a single file has neither tests nor a documentation build of its own.

use std::collections::{BTreeMap, BTreeSet};

use syn::punctuated::Punctuated;
use syn::{Attribute, Expr, ExprLit, Lit, Meta, Token, parse_quote};

use crate::format;

/// The conditions of templates, each settled once.
#[derive(Debug)]
pub struct Conditions<'f> {
    features: &'f BTreeSet<String>,
    settled: BTreeMap<String, Settled>,
}

/// What is left of a condition.
#[derive(Debug, Clone)]
pub enum Settled {
    /// The node stays.
    True,
    /// The node goes.
    False,
    /// Not ours to decide: the attribute, simplified.
    Open(String),
}

impl<'f> Conditions<'f> {
    /// With these features on.
    pub fn new(features: &'f BTreeSet<String>) -> Self {
        Self {
            features,
            settled: BTreeMap::new(),
        }
    }

    /// What is left of a condition, the text between the parentheses of `cfg`.
    pub fn settled(&mut self, condition: &str) -> Settled {
        if let Some(known) = self.settled.get(condition) {
            return known.clone();
        }
        let line = format!("#![cfg({condition})]");
        let attr = syn::parse_file(&line).map(|mut file| file.attrs.remove(0));
        let settled = match attr.and_then(|attr| attr.parse_args::<Meta>()) {
            Ok(meta) => match self.eval(meta) {
                Cond::True => Settled::True,
                Cond::False => Settled::False,
                Cond::Open(meta) => {
                    let attr: Attribute = parse_quote!(#![cfg(#meta)]);
                    Settled::Open(
                        format::source(&[attr], &[])
                            .trim_end()
                            .replacen("#!", "#", 1),
                    )
                }
            },
            Err(_) => Settled::Open(line.replacen("#!", "#", 1)),
        };
        self.settled.insert(condition.to_owned(), settled.clone());
        settled
    }

    /// The value of a condition.
    pub(super) fn eval(&self, meta: Meta) -> Cond {
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
}

/// The value of a condition.
#[expect(clippy::large_enum_variant, reason = "one at a time, on the stack")]
pub(super) enum Cond {
    True,
    False,
    /// Not ours to decide, such as `target_arch = "wasm32"`.
    Open(Meta),
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
