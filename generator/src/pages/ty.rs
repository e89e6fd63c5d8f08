//! Types in tables: as Rust writes them, models linked to their pages.

use crate::ir::{Constant, Field, Type, TypeId, Variant};
use crate::plan::{Plan, Presence};

/// The type of a field, with links relative to `base`.
pub(super) fn field(
    (id, index): (TypeId, usize),
    field: &Field,
    base: &str,
    plan: &Plan,
) -> String {
    let inner = of(&field.ty, base, plan).boxed(plan.is_boxed(id, index));
    match plan.presence(id, field) {
        Presence::Required => match field.constant {
            Some(Constant::Bool(only)) => Shown::plain(&format!("ConstBool<{only}>")).shown(),
            Some(Constant::Integer(only)) => Shown::plain(&format!("ConstInt<{only}>")).shown(),
            None => inner.shown(),
        },
        Presence::Optional | Presence::RequiredNullable => inner.within("Option").shown(),
        Presence::OptionalNullable => inner.within("OptionalNullable").shown(),
    }
}

/// The type of a variant, with links relative to `base`.
pub(super) fn variant(
    (id, index): (TypeId, usize),
    variant: &Variant,
    base: &str,
    plan: &Plan,
) -> String {
    let inner = of(&variant.ty, base, plan);
    inner.boxed(plan.is_boxed(id, index)).shown()
}

/// The type of a use, with links relative to `base`.
pub(super) fn used(ty: &Type, base: &str, plan: &Plan) -> String {
    of(ty, base, plan).shown()
}

/// A type as text, and the page of the one model in it.
struct Shown {
    text: String,
    page: Option<String>,
}

impl Shown {
    fn plain(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            page: None,
        }
    }

    fn within(self, outer: &str) -> Self {
        Self {
            text: format!("{outer}<{}>", self.text),
            page: self.page,
        }
    }

    fn boxed(self, is_boxed: bool) -> Self {
        if is_boxed { self.within("Box") } else { self }
    }

    fn shown(self) -> String {
        match self.page {
            Some(page) => format!("[`{}`]({page})", self.text),
            None => format!("`{}`", self.text),
        }
    }
}

fn of(ty: &Type, base: &str, plan: &Plan) -> Shown {
    match ty {
        Type::Array(item) => of(item, base, plan).within("Vec"),
        Type::Nullable(inner) => of(inner, base, plan).within("Option"),
        Type::Tuple(parts) => {
            let boxed = plan.boxed_parts(parts);
            let parts = parts.iter().zip(boxed);
            let parts = parts.map(|(part, is_boxed)| of(part, base, plan).boxed(is_boxed).text);
            Shown::plain(&format!("({})", parts.collect::<Vec<_>>().join(", ")))
        }
        Type::Map(value) => {
            let value = of(value, base, plan);
            Shown {
                text: format!("BTreeMap<String, {}>", value.text),
                page: value.page,
            }
        }
        Type::Named(id) => {
            let name = plan.names.ty(*id);
            Shown {
                text: name.to_string(),
                page: Some(format!("{base}{}.md", super::slug(name))),
            }
        }
        scalar => Shown::plain(plan.scalar(scalar)),
    }
}
