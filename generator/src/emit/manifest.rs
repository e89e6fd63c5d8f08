//! `Cargo.toml` of the crate.

use crate::draft::Draft;
use crate::plan::Plan;
use crate::templates::{self, Safe};

/// The manifest.
pub(super) fn item(plan: &Plan) -> Draft {
    let package = &plan.package;
    let mut about = Vec::new();
    for (key, value) in [
        ("license", &package.license),
        ("repository", &package.repository),
    ] {
        if let Some(value) = value {
            about.push(format!("{key} = {}", Safe::toml(value).as_str()));
        }
    }
    let slots = [
        ("name", Safe::toml(&package.name)),
        ("key", Safe::written(key(&package.name))),
        ("version", Safe::toml(&package.version)),
        ("rust_version", Safe::toml(&package.rust_version)),
        ("description", Safe::toml(&package.description)),
        ("about", Safe::written(about.join("\n"))),
    ];
    let text = templates::fill(templates::MANIFEST, &slots);
    // A package about which nothing more is said has an empty line too many.
    Draft::text("Cargo.toml", text.replace("\n\n\n", "\n\n"))
}

/// The package's name as a TOML key.
fn key(name: &str) -> String {
    let is_bare = !name.is_empty()
        && name
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    if is_bare {
        name.to_owned()
    } else {
        Safe::toml(name).as_str().to_owned()
    }
}
