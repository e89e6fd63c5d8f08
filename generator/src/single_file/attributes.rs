//! Where a node of the syntax tree keeps its attributes. Looks at none of them, and adds those of a single file.

use syn::{Attribute, Expr, ImplItem, Item, TraitItem, parse_quote};

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

/// In a crate of its own none of this is private; in a module of the user's crate all of it may be.
pub(super) fn allow(attrs: &mut Vec<Attribute>) {
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
