//! The package and its client, as the configuration names them or as the document suggests.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::cargo_toml::Added;
use crate::config::Config;
use crate::ir::{Api, Operation, SchemeId, SchemeKind};
use crate::naming::{self, Name};
use crate::source::files::STDIN;

/// The package that is generated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Package {
    /// The name in the manifest.
    pub name: String,
    /// Its version.
    pub version: String,
    /// One line about it.
    pub description: String,
    /// An SPDX expression.
    pub license: Option<String>,
    /// Where its source is.
    pub repository: Option<String>,
    /// The oldest Rust that compiles it.
    pub rust_version: String,
    /// Modules of the user's.
    pub modules: Vec<Name>,
    /// What the user adds to the manifest.
    pub added: Added,
    /// The type of its client.
    pub client: Name,
    /// The type of the settings of its client.
    pub builder: Name,
    /// The type of the error of all calls.
    pub error: Name,
    /// The id of the operation that examples begin with.
    pub example: Option<String>,
    /// The file name of the document, never where it lies.
    pub document: Option<String>,
    /// The environment variable that holds the credential.
    pub from_env: Option<String>,
}

/// The oldest Rust that the runtime compiles with.
const RUST_VERSION: &str = "1.88";

impl Package {
    /// What the configuration says, and what follows from the document where it says nothing.
    pub(super) fn of(api: &Api, config: &Config) -> Self {
        let said = &config.package;
        let title = one_line(&api.info.title);
        let description = if title.is_empty() {
            "A client of an HTTP API".to_owned()
        } else {
            format!("A client of the {title}")
        };
        Self {
            name: said
                .name
                .clone()
                .unwrap_or_else(|| naming::package(&api.info.title)),
            version: said.version.clone().unwrap_or_else(|| "0.1.0".to_owned()),
            description: said.description.clone().unwrap_or(description),
            license: said.license.clone(),
            repository: said.repository.clone(),
            rust_version: said
                .rust_version
                .clone()
                .unwrap_or_else(|| RUST_VERSION.to_owned()),
            modules: naming::modules(config),
            added: config.own.added.clone(),
            builder: naming::builder(&naming::client(config)),
            client: naming::client(config),
            error: naming::error(config),
            example: config.client.example.clone(),
            document: document(config),
            from_env: config.client.from_env.clone(),
        }
    }

    /// The name of the crate in Rust.
    pub fn crate_name(&self) -> String {
        self.name.replace('-', "_")
    }
}

/// The scheme whose credential `new` takes: the one that most operations ask for, the first of those; none where more of them do
/// without it. What the configuration reads from the environment is always taken.
pub(super) fn credential(api: &Api, config: &Config) -> Option<SchemeId> {
    let mut needed: BTreeMap<SchemeId, usize> = BTreeMap::new();
    for scheme in api.operations.iter().flat_map(needed_by) {
        *needed.entry(scheme).or_default() += 1;
    }
    // Of those that are needed as often, the first one that the API names.
    let asked = api.operations.iter().map(|operation| &operation.security);
    let asked = std::iter::once(&api.security).chain(asked);
    let asked = asked.flat_map(|security| &security.alternatives);
    let mut seen = BTreeSet::new();
    let asked: Vec<SchemeId> = asked
        .flat_map(|all| &all.schemes)
        .copied()
        .filter(|scheme| seen.insert(*scheme))
        .collect();
    let counted = asked
        .into_iter()
        .filter(|scheme| api.scheme(*scheme).kind != SchemeKind::Outside)
        .map(|scheme| (scheme, needed.get(&scheme).copied().unwrap_or_default()));
    let (scheme, count) = counted.rev().max_by_key(|(_, count)| *count)?;
    let is_usual = count * 2 >= api.operations.len();
    (is_usual || config.client.from_env.is_some()).then_some(scheme)
}

/// The schemes of which one will do, where an operation does nothing without a credential.
fn needed_by(operation: &Operation) -> BTreeSet<SchemeId> {
    let alternatives = &operation.security.alternatives;
    if alternatives.iter().any(|all| all.schemes.is_empty()) {
        return BTreeSet::new();
    }
    let schemes = alternatives.iter().flat_map(|all| &all.schemes);
    schemes.copied().collect()
}

fn document(config: &Config) -> Option<String> {
    let spec = config.spec.as_deref()?;
    let name = spec.file_name().filter(|_| spec != Path::new(STDIN))?;
    Some(name.to_string_lossy().into_owned())
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
