//! What stands within a line, as Markdown: emphasis, links and code.

use super::super::inline::{is_safe, link_to};
use crate::markdown;

/// A text between marks; as it is where those would be taken for text.
pub(super) fn emphasis(inner: &str, mark: &str) -> String {
    if inner.contains('*') || inner.contains("\n\n") || inner.contains("\n- ") {
        inner.to_owned()
    } else {
        format!("{mark}{inner}{mark}")
    }
}

/// A link, or the text of one that leads nowhere.
pub(super) fn link(inner: &str, attributes: &str) -> String {
    let text = inner.split_whitespace().collect::<Vec<_>>().join(" ");
    match href(attributes) {
        Some(address) if address == text => text,
        Some(address) if !text.contains(['[', ']']) => link_to(&text, address),
        _ => inner.to_owned(),
    }
}

/// Where a link leads, if that is another place of the web.
fn href(attributes: &str) -> Option<&str> {
    let at = attributes.to_ascii_lowercase().find("href")?;
    let value = attributes[at + "href".len()..].trim_start();
    let value = value.strip_prefix('=')?.trim_start();
    let address = match value.chars().next()? {
        quote @ ('"' | '\'') => value[1..].split(quote).next()?,
        _ => value.split_whitespace().next()?,
    };
    is_safe(address).then_some(address.trim())
}

/// A code span of what HTML shows: Markdown has no entities there.
pub(super) fn code(inner: &str) -> String {
    let shown = inner
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&nbsp;", " ")
        .replace("&amp;", "&");
    markdown::code(&shown)
}
