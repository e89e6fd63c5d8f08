//! Which items stand together.

use syn::Item;

use super::tables;

/// What an item is where it may stand without a blank line beside another one.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Group {
    Mod,
    /// A plain or a public import, which stay apart.
    Use(bool),
    /// A struct.
    Struct(String),
    /// The table of what it is about.
    Table(String),
}

impl Group {
    /// That of an item.
    pub(super) fn of(item: &Item) -> Option<Self> {
        match item {
            Item::Mod(item) if item.content.is_none() && item.attrs.is_empty() => Some(Self::Mod),
            Item::Use(item) if item.attrs.is_empty() => {
                Some(Self::Use(matches!(item.vis, syn::Visibility::Public(_))))
            }
            Item::Struct(item) => Some(Self::Struct(item.ident.to_string())),
            Item::Macro(item) => tables::about(item.mac.tokens.clone()).map(Self::Table),
            _ => None,
        }
    }

    /// Whether there is no blank line between two items: imports and module lines stand together, and the
    /// table of a struct belongs to it.
    pub(super) fn are_close(one: Option<&Self>, other: Option<&Self>) -> bool {
        match (one, other) {
            (Some(Self::Struct(name)), Some(Self::Table(about))) => name == about,
            (Some(Self::Mod | Self::Use(_)), _) => one == other,
            _ => false,
        }
    }
}
