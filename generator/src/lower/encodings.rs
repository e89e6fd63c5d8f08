//! How the fields of forms and the values of queries are written.

use openapiv3::{MediaType, QueryStyle};
use serde_json::Value;

use super::document::Document;
use super::media;
use crate::ir::{Encoding, Style};
use crate::pointer::Pointer;

/// How fields are written, where the document says so.
pub(super) fn of(doc: Document<'_>, media: &MediaType, at: &Pointer) -> Vec<Encoding> {
    let said = media.encoding.iter().map(|(wire, encoding)| {
        let style = encoding.style.as_ref().map(query_style);
        // The typed model has `false` also where nothing is said, which stands for `true` in a form.
        let explode = doc
            .tree
            .get(&at.child("encoding").child(wire).child("explode"));
        let explode = explode
            .and_then(Value::as_bool)
            .unwrap_or(style == Some(Style::Form));
        // Of several media types, the caller knows which one it is.
        let content_type = encoding.content_type.as_ref();
        Encoding {
            wire: wire.clone(),
            style: style.map(|style| (style, explode)),
            content_type: content_type
                .filter(|one| !one.contains([',', '*']))
                .map(|one| media::one_line(one)),
        }
    });
    said.filter(|said| said.style.is_some() || said.content_type.is_some())
        .collect()
}

/// The style of a query.
pub(super) fn query_style(style: &QueryStyle) -> Style {
    match style {
        QueryStyle::Form => Style::Form,
        QueryStyle::SpaceDelimited => Style::SpaceDelimited,
        QueryStyle::PipeDelimited => Style::PipeDelimited,
        QueryStyle::DeepObject => Style::DeepObject,
    }
}
