//! Joins the drafts of a crate into one file for `include!`: nested modules, no inner attributes at the top, features settled.
//!
//! Files that no `mod` line reaches, and all that is not under `src/`, stay out. Paths from `crate` are made relative,
//! so the user may include the file in any module.

mod attributes;
pub mod cfgs;
mod crate_paths;

use std::collections::{BTreeMap, BTreeSet};

use syn::visit_mut::VisitMut;
use syn::{AttrStyle, Attribute, Item, parse_quote};

use crate::draft::{Content, Draft};
use crate::format;

/// One Rust text of all the drafts, with the given Cargo features of the crate on; `header` is its first line.
pub fn join(drafts: Vec<Draft>, header: &str, features: &BTreeSet<String>) -> String {
    let mut modules = drafts
        .iter()
        .filter_map(|draft| Some((module_path(&draft.path)?, draft)))
        .collect();
    let mut root = load(&mut modules, &[], features);
    let docs: String = root.attrs.iter().filter_map(doc_line).collect();
    for attrs in root.items.iter_mut().filter_map(attributes::item_attrs) {
        // In a crate of its own none of this is private; in a module of the user's crate all of it may be.
        attrs.push(parse_quote! {
            #[allow(
                dead_code,
                unreachable_pub,
                unused_imports,
                clippy::disallowed_names,
                clippy::large_enum_variant,
                clippy::let_and_return,
                clippy::too_many_arguments,
                clippy::type_complexity,
                reason = "a user needs only parts of an SDK, whose names and types are those of the document"
            )]
        });
    }
    let notes = if docs.is_empty() {
        String::new()
    } else {
        format!("//\n{docs}")
    };
    format::comment(header) + &notes + "\n" + &format::source(&[], &root.items)
}

/// `src/models/user.rs` is the module `models::user`; `lib.rs` and `mod.rs` are their folder's.
fn module_path(path: &str) -> Option<Vec<String>> {
    let stem = path.strip_prefix("src/")?.strip_suffix(".rs")?;
    let mut parts: Vec<String> = stem.split('/').map(str::to_owned).collect();
    if stem == "lib" || parts.last().is_some_and(|last| last == "mod") {
        parts.pop();
    }
    Some(parts)
}

/// The tree of a module, its `mod` lines filled with the files they name.
fn load(
    modules: &mut BTreeMap<Vec<String>, &Draft>,
    at: &[String],
    features: &BTreeSet<String>,
) -> syn::File {
    let mut file = match modules.remove(at).map(|draft| &draft.content) {
        Some(Content::Rust(rust)) => format::tree(rust),
        Some(Content::Text(text)) => parse(text),
        Some(Content::Verbatim(text)) => parse(text),
        // rustc says `file not found for module`; so do we, in the only way that a text can.
        None => missing(at),
    };
    cfgs::resolve(&mut file, features);
    Mute::default().visit_file_mut(&mut file);
    crate_paths::relocate(&mut file.items, at.len());
    fill(&mut file.items, modules, at, features);
    file
}

fn fill(
    items: &mut [Item],
    modules: &mut BTreeMap<Vec<String>, &Draft>,
    at: &[String],
    features: &BTreeSet<String>,
) {
    for item in items {
        let Item::Mod(module) = item else { continue };
        let mut inner = at.to_vec();
        // `r#type` is the module of the file `type.rs`.
        inner.push(module.ident.to_string().trim_start_matches("r#").to_owned());
        if let Some((_, items)) = &mut module.content {
            fill(items, modules, &inner, features);
            continue;
        }
        let file = load(modules, &inner, features);
        module.attrs.extend(file.attrs);
        module.content = Some((syn::token::Brace::default(), file.items));
        module.semi = None;
    }
}

fn parse(text: &str) -> syn::File {
    syn::parse_file(text).unwrap_or_else(|error| only(format::broken(&error)))
}

fn missing(at: &[String]) -> syn::File {
    let text = format!(
        "a bug in Tintype, please report it: no file for the module `{}`",
        at.join("::")
    );
    only(parse_quote!(compile_error! { #text }))
}

fn only(item: Item) -> syn::File {
    syn::File {
        shebang: None,
        frontmatter: None,
        attrs: Vec::new(),
        items: vec![item],
    }
}

/// Marks the examples of documentation so that no test compiles them: they name a crate that a single file is not.
#[derive(Default)]
struct Mute {
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
fn doc_line(attr: &Attribute) -> Option<String> {
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
