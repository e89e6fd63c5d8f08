//! The operations of a path, by their methods.

use openapiv3::{Operation as Source, PathItem};

use super::document::Document;
use crate::ir::OperationId;
use crate::method::Method;
use crate::pointer::Pointer;

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
    pub(super) method: Method,
    pub(super) source: &'d Source,
}

/// The key of an operation of the document.
pub(super) fn id(doc: Document<'_>, path: &str, method: &Method) -> Option<OperationId> {
    let items = doc.typed.paths.paths.iter();
    let items = items.filter_map(|(path, item)| Some((path, item.as_item()?)));
    let mut all =
        items.flat_map(|(path, item)| all(doc, path, item).map(move |(method, _)| (path, method)));
    let place = all.position(|(known, verb)| known == path && verb == *method)?;
    Some(OperationId(place))
}

/// The operations of a path.
pub(super) fn all<'d>(
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
    let mut all = all(doc, path, item);
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
