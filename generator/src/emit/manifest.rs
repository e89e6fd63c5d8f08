//! `Cargo.toml` of the crate.

use crate::cargo_toml::{ALL_MODELS, ALL_RESOURCES, CRATES, Entry, ITEMS, SIGNATURES, WEBHOOKS};
use crate::draft::Draft;
use crate::plan::Plan;
use crate::templates::{self, Safe};

/// The manifest.
pub(super) fn item(plan: &Plan) -> Draft {
    let package = &plan.package;
    let mut about = Vec::new();
    let rust_version = Some(package.rust_version.clone());
    for (key, value) in [
        ("rust-version", &rust_version),
        ("description", &Some(package.description.clone())),
        ("license", &package.license),
        ("repository", &package.repository),
    ] {
        if package.added.inherited.iter().any(|one| one == key) {
            about.push(format!("{key}.workspace = true"));
        } else if let Some(value) = value {
            about.push(format!("{key} = {}", Safe::toml(value).as_str()));
        }
    }
    about.extend(package.added.package.iter().map(|entry| entry.line.clone()));
    let slots = [
        ("name", Safe::toml(&package.name)),
        ("key", Safe::written(key(&package.name))),
        ("version", Safe::toml(&package.version)),
        ("about", Safe::written(about.join("\n"))),
        ("default", Safe::written(default(plan))),
        ("features", Safe::written(features(plan))),
        ("crates", Safe::written(crates(plan))),
        (
            "dev_crates",
            Safe::written(lines(&package.added.dev_dependencies)),
        ),
        ("tables", Safe::written(&package.added.tables)),
    ];
    let mut text = templates::fill(templates::MANIFEST, &slots);
    for (dependency, features) in &package.added.more_features {
        text = with_features(&text, dependency, features);
    }
    if !plan.has_items() {
        text = without_items(&text);
    }
    Draft::text("Cargo.toml", text)
}

/// The manifest with more features of a dependency that the template has.
fn with_features(text: &str, dependency: &str, features: &[String]) -> String {
    // A feature of the same name stands before the table.
    let Some((head, table)) = text.split_once("\n[dependencies]") else {
        return text.to_owned();
    };
    let Some((before, rest)) = table.split_once(&format!("\n{dependency} = ")) else {
        return text.to_owned();
    };
    let (entry, after) = rest.split_once('\n').unwrap_or((rest, ""));
    let more: Vec<String> = features
        .iter()
        .map(|name| Safe::toml(name).as_str().to_owned())
        .collect();
    let more = more.join(", ");
    let entry = if let Some((start, end)) = entry.split_once(", features = [") {
        format!("{start}, features = [{more}, {end}")
    } else if let Some(start) = entry.strip_suffix(" }") {
        format!("{start}, features = [{more}] }}")
    } else {
        format!("{{ version = {entry}, features = [{more}] }}")
    };
    format!("{head}\n[dependencies]{before}\n{dependency} = {entry}\n{after}")
}

/// The manifest without the feature of items that come one after the other.
fn without_items(text: &str) -> String {
    const ABOUT: &str = "# Streams of items as a `Stream` of the crate `futures-core`.";
    let is_about = |line: &&str| {
        let is_entry = |key: &str| {
            line.split_once(" = ")
                .is_some_and(|(found, _)| found == key)
        };
        *line == ABOUT || is_entry("futures") || is_entry(ITEMS)
    };
    let kept = text.lines().filter(|line| !is_about(line));
    kept.flat_map(|line| [line, "\n"]).collect()
}

/// A feature for each crate that formats of the document convert to.
fn features(plan: &Plan) -> String {
    let own = &plan.package.added;
    let feature = |&(name, _): &(&str, _)| {
        let formats = plan
            .formats
            .iter()
            .filter(|format| format.feature == Some(name));
        let names: Vec<String> = formats.map(|format| format!("`{}`", format.name)).collect();
        let names = names.join(", ");
        // What the user's own dependency brings whatever the features are, a feature cannot bring.
        let is_there = own.dependency(name).is_some_and(|entry| !entry.is_optional);
        let brought = if is_there {
            String::new()
        } else {
            format!("\"dep:{name}\"")
        };
        (!names.is_empty()).then(|| {
            format!("\n# Conversions of {names} with the crate `{name}`.\n{name} = [{brought}]")
        })
    };
    let formats: String = CRATES.iter().filter_map(feature).collect();
    let (name, crates) = WEBHOOKS;
    let crates: Vec<String> = crates
        .iter()
        .map(|name| format!("\"dep:{name}\""))
        .collect();
    let webhooks = plan.api.has_webhooks.then(|| {
        let events = plan
            .has_resource_features()
            .then(|| format!("\"{ALL_MODELS}\", "));
        let crates = events.unwrap_or_default() + &crates.join(", ");
        format!("\n# The check of the signatures of webhooks.\n{name} = [{crates}]")
    });
    formats
        + &webhooks.unwrap_or_default()
        + &resources(plan)
        + &lines(&plan.package.added.features)
}

/// What else is on where nobody says otherwise.
fn default(plan: &Plan) -> String {
    let all = plan
        .has_resource_features()
        .then(|| format!(", \"{ALL_RESOURCES}\""));
    all.unwrap_or_default()
}

/// A feature for each resource, where they are features, and for all of them.
fn resources(plan: &Plan) -> String {
    let features = plan.resource_features();
    if features.is_empty() {
        return String::new();
    }
    let listed = features
        .iter()
        .map(|feature| format!("    \"{feature}\",\n"));
    let each = features.iter().map(|feature| format!("\n{feature} = []"));
    [
        format!("\n# All resources and all models.\n{ALL_RESOURCES} = [\n    \"{ALL_MODELS}\",\n"),
        listed.collect(),
        format!("]\n# All models, also those that no resource needs.\n{ALL_MODELS} = []"),
        "\n# The operations of one resource, and the models that they need.".to_owned(),
        each.collect(),
    ]
    .concat()
}

/// Lines that follow another one.
fn lines(all: &[Entry]) -> String {
    let broken = all.iter().flat_map(|entry| ["\n", &entry.line]);
    broken.collect()
}

/// The dependencies of those features.
fn crates(plan: &Plan) -> String {
    let is_used = |name: &str| {
        plan.formats
            .iter()
            .any(|format| format.feature == Some(name))
    };
    let own = &plan.package.added;
    let used = CRATES
        .iter()
        .filter(|(name, _)| is_used(name) && own.dependency(name).is_none());
    let formats = used.filter_map(|(name, version)| Some(format!("\n{name} = {}", (*version)?)));
    let signatures = SIGNATURES.iter().filter(|_| plan.api.has_webhooks);
    let signatures = signatures.map(|(name, version)| format!("\n{name} = {version}"));
    let crates: String = formats.chain(signatures).collect();
    crates + &lines(&own.dependencies)
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
