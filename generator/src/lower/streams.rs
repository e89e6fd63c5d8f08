//! Answers that are rows of items: what an item is, and how it stands in the body.

use std::ops::ControlFlow::{Break, Continue};

use openapiv3::MediaType;
use serde_json::{Map, Value};

use super::chains;
use super::document::Document;
use super::lowering::{Lowering, Types};
use super::media::MediaName;
use super::schemas;
use super::spots::Spot;
use crate::ir::{Framing, Shape, Type};
use crate::pointer::Pointer;

/// What is made of a body that is a stream of items.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Streams {
    /// Its items, one after the other.
    Items,
    /// The body as it is.
    Whole,
}

/// Names and unions deeper within each other hold no item.
const DEEPEST: usize = 32;

/// The members of an event beside its data.
const ABOUT: &[&str] = &["data", "event", "id", "retry"];

/// The items of an answer: how they stand in it, and the type of each.
pub(super) fn items<'d>(
    lowering: &mut Lowering<'_, 'd>,
    name: &MediaName<'_>,
    media: &'d MediaType,
    at: &Pointer,
    spot: &Spot,
) -> (Framing, Type) {
    let at = at.child("schema");
    // A schema of a text is one of the whole answer, and so is one of a list.
    let text = is_text(lowering.doc, &at);
    let ty = media.schema.as_ref().filter(|_| !text).map(|schema| {
        let ty = schemas::use_of(lowering, schema, spot).whole();
        item(&lowering.types, &ty, 0).unwrap_or(ty)
    });
    let framing = match name.separated() {
        Framing::Event if ty.is_some() => framing(lowering.doc, &at),
        separated => separated,
    };
    (framing, ty.unwrap_or(Type::Any))
}

/// The item of a list, which may have a name.
fn item(types: &Types, ty: &Type, depth: usize) -> Option<Type> {
    match ty {
        Type::Array(item) => Some((**item).clone()),
        Type::Named(id) if depth < DEEPEST => match &types.get(*id).shape {
            Shape::Alias(target) => item(types, target, depth + 1),
            _ => None,
        },
        _ => None,
    }
}

/// Whether the items are events around their data, or the data of events.
fn framing(doc: Document<'_>, at: &Pointer) -> Framing {
    let list = behind(doc, at).map(|(whole, _)| whole.child("items"));
    let list = list.filter(|list| doc.tree.get(list).is_some());
    match data(doc, list.as_ref().unwrap_or(at), 0) {
        None => Framing::Data,
        Some(Data::Text) => Framing::TextMessage,
        Some(Data::Json) => Framing::Message,
    }
}

/// What the data of an event is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Data {
    Text,
    Json,
}

/// The data of a schema that describes an event: an object of name, id and data, or one of several.
fn data(doc: Document<'_>, at: &Pointer, depth: usize) -> Option<Data> {
    let (at, schema) = behind(doc, at)?;
    let properties = schema.get("properties").and_then(Value::as_object);
    if let Some(properties) = properties.filter(|all| all.contains_key("data")) {
        let mut names = properties.keys();
        let is_event =
            properties.contains_key("event") || names.all(|name| ABOUT.contains(&name.as_str()));
        let data = at.child("properties").child("data");
        let text = is_text(doc, &data);
        return is_event.then_some(if text { Data::Text } else { Data::Json });
    }
    let key = ["oneOf", "anyOf"]
        .into_iter()
        .find(|key| schema.contains_key(*key))?;
    let count = schema[key].as_array()?.len();
    if depth > DEEPEST || count == 0 {
        return None;
    }
    let candidates = (0..count).map(|index| data(doc, &at.child(key).index(index), depth + 1));
    let found: Option<Vec<Data>> = candidates.collect();
    let is_text = found?.iter().all(|one| *one == Data::Text);
    Some(if is_text { Data::Text } else { Data::Json })
}

/// Whether a schema is one of texts.
fn is_text(doc: Document<'_>, at: &Pointer) -> bool {
    let schema = behind(doc, at);
    schema.is_some_and(|(_, schema)| schema.get("type").is_some_and(|word| word == "string"))
}

/// The schema at a place, behind references and an `allOf` of one part.
fn behind<'d>(doc: Document<'d>, at: &Pointer) -> Option<(Pointer, &'d Map<String, Value>)> {
    let found = chains::end(at.clone(), |at| {
        let Some(schema) = doc.tree.get(&at).and_then(Value::as_object) else {
            return Break(None);
        };
        let target = schema.get("$ref").and_then(Value::as_str);
        let parts = schema.get("allOf").and_then(Value::as_array);
        Continue(
            match (target.and_then(Pointer::parse), parts.map(Vec::len)) {
                (Some(target), _) => target,
                (None, Some(1)) => at.child("allOf").index(0),
                (None, _) => return Break(Some((at, schema))),
            },
        )
    });
    found?
}
