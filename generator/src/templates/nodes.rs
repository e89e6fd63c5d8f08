//! Where a node of a template ends: an item, a member, a field, an arm, a statement.
//!
//! rustfmt wrote the lines, so what begins and ends with lines that are set in alike is one node. Who leaves nodes out of a template
//! asks here.

use std::iter::Peekable;

/// Takes the lines of the node that begins here and is set in this far, with its notes: documentation and attributes.
pub fn node<'t>(
    indent: usize,
    lines: &mut Peekable<impl Iterator<Item = &'t str>>,
) -> Vec<&'t str> {
    let mut taken = Vec::new();
    // Whether the node has a body in braces or brackets, which ends where the node begins.
    let mut body = None;
    while let Some(line) = lines.next() {
        taken.push(line);
        let (at, code) = split(line);
        let is_note = code.starts_with('#') || code.starts_with("//");
        if body.is_none() && is_note {
            continue;
        }
        // The body of what has a `where` clause begins with a line of its own.
        let begins_body = code == "{" || (body.is_none() && code.ends_with(['{', '(', '[']));
        let has_body = begins_body || body == Some(true);
        body = Some(has_body);
        let is_end = if has_body {
            at == indent && code.ends_with([';', ',', '}'])
        } else {
            lines
                .peek()
                .is_none_or(|next| ends_before(indent, code, split(next)))
        };
        if is_end {
            break;
        }
    }
    taken
}

/// Whether a node without a body ends with a line: at a mark, as the last expression of a block, or as a repetition of a macro.
fn ends_before(indent: usize, code: &str, (at, next): (usize, &str)) -> bool {
    let is_repetition = code.starts_with("$(") && code.ends_with(['*', '?']);
    let is_mark = is_repetition || code.ends_with([';', ',', '}']);
    let is_outside = next.is_empty() || at < indent;
    is_outside || (at == indent && next != "{" && (is_mark || next.starts_with('#')))
}

/// How far a line is set in, and what stands behind that.
pub fn split(line: &str) -> (usize, &str) {
    let code = line.trim_ascii_start();
    (line.len() - code.len(), code)
}
