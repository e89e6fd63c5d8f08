//! The package and its client, as the configuration names them or as the document suggests.

use crate::config::Config;
use crate::ir::{Api, SchemeKind};
use crate::naming::{self, Name};

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
    /// The type of its client.
    pub client: Name,
    /// The type of the settings of its client.
    pub builder: Name,
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
            builder: naming::builder(&naming::client(config)),
            client: naming::client(config),
            document: document(config),
            from_env: config.client.from_env.clone(),
        }
    }

    /// The name of the crate in Rust.
    pub fn crate_name(&self) -> String {
        self.name.replace('-', "_")
    }
}

/// The scheme whose credential `new` takes: the first that the API asks for.
pub(super) fn credential(api: &Api) -> Option<usize> {
    let asked = api.operations.iter().map(|operation| &operation.security);
    let asked = std::iter::once(&api.security).chain(asked);
    let asked = asked.flat_map(|security| &security.alternatives);
    let mut schemes = asked.flat_map(|all| &all.schemes);
    let scheme = schemes.find(|&&id| api.scheme(id).kind != SchemeKind::Outside);
    scheme.map(|id| id.0)
}

fn document(config: &Config) -> Option<String> {
    let name = config.spec.as_deref()?.file_name()?;
    Some(name.to_string_lossy().into_owned())
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
