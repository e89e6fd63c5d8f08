//! Bodies that are text or bytes to the generated crate: what their schemas say beyond that is reported, as nothing reads it.

use std::ops::ControlFlow::{Break, Continue};

use serde_json::Value;

use super::chains;
use super::document::Document;
use super::media::MediaName;
use super::reports::Reports;
use super::scalars;
use crate::diag::codes;
use crate::extensions::ITEM_SCHEMA;
use crate::ir::{Content, ContentKind};
use crate::pointer::Pointer;
use crate::source::grammar::effects::is_remark;

/// Reports the schemas of what is sent that nothing reads.
pub(super) fn sent(doc: Document<'_>, contents: &[Content], reports: &mut Reports<'_, '_>) {
    for content in contents {
        schema(doc, content, contents, reports);
    }
}

/// Reports the schemas of an answer that nothing reads. A stream that is taken whole is reported as
/// such.
pub(super) fn given(doc: Document<'_>, contents: &[Content], reports: &mut Reports<'_, '_>) {
    for content in contents {
        let is_whole = !matches!(content.kind, ContentKind::Stream(_));
        if !(is_whole && MediaName::of(&content.media_type).is_stream()) {
            schema(doc, content, contents, reports);
        }
    }
}

fn schema(
    doc: Document<'_>,
    content: &Content,
    contents: &[Content],
    reports: &mut Reports<'_, '_>,
) {
    let form = match content.kind {
        ContentKind::Text => "text",
        ContentKind::Bytes => "bytes",
        ContentKind::Json | ContentKind::Form | ContentKind::Multipart | ContentKind::Stream(_) => {
            "one value"
        }
    };
    let is_opaque = matches!(content.kind, ContentKind::Text | ContentKind::Bytes);
    let whole = content.at.child("schema");
    if is_opaque
        && says_more(doc, &whole, content.kind)
        && !is_read_otherwise(doc, &whole, contents)
    {
        tell(content, &whole, form, reports);
    }
    let item = content.at.child(ITEM_SCHEMA.key());
    if doc.tree.get(&item).is_some() {
        tell(content, &item, form, reports);
    }
}

fn tell(content: &Content, at: &Pointer, form: &str, reports: &mut Reports<'_, '_>) {
    reports.report(codes::OPAQUE_BODY, at, |found| {
        let found = found.arg("media_type", &content.media_type);
        found.arg("form", form).on_key()
    });
}

/// Whether another media type of the same body has the schema too, and is read: many generators of documents list XML or
/// text beside each JSON, and nothing that the schema says is lost to who asks for that.
fn is_read_otherwise(doc: Document<'_>, at: &Pointer, contents: &[Content]) -> bool {
    let schema = doc.tree.get(at);
    let is_read =
        |content: &&Content| !matches!(content.kind, ContentKind::Text | ContentKind::Bytes);
    let mut read = contents.iter().filter(is_read);
    read.any(|content| doc.tree.get(&content.at.child("schema")) == schema)
}

/// Whether a schema says more about a body than that it is a text, or bytes.
fn says_more(doc: Document<'_>, at: &Pointer, kind: ContentKind) -> bool {
    let says = chains::end(at.clone(), |at| {
        let Some(Value::Object(schema)) = doc.tree.get(&at) else {
            return Break(false);
        };
        let target = schema.get("$ref").and_then(Value::as_str);
        if let Some(target) = target.and_then(Pointer::parse) {
            return Continue(target);
        }
        let only = schema.get("allOf").and_then(Value::as_array);
        let mut said = schema.iter().filter(|(key, _)| !is_remark(key));
        if only.is_some_and(|parts| parts.len() == 1) && said.clone().count() == 1 {
            return Continue(at.child("allOf").index(0));
        }
        Break(said.any(|(key, value)| match key.as_str() {
            "type" => value != "string",
            "format" => kind == ContentKind::Text && value.as_str().is_some_and(scalars::is_typed),
            _ => true,
        }))
    });
    says.unwrap_or_default()
}
