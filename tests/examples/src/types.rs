//! Which Rust types a place of the document has, as `inspect` says and as follows from what it says.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::document::Document;

/// The Rust types by the pointer in the document as it was written.
#[derive(Debug, Default)]
pub struct Types {
    places: BTreeMap<String, BTreeSet<String>>,
    aliases: BTreeMap<String, String>,
}

impl Types {
    /// Reads the report of `inspect`.
    pub fn of(document: &Document) -> Self {
        let mut types = Self::default();
        for list in ["schemas", "values"] {
            let entries = document.report[list].as_array().into_iter().flatten();
            for entry in entries {
                let text = |key: &str| entry.get(key).and_then(Value::as_str);
                let (Some(pointer), Some(ty)) = (text("pointer"), text("type")) else {
                    continue;
                };
                let is_nullable = entry.get("nullable") == Some(&Value::Bool(true));
                let whole = if is_nullable {
                    format!("Option<{ty}>")
                } else {
                    ty.to_owned()
                };
                if let Some(at) = document.written(pointer) {
                    types.places.entry(at).or_default().insert(whole);
                }
                if let Some(target) = text("target") {
                    types.aliases.insert(ty.to_owned(), target.to_owned());
                }
            }
        }
        types
    }

    /// The types that the report names for a place.
    pub fn at(&self, at: &str) -> BTreeSet<String> {
        self.places.get(at).cloned().unwrap_or_default()
    }

    /// The types of the elements of lists, and likewise of the values of maps.
    pub fn inside(&self, outer: &BTreeSet<String>, kind: Inside) -> BTreeSet<String> {
        let inner = outer.iter().filter_map(|ty| {
            let ty = self.plain(ty);
            let open = match kind {
                Inside::Items => "Vec<",
                Inside::Values => "std::collections::BTreeMap<String, ",
            };
            Some(ty.strip_prefix(open)?.strip_suffix('>')?.to_owned())
        });
        inner.collect()
    }

    /// The type behind aliases and `Option`.
    fn plain<'t>(&'t self, ty: &'t str) -> &'t str {
        let mut ty = ty;
        // No more steps than there are aliases, should they go in a circle.
        for _ in 0..=self.aliases.len() {
            let inner = ty
                .strip_prefix("Option<")
                .and_then(|rest| rest.strip_suffix('>'));
            ty = match inner.or_else(|| self.aliases.get(ty).map(String::as_str)) {
                Some(next) => next,
                None => return ty,
            };
        }
        ty
    }
}

/// A part of a type that holds several values.
#[derive(Debug, Clone, Copy)]
pub enum Inside {
    /// The elements of a list.
    Items,
    /// The values of a map.
    Values,
}
