//! One line of text: what would be a link or HTML, written so that it means only itself.

/// Where a line of text stands.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Place {
    /// It is a row of a table, where a bar ends a cell, also within code.
    pub(super) is_row: bool,
    /// It is the text of a link. A link within a link is none.
    pub(super) is_label: bool,
}

/// Escapes what would be a link or HTML, outside of code spans and of links that the author wrote.
pub(super) fn inline(text: &str, place: Place) -> String {
    let mut out = String::with_capacity(text.len());
    // A row of links that nothing closes would be read to the end for each of them.
    let last_close = text.rfind(')');
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let taken = if rest.starts_with("![") {
            // A page that loads an image tells whoever has it who reads the page.
            Some(("\\!".to_owned(), 1))
        } else if c == '`' {
            Some(code_span(rest, place))
        } else if c == '[' && last_close.is_some_and(|at| text.len() - rest.len() < at) {
            link(rest, place)
        } else if !place.is_label && (rest.starts_with("https://") || rest.starts_with("http://")) {
            address(rest)
        } else {
            None
        };
        let (piece, length) = taken.unwrap_or_else(|| (escaped(c), c.len_utf8()));
        out.push_str(&piece);
        rest = &rest[length..];
        if c == '\\' {
            // What the author escaped stays so.
            if let Some(next) = rest.chars().next().filter(char::is_ascii_punctuation) {
                out.push(next);
                rest = &rest[next.len_utf8()..];
            }
        }
    }
    out
}

/// A text behind which something is put: a backslash at its end would escape that.
pub(super) fn closed(mut text: String) -> String {
    let marks = text.len() - text.trim_end_matches('\\').len();
    if marks % 2 == 1 {
        text.push('\\');
    }
    text
}

fn escaped(c: char) -> String {
    match c {
        '<' | '[' | ']' => format!("\\{c}"),
        other => other.to_string(),
    }
}

/// A code span as it is, or its marks escaped when nothing closes it.
fn code_span(rest: &str, place: Place) -> (String, usize) {
    if let Some(length) = span(rest) {
        let code = &rest[..length];
        let code = if place.is_row {
            bars_escaped(code)
        } else {
            code.to_owned()
        };
        return (code, length);
    }
    let marks = rest.len() - rest.trim_start_matches('`').len();
    ("\\`".repeat(marks), marks)
}

/// With a backslash before each bar that has none.
fn bars_escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 1);
    for c in text.chars() {
        if c == '|' && !out.ends_with('\\') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// The length of the code span that begins here.
pub(super) fn span(rest: &str) -> Option<usize> {
    let marks = rest.len() - rest.trim_start_matches('`').len();
    let open = &rest[..marks];
    let body = &rest[marks..];
    let mut from = 0;
    while let Some(found) = body[from..].find(open) {
        let start = from + found;
        let run = body[start..].len() - body[start..].trim_start_matches('`').len();
        if run == marks {
            return Some(marks + start + marks);
        }
        from = start + run;
    }
    None
}

/// Whether a link may lead to an address: another place of the web, or a mailbox.
pub(super) fn is_safe(address: &str) -> bool {
    let mut schemes = ["https://", "http://", "mailto:"].iter();
    schemes.any(|scheme| address.starts_with(scheme))
}

/// A link, written out; parentheses of the address would end it.
pub(super) fn link_to(text: &str, address: &str) -> String {
    let address = address.replace('(', "%28").replace(')', "%29");
    format!("[{text}]({address})")
}

/// `[text](https://…)` stays a link; every other bracket is text.
fn link(rest: &str, place: Place) -> Option<(String, usize)> {
    // No further than the label can reach, or a row of brackets would be read once for each of them.
    let label = &rest[1..];
    let label = &label[..label.find(['[', ']', '\n'])?];
    let close = label.len() + 1;
    if !rest[close..].starts_with("](") {
        return None;
    }
    let target = &rest[close + 2..];
    let end = target.find(')')?;
    let address = &target[..end];
    let is_plain = !address
        .contains(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '(' | '"' | '`' | '\\'));
    let piece = if is_safe(address) && is_plain {
        let place = Place {
            is_label: true,
            ..place
        };
        format!(
            "[{}]({})",
            inline(label, place),
            address.replace('|', "%7C")
        )
    } else {
        closed(inline(label, place))
    };
    Some((piece, close + 2 + end + 1))
}

/// A bare address becomes an automatic link.
fn address(rest: &str) -> Option<(String, usize)> {
    let stops = |c: char| {
        c.is_whitespace() || matches!(c, '<' | '>' | '"' | '`' | ')' | ']' | '|' | '\\' | '*')
    };
    let length = rest.find(stops).unwrap_or(rest.len());
    let address = rest[..length].trim_end_matches(['.', ',', ';', ':', '!', '?', '\'']);
    let host = address.split_once("://").map_or("", |(_, host)| host);
    if host.is_empty() {
        return None;
    }
    Some((format!("<{address}>"), address.len()))
}
