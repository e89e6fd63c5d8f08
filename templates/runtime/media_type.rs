//! Media types: whether what came is what a document names.

use http::{HeaderMap, header::CONTENT_TYPE};

// Only with named bodies.
use super::refusal::{ErrorKind, Refusal};

/// The `Content-Type`, or nothing.
pub(super) fn of(headers: &HeaderMap) -> &str {
    let value = headers.get(CONTENT_TYPE);
    value.and_then(|value| value.to_str().ok()).unwrap_or_default()
}

// Only with named bodies.
/// Whether the body has a media type: where the document has a range, such as `image/*`, only the caller knows it.
pub(super) fn check(headers: &HeaderMap) -> Result<(), Refusal> {
    let range = of(headers);
    if !essence(range).contains('*') {
        return Ok(());
    }
    let message = format!(
        "the body may have any media type of `{range}`, and nobody says which: name it with `.header(\"content-type\", …)`"
    );
    Err(Refusal::new(ErrorKind::InvalidRequest, message))
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
