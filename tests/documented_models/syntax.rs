//! Reading syntax trees: names, literals, calls, arms.

use quote::ToTokens;
use syn::visit::{self, Visit};
use syn::{Expr, Fields, Lit, Type};

pub(crate) fn fields(fields: &Fields) -> Vec<(String, String)> {
    let name = |field: &syn::Field| field.ident.as_ref().map_or_else(String::new, raw);
    fields
        .iter()
        .map(|field| (name(field), ty(&field.ty)))
        .collect()
}

/// The documentation of an item, as one text.
pub(crate) fn docs(attributes: &[syn::Attribute]) -> String {
    let texts = attributes
        .iter()
        .filter_map(|attribute| match &attribute.meta {
            syn::Meta::NameValue(meta) if meta.path.is_ident("doc") => literal(&meta.value),
            _ => None,
        });
    texts.collect()
}

/// The documentation of named fields.
pub(crate) fn field_docs(fields: &Fields) -> Vec<(String, String)> {
    let named = fields
        .iter()
        .filter_map(|field| Some((raw(field.ident.as_ref()?), docs(&field.attrs))));
    named.collect()
}

/// An identifier without `r#`.
fn raw(ident: &syn::Ident) -> String {
    ident.to_string().trim_start_matches("r#").to_owned()
}

/// A type as text, without spaces, lifetimes and module paths.
pub(crate) fn ty(ty: &Type) -> String {
    let text = ty.to_token_stream().to_string().replace(' ', "");
    let mut out = String::new();
    for part in text.split_inclusive(['<', '>', ',', '&', '(', ')', '[', ']', ';']) {
        out.push_str(part.rsplit("::").next().unwrap_or(part));
    }
    out.replace("'c,", "").replace("'_,", "")
}

pub(crate) fn last(ty: &Type) -> String {
    let Type::Path(path) = ty else {
        return String::new();
    };
    let segment = path.path.segments.last();
    segment.map_or_else(String::new, |segment| segment.ident.to_string())
}

/// The type arguments of a type.
pub(crate) fn generics(of: &Type) -> Vec<String> {
    let Type::Path(path) = of else {
        return Vec::new();
    };
    let Some(syn::PathArguments::AngleBracketed(found)) =
        path.path.segments.last().map(|segment| &segment.arguments)
    else {
        return Vec::new();
    };
    let types = found.args.iter().filter_map(|argument| match argument {
        syn::GenericArgument::Type(found) => Some(ty(found)),
        _ => None,
    });
    types.collect()
}

pub(crate) fn arguments(sig: &syn::Signature) -> Vec<(String, String)> {
    let typed = sig.inputs.iter().filter_map(|input| match input {
        syn::FnArg::Typed(input) => Some((input.pat.to_token_stream().to_string(), ty(&input.ty))),
        syn::FnArg::Receiver(_) => None,
    });
    typed.collect()
}

pub(crate) fn literal(expr: &Expr) -> Option<String> {
    match expr {
        Expr::Lit(expr) => match &expr.lit {
            Lit::Str(text) => Some(text.value()),
            Lit::Int(number) => Some(number.base10_digits().to_owned()),
            _ => None,
        },
        Expr::Reference(expr) => literal(&expr.expr),
        _ => None,
    }
}

/// A call of a method.
#[derive(Debug, Clone)]
pub(crate) struct Call {
    pub(crate) method: String,
    pub(crate) arguments: Vec<String>,
    /// The first argument, where it is a literal text.
    pub(crate) text: Option<String>,
}

/// Method calls, inner ones first.
#[derive(Default)]
pub(crate) struct Calls(Vec<Call>);

impl<'ast> Visit<'ast> for Calls {
    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        visit::visit_expr_method_call(self, call);
        let text = |expr: &Expr| expr.to_token_stream().to_string().replace(' ', "");
        self.0.push(Call {
            method: call.method.to_string(),
            arguments: call.args.iter().map(text).collect(),
            text: call.args.first().and_then(literal),
        });
    }
}

/// The method calls below a node, inner ones first.
pub(crate) fn calls(walk: impl FnOnce(&mut Calls)) -> Vec<Call> {
    let mut found = Calls::default();
    walk(&mut found);
    found.0
}
