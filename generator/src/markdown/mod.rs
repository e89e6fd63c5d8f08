//! Text of the document made safe for rustdoc and Markdown: nothing in it is compiled, linked by accident, or taken for HTML.

mod html;
mod inline;
#[cfg(test)]
mod judged;
mod limits;
mod list;
mod references;
mod servers;
#[cfg(test)]
mod tests;

use std::borrow::Cow;

use inline::{Place, closed, inline};
pub(crate) use limits::{held, limits, unnamed};
use list::List;
pub(crate) use servers::servers;

use crate::visible::is_hidden;

/// The lines of a description, harmless in a doc comment.
///
/// Code fences are marked `text`, so that rustdoc never compiles them; indented blocks lose their indentation for the same
/// reason; outside of code, `<`, `[` and bare addresses are written so that they mean only themselves. HTML that Markdown has a form
/// for is written in that form.
pub(crate) fn lines(text: &str) -> Vec<String> {
    let mut out = Vec::new();
    let mut fence: Option<String> = None;
    let mut list = List::default();
    let text = written(text);
    let rows = rows(&text);
    for (line, is_row) in text.lines().zip(rows) {
        let line = visible(line);
        let trimmed = line.trim_start();
        if let Some(open) = &fence {
            if closes(trimmed, open) {
                // Written anew: one that is set in would close nothing for a reader.
                out.extend(fence.take());
            } else {
                out.push(line.trim_end().to_owned());
            }
            continue;
        }
        if let Some(marks) = opening(trimmed) {
            out.push(format!("{marks}text"));
            fence = Some(marks);
            list = List::default();
            continue;
        }
        let indent = list.place(line.len() - trimmed.len(), trimmed);
        let text = outside_code(trimmed.trim_end(), is_row);
        // A line below a quote would belong to it.
        let ends_quote = out
            .last()
            .is_some_and(|last: &String| last.trim_start().starts_with('>'));
        if ends_quote && !text.is_empty() && !text.starts_with('>') {
            out.push(String::new());
        }
        out.push(if text.is_empty() {
            text
        } else {
            " ".repeat(indent) + &text
        });
    }
    if let Some(open) = fence {
        out.push(open);
    }
    while out.last().is_some_and(String::is_empty) {
        out.pop();
    }
    out
}

/// Which lines may be rows of a table: those of a paragraph with a line of nothing but the marks of columns.
fn rows(text: &str) -> Vec<bool> {
    let marks = |line: &str| line.contains('-') && line.chars().all(|c| "|:-> \t".contains(c));
    let lines: Vec<&str> = text.lines().collect();
    let paragraphs = lines.split_inclusive(|line| line.trim().is_empty());
    let rows = paragraphs.flat_map(|lines| {
        let is_table = lines.iter().any(|line| marks(line));
        std::iter::repeat_n(is_table, lines.len())
    });
    rows.collect()
}

/// One line: the lines of a text joined by spaces, harmless.
pub(crate) fn line(text: &str) -> String {
    joined(&written(text))
}

/// With a full stop behind it.
pub(crate) fn sentence(text: &str) -> String {
    let ends = ['.', '!', '?', ':', ',', ';', '…', '。', '！', '？'];
    if text.ends_with(ends) {
        text.to_owned()
    } else {
        format!("{text}.")
    }
}

/// With a capital letter in front.
pub(crate) fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(chars).collect()
    })
}

/// The page with more. What no URL has is encoded, so that it ends where it does for every reader of Markdown.
pub(crate) fn more(url: &str) -> String {
    let is_plain =
        |byte: u8| byte.is_ascii_alphanumeric() || b"-._~:/?#[]@!$&'()*+,;=%".contains(&byte);
    let encoded = url.bytes().map(|byte| {
        if is_plain(byte) {
            char::from(byte).to_string()
        } else {
            format!("%{byte:02X}")
        }
    });
    format!("More: <{}>", encoded.collect::<String>())
}

fn joined(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    closed(outside_code(&visible(&words.join(" ")), false))
}

/// The lines of a description for a place that holds no blocks, such as a cell: what stands between fences is inline code.
pub(crate) fn flat(text: &str) -> Vec<String> {
    let mut out = Vec::new();
    let mut fence: Option<String> = None;
    for source in written(text).lines() {
        let trimmed = visible(source).trim().to_owned();
        if trimmed.is_empty() {
            continue;
        }
        match &fence {
            Some(open) if closes(&trimmed, open) => fence = None,
            Some(_) => out.push(code(&trimmed)),
            None => match opening(&trimmed) {
                Some(marks) => fence = Some(marks),
                None => out.push(joined(&trimmed)),
            },
        }
    }
    out
}

/// A text as Markdown that no other place of it has to be read for.
fn written(text: &str) -> Cow<'_, str> {
    match references::resolved(text) {
        Cow::Borrowed(text) => html::markdown(text),
        Cow::Owned(text) => Cow::Owned(html::markdown(&text).into_owned()),
    }
}

/// A line that opens no code block, also not inside of a quote or a list.
fn outside_code(text: &str, is_row: bool) -> String {
    let place = Place {
        is_row,
        ..Place::default()
    };
    // What a link leads to may be all that stood in front of a mark.
    let text = inline(text, place);
    let mut out = String::new();
    let mut rest = text.trim_start();
    while let Some(length) = container(rest) {
        out.push_str(&rest[..length]);
        rest = rest[length..].trim_start();
        if !rest.is_empty() {
            out.push(' ');
        }
    }
    if let Some(marks) = opening(rest) {
        for mark in marks.chars() {
            out.extend(['\\', mark]);
        }
        rest = &rest[marks.len()..];
    }
    out + rest
}

/// The length of the mark of a quote or a list item that begins here.
fn container(text: &str) -> Option<usize> {
    if text.starts_with('>') {
        return Some(1);
    }
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let marks: &[char] = if digits == 0 {
        &['-', '*', '+']
    } else {
        &['.', ')']
    };
    let rest = text[digits..].strip_prefix(marks)?;
    (rest.is_empty() || rest.starts_with(' ')).then_some(digits + 1)
}

/// Whether a line is words of a paragraph, so that more may follow on it: no item, quote, heading or the like.
pub(crate) fn is_text(line: &str) -> bool {
    let marks = ['#', '|', '-', '*', '_', '=', '+', ' '];
    container(line).is_none() && !line.starts_with(marks)
}

/// A text as inline code, whatever backticks it holds (CommonMark, section 6.1).
pub(crate) fn code(text: &str) -> String {
    let text: String = visible(text).replace(['\n', '\r'], " ");
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let marks = "`".repeat(longest + 1);
    let needs_space = text.starts_with('`') || text.ends_with('`') || text.trim().is_empty();
    let space = if needs_space { " " } else { "" };
    format!("{marks}{space}{text}{space}{marks}")
}

/// Whether a text stands between two backticks as it is.
pub(crate) fn is_code(text: &str) -> bool {
    !text.is_empty() && code(text) == format!("`{text}`")
}

/// Without characters that are not seen.
fn visible(text: &str) -> String {
    let hidden = |c: char| is_hidden(c) && c != '\t';
    text.chars()
        .filter(|&c| !hidden(c))
        .map(|c| if c == '\t' { ' ' } else { c })
        .collect()
}

/// The marks of a code fence that opens here.
fn opening(trimmed: &str) -> Option<String> {
    let mark = trimmed.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let marks: String = trimmed.chars().take_while(|&c| c == mark).collect();
    let rest = &trimmed[marks.len()..];
    let is_fence = marks.len() >= 3 && !(mark == '`' && rest.contains('`'));
    is_fence.then_some(marks)
}

fn closes(trimmed: &str, open: &str) -> bool {
    let line = trimmed.trim_end();
    line.len() >= open.len() && line.chars().all(|c| open.starts_with(c)) && !line.is_empty()
}
