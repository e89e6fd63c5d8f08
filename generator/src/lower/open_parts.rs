//! Parts of forms whose schemas say nothing: OpenAPI sends those as `application/octet-stream`, and 3.1 writes files so.

use super::document::Document;
use super::media::MediaName;
use crate::extensions::PREFIX_ITEMS;
use crate::ir::{ContentKind, Encoding, Field, Type};
use crate::pointer::Pointer;
use crate::source::grammar::effects;

/// How to know those of one body.
pub(super) struct OpenParts<'d> {
    doc: Document<'d>,
    /// The fields that are sent as JSON, by name.
    json: Vec<String>,
}

impl<'d> OpenParts<'d> {
    /// Those of a body whose fields are written so.
    pub(super) fn of(doc: Document<'d>, encodings: &[Encoding]) -> Self {
        let is_json = |one: &&Encoding| {
            let said = one.content_type.as_deref();
            said.is_some_and(|said| MediaName::of(said).kind() == ContentKind::Json)
        };
        let json = encodings.iter().filter(is_json);
        Self {
            doc,
            json: json.map(|one| one.wire.clone()).collect(),
        }
    }

    /// The file, or the list of files, that such a field is.
    pub(super) fn file(&self, field: &Field) -> Option<Type> {
        if self.json.contains(&field.wire) {
            return None;
        }
        match &field.ty {
            Type::Any if self.is_open(&field.at) => Some(Type::File),
            Type::Array(item) if **item == Type::Any && self.has_open_items(&field.at) => {
                Some(Type::Array(Box::new(Type::File)))
            }
            _ => None,
        }
    }

    /// Whether a schema of a list says nothing of its elements, neither of all nor of some places.
    fn has_open_items(&self, at: &Pointer) -> bool {
        let schema = self.doc.tree.get(at);
        let is_tuple = schema.is_some_and(|schema| schema.get(PREFIX_ITEMS.key()).is_some());
        !is_tuple && self.is_open(&at.child("items"))
    }

    /// Whether a schema says nothing. What has no Rust form is free-form JSON too, and does say something; so does an example.
    fn is_open(&self, at: &Pointer) -> bool {
        let schema = self.doc.tree.get(at);
        let map = schema.and_then(|schema| schema.as_object());
        map.is_some_and(|map| {
            let shows = |key: &str| ["default", "example", "examples"].contains(&key);
            map.keys().all(|key| effects::is_remark(key) && !shows(key))
        })
    }
}
