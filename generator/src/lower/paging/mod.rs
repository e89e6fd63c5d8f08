//! Which operations answer in pages, and how these follow one another: by a rule of the configuration, by an extension of the document, or
//! by the header `Link`, the first that says so.

mod extensions;
mod fit;
mod path;
mod rules;

use super::document::Document;
use super::reports::Reports;
use crate::config;
use crate::diag::codes;
use crate::ir::{Api, Operation, Paging, PagingSource};
use fit::Wrong;

/// What is said about the pages of an operation, before it is compared with what the operation takes and gives.
#[derive(Debug, Clone)]
struct Said {
    source: PagingSource,
    by: By,
    /// The name of the parameter or member that the position goes into, where the text says one.
    input: Option<String>,
    /// Whether that is a member of the body, where the text says so.
    in_body: Option<bool>,
    first: Option<u64>,
    next: Option<Vec<String>>,
    more: Option<Vec<String>>,
    last: Option<Vec<String>>,
    items: Option<Vec<String>>,
}

/// What tells the next page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum By {
    Offset,
    Number,
    Cursor,
    Url,
    Link,
}

/// A part of what is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Whole,
    Input,
    Next,
    More,
    Last,
    Items,
}

impl Said {
    fn of(source: PagingSource, by: By) -> Self {
        Self {
            source,
            by,
            input: None,
            in_body: None,
            first: None,
            next: None,
            more: None,
            last: None,
            items: None,
        }
    }
}

/// Decides for every operation.
pub(super) fn decide(
    api: &mut Api,
    doc: Document<'_>,
    config: &[config::Pagination],
    reports: &mut Reports<'_, '_>,
) {
    let mut rules = rules::read(config, api, reports);
    let found: Vec<Option<Paging>> = api
        .operations
        .iter()
        .map(|operation| {
            let chosen = rules::apply(&mut rules, api, operation, reports);
            chosen.or_else(|| documented(api, doc, operation, reports))
        })
        .collect();
    for (operation, paging) in api.operations.iter_mut().zip(found) {
        operation.paging = paging;
    }
    rules::tell_unused(&rules, reports);
}

/// What the document says; what of that cannot be done is reported.
fn documented(
    api: &Api,
    doc: Document<'_>,
    operation: &Operation,
    reports: &mut Reports<'_, '_>,
) -> Option<Paging> {
    let (at, said) = match extensions::said(doc, operation, reports) {
        Some(said) => said,
        None => (
            fit::link_header(operation)?,
            Ok(Said::of(PagingSource::Link, By::Link)),
        ),
    };
    let fitted = said.and_then(|said| fit::fit(api, operation, &said));
    match fitted {
        Ok(paging) => Some(paging),
        Err(Wrong { part, reason }) => {
            let at = extensions::place(&at, part);
            reports.report(codes::PAGES, &at, |found| found.arg("reason", reason));
            None
        }
    }
}
