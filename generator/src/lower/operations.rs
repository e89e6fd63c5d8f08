//! Operations, path by path and method by method, in the order of the document.

use openapiv3::{Operation as Source, PathItem, ReferenceOr};
use serde_json::Value;

use super::lowering::Lowering;
use super::methods::{Path, Written};
use super::security::Requirements;
use super::{bodies, docs, methods, params, responses, servers, texts};
use crate::ir::{Docs, Operation, OperationId, Security, Server, Tag, TagId, Tagged};
use crate::pointer::Pointer;
use crate::url_template;

/// What an operation has of the document where it says nothing itself.
pub(super) struct Common<'a> {
    pub(super) servers: &'a [Server],
    pub(super) security: &'a Security,
    pub(super) tags: &'a [Tag],
}

/// Lowers every operation.
pub(super) fn all<'d>(
    lowering: &mut Lowering<'_, 'd>,
    requirements: &mut Requirements<'_, 'd>,
    common: &Common<'_>,
) -> Vec<Operation> {
    let mut all = Vec::new();
    let root = Pointer::root().child("paths");
    for (path, item) in &lowering.doc.typed.paths.paths {
        // A path item behind a reference was put in its place, or reported, before.
        let ReferenceOr::Item(item) = item else {
            continue;
        };
        let path = Path {
            template: path,
            item,
            at: root.child(path),
        };
        for (method, source) in methods::all(lowering.doc, path.template, item) {
            let source = Written {
                id: OperationId(all.len()),
                at: method.at(&path.at),
                method,
                source,
            };
            all.push(operation(lowering, &path, &source, requirements, common));
        }
    }
    all
}

fn operation<'d>(
    lowering: &mut Lowering<'_, 'd>,
    path: &Path<'d>,
    written: &Written<'d>,
    requirements: &mut Requirements<'_, 'd>,
    common: &Common<'_>,
) -> Operation {
    let Written { id, at, source, .. } = written;
    let reports = &mut lowering.reports;
    let own_security = source.security.as_deref();
    let own_security = own_security.map(|own| requirements.read(own, at, reports));
    let base = common.servers.first();
    let servers = if source.servers.is_empty() {
        servers::own(&path.item.servers, &path.at, base, reports)
    } else {
        servers::own(&source.servers, at, base, reports)
    };
    let text = |key: &str| {
        let said = source.extensions.get(key).and_then(Value::as_str);
        said.map(str::to_owned)
    };
    Operation {
        at: at.clone(),
        id: source.operation_id.clone().filter(|id| !id.is_empty()),
        method: written.method.clone(),
        path: url_template::rooted(path.template).into_owned(),
        tags: source.tags.iter().map(|tag| tagged(tag, common)).collect(),
        group: text("x-speakeasy-group"),
        name: text("x-speakeasy-name-override"),
        docs: documentation(source, path.item),
        params: params::of(lowering, path, written),
        body: bodies::body(
            lowering,
            source.request_body.as_ref(),
            &at.child("requestBody"),
            *id,
        ),
        responses: responses::of(lowering, &source.responses, &at.child("responses"), *id),
        security: own_security.unwrap_or_else(|| common.security.clone()),
        servers,
        paging: None,
    }
}

fn tagged(wire: &str, common: &Common<'_>) -> Tagged {
    let tag = common.tags.iter().position(|tag| tag.wire == wire);
    Tagged {
        wire: wire.to_owned(),
        tag: tag.map(TagId),
    }
}

fn documentation(source: &Source, item: &PathItem) -> Docs {
    let summary = source.summary.as_ref().or(item.summary.as_ref());
    let description = source.description.as_ref().or(item.description.as_ref());
    // The id once more is no title: tools for .NET write that where nobody wrote one.
    let is_title =
        |text: &&String| text.contains(' ') || source.operation_id.as_ref() != Some(*text);
    let title = summary.filter(is_title).map(String::as_str);
    Docs {
        title: texts::said(title),
        description: texts::said(description.map(String::as_str)),
        link: docs::link(source.external_docs.as_ref()),
        deprecated: source.deprecated,
        ..Docs::default()
    }
}
