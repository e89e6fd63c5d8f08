//! Answers by status.

use openapiv3::{ReferenceOr, Response as Source, Responses};

use super::lowering::Lowering;
use super::media::MediaName;
use super::reports::Reports;
use super::streams::Streams;
use super::{bodies, headers, opaque, references, statuses, texts};
use crate::diag::codes;
use crate::ir::{Content, ContentKind, Framing, OperationId, Response, Status};
use crate::pointer::Pointer;

/// Every documented answer of an operation; `default` comes last, as it is asked last.
pub(super) fn of<'d>(
    lowering: &mut Lowering<'_, 'd>,
    responses: &'d Responses,
    at: &Pointer,
    operation: OperationId,
) -> Vec<Response> {
    let mut all = Vec::new();
    for (status, response) in statuses::by_status(responses) {
        let at = at.child(&status.to_string());
        all.extend(lowered(lowering, status, response, at, operation));
    }
    all
}

fn lowered<'d>(
    lowering: &mut Lowering<'_, 'd>,
    status: Status,
    response: &'d ReferenceOr<Source>,
    at: Pointer,
    operation: OperationId,
) -> Option<Response> {
    let components = lowering.doc.components();
    let (response, at) = references::follow(response, at, "responses", |key| {
        components?.responses.get(key)
    })?;
    if matches!(status, Status::Code(100..=199) | Status::Range(1)) {
        lowering
            .reports
            .report(codes::INTERIM_ANSWER, &at, |diagnostic| {
                diagnostic.arg("status", status)
            });
    }
    let words = statuses::words(status);
    let streams_as = match status {
        Status::Code(0..=199 | 300..) | Status::Range(0..=1 | 3..) => Streams::Whole,
        Status::Code(_) | Status::Range(_) | Status::Default => Streams::Items,
    };
    let mut contents = bodies::contents(
        lowering,
        &response.content,
        &at,
        (operation, &words),
        streams_as,
    );
    streams(&contents, &mut lowering.reports);
    opaque::given(lowering.doc, &contents, &mut lowering.reports);
    tell_apart(&mut contents);
    let headers = headers::headers(lowering.doc, response, &at);
    Some(Response {
        at,
        status,
        description: texts::said(Some(&response.description)).unwrap_or_default(),
        contents,
        headers,
    })
}

/// Says which answers are read as a whole though they come in pieces.
fn streams(contents: &[Content], reports: &mut Reports<'_, '_>) {
    for content in contents {
        let media_type = MediaName::of(&content.media_type);
        let is_whole = !matches!(content.kind, ContentKind::Stream(_));
        if is_whole && media_type.is_stream() {
            let form = match content.kind {
                ContentKind::Text => "text",
                _ => "bytes",
            };
            reports.report(codes::STREAM, &content.at, |diagnostic| {
                let named = diagnostic.arg("media_type", &content.media_type);
                named.arg("form", form)
            });
        }
    }
}

/// Notes for each form which of the other ones are read in another way, unless it is one of those itself.
fn tell_apart(contents: &mut [Content]) {
    let reading = |content: &Content| match content.kind {
        ContentKind::Json => (ContentKind::Json, Some(content.ty.clone())),
        ContentKind::Text => (ContentKind::Text, None),
        kind @ ContentKind::Stream(_) => (kind, Some(content.ty.clone())),
        ContentKind::Form | ContentKind::Multipart | ContentKind::Bytes => {
            (ContentKind::Bytes, None)
        }
    };
    let all: Vec<_> = contents
        .iter()
        .map(|content| (content.media_type.clone(), reading(content)))
        .collect();
    for content in contents {
        let (own, read) = (content.media_type.clone(), reading(content));
        let others = all.iter().filter(|(media_type, other)| {
            *other != read && !MediaName::of(&own).is_within(&MediaName::of(media_type))
        });
        content.read_otherwise = others.map(|(media_type, _)| media_type.clone()).collect();
        // No event can be found in JSON, which is what servers answer when there is no stream.
        let is_named = |one: &String| MediaName::of(one).kind() == ContentKind::Json;
        let is_of_events = MediaName::of(&own).separated() == Framing::Event;
        let is_stream = matches!(content.kind, ContentKind::Stream(_));
        if is_stream && is_of_events && !content.read_otherwise.iter().any(is_named) {
            content.read_otherwise.push("application/json".to_owned());
        }
    }
}
