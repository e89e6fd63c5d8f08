//! One line of text: what would be a link or HTML, written so that it means only itself.

/// Escapes what would be a link or HTML, outside of code spans and of links that the author wrote.
pub(super) fn inline(text: &str) -> String {
    escape(text, true)
}

/// The same, and whether bare addresses become links.
fn escape(text: &str, has_links: bool) -> String {
    let mut out = String::with_capacity(text.len());
    // A row of links that nothing closes would be read to the end for each of them.
    let last_close = text.rfind(')');
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let taken = if rest.starts_with("![") {
            // A page that loads an image tells whoever has it who reads the page.
            Some(("\\!".to_owned(), 1))
        } else if c == '`' {
            Some(code_span(rest))
        } else if c == '[' && last_close.is_some_and(|at| text.len() - rest.len() < at) {
            link(rest)
        } else if has_links && (rest.starts_with("https://") || rest.starts_with("http://")) {
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

fn escaped(c: char) -> String {
    match c {
        '<' | '[' | ']' => format!("\\{c}"),
        other => other.to_string(),
    }
}

/// A code span as it is, or its marks escaped when nothing closes it.
fn code_span(rest: &str) -> (String, usize) {
    if let Some(length) = span(rest) {
        return (rest[..length].to_owned(), length);
    }
    let marks = rest.len() - rest.trim_start_matches('`').len();
    ("\\`".repeat(marks), marks)
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

/// `[text](https://…)` stays a link; every other bracket is text.
fn link(rest: &str) -> Option<(String, usize)> {
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
    let is_safe = address.starts_with("https://")
        || address.starts_with("http://")
        || address.starts_with("mailto:");
    let is_plain = !address
        .contains(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '(' | '"' | '`' | '\\'));
    let piece = if is_safe && is_plain {
        // A link within a link is none.
        format!("[{}]({address})", escape(label, false))
    } else {
        inline(label)
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
