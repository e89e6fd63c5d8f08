//! The public items of a file: a syntax tree in, lines out.

use std::collections::BTreeSet;

use syn::{
    Attribute, Fields, ImplItem, ImplItemFn, Item, ItemEnum, ItemImpl, ItemStruct, Signature,
    UseTree, Variant, Visibility,
};

use super::{Line, text};

/// The path of a module or of a type.
type Path = [String];

/// Adds the lines of what callers see of these items.
pub(super) fn lines(items: &[Item], module: &Path, into: &mut BTreeSet<Line>) {
    for item in items {
        match item {
            Item::Struct(item) if is_public(&item.vis) => structure(item, module, into),
            Item::Enum(item) if is_public(&item.vis) => enumeration(item, module, into),
            Item::Type(item) if is_public(&item.vis) => {
                let path = inside(module, &item.ident.to_string());
                let target = text::ty(&item.ty);
                add(
                    &path,
                    &item.attrs,
                    |path| format!("pub type {path} = {target}"),
                    into,
                );
            }
            Item::Fn(item) if is_public(&item.vis) => {
                function(&item.sig, &item.attrs, module, into);
            }
            Item::Impl(item) => implementation(item, module, into),
            Item::Mod(item) if is_public(&item.vis) => {
                let path = inside(module, &item.ident.to_string());
                if let Some((_, items)) = &item.content {
                    lines(items, &path, into);
                }
            }
            Item::Use(item) if is_public(&item.vis) => exports(&item.tree, module, into),
            _ => {}
        }
    }
}

fn structure(item: &ItemStruct, module: &Path, into: &mut BTreeSet<Line>) {
    let path = inside(module, &item.ident.to_string());
    let derives = text::derives(&item.attrs);
    add(
        &path,
        &item.attrs,
        |path| format!("pub struct {path}{derives}"),
        into,
    );
    for field in item.fields.iter().filter(|field| is_public(&field.vis)) {
        let Some(name) = &field.ident else { continue };
        let (path, ty) = (inside(&path, &name.to_string()), text::ty(&field.ty));
        add(
            &path,
            &field.attrs,
            |path| format!("pub {path}: {ty}"),
            into,
        );
    }
}

fn enumeration(item: &ItemEnum, module: &Path, into: &mut BTreeSet<Line>) {
    let path = inside(module, &item.ident.to_string());
    let derives = text::derives(&item.attrs);
    add(
        &path,
        &item.attrs,
        |path| format!("pub enum {path}{derives}"),
        into,
    );
    for variant in &item.variants {
        let path = inside(&path, &variant.ident.to_string());
        let held = held(variant);
        add(
            &path,
            &variant.attrs,
            |path| format!("pub {path}{held}"),
            into,
        );
    }
}

fn held(variant: &Variant) -> String {
    match &variant.fields {
        Fields::Unnamed(fields) => {
            let types: Vec<String> = fields.unnamed.iter().map(|one| text::ty(&one.ty)).collect();
            format!("({})", types.join(", "))
        }
        Fields::Named(_) | Fields::Unit => String::new(),
    }
}

/// The methods of a type, what it can be made from, and what a call gives.
fn implementation(item: &ItemImpl, module: &Path, into: &mut BTreeSet<Line>) {
    let owner = text::owner(&item.self_ty);
    let path = if text::is_foreign(&item.self_ty) {
        vec![owner]
    } else {
        inside(module, &owner)
    };
    let Some((of, _)) = &item.trait_ else {
        for function in item.items.iter().filter_map(public) {
            self::function(&function.sig, &function.attrs, &path, into);
        }
        return;
    };
    if of
        .segments
        .first()
        .is_none_or(|first| first.ident != "runtime")
    {
        let of = text::path(of);
        let text = format!("impl {of} for {}", path.join("::"));
        into.insert(Line { path, text });
        return;
    }
    for part in &item.items {
        if let ImplItem::Type(part) = part
            && part.ident == "Output"
        {
            let (path, ty) = (inside(&path, "Output"), text::ty(&part.ty));
            add(&path, &[], |path| format!("pub type {path} = {ty}"), into);
        }
    }
}

fn public(item: &ImplItem) -> Option<&ImplItemFn> {
    match item {
        ImplItem::Fn(function) if is_public(&function.vis) => Some(function),
        _ => None,
    }
}

fn function(signature: &Signature, attrs: &[Attribute], owner: &Path, into: &mut BTreeSet<Line>) {
    let path = inside(owner, &signature.ident.to_string());
    let rest = text::arguments(signature);
    add(&path, attrs, |path| format!("pub fn {path}{rest}"), into);
}

fn exports(tree: &UseTree, module: &Path, into: &mut BTreeSet<Line>) {
    match tree {
        // What the crate itself defines has a line where it is defined.
        UseTree::Path(inner) if inner.ident == "client" => {}
        UseTree::Path(inner) => exports(&inner.tree, module, into),
        UseTree::Group(group) => {
            for inner in &group.items {
                exports(inner, module, into);
            }
        }
        UseTree::Name(name) => {
            let path = inside(module, &name.ident.to_string());
            add(&path, &[], |path| format!("pub use {path}"), into);
        }
        UseTree::Rename(name) => {
            let path = inside(module, &name.rename.to_string());
            add(&path, &[], |path| format!("pub use {path}"), into);
        }
        UseTree::Glob(_) => {}
    }
}

fn add(
    path: &Path,
    attrs: &[Attribute],
    line: impl FnOnce(&str) -> String,
    into: &mut BTreeSet<Line>,
) {
    let is_deprecated = attrs.iter().any(|attr| attr.path().is_ident("deprecated"));
    let mark = if is_deprecated { "#[deprecated] " } else { "" };
    into.insert(Line {
        path: path.to_vec(),
        text: format!("{mark}{}", line(&path.join("::"))),
    });
}

fn inside(path: &Path, name: &str) -> Vec<String> {
    path.iter().cloned().chain([name.to_owned()]).collect()
}

fn is_public(vis: &Visibility) -> bool {
    matches!(vis, Visibility::Public(_))
}
