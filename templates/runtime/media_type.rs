//! Media types: whether what came is what a document names.

use http::HeaderMap;
use http::header::CONTENT_TYPE;

/// The `Content-Type`, or nothing.
pub(super) fn of(headers: &HeaderMap) -> &str {
    let value = headers.get(CONTENT_TYPE);
    value
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default()
}

/// Whether a media type is one that a document names, perhaps as a range.
///
/// Parameters that the document names must be there, but for the charset, which says nothing about the form.
pub(super) fn is_named(came: &str, named: &str) -> bool {
    let (came, named) = (came.to_ascii_lowercase(), named.to_ascii_lowercase());
    let (essence, wanted) = (essence(&came), essence(&named));
    let range = wanted.strip_suffix('*');
    let is_within = wanted == "*/*" || range.is_some_and(|range| essence.starts_with(range));
    let mut asked = parameters(&named).filter(|one| !one.starts_with("charset="));
    (essence == wanted || is_within) && asked.all(|one| parameters(&came).any(|own| own == one))
}

fn essence(text: &str) -> &str {
    text.split(';').next().unwrap_or_default().trim()
}

fn parameters(text: &str) -> impl Iterator<Item = &str> {
    let all = text.split(';').skip(1).map(str::trim);
    all.filter(|one| !one.is_empty())
}
