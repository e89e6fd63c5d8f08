//! Request bodies, and the forms that a body can take.

use std::ops::ControlFlow::{Break, Continue};

use indexmap::IndexMap;
use openapiv3::{MediaType, ReferenceOr, RequestBody, Schema};
use serde_json::Value;

use super::document::Document;
use super::keywords::Keywords;
use super::lowering::Lowering;
use super::media::{self, MediaName};
use super::spots::{Holder, Spot};
use super::streams::Streams;
use super::{
    chains, charsets, docs, encodings, homes, opaque, references, sample, schemas, streams, texts,
};
use crate::ir::{Body, Content, ContentKind, Limit, OperationId, Text, Type};
use crate::pointer::Pointer;

/// What an operation sends.
pub(super) fn body<'d>(
    lowering: &mut Lowering<'_, 'd>,
    body: Option<&'d ReferenceOr<RequestBody>>,
    at: &Pointer,
    operation: OperationId,
) -> Option<Body> {
    let components = lowering.doc.components();
    let (body, at) = references::follow(body?, at.clone(), "requestBodies", |key| {
        components?.request_bodies.get(key)
    })?;
    let contents = contents(
        lowering,
        &body.content,
        &at,
        (operation, homes::BODY),
        Streams::Whole,
    );
    opaque::sent(lowering.doc, &contents, &mut lowering.reports);
    let mut contents = contents.into_iter();
    let main = contents.next()?;
    let mut has_xml = main.is_plain_xml();
    let others = contents.filter(|other| {
        let is_twin = main.is_same(other) || (has_xml && other.is_plain_xml());
        has_xml |= other.is_plain_xml();
        !is_twin
    });
    let mut sent = Body {
        required: body.required,
        description: texts::said(body.description.as_deref())
            .or_else(|| described(lowering, &main)),
        others: others.collect(),
        main,
    };
    charsets::sent(&mut sent, &mut lowering.reports);
    Some(sent)
}

/// Says with which data a row of items ends.
const ENDS: &str = "x-speakeasy-sse-sentinel";

/// The forms of a body, the best one first. Those whose schemas are equal share their type. Items of streams are told apart where
/// they are read.
pub(super) fn contents<'d>(
    lowering: &mut Lowering<'_, 'd>,
    content: &'d IndexMap<String, MediaType>,
    at: &Pointer,
    (operation, words): (OperationId, &str),
    as_streams: Streams,
) -> Vec<Content> {
    let mut contents = Vec::new();
    let homes = media::homes(content);
    let nodes = lowering.doc.tree.get(&at.child("content"));
    for ((media_type, media), home) in content.iter().zip(homes) {
        let name = MediaName::of(media_type);
        let node = nodes.and_then(|nodes| nodes.get(media_type));
        let spot = homes::best_of_body(home, at, Holder::of(at, operation), words);
        let at = at.child("content").child(media_type);
        let (kind, ty) = if as_streams == Streams::Items && name.is_stream() {
            let (framing, item) = streams::items(lowering, &name, media, &at, &spot);
            (ContentKind::Stream(framing), item)
        } else {
            content_type(lowering, &name, media, node, &spot)
        };
        let words = match kind {
            ContentKind::Stream(_) => "stream".to_owned(),
            _ => name.words(),
        };
        let ends = media.extensions.get(ENDS).and_then(Value::as_str);
        let ends = ends.filter(|_| matches!(kind, ContentKind::Stream(_)));
        contents.push(Content {
            ends: ends.map(str::to_owned),
            limits: limits(media.schema.as_ref(), &ty),
            encodings: encodings::of(lowering.doc, media, &at),
            at,
            media_type: media::one_line(media_type),
            sent: media::one_line(&name.sent(kind)),
            words,
            kind,
            ty,
            example: lowering.examples.of_content(lowering.doc, node),
            sample: media
                .schema
                .as_ref()
                .and_then(|schema| sample::of(schema.as_item()?)),
            read_otherwise: Vec::new(),
        });
    }
    contents.sort_by(|one, other| {
        let (name, next) = (&one.media_type, &other.media_type);
        let rank = MediaName::of(name).rank(one.kind);
        rank.cmp(&MediaName::of(next).rank(other.kind))
    });
    contents
}

/// Only what is read as a value has a type of its own; the rest is text or bytes.
fn content_type<'d>(
    lowering: &mut Lowering<'_, 'd>,
    name: &MediaName<'_>,
    media: &'d MediaType,
    node: Option<&Value>,
    spot: &Spot,
) -> (ContentKind, Type) {
    let says = says(lowering.doc, node.and_then(|node| node.get("schema")));
    match (name.kind(), &media.schema) {
        // What is sent is a form, whatever its schema is.
        (kind @ (ContentKind::Form | ContentKind::Multipart), schema) => {
            let ty = schema
                .as_ref()
                .map(|schema| schemas::use_of(lowering, schema, spot).whole());
            (kind, ty.unwrap_or(Type::Any))
        }
        _ if says == Says::Bytes => (ContentKind::Bytes, Type::Any),
        (ContentKind::Json, _) if says == Says::Nothing && name.is_json_or_other() => {
            (ContentKind::Bytes, Type::Any)
        }
        (ContentKind::Json, Some(schema)) => {
            let ty = schemas::use_of(lowering, schema, spot).whole();
            // What need not be JSON does not say that a text is in quotes.
            if name.is_json_or_other() && matches!(ty, Type::Text(_)) {
                (ContentKind::Text, Type::Text(Text::Plain))
            } else {
                (ContentKind::Json, ty)
            }
        }
        (ContentKind::Text, _) => (ContentKind::Text, Type::Text(Text::Plain)),
        (kind, _) => (kind, Type::Any),
    }
}

/// What the schema of a whole body says about its form.
fn says(doc: Document<'_>, schema: Option<&Value>) -> Says {
    let says = chains::end(schema, |node| {
        let Some(Value::Object(schema)) = node else {
            return Break(Says::Nothing);
        };
        let word = |key: &str| schema.get(key).and_then(Value::as_str);
        let parts = schema.get("allOf").and_then(Value::as_array);
        if word("type") == Some("string") && word("format") == Some("binary") {
            return Break(Says::Bytes);
        }
        Continue(
            match (
                word("$ref").and_then(Pointer::parse),
                parts.map(Vec::as_slice),
            ) {
                (Some(target), _) => doc.tree.get(&target),
                (None, Some([only])) => Some(only),
                (None, _) if schema.is_empty() => return Break(Says::Nothing),
                (None, _) => return Break(Says::Something),
            },
        )
    });
    says.unwrap_or(Says::Nothing)
}

/// What a schema says about the form of a whole body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Says {
    /// No schema, or one that allows everything.
    Nothing,
    /// Bytes, which JSON cannot hold.
    Bytes,
    /// A value.
    Something,
}

/// The description of a body whose type no definition documents.
fn described(lowering: &Lowering<'_, '_>, content: &Content) -> Option<String> {
    let at = content.at.child("schema");
    if lowering.types.inline.contains_key(&at) {
        return None;
    }
    let description = lowering.doc.tree.get(&at.child("description"));
    texts::said(description.and_then(Value::as_str))
}

/// The limits of a schema that has no definition.
fn limits(schema: Option<&ReferenceOr<Schema>>, ty: &Type) -> Vec<Limit> {
    match (schema, ty) {
        (_, Type::Named(_)) => Vec::new(),
        (Some(ReferenceOr::Item(schema)), _) => docs::limits(&Keywords::of(schema)),
        _ => Vec::new(),
    }
}
