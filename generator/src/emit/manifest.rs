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
        ("features", Safe::written(features(plan))),
        ("crates", Safe::written(crates(plan))),
    ];
    let text = templates::fill(templates::MANIFEST, &slots);
    // A package about which nothing more is said has an empty line too many.
    Draft::text("Cargo.toml", text.replace("\n\n\n", "\n\n"))
}

/// The crates that formats convert to. Those without a version here are in the template: calls need them as well.
const CRATES: &[(&str, Option<&str>)] = &[
    ("base64", None),
    (
        "jiff",
        Some(
            r#"{ version = "0.2", optional = true, default-features = false, features = ["std"] }"#,
        ),
    ),
    ("url", None),
    (
        "uuid",
        Some(
            r#"{ version = "1.17", optional = true, default-features = false, features = ["std"] }"#,
        ),
    ),
];

/// A feature for each crate that formats of the document convert to.
fn features(plan: &Plan) -> String {
    let feature = |&(name, _): &(&str, _)| {
        let formats = plan
            .formats
            .iter()
            .filter(|format| format.feature == Some(name));
        let names: Vec<String> = formats.map(|format| format!("`{}`", format.name)).collect();
        let names = names.join(", ");
        (!names.is_empty()).then(|| {
            format!(
                "\n# Conversions of {names} with the crate `{name}`.\n{name} = [\"dep:{name}\"]"
            )
        })
    };
    let formats: String = CRATES.iter().filter_map(feature).collect();
    let webhooks = plan.api.has_webhooks.then_some(WEBHOOKS);
    formats + webhooks.unwrap_or_default()
}

/// The feature of a document with webhooks.
const WEBHOOKS: &str = "\n# The check of the signatures of webhooks.\nwebhooks = [\"dep:base64\", \"dep:hmac\", \"dep:sha2\"]";

/// The crates of that feature.
const SIGNATURES: &str = "\nhmac = { version = \"0.13\", optional = true }\nsha2 = { version = \"0.11\", optional = true, default-features = false }";

/// The dependencies of those features.
fn crates(plan: &Plan) -> String {
    let is_used = |name: &str| {
        plan.formats
            .iter()
            .any(|format| format.feature == Some(name))
    };
    let used = CRATES.iter().filter(|(name, _)| is_used(name));
    let formats = used.filter_map(|(name, version)| Some(format!("\n{name} = {}", (*version)?)));
    let webhooks = plan.api.has_webhooks.then(|| SIGNATURES.to_owned());
    formats.chain(webhooks).collect()
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
