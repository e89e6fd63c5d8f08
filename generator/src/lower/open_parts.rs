//! Parts of forms whose schemas say nothing: OpenAPI sends those as `application/octet-stream`, and 3.1 writes files so.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use super::document::Document;
use super::media::MediaName;
use crate::extensions::PREFIX_ITEMS;
use crate::ir::{Api, Body, Content, ContentKind, Encoding, Field, Shape, Type, TypeId};
use crate::pointer::Pointer;
use crate::source::grammar::effects;

/// How to know those of all bodies.
pub(super) struct OpenParts<'d> {
    doc: Document<'d>,
    /// The fields of each type that are sent as JSON, by name.
    json: Json,
}

/// A field is JSON where each body of the type says so. As a file it can be sent as what each of them says, JSON too.
type Json = BTreeMap<TypeId, BTreeSet<String>>;

impl<'d> OpenParts<'d> {
    /// Those of all bodies of an API.
    pub(super) fn of(doc: Document<'d>, api: &Api) -> Self {
        let mut bodies = Json::new();
        let sent = api.operations.iter().flat_map(|one| &one.body);
        for content in sent.flat_map(Body::contents) {
            if let (ContentKind::Multipart, Type::Named(id)) =
                (content.kind, api.resolved_value(&content.ty))
            {
                also(&mut bodies, *id, &as_json(content));
            }
        }
        let mut json = Json::new();
        for (body, fields) in bodies {
            for id in structs(body, api) {
                also(&mut json, id, &fields);
            }
        }
        Self { doc, json }
    }

    /// The file, or the list of files, that such a field of a type is.
    pub(super) fn file(&self, id: TypeId, field: &Field) -> Option<Type> {
        let json = self.json.get(&id);
        if json.is_some_and(|json| json.contains(&field.wire)) {
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

/// Keeps of the fields of a type those that one more body says are JSON.
fn also(known: &mut Json, id: TypeId, fields: &BTreeSet<String>) {
    match known.entry(id) {
        Entry::Vacant(first) => {
            first.insert(fields.clone());
        }
        Entry::Occupied(mut known) => known.get_mut().retain(|field| fields.contains(field)),
    }
}

/// The fields that a body says are JSON.
fn as_json(content: &Content) -> BTreeSet<String> {
    let is_json = |one: &&Encoding| {
        let said = one.content_type.as_deref();
        said.is_some_and(|said| MediaName::of(said).kind() == ContentKind::Json)
    };
    let json = content.encodings.iter().filter(is_json);
    json.map(|one| one.wire.clone()).collect()
}

/// The types with fields that a body of parts may be: its own, or those of the candidates.
fn structs(body: TypeId, api: &Api) -> BTreeSet<TypeId> {
    let (mut found, mut seen, mut left) = (BTreeSet::new(), BTreeSet::new(), vec![body]);
    while let Some(id) = left.pop() {
        match &api.get(id).shape {
            _ if !seen.insert(id) => {}
            Shape::Struct(_) => {
                found.insert(id);
            }
            Shape::Union(union) => {
                let variants = union.variants.iter();
                let types = variants.map(|variant| api.resolved_value(&variant.ty));
                left.extend(types.filter_map(|ty| match ty {
                    Type::Named(id) => Some(*id),
                    _ => None,
                }));
            }
            Shape::Enum(_) | Shape::Alias(_) => {}
        }
    }
    found
}
