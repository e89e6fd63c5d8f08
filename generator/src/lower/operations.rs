//! Operations, path by path and method by method, in the order of the document.

use openapiv3::{OpenAPI, Operation as Source, PathItem, ReferenceOr};
use serde_json::Value;

use super::{Lower, docs};
use crate::ir::{Docs, Operation};
use crate::pointer::Pointer;

impl<'d> Lower<'d> {
    /// Lowers every operation.
    pub(super) fn operations(&mut self) {
        let doc = self.doc;
        let root = Pointer::root().child("paths");
        for (path, item) in &doc.paths.paths {
            // A path item behind a reference was put in its place, or reported, before.
            if let ReferenceOr::Item(item) = item {
                let at = root.child(path);
                for (method, operation) in methods(item) {
                    self.operation(path, item, &at, method, operation);
                }
            }
        }
    }

    fn operation(
        &mut self,
        path: &str,
        item: &'d PathItem,
        item_at: &Pointer,
        method: &'static str,
        source: &'d Source,
    ) {
        let at = item_at.child(&method.to_ascii_lowercase());
        let index = self.api.operations.len();
        let own_security = source.security.as_deref();
        let own_security = own_security.map(|own| self.requirements(own, &at));
        let servers = if source.servers.is_empty() {
            self.own_servers(&item.servers, item_at)
        } else {
            self.own_servers(&source.servers, &at)
        };
        let text = |key: &str| {
            source
                .extensions
                .get(key)
                .and_then(Value::as_str)
                .map(str::to_owned)
        };
        self.api.operations.push(Operation {
            at: at.clone(),
            id: source.operation_id.clone().filter(|id| !id.is_empty()),
            method,
            path: path.to_owned(),
            tags: source.tags.clone(),
            group: text("x-speakeasy-group"),
            name: text("x-speakeasy-name-override"),
            docs: Docs {
                title: docs::text(source.summary.as_deref().or(item.summary.as_deref())),
                description: docs::text(
                    source
                        .description
                        .as_deref()
                        .or(item.description.as_deref()),
                ),
                deprecated: source.deprecated,
                ..Docs::default()
            },
            params: Vec::new(),
            body: None,
            responses: Vec::new(),
            security: own_security.unwrap_or_else(|| self.api.security.clone()),
            servers,
        });
        let params = self.params(path, item, source, item_at, &at, index);
        let body = self.body(
            source.request_body.as_ref(),
            &at.child("requestBody"),
            index,
        );
        let responses = self.responses(&source.responses, &at.child("responses"), index);
        let operation = &mut self.api.operations[index];
        operation.params = params;
        operation.body = body;
        operation.responses = responses;
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
