//! Cuts generated code down to a part of it: items in, items out.

use syn::ext::IdentExt;
use syn::punctuated::Punctuated;
use syn::{
    Attribute, Fields, FieldsNamed, FnArg, Ident, ImplItem, ImplItemFn, Item, ItemEnum, ItemFn,
    ItemImpl, ItemStruct, ItemType, Pat,
};

/// How much of an item is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Detail {
    /// With its documentation and its body.
    Whole,
    /// What callers see.
    Signature,
}

/// The declaration of this name, with its documentation.
pub(super) fn whole(code: &[Item], name: &str) -> Vec<Item> {
    let found = code.iter().filter(|item| match item {
        Item::Struct(item) => is(&item.ident, name),
        Item::Enum(item) => is(&item.ident, name),
        Item::Type(item) => is(&item.ident, name),
        _ => false,
    });
    found.cloned().collect()
}

/// The declaration of this name without what is in it.
pub(super) fn head(code: &[Item], name: &str) -> Vec<Item> {
    let heads = code.iter().filter_map(|item| match item {
        Item::Struct(item) if is(&item.ident, name) => Some(Item::Struct(ItemStruct {
            semi_token: Some(syn::token::Semi::default()),
            ..with_fields(item, Fields::Unit)
        })),
        Item::Enum(item) if is(&item.ident, name) => {
            Some(Item::Enum(with_variants(item, Punctuated::new())))
        }
        Item::Type(item) if is(&item.ident, name) => Some(Item::Type(ItemType {
            attrs: Vec::new(),
            ..item.clone()
        })),
        _ => None,
    });
    heads.collect()
}

/// The declaration of `owner` with nothing but this part in it.
pub(super) fn reduced(code: &[Item], owner: &str, part: &str, detail: Detail) -> Vec<Item> {
    let cut = code.iter().filter_map(|item| match item {
        Item::Struct(item) if is(&item.ident, owner) => {
            let fields = item.fields.iter().filter(|field| {
                let name = field.ident.as_ref();
                name.is_some_and(|name| is(name, part))
            });
            let named = fields.cloned().map(|mut field| {
                strip(&mut field.attrs, detail);
                field
            });
            let fields = Fields::Named(FieldsNamed {
                brace_token: syn::token::Brace::default(),
                named: named.collect(),
            });
            Some(Item::Struct(with_fields(item, fields)))
        }
        Item::Enum(item) if is(&item.ident, owner) => {
            let variants = item.variants.iter();
            let variants = variants.filter(|variant| is(&variant.ident, part));
            let variants = variants.cloned().map(|mut variant| {
                strip(&mut variant.attrs, detail);
                variant
            });
            Some(Item::Enum(with_variants(item, variants.collect())))
        }
        _ => None,
    });
    cut.collect()
}

/// The inherent functions of this name; with as much detail as is wanted.
pub(super) fn functions(code: &[Item], name: &str, detail: Detail) -> Vec<Item> {
    let found = inherent(code, name, |_| true);
    found.map(|one| standalone(one, detail)).collect()
}

/// The setters of this name: functions of a request value.
pub(super) fn setters(code: &[Item], name: &str, detail: Detail) -> Vec<Item> {
    let is_request = |block: &ItemImpl| {
        matches!(&*block.self_ty, syn::Type::Path(path)
            if path.path.segments.last().is_some_and(|last| last.ident == "Request"))
    };
    let found = inherent(code, name, is_request);
    found.map(|one| standalone(one, detail)).collect()
}

/// Stands for arguments that are left out, since Rust has no ellipsis there; `shown` has one instead.
const LEFT_OUT: &str = "__left_out: ()";

/// What is shown where arguments are left out.
const ELLIPSIS: &str = "…";

/// The text of a cut item as people read it.
pub(super) fn shown(text: &str) -> String {
    text.replace(LEFT_OUT, ELLIPSIS)
}

/// Whether two texts are the same but for what is left out of them.
pub(super) fn is_alike(one: &str, other: &str) -> bool {
    let words = |text: &str| {
        let text = text.replace(ELLIPSIS, "");
        let letters = text
            .chars()
            .filter(|letter| !letter.is_whitespace() && *letter != ',');
        letters.collect::<String>()
    };
    words(one) == words(other)
}

/// The function `owner` with this argument, the value that it is called on, and an ellipsis for the arguments around it.
pub(super) fn argument(code: &[Item], owner: &str, name: &str) -> Vec<Item> {
    let is_kept = |input: &FnArg| match input {
        FnArg::Receiver(_) => true,
        FnArg::Typed(argument) => {
            matches!(&*argument.pat, Pat::Ident(pattern) if is(&pattern.ident, name))
        }
    };
    let found = inherent(code, owner, |_| true).map(|function| {
        let mut sig = function.sig.clone();
        sig.inputs = Punctuated::new();
        let mut is_left_out = false;
        for input in &function.sig.inputs {
            if is_kept(input) {
                sig.inputs.push(input.clone());
            } else if !is_left_out {
                sig.inputs.push(syn::parse_quote!(__left_out: ()));
            }
            is_left_out = !is_kept(input);
        }
        let mut attrs = function.attrs.clone();
        strip(&mut attrs, Detail::Signature);
        Item::Fn(ItemFn {
            attrs,
            vis: function.vis.clone(),
            modifiers: function.modifiers.clone(),
            sig,
            block: Box::new(syn::parse_quote!({})),
        })
    });
    found.collect()
}

/// What the call of an operation gives, as an alias.
pub(super) fn output(code: &[Item], marker: &str) -> Option<Item> {
    let is_marker = |block: &&ItemImpl| matches!(&*block.self_ty, syn::Type::Path(path) if path.path.get_ident().is_some_and(|one| is(one, marker)));
    let mut members = impls(code).filter(is_marker).flat_map(|block| &block.items);
    members.find_map(|item| match item {
        ImplItem::Type(output) if output.ident == "Output" => {
            let ty = &output.ty;
            Some(syn::parse_quote! { type Output = #ty; })
        }
        _ => None,
    })
}

/// Whether an identifier is this name, with or without `r#`.
fn is(ident: &Ident, name: &str) -> bool {
    ident.unraw() == name
}

fn impls(code: &[Item]) -> impl Iterator<Item = &ItemImpl> {
    code.iter().filter_map(|item| match item {
        Item::Impl(block) => Some(block),
        _ => None,
    })
}

fn inherent<'c>(
    code: &'c [Item],
    name: &str,
    is_wanted: impl Fn(&ItemImpl) -> bool + 'c,
) -> impl Iterator<Item = &'c ImplItemFn> {
    let blocks = impls(code).filter(move |block| block.trait_.is_none() && is_wanted(block));
    let members = blocks.flat_map(|block| &block.items);
    members.filter_map(move |item| match item {
        ImplItem::Fn(function) if is(&function.sig.ident, name) => Some(function),
        _ => None,
    })
}

fn standalone(function: &ImplItemFn, detail: Detail) -> Item {
    let mut attrs = function.attrs.clone();
    strip(&mut attrs, detail);
    let block = if detail == Detail::Signature {
        syn::parse_quote!({})
    } else {
        function.block.clone()
    };
    Item::Fn(ItemFn {
        attrs,
        vis: function.vis.clone(),
        modifiers: function.modifiers.clone(),
        sig: function.sig.clone(),
        block: Box::new(block),
    })
}

fn with_fields(item: &ItemStruct, fields: Fields) -> ItemStruct {
    ItemStruct {
        attrs: Vec::new(),
        vis: item.vis.clone(),
        struct_token: item.struct_token,
        ident: item.ident.clone(),
        generics: item.generics.clone(),
        fields,
        semi_token: None,
    }
}

fn with_variants(item: &ItemEnum, variants: Punctuated<syn::Variant, syn::Token![,]>) -> ItemEnum {
    ItemEnum {
        attrs: Vec::new(),
        vis: item.vis.clone(),
        enum_token: item.enum_token,
        ident: item.ident.clone(),
        generics: item.generics.clone(),
        brace_token: item.brace_token,
        variants,
    }
}

/// Of attributes, callers notice only that something is deprecated.
fn strip(attrs: &mut Vec<Attribute>, detail: Detail) {
    if detail == Detail::Signature {
        attrs.retain(|attr| attr.path().is_ident("deprecated"));
    }
}
