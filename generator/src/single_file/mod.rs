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

use crate::draft::{Content, Draft, Unit};
use crate::format::{self, Piece};
use crate::naming::Name;
use crate::threads;

/// One Rust text of all the files, with the given Cargo features of the crate on; `header` is its first line. The modules of the user's are
/// those of the crate that includes it.
pub fn join(units: &[Unit<'_>], header: &str, features: &BTreeSet<String>, own: &[Name]) -> String {
    let files = threads::each(units, |unit| {
        let drafts = unit.drafts().into_iter();
        let files = drafts.filter_map(|draft| {
            let at = module_path(&draft.path)?;
            let file = File::of(draft, &at, features, own);
            Some((at, file))
        });
        files.collect::<Vec<_>>()
    });
    let mut files: BTreeMap<Vec<String>, File> = files.into_iter().flatten().collect();
    let mut root = files.remove(&Vec::new()).unwrap_or_else(|| missing(&[]));
    root.parts.retain(|part| !part.is_module_of(own));
    let notes = if root.docs.is_empty() {
        String::new()
    } else {
        format!("//\n{}", root.docs)
    };
    let mut out = format::comment(header) + &notes + "\n";
    write(&root.parts, &[], &mut files, &mut out);
    out
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

/// A file whose `mod` lines are not filled yet.
struct File {
    /// What it says about itself, as comments.
    docs: String,
    /// Its inner attributes.
    attrs: String,
    parts: Vec<Part>,
}

enum Part {
    Item(Piece),
    Module(Module),
}

/// A module; without parts it is a file of its own.
struct Module {
    name: String,
    /// What stands before its opening brace.
    head: String,
    attrs: String,
    parts: Option<Vec<Part>>,
}

impl File {
    fn of(draft: Draft, at: &[String], features: &BTreeSet<String>, own: &[Name]) -> Self {
        let file = match draft.content {
            Content::Rust(rust) => format::tree(rust),
            Content::Text(text) => parse(&text),
            Content::Verbatim(text) => parse(&text),
        };
        Self::settled(file, at, features, own)
    }

    fn settled(
        mut file: syn::File,
        at: &[String],
        features: &BTreeSet<String>,
        own: &[Name],
    ) -> Self {
        cfgs::resolve(&mut file, features);
        Mute::default().visit_file_mut(&mut file);
        crate_paths::relocate(&mut file.items, at.len(), own);
        if at.is_empty() {
            file.items
                .iter_mut()
                .filter_map(attributes::item_attrs)
                .for_each(allow);
        }
        Self {
            docs: file.attrs.iter().filter_map(doc_line).collect(),
            attrs: format::source(&file.attrs, &[]),
            parts: file.items.into_iter().map(Part::of).collect(),
        }
    }
}

impl Part {
    fn of(item: Item) -> Self {
        let Item::Mod(mut module) = item else {
            return Self::Item(Piece::of(&item));
        };
        let content = module.content.take();
        let (inner, outer): (Vec<_>, Vec<_>) = std::mem::take(&mut module.attrs)
            .into_iter()
            .partition(|attr| matches!(attr.style, AttrStyle::Inner(_)));
        (module.attrs, module.semi) = (outer, None);
        // `r#type` is the module of the file `type.rs`.
        let name = module.ident.to_string().trim_start_matches("r#").to_owned();
        module.content = Some((syn::token::Brace::default(), Vec::new()));
        let head = format::source(&[], &[Item::Mod(module)]);
        Self::Module(Module {
            name,
            head: head.trim_end().trim_end_matches('}').to_owned(),
            attrs: format::source(&inner, &[]),
            parts: content.map(|(_, items)| items.into_iter().map(Self::of).collect()),
        })
    }

    fn is_module_of(&self, own: &[Name]) -> bool {
        matches!(self, Self::Module(module) if own.iter().any(|name| **name == *module.name))
    }

    fn piece(&self) -> Option<&Piece> {
        match self {
            Self::Item(piece) => Some(piece),
            Self::Module(_) => None,
        }
    }
}

/// Writes the parts of a module, set off and set in.
fn write(parts: &[Part], at: &[String], files: &mut BTreeMap<Vec<String>, File>, out: &mut String) {
    let mut previous: Option<&Part> = None;
    for part in parts {
        if let Some(previous) = previous
            && !Piece::are_close(previous.piece(), part.piece())
        {
            out.push('\n');
        }
        match part {
            Part::Item(piece) => piece.write(at.len(), out),
            Part::Module(module) => module.write(at, files, out),
        }
        previous = Some(part);
    }
}

impl Module {
    fn write(&self, at: &[String], files: &mut BTreeMap<Vec<String>, File>, out: &mut String) {
        let mut inner = at.to_vec();
        inner.push(self.name.clone());
        let file = match self.parts {
            Some(_) => None,
            // rustc says `file not found for module`; so do we, in the only way that a text can.
            None => Some(files.remove(&inner).unwrap_or_else(|| missing(&inner))),
        };
        let parts = self
            .parts
            .as_ref()
            .or(file.as_ref().map(|file| &file.parts));
        let parts = parts.map(Vec::as_slice).unwrap_or_default();
        let attrs = [Some(&self.attrs), file.as_ref().map(|file| &file.attrs)];
        let attrs: String = attrs.into_iter().flatten().map(String::as_str).collect();
        Piece::set_in(self.head.trim_end(), at.len(), out);
        if parts.is_empty() && attrs.is_empty() {
            out.truncate(out.trim_end().len());
            out.push_str("}\n");
            return;
        }
        Piece::set_in(&attrs, inner.len(), out);
        if !attrs.is_empty() && !parts.is_empty() {
            out.push('\n');
        }
        write(parts, &inner, files, out);
        Piece::set_in("}", at.len(), out);
    }
}

/// In a crate of its own none of this is private; in a module of the user's crate all of it may be.
fn allow(attrs: &mut Vec<Attribute>) {
    attrs.push(parse_quote! {
        #[allow(
            dead_code,
            unknown_lints,
            unreachable_pub,
            unused_imports,
            clippy::disallowed_names,
            clippy::doc_markdown,
            clippy::duration_suboptimal_units,
            clippy::enum_variant_names,
            clippy::large_enum_variant,
            clippy::large_stack_arrays,
            clippy::let_and_return,
            clippy::must_use_candidate,
            clippy::ref_option,
            clippy::semicolon_if_nothing_returned,
            clippy::struct_excessive_bools,
            clippy::struct_field_names,
            clippy::too_many_arguments,
            clippy::trivially_copy_pass_by_ref,
            clippy::type_complexity,
            clippy::unnecessary_wraps,
            clippy::wrong_self_convention,
            reason = "a user needs only parts of an SDK, whose names and types are those of the document"
        )]
    });
}

fn parse(text: &str) -> syn::File {
    syn::parse_file(text).unwrap_or_else(|error| only(format::broken(&error)))
}

fn missing(at: &[String]) -> File {
    let text = format!(
        "a bug in Tintype, please report it: no file for the module `{}`",
        at.join("::")
    );
    let file = only(parse_quote!(compile_error! { #text }));
    File::settled(file, at, &BTreeSet::new(), &[])
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
