//! Tuples: arrays of a fixed length whose elements have a schema each. Normalisation keeps these beside the list of anything.

use std::collections::BTreeMap;

use openapiv3::{AnySchema, ReferenceOr, Schema, SchemaData, SchemaKind};
use serde_json::{Map, Value};

use super::keywords::Keywords;
use crate::extensions::PREFIX_ITEMS;
use crate::model;
use crate::pointer::Pointer;
use crate::source::Tree;
use crate::source::grammar::walk::{Met, Trail, walk};
use crate::source::grammar::{Kind, Syntax};

/// Longer tuples have no traits in Rust, so nobody could use them.
const LONGEST: usize = 12;

/// The schemas of the elements of every tuple, by its place.
pub(super) type Tuples = BTreeMap<Pointer, Vec<ReferenceOr<Schema>>>;

/// Finds the tuples of a document.
pub(super) fn of(tree: &Tree) -> Tuples {
    let mut tuples = Tuples::new();
    let root = Syntax::One(Kind::Document);
    walk(&tree.root, root, Trail::ROOT, &mut |trail, met| {
        if let Met::Object(Kind::Schema, map) = met
            && let Some(length) = length(map)
        {
            let at = trail.pointer();
            let places = (0..length).map(|index| at.child(PREFIX_ITEMS.key()).index(index));
            let schemas = places.map(|place| model::schema_at(tree, &place)).collect();
            if let Some(schemas) = schemas {
                tuples.insert(at, schemas);
            }
        }
    });
    tuples
}

/// How many elements a tuple has. One that may be longer or shorter is a list for Rust.
fn length(map: &Map<String, Value>) -> Option<usize> {
    let length = map.get(PREFIX_ITEMS.key())?.as_array()?.len();
    let says = |key: &str| map.get(key).and_then(Value::as_u64) == u64::try_from(length).ok();
    let is_exact = says("maxItems") && says("minItems");
    (is_exact && (1..=LONGEST).contains(&length)).then_some(length)
}

/// The schemas of the elements of a tuple that stand where they are meant, and a schema of anything for those that do not.
pub(super) fn written(keywords: &Keywords<'_>) -> Vec<Schema> {
    let places = PREFIX_ITEMS.all(&keywords.data.extensions);
    let schemas = places.iter().map(|schema| {
        let schema = serde_json::from_value(schema.clone());
        match schema {
            Ok(ReferenceOr::Item(schema)) => schema,
            _ => Schema {
                schema_data: SchemaData::default(),
                schema_kind: SchemaKind::Any(AnySchema::default()),
            },
        }
    });
    schemas.collect()
}

/// What an inline type of a place is named after.
pub(super) fn words(place: usize) -> String {
    format!("item {}", place + 1)
}
