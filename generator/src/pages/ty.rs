//! Types in tables: as Rust writes them, models linked to their pages.

use crate::naming::Name;
use crate::rust::{Ty, View};

/// A type, with links relative to `base`.
pub(super) fn linked(ty: &Ty<'_>, base: &str) -> String {
    let text = ty.text(View::Reader);
    match model(ty) {
        Some(name) => format!("[`{text}`]({base}{}.md)", super::slug(name)),
        None => format!("`{text}`"),
    }
}

/// The one model in a type; a tuple may have several.
fn model<'p>(ty: &Ty<'p>) -> Option<&'p Name> {
    match ty {
        Ty::Model(name) => Some(name),
        Ty::Within(_, inner) | Ty::Map(inner) => model(inner),
        _ => None,
    }
}
