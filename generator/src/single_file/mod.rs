//! Joins the drafts of a crate into one file for `include!`: nested modules, no inner attributes at the top, features settled.
//!
//! Files that no `mod` line reaches, and all that is not under `src/`, stay out. Paths from `crate` are made relative,
//! so the user may include the file in any module.

mod attributes;
pub mod cfgs;
pub mod conditions;
mod crate_paths;
mod docs;
mod modules;
pub mod template;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use syn::visit_mut::VisitMut;
use syn::{AttrStyle, Item, parse_quote};

use self::conditions::Conditions;
use self::docs::{Mute, doc_line};
use crate::draft::{self, Draft, Unit};
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
            let content = Content::of(draft, &at, features, own);
            Some((at, content))
        });
        files.collect::<Vec<_>>()
    });
    let mut joined = Joined {
        files: files.into_iter().flatten().collect(),
        conditions: Conditions::new(features),
        out: String::new(),
    };
    let mut root = joined.file(&[]);
    root.parts.retain(|part| !part.is_module_of(own));
    let notes = if root.docs.is_empty() {
        String::new()
    } else {
        format!("//\n{}", root.docs)
    };
    joined.out = format::comment(header) + &notes + "\n";
    joined.write(&root.parts, &[]);
    joined.out
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

/// What a module is made of.
enum Content {
    File(File),
    /// A template, which nobody looks at before a `mod` line reaches it.
    Template(Cow<'static, str>),
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
    /// Lines of a template, set in.
    Text(String),
    Module(Module),
}

/// A module; without parts it is a file of its own.
struct Module {
    name: String,
    /// What stands up to its opening brace, set in.
    head: String,
    attrs: String,
    parts: Option<Vec<Part>>,
}

impl Content {
    fn of(draft: Draft, at: &[String], features: &BTreeSet<String>, own: &[Name]) -> Self {
        match draft.content {
            draft::Content::Rust(rust) => {
                Self::File(File::settled(format::tree(rust), at, features, own))
            }
            draft::Content::Text(text) => Self::Template(text.into()),
            draft::Content::Verbatim(text) => Self::Template(text),
        }
    }
}

impl File {
    fn settled(
        mut file: syn::File,
        at: &[String],
        features: &BTreeSet<String>,
        own: &[Name],
    ) -> Self {
        modules::spell(&mut file.items);
        cfgs::resolve(&mut file, features);
        Mute::default().visit_file_mut(&mut file);
        crate_paths::relocate(&mut file.items, at.len(), own);
        if at.is_empty() {
            file.items
                .iter_mut()
                .filter_map(attributes::item_attrs)
                .for_each(attributes::allow);
        }
        Self {
            docs: file.attrs.iter().filter_map(doc_line).collect(),
            attrs: format::source(&file.attrs, &[]),
            parts: parts(file.items, at.len()),
        }
    }
}

impl Part {
    /// An item of a module that lies as deep as this.
    fn of(item: Item, depth: usize) -> Self {
        let Item::Mod(mut module) = item else {
            return Self::Item(Piece::of(item));
        };
        let content = module.content.take();
        let (inner, outer): (Vec<_>, Vec<_>) = std::mem::take(&mut module.attrs)
            .into_iter()
            .partition(|attr| matches!(attr.style, AttrStyle::Inner(_)));
        (module.attrs, module.semi) = (outer, None);
        // `r#type` is the module of the file `type.rs`.
        let name = module.ident.to_string().trim_start_matches("r#").to_owned();
        module.content = Some((syn::token::Brace::default(), Vec::new()));
        let text = format::source(&[], &[Item::Mod(module)]);
        let mut head = String::new();
        Piece::set_in(text.trim_end().trim_end_matches('}'), depth, &mut head);
        Self::Module(Module {
            name,
            head,
            attrs: format::source(&inner, &[]),
            parts: content.map(|(_, items)| parts(items, depth + 1)),
        })
    }

    fn is_module_of(&self, own: &[Name]) -> bool {
        matches!(self, Self::Module(module) if own.iter().any(|name| **name == *module.name))
    }

    fn of_template(part: template::Part) -> Self {
        match part {
            template::Part::Text(text) => Self::Text(text),
            template::Part::Module { name, head } => Self::Module(Module {
                name,
                head,
                attrs: String::new(),
                parts: None,
            }),
        }
    }

    fn piece(&self) -> Option<&Piece> {
        match self {
            Self::Item(piece) => Some(piece),
            Self::Text(_) | Self::Module(_) => None,
        }
    }
}

fn parts(items: Vec<Item>, depth: usize) -> Vec<Part> {
    let parts = items.into_iter().map(|item| Part::of(item, depth));
    parts.collect()
}

/// The text in the making, and the files that no `mod` line has reached yet.
struct Joined<'f> {
    files: BTreeMap<Vec<String>, Content>,
    conditions: Conditions<'f>,
    out: String,
}

impl Joined<'_> {
    /// Takes the file of a module.
    fn file(&mut self, at: &[String]) -> File {
        match self.files.remove(at) {
            Some(Content::File(file)) => file,
            Some(Content::Template(text)) => {
                let parts = template::parts(&text, at.len(), &mut self.conditions);
                File {
                    docs: String::new(),
                    attrs: String::new(),
                    parts: parts.into_iter().map(Part::of_template).collect(),
                }
            }
            // rustc says `file not found for module`; so do we, in the only way that a text can.
            None => missing(at),
        }
    }

    /// Writes the parts of a module, set off and set in.
    fn write(&mut self, parts: &[Part], at: &[String]) {
        let mut previous: Option<&Part> = None;
        for part in parts {
            if let Some(previous) = previous
                && !Piece::are_close(previous.piece(), part.piece())
            {
                self.out.push('\n');
            }
            match part {
                Part::Item(piece) => piece.write(at.len(), &mut self.out),
                Part::Text(text) => self.out.push_str(text),
                Part::Module(module) => self.write_module(module, at),
            }
            previous = Some(part);
        }
    }

    fn write_module(&mut self, module: &Module, at: &[String]) {
        let mut inner = at.to_vec();
        inner.push(module.name.clone());
        let file = match module.parts {
            Some(_) => None,
            None => Some(self.file(&inner)),
        };
        let parts = module
            .parts
            .as_ref()
            .or(file.as_ref().map(|file| &file.parts));
        let parts = parts.map(Vec::as_slice).unwrap_or_default();
        let attrs = [Some(&module.attrs), file.as_ref().map(|file| &file.attrs)];
        let attrs: String = attrs.into_iter().flatten().map(String::as_str).collect();
        self.out.push_str(module.head.trim_end());
        self.out.push('\n');
        if parts.is_empty() && attrs.is_empty() {
            self.out.truncate(self.out.trim_end().len());
            self.out.push_str("}\n");
            return;
        }
        Piece::set_in(&attrs, inner.len(), &mut self.out);
        if !attrs.is_empty() && !parts.is_empty() {
            self.out.push('\n');
        }
        self.write(parts, &inner);
        Piece::set_in("}", at.len(), &mut self.out);
    }
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
