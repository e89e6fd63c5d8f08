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
    let mut rest = attributes;
    loop {
        let (name, value, behind) = attribute(rest)?;
        if name.eq_ignore_ascii_case("href") {
            let address = value.filter(|address| is_safe(address))?;
            return Some(address.trim());
        }
        rest = behind;
    }
}

/// The first attribute of a tag, its value, and what follows.
fn attribute(text: &str) -> Option<(&str, Option<&str>, &str)> {
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '/' | '='));
    let ends = |c: char| c.is_whitespace() || matches!(c, '=' | '/');
    let (name, rest) = text.split_at(text.find(ends).unwrap_or(text.len()));
    if name.is_empty() {
        return None;
    }
    let Some(value) = rest.trim_start().strip_prefix('=') else {
        return Some((name, None, rest));
    };
    let value = value.trim_start();
    let (value, rest) = match value.strip_prefix(['"', '\'']) {
        Some(quoted) => quoted.split_once(&value[..1])?,
        None => value.split_at(value.find(char::is_whitespace).unwrap_or(value.len())),
    };
    Some((name, Some(value), rest))
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
