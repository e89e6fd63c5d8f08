//! Which keys of the manifest of a generated crate are Tintype's, and which a manifest of the user's may add. No disk and no TOML here.

use crate::templates;

/// What a manifest of the user's adds to the generated one, in its order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Added {
    /// Keys of `[package]`.
    pub package: Vec<Entry>,
    /// Keys of `[features]`.
    pub features: Vec<Entry>,
    /// Keys of `[dependencies]`.
    pub dependencies: Vec<Entry>,
    /// Features of dependencies that Tintype writes, beside those that it turns on.
    pub more_features: Vec<(String, Vec<String>)>,
    /// Keys of `[dev-dependencies]`.
    pub dev_dependencies: Vec<Entry>,
    /// All other tables.
    pub tables: String,
    /// Keys of `[package]` among those that are taken from the workspace.
    pub inherited: Vec<String>,
}

/// A key of a table that has keys of Tintype's and of the user's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The key, such as the name of a dependency.
    pub key: String,
    /// The line of TOML.
    pub line: String,
    /// Whether it is a dependency that only a feature brings.
    pub is_optional: bool,
}

impl Added {
    /// The user's dependency of that name.
    pub fn dependency(&self, name: &str) -> Option<&Entry> {
        self.dependencies.iter().find(|entry| entry.key == name)
    }
}

/// The crates that formats convert to, each a feature too. Those without a version here are in the template: calls need them as well.
/// Another one may be the user's own dependency instead, since who chooses its types needs more of its features.
pub const CRATES: &[(&str, Option<&str>)] = &[
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

/// The feature of a document with webhooks.
pub const WEBHOOKS: (&str, &[&str]) = ("webhooks", &["base64", "hmac", "sha2"]);

/// The crates of that feature that nothing else needs.
pub const SIGNATURES: &[(&str, &str)] = &[
    ("hmac", r#"{ version = "0.13", optional = true }"#),
    (
        "sha2",
        r#"{ version = "0.11", optional = true, default-features = false }"#,
    ),
];

/// The crate with the trait of streams of items, in a crate that has some.
pub const ITEMS: &str = "futures-core";

/// The feature that has all resources, where they are features, and all models.
pub const ALL_RESOURCES: &str = "all-resources";

/// The feature that has all models, also those that no resource leads to.
pub const ALL_MODELS: &str = "all-models";

/// Keys of `[package]` that are options of the configuration, or that would change what is in a published package.
const OPTIONS: &[&str] = &["include", "license", "repository", "rust-version"];

/// Keys of `[package]` that may be taken from the workspace instead.
pub const INHERITED: &[&str] = &["license", "repository", "rust-version"];

/// Keys of `[package]` that a user may add.
pub const ABOUT: &[&str] = &[
    "authors",
    "autobenches",
    "autobins",
    "autoexamples",
    "autotests",
    "build",
    "categories",
    "default-run",
    "documentation",
    "homepage",
    "keywords",
    "license-file",
    "links",
    "metadata",
    "publish",
    "resolver",
    "workspace",
];

/// Tables that a user may add, beside those that have keys of both.
pub const TABLES: &[&str] = &[
    "badges",
    "bench",
    "bin",
    "build-dependencies",
    "dependencies",
    "dev-dependencies",
    "example",
    "features",
    "lints",
    "package",
    "patch",
    "profile",
    "target",
    "test",
    "workspace",
];

/// Whether the manifest of each crate has a key in a table.
fn is_written(table: &str, key: &str) -> bool {
    let mut current = "";
    templates::MANIFEST.lines().any(|line| {
        if let Some(head) = line.strip_prefix('[') {
            current = head.trim_end_matches(']');
        }
        current == table
            && line
                .split_once(" = ")
                .is_some_and(|(known, _)| known == key)
    })
}

/// Whether a user may turn on more features of what Tintype depends on: it must be there whatever the document is.
pub fn takes_features(table: &str, key: &str) -> bool {
    table == "dependencies" && is_written(table, key) && key != ITEMS
}

/// Whether Tintype writes a key of a table itself, for this document or for another one.
pub fn is_owned(table: &str, key: &str) -> bool {
    is_written(table, key)
        || match table {
            "package" => OPTIONS.contains(&key),
            "features" => own_features().any(|own| own == key),
            "dependencies" => SIGNATURES.iter().any(|(name, _)| *name == key),
            "package.metadata" => key == "docs",
            _ => false,
        }
}

/// The features that a generated crate can have, in the order of its manifest, without those for resources.
pub fn features() -> impl Iterator<Item = &'static str> {
    let section = templates::MANIFEST.split_once("\n[features]\n");
    let section = section.and_then(|(_, rest)| rest.split_once("\n["));
    let lines = section.map_or("", |(lines, _)| lines).lines();
    let lines = lines.filter(|line| !line.starts_with(['#', ' ', ']']));
    let base = lines.filter_map(|line| line.split_once(" = ").map(|(name, _)| name));
    let crates = CRATES.iter().map(|(name, _)| *name);
    base.chain(crates).chain([WEBHOOKS.0])
}

/// The same with those for all resources; each resource may have one of another name.
pub fn own_features() -> impl Iterator<Item = &'static str> {
    features().chain([ALL_RESOURCES, ALL_MODELS])
}

#[cfg(test)]
mod tests {
    use super::is_owned;

    #[test]
    fn what_the_template_writes_is_owned() {
        for (table, key) in [
            ("package", "name"),
            ("package", "exclude"),
            ("package", "rust-version"),
            ("features", "blocking"),
            ("features", "client"),
            ("features", "all-models"),
            ("dependencies", "serde_json"),
            ("dependencies", "url"),
            ("dependencies", "hmac"),
            ("dev-dependencies", "tokio"),
        ] {
            assert!(is_owned(table, key), "{table}.{key}");
        }
        for (table, key) in [
            ("package", "keywords"),
            ("features", "mine"),
            ("dependencies", "chrono"),
            ("dependencies", "jiff"),
            ("dev-dependencies", "serde"),
        ] {
            assert!(!is_owned(table, key), "{table}.{key}");
        }
    }
}
