//! Operations, path by path and method by method, in the order of the document.

use openapiv3::{OpenAPI, Operation as Source, PathItem, ReferenceOr};
use serde_json::Value;

use super::lowering::Lowering;
use super::security::Security;
use super::{bodies, docs, params, responses, servers};
use crate::ir::{Docs, Operation, Server};
use crate::pointer::Pointer;

/// What an operation has of the document where it says nothing itself.
pub(super) struct Common<'a> {
    pub(super) servers: &'a [Server],
    pub(super) security: &'a [Vec<String>],
}

/// Lowers every operation.
pub(super) fn all<'d>(
    lowering: &mut Lowering<'_, 'd>,
    security: &mut Security<'_, 'd>,
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
        for (method, source) in methods(item) {
            let source = Written {
                index: all.len(),
                at: path.at.child(&method.to_ascii_lowercase()),
                method,
                source,
            };
            all.push(operation(lowering, &path, &source, security, common));
        }
    }
    all
}

/// A path of the document.
pub(super) struct Path<'d> {
    pub(super) template: &'d str,
    pub(super) item: &'d PathItem,
    pub(super) at: Pointer,
}

/// An operation of the document.
pub(super) struct Written<'d> {
    /// Its place among all operations.
    pub(super) index: usize,
    pub(super) at: Pointer,
    method: &'static str,
    pub(super) source: &'d Source,
}

fn operation<'d>(
    lowering: &mut Lowering<'_, 'd>,
    path: &Path<'d>,
    written: &Written<'d>,
    security: &mut Security<'_, 'd>,
    common: &Common<'_>,
) -> Operation {
    let Written {
        index, at, source, ..
    } = written;
    let reports = &mut lowering.reports;
    let own_security = source.security.as_deref();
    let own_security = own_security.map(|own| security.alternatives(own, at, reports));
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
        method: written.method,
        path: path.template.to_owned(),
        tags: source.tags.clone(),
        group: text("x-speakeasy-group"),
        name: text("x-speakeasy-name-override"),
        docs: documentation(source, path.item),
        params: params::of(lowering, path, written),
        body: bodies::body(
            lowering,
            source.request_body.as_ref(),
            &at.child("requestBody"),
            *index,
        ),
        responses: responses::of(lowering, &source.responses, &at.child("responses"), *index),
        security: own_security.unwrap_or_else(|| common.security.to_vec()),
        servers,
    }
}

fn documentation(source: &Source, item: &PathItem) -> Docs {
    let summary = source.summary.as_ref().or(item.summary.as_ref());
    let description = source.description.as_ref().or(item.description.as_ref());
    Docs {
        title: docs::text(summary.map(String::as_str)),
        description: docs::text(description.map(String::as_str)),
        deprecated: source.deprecated,
        ..Docs::default()
    }
}

/// The place of an operation among all of the document.
pub(super) fn index(doc: &OpenAPI, path: &str, method: &str) -> Option<usize> {
    let items = doc
        .paths
        .paths
        .iter()
        .filter_map(|(path, item)| Some((path, item.as_item()?)));
    let mut all =
        items.flat_map(|(path, item)| methods(item).map(move |(method, _)| (path, method)));
    all.position(|(known, verb)| known == path && verb.eq_ignore_ascii_case(method))
}

/// The operations of a path.
pub(super) fn methods(item: &PathItem) -> impl Iterator<Item = (&'static str, &Source)> {
    [
        ("GET", &item.get),
        ("PUT", &item.put),
        ("POST", &item.post),
        ("DELETE", &item.delete),
        ("OPTIONS", &item.options),
        ("HEAD", &item.head),
        ("PATCH", &item.patch),
        ("TRACE", &item.trace),
    ]
    .into_iter()
    .filter_map(|(method, operation)| Some((method, operation.as_ref()?)))
}
