//! What the document says elsewhere about an object: gathered once, before anything is changed.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::{content, nulls};
use crate::media_type;
use crate::pointer::Pointer;
use crate::source::Tree;

/// What is said about components.
pub(super) struct Elsewhere {
    /// References to schemas that allow null only.
    pub(super) nulls: BTreeSet<String>,
    /// References to parameters that are a whole query and no form, and their media types.
    pub(super) queries: BTreeMap<String, String>,
    /// Names of the security schemes.
    schemes: BTreeSet<String>,
    /// Names of those that are certificates of the client.
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
        let queries = section("parameters").filter_map(|(name, parameter)| {
            match whole_query(parameter.as_object()?)? {
                WholeQuery::Form | WholeQuery::Json => None,
                WholeQuery::Other(media_type) => {
                    let at: Pointer = ["components", "parameters", name].iter().collect();
                    Some((at.to_string(), media_type))
                }
            }
        });
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
            nulls: nulls::components(tree),
            queries: queries.collect(),
            schemes: section("securitySchemes")
                .map(|(name, _)| name.clone())
                .collect(),
            certificates: certificates.collect(),
            parts: parts.collect(),
            media_types: media_types.collect(),
            is_of_32: version.starts_with("3.2"),
        }
    }
}

impl Elsewhere {
    /// The name of the security scheme whose URI a requirement of OpenAPI 3.2 has as a key. What is a name is no URI.
    pub(super) fn scheme(&self, key: &str) -> Option<String> {
        if !self.is_of_32 || self.schemes.contains(key) {
            return None;
        }
        let at = Pointer::parse(key.starts_with('#').then_some(key)?)?;
        let owner: Pointer = ["components", "securitySchemes"].iter().collect();
        at.last().filter(|_| at.parent() == Some(owner))
    }
}

/// A parameter that is the whole query.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum WholeQuery {
    /// The fields of a form.
    Form,
    /// The text of a JSON document.
    Json,
    /// Something else, by its media type.
    Other(String),
}

/// What a parameter is that is the whole query; none of any other parameter.
pub(super) fn whole_query(parameter: &Map<String, Value>) -> Option<WholeQuery> {
    let place = parameter.get("in").and_then(Value::as_str);
    place.filter(|place| *place == "querystring")?;
    let content = parameter.get("content").and_then(Value::as_object);
    let media_type = content.and_then(|content| content.keys().next());
    let media_type = media_type.map_or("", String::as_str);
    Some(if media_type::is_form(media_type) {
        WholeQuery::Form
    } else if media_type::is_json(media_type) && !media_type.contains('*') {
        WholeQuery::Json
    } else {
        WholeQuery::Other(media_type.to_owned())
    })
}
