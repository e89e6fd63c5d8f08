//! Lists of modules that are tables of the runtime, as plain Rust: what is inside of a module cannot stand in a table.

use syn::parse::{ParseStream, Parser as _};
use syn::{Item, ItemMacro, ItemMod, parse_quote};

/// Puts `mod` lines and what they give in the place of such tables.
pub(super) fn spell(items: &mut Vec<Item>) {
    let spelled = std::mem::take(items).into_iter().flat_map(|item| {
        let modules = listed(&item).unwrap_or_default();
        if modules.is_empty() {
            return vec![item];
        }
        let names = modules.iter().map(|module| &module.ident);
        let exports: Vec<Item> = names
            .map(|name| parse_quote! { pub use #name::*; })
            .collect();
        modules.into_iter().map(Item::Mod).chain(exports).collect()
    });
    *items = spelled.collect();
}

/// The modules of a table of nothing else.
fn listed(item: &Item) -> Option<Vec<ItemMod>> {
    let Item::Macro(ItemMacro { mac, .. }) = item else {
        return None;
    };
    let is_list = mac
        .path
        .segments
        .last()
        .is_some_and(|last| last.ident == "models");
    let lines = |input: ParseStream<'_>| {
        let mut modules = Vec::new();
        while !input.is_empty() {
            modules.push(input.parse()?);
        }
        Ok(modules)
    };
    is_list
        .then(|| lines.parse2(mac.tokens.clone()).ok())
        .flatten()
}
