//! Where a node of the syntax tree keeps its attributes. Looks at none of them.

use syn::{Attribute, Expr, ImplItem, Item, TraitItem};

/// `$value`'s attributes, over the variants that carry them.
macro_rules! attrs_of {
    ($value:expr, $kind:ident: $($variant:ident)*) => {
        match $value { $($kind::$variant(node) => Some(&mut node.attrs),)* _ => None }
    };
}

/// The attributes of an item, `None` for tokens that syn does not read.
pub(crate) fn item_attrs(item: &mut Item) -> Option<&mut Vec<Attribute>> {
    attrs_of!(item, Item: Const Enum ExternCrate Fn ForeignMod Impl Macro Mod Static Struct Trait TraitAlias Type Union Use)
}

pub(super) fn impl_attrs(item: &mut ImplItem) -> Option<&mut Vec<Attribute>> {
    attrs_of!(item, ImplItem: Const Fn Type Macro)
}

pub(super) fn trait_attrs(item: &mut TraitItem) -> Option<&mut Vec<Attribute>> {
    attrs_of!(item, TraitItem: Const Fn Type Macro)
}

pub(super) fn expr_attrs(expr: &mut Expr) -> Option<&mut Vec<Attribute>> {
    attrs_of!(expr, Expr: Array Assign Async Await Binary Block Break Call Cast Closure Const Continue Field ForLoop
        Group If Index Let Lit Loop Macro Match MethodCall Paren Path Range Reference Repeat Return Struct Try
        TryBlock Tuple Unary Unsafe While Yield)
}
