//! Operations, path by path and method by method, in the order of the document.

use openapiv3::{Operation as Source, PathItem, ReferenceOr};
use serde_json::Value;

use super::document::Document;
use super::lowering::Lowering;
use super::security::Requirements;
use super::{bodies, docs, params, responses, servers};
use crate::ir::{Docs, Operation, OperationId, Security, Server, Tag, TagId, Tagged};
use crate::method::Method;
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
        for (method, source) in methods(lowering.doc, path.template, item) {
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

/// A path of the document.
pub(super) struct Path<'d> {
    pub(super) template: &'d str,
    pub(super) item: &'d PathItem,
    pub(super) at: Pointer,
}

/// An operation of the document.
pub(super) struct Written<'d> {
    /// The key of what becomes of it.
    pub(super) id: OperationId,
    pub(super) at: Pointer,
    method: Method,
    pub(super) source: &'d Source,
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
        title: docs::text(title),
        description: docs::text(description.map(String::as_str)),
        deprecated: source.deprecated,
        ..Docs::default()
    }
}

/// The key of an operation of the document.
pub(super) fn id(doc: Document<'_>, path: &str, method: &Method) -> Option<OperationId> {
    let items = doc.typed.paths.paths.iter();
    let items = items.filter_map(|(path, item)| Some((path, item.as_item()?)));
    let mut all = items
        .flat_map(|(path, item)| methods(doc, path, item).map(move |(method, _)| (path, method)));
    let place = all.position(|(known, verb)| known == path && verb == *method)?;
    Some(OperationId(place))
}

/// The operations of a path.
fn methods<'d>(
    doc: Document<'d>,
    path: &str,
    item: &'d PathItem,
) -> impl Iterator<Item = (Method, &'d Source)> {
    let known = Method::KNOWN.into_iter();
    let known = known.filter_map(|method| Some((of_item(item, &method)?, method)));
    let known = known.map(|(source, method)| (method, source));
    let later = doc.later.get(path).into_iter().flatten();
    known.chain(later.map(|(method, source)| (method.clone(), source)))
}

/// The operation of a path with a method.
pub(super) fn of_method<'d>(doc: Document<'d>, path: &str, method: &Method) -> Option<&'d Source> {
    let item = doc.typed.paths.paths.get(path)?.as_item()?;
    let mut all = methods(doc, path, item);
    all.find_map(|(known, source)| (known == *method).then_some(source))
}

/// The operation of a path item with a method, of those that 3.0 has.
fn of_item<'d>(item: &'d PathItem, method: &Method) -> Option<&'d Source> {
    let operation = match method {
        Method::Get => &item.get,
        Method::Put => &item.put,
        Method::Post => &item.post,
        Method::Delete => &item.delete,
        Method::Options => &item.options,
        Method::Head => &item.head,
        Method::Patch => &item.patch,
        Method::Trace => &item.trace,
        Method::Query | Method::Other(_) => return None,
    };
    operation.as_ref()
}
