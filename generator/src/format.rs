//! Turns drafts into text: tokens through prettyplease, a header line on top, blank lines where a person would put them.
//!
//! No rustfmt and no disk. Everything here is a total function; tokens that are not Rust, which would be a bug of an
//! emitter, become a `compile_error!` that says so.

use std::path::Path;

use proc_macro2::TokenStream;
use syn::{Attribute, Item, ItemMod};

use crate::draft::{Content, Draft, Output, Rust};

/// Formats every draft; `header` is the text of the first line of each Rust file, without the comment marker.
pub fn format(drafts: Vec<Draft>, header: &str) -> Output {
    let files = drafts.into_iter().map(|draft| {
        let is_rust = Path::new(&draft.path)
            .extension()
            .is_some_and(|end| end == "rs");
        let text = match draft.content {
            Content::Rust(rust) => comment(header) + "\n" + &rust_text(&rust),
            Content::Verbatim(text) if is_rust => comment(header) + "\n" + &unix(text),
            Content::Verbatim(text) => unix(text),
            Content::Text(text) => text,
        };
        (draft.path, one_newline(text))
    });
    Output {
        files: files.collect(),
        ..Output::default()
    }
}

/// A `//` line for each line of the text; nothing in it can leave the comment.
pub fn comment(text: &str) -> String {
    text.lines()
        .map(|line| format!("// {}", printable(line)).trim_end().to_owned() + "\n")
        .collect()
}

/// The syntax tree of a file of generated code, the docs as its inner attributes.
pub fn tree(rust: &Rust) -> syn::File {
    let mut file = syn::File {
        shebang: None,
        frontmatter: None,
        attrs: rust.docs.iter().flat_map(|doc| doc_attrs(doc)).collect(),
        items: Vec::new(),
    };
    for tokens in &rust.items {
        match syn::parse2::<syn::File>(tokens.clone()) {
            Ok(part) => {
                file.attrs.extend(part.attrs);
                file.items.extend(part.items);
            }
            Err(error) => file.items.push(broken(&error)),
        }
    }
    file
}

/// The item that stands for code that could not be read: it fails the build of the user and says whose fault it is.
pub fn broken(error: &syn::Error) -> Item {
    let text = format!("a bug in Tintype, please report it: this item is not Rust: {error}");
    syn::parse_quote!(compile_error! { #text })
}

/// The text of inner attributes and items, which end with a newline.
pub fn source(attrs: &[Attribute], items: &[Item]) -> String {
    let mut out = prettyplease::unparse(&syn::File {
        shebang: None,
        frontmatter: None,
        attrs: attrs.to_vec(),
        items: Vec::new(),
    });
    let mut previous = None;
    for item in items {
        let group = Group::of(item);
        // Imports and module lines stand together; everything else is set off.
        if !out.is_empty() && (group.is_none() || group != previous) {
            out.push('\n');
        }
        out += &item_text(item);
        previous = group;
    }
    // A carriage return is written as `\r` inside every literal, so a bare one can only stand in a doc comment, where
    // rustc refuses it.
    out.replace('\r', " ")
}

fn rust_text(rust: &Rust) -> String {
    let file = tree(rust);
    source(&file.attrs, &file.items)
}

fn doc_attrs(doc: &str) -> Vec<Attribute> {
    let lines = if doc.is_empty() {
        vec![""]
    } else {
        doc.lines().collect()
    };
    let attr = |line: &str| -> Attribute {
        let text = if line.is_empty() {
            String::new()
        } else {
            format!(" {}", printable(line))
        };
        syn::parse_quote!(#![doc = #text])
    };
    lines.into_iter().map(attr).collect()
}

/// One-line items that are listed without blank lines between them.
#[derive(PartialEq, Eq, Clone, Copy)]
enum Group {
    Mod,
    /// A plain or a public import, which stay apart.
    Use(bool),
}

impl Group {
    fn of(item: &Item) -> Option<Self> {
        match item {
            Item::Mod(item) if item.content.is_none() && item.attrs.is_empty() => Some(Self::Mod),
            Item::Use(item) if item.attrs.is_empty() => {
                Some(Self::Use(matches!(item.vis, syn::Visibility::Public(_))))
            }
            _ => None,
        }
    }
}

fn item_text(item: &Item) -> String {
    match item {
        Item::Mod(module) => module_text(module),
        Item::Impl(_) | Item::Trait(_) => spaced(&plain(item), item),
        _ => plain(item),
    }
}

fn plain(item: &Item) -> String {
    prettyplease::unparse(&syn::File {
        shebang: None,
        frontmatter: None,
        attrs: Vec::new(),
        items: vec![item.clone()],
    })
}

/// A nested module, its items spaced like those of a file and set in by four blanks.
fn module_text(module: &ItemMod) -> String {
    let item = Item::Mod(module.clone());
    let Some((_, items)) = &module.content else {
        return plain(&item);
    };
    // Setting in lines would change the text of a literal that runs over several.
    if has_long_literal(&item) {
        return plain(&item);
    }
    let (inner, outer): (Vec<_>, Vec<_>) = module
        .attrs
        .iter()
        .cloned()
        .partition(|attr| matches!(attr.style, syn::AttrStyle::Inner(_)));
    let head = ItemMod {
        attrs: outer,
        content: Some((syn::token::Brace::default(), Vec::new())),
        ..module.clone()
    };
    let head = plain(&Item::Mod(head));
    let body: String = source(&inner, items)
        .lines()
        .map(|line| {
            if line.is_empty() {
                "\n".to_owned()
            } else {
                format!("    {line}\n")
            }
        })
        .collect();
    if body.is_empty() {
        head
    } else {
        format!("{}\n{body}}}\n", head.trim_end().trim_end_matches('}'))
    }
}

/// Puts a blank line between members of an `impl` or a `trait` of which one takes several lines.
///
/// It only looks at lines set in by four blanks, which are those of the members themselves: every line of a body is set
/// in further, and a text with a literal over several lines is left alone.
fn spaced(text: &str, item: &Item) -> String {
    if has_long_literal(item) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len() + 64);
    let mut member: Vec<&str> = Vec::new();
    let mut previous = None;
    for line in text.lines() {
        if !line.starts_with("    ") {
            flush(&mut out, &mut member);
            out.push_str(line);
            out.push('\n');
            continue;
        }
        member.push(line);
        if ends_member(line) {
            let is_long = member.len() > 1;
            if previous.is_some_and(|was_long| was_long || is_long) {
                out.push('\n');
            }
            previous = Some(is_long);
            flush(&mut out, &mut member);
        }
    }
    out
}

fn flush(out: &mut String, lines: &mut Vec<&str>) {
    for line in lines.drain(..) {
        out.push_str(line);
        out.push('\n');
    }
}

/// Whether a member ends here: a closing brace or a semicolon at the depth of members, outside attributes and docs.
fn ends_member(line: &str) -> bool {
    let Some(rest) = line.strip_prefix("    ") else {
        return false;
    };
    let is_note = rest.starts_with(' ') || rest.starts_with("//") || rest.starts_with('#');
    !is_note && (rest.ends_with('}') || rest.ends_with(';'))
}

fn has_long_literal(item: &Item) -> bool {
    fn any(tokens: TokenStream) -> bool {
        tokens.into_iter().any(|token| match token {
            proc_macro2::TokenTree::Group(group) => any(group.stream()),
            proc_macro2::TokenTree::Literal(literal) => literal.to_string().contains('\n'),
            _ => false,
        })
    }
    any(quote::ToTokens::to_token_stream(item))
}

fn printable(line: &str) -> String {
    line.chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect()
}

/// Line ends as everywhere in the output, also where templates were checked out with others.
fn unix(text: &str) -> String {
    text.replace("\r\n", "\n")
}

fn one_newline(mut text: String) -> String {
    text.truncate(text.trim_end_matches('\n').len());
    if !text.is_empty() {
        text.push('\n');
    }
    text
}
