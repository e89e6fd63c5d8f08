//! The header `Link`: where the next page is.
//!
//! Source: [RFC 8288, section 3](https://www.rfc-editor.org/rfc/rfc8288#section-3).

use http::{HeaderMap, header::LINK};

/// The target of the first link whose relation is `next`.
pub(super) fn next(headers: &HeaderMap) -> Option<String> {
    let values = headers.get_all(LINK).into_iter();
    let mut texts = values.map(|value| String::from_utf8_lossy(value.as_bytes()));
    texts.find_map(|text| next_of(&text))
}

fn next_of(text: &str) -> Option<String> {
    let mut rest = text;
    loop {
        rest = rest.trim_start_matches([' ', '\t', ',']);
        let (target, after) = rest.strip_prefix('<')?.split_once('>')?;
        let (is_next, after) = parameters(after);
        if is_next {
            return Some(target.trim().to_owned());
        }
        rest = after;
    }
}

/// Whether the parameters of a link say that it leads to the next page, and what stands behind them.
///
/// A link with an `anchor` is one of something else.
fn parameters(text: &str) -> (bool, &str) {
    let (mut relation, mut has_anchor) = (None, false);
    let mut rest = text;
    loop {
        rest = rest.trim_start_matches([' ', '\t', ';']);
        let name_end = rest.find(['=', ';', ',']).unwrap_or(rest.len());
        let (name, after) = rest.split_at(name_end);
        let (value, after) = match after.strip_prefix('=') {
            Some(after) => value(after.trim_start()),
            None => (String::new(), after),
        };
        match name.trim().to_ascii_lowercase().as_str() {
            "rel" => relation = relation.or(Some(value)),
            "anchor" => has_anchor = true,
            _ => {}
        }
        rest = after.trim_start();
        if !rest.starts_with(';') {
            break;
        }
    }
    let relations = relation.unwrap_or_default();
    let mut relations = relations.split_ascii_whitespace();
    let is_next = relations.any(|relation| relation.eq_ignore_ascii_case("next"));
    (is_next && !has_anchor, rest)
}

/// A value, in quotes or without, and what stands behind it.
fn value(text: &str) -> (String, &str) {
    let Some(quoted) = text.strip_prefix('"') else {
        let end = text.find([';', ',']).unwrap_or(text.len());
        let (value, rest) = text.split_at(end);
        return (value.trim_end().to_owned(), rest);
    };
    let (mut value, mut is_escaped) = (String::new(), false);
    for (at, c) in quoted.char_indices() {
        match c {
            _ if is_escaped => {
                value.push(c);
                is_escaped = false;
            }
            '\\' => is_escaped = true,
            '"' => return (value, &quoted[at + 1..]),
            _ => value.push(c),
        }
    }
    (value, "")
}
