//! What the document says elsewhere about an object: gathered once, before anything is changed.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::{content, nulls};
use crate::source::Tree;

/// What is said about components.
pub(super) struct Elsewhere {
    /// References to schemas that allow null only.
    pub(super) nulls: BTreeSet<String>,
    /// References to parameters that are a whole query.
    pub(super) queries: BTreeSet<String>,
    /// Names of the security schemes that are certificates of the client.
    pub(super) certificates: BTreeSet<String>,
    /// References to schemas with members whose bytes are of one media type, and those members.
    pub(super) parts: BTreeMap<String, Vec<(String, String)>>,
    /// Media types by name.
    pub(super) media_types: Map<String, Value>,
    /// Whether the document is OpenAPI 3.2.
    pub(super) is_of_32: bool,
}

impl Elsewhere {
    /// Gathers it.
    pub(super) fn of(tree: &Tree, version: &str) -> Self {
        let components = tree.root.get("components");
        let section = |key: &str| {
            let map = components.and_then(|map| map.get(key)?.as_object());
            map.into_iter().flatten()
        };
        let none = BTreeSet::new();
        let nulls = section("schemas")
            .filter(|(_, schema)| nulls::is_null(schema, &none))
            .map(|(name, _)| format!("#/components/schemas/{name}"));
        let queries = section("parameters")
            .filter(|(_, parameter)| is_query(parameter))
            .map(|(name, _)| format!("#/components/parameters/{name}"));
        let certificates = section("securitySchemes")
            .filter(|(_, scheme)| scheme.get("type").is_some_and(|word| word == "mutualTLS"))
            .map(|(name, _)| name.clone());
        let parts = section("schemas")
            .map(|(name, schema)| {
                (
                    format!("#/components/schemas/{name}"),
                    content::parts(schema),
                )
            })
            .filter(|(_, parts)| !parts.is_empty());
        let media_types = section("mediaTypes").map(|(name, one)| (name.clone(), one.clone()));
        Self {
            nulls: nulls.collect(),
            queries: queries.collect(),
            certificates: certificates.collect(),
            parts: parts.collect(),
            media_types: media_types.collect(),
            is_of_32: version.starts_with("3.2"),
        }
    }
}

/// Whether a parameter is the whole query.
pub(super) fn is_query(parameter: &Value) -> bool {
    parameter
        .get("in")
        .is_some_and(|place| place == "querystring")
}
