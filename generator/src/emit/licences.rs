//! The texts of the licences that the package names, as far as they are at hand.

use crate::draft::Draft;
use crate::plan::Plan;
use crate::templates;

/// A file for each licence whose text is at hand.
pub(super) fn items(plan: &Plan) -> Vec<Draft> {
    let named = plan.package.license.as_deref().unwrap_or_default();
    let is_sign = |c: char| !(c.is_ascii_alphanumeric() || "-.+".contains(c));
    let named: Vec<&str> = named.split(is_sign).collect();
    let texts = templates::LICENCES.iter();
    let texts = texts.filter(|(id, ..)| named.contains(id));
    let files = texts.map(|(_, path, text)| {
        // The text of the MIT licence begins with who holds the copyright.
        let holder = format!("The authors of {}", plan.package.name);
        Draft::text(*path, text.replace("2026 The Tintype authors", &holder))
    });
    files.collect()
}
