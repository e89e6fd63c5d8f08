//! Rust, as `prettyplease` writes it: comments to the end of the line, no raw identifiers in strange places.

use super::{Kind, Lines, Token};

const KEYWORDS: &[&str] = &[
    "as", "async", "await", "const", "crate", "dyn", "else", "enum", "fn", "for", "if", "impl",
    "in", "let", "loop", "match", "mod", "move", "mut", "pub", "ref", "return", "self", "static",
    "struct", "super", "trait", "type", "use", "where", "while",
];

/// The tokens of a text.
pub(in super::super) fn rust(lines: &[&str]) -> Lines {
    let mut open = None;
    lines.iter().map(|line| tokens(line, &mut open)).collect()
}

/// What a line leaves open for the next one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Open {
    /// A string with so many `#`, or none.
    String(Option<usize>),
    Comment,
}

fn tokens(line: &str, open: &mut Option<Open>) -> Vec<Token> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < line.len() {
        let rest = &line[at..];
        let (length, kind) = match *open {
            Some(state) => (inside(rest, state, open), Some(kind_of(state))),
            None => token(rest, line, at, open),
        };
        if let Some(kind) = kind {
            found.push(Token {
                range: at..at + length,
                kind,
            });
        }
        at += length;
    }
    found
}

const fn kind_of(open: Open) -> Kind {
    match open {
        Open::String(_) => Kind::String,
        Open::Comment => Kind::Comment,
    }
}

/// The length of what still belongs to the open token.
fn inside(rest: &str, state: Open, open: &mut Option<Open>) -> usize {
    let end = match state {
        Open::Comment => rest.find("*/").map(|end| end + 2),
        Open::String(None) => closing_quote(rest),
        Open::String(Some(hashes)) => {
            let end = format!("\"{}", "#".repeat(hashes));
            rest.find(&end).map(|found| found + end.len())
        }
    };
    if end.is_some() {
        *open = None;
    }
    end.unwrap_or(rest.len())
}

fn closing_quote(text: &str) -> Option<usize> {
    let mut is_escaped = false;
    for (at, letter) in text.char_indices() {
        match letter {
            '"' if !is_escaped => return Some(at + 1),
            '\\' => is_escaped = !is_escaped,
            _ => is_escaped = false,
        }
    }
    None
}

/// The length and the kind of the token that begins here.
fn token(rest: &str, line: &str, at: usize, open: &mut Option<Open>) -> (usize, Option<Kind>) {
    let first = rest.chars().next().unwrap_or(' ');
    if rest.starts_with("//") {
        return (rest.len(), Some(Kind::Comment));
    }
    if let Some(inner) = rest.strip_prefix("/*") {
        *open = Some(Open::Comment);
        return (2 + inside(inner, Open::Comment, open), Some(Kind::Comment));
    }
    if let Some((prefix, state)) = string(rest) {
        *open = Some(state);
        return (
            prefix + inside(&rest[prefix..], state, open),
            Some(Kind::String),
        );
    }
    if rest.starts_with("#[") || rest.starts_with("#![") {
        return (attribute(rest), Some(Kind::Attribute));
    }
    if first == '\'' {
        return quoted(rest);
    }
    if first.is_ascii_digit() {
        let length = run(rest, |letter| letter.is_alphanumeric() || letter == '_');
        return (length, Some(Kind::Literal));
    }
    if first.is_alphabetic() || first == '_' {
        let length = run(rest, |letter| letter.is_alphanumeric() || letter == '_');
        return (length, word(&rest[..length], &rest[length..], &line[..at]));
    }
    (first.len_utf8(), None)
}

/// The length of what opens a string, and how it ends.
fn string(rest: &str) -> Option<(usize, Open)> {
    let text = rest.strip_prefix(['b', 'c']).unwrap_or(rest);
    if text.starts_with('"') {
        return Some((rest.len() - text.len() + 1, Open::String(None)));
    }
    let raw = text.strip_prefix('r')?;
    let hashes = run(raw, |letter| letter == '#');
    let is_string = raw[hashes..].starts_with('"');
    is_string.then(|| {
        (
            rest.len() - raw.len() + hashes + 1,
            Open::String(Some(hashes)),
        )
    })
}

/// The length of an attribute that ends on this line.
fn attribute(rest: &str) -> usize {
    let mut depth = 0_usize;
    for (at, letter) in rest.char_indices() {
        match letter {
            '[' => depth += 1,
            ']' if depth <= 1 => return at + 1,
            ']' => depth -= 1,
            _ => {}
        }
    }
    rest.len()
}

/// A character or a lifetime.
fn quoted(rest: &str) -> (usize, Option<Kind>) {
    let inner = &rest[1..];
    let name = run(inner, |letter| letter.is_alphanumeric() || letter == '_');
    if name > 0 && !inner[name..].starts_with('\'') {
        return (1 + name, Some(Kind::Attribute));
    }
    let from = usize::from(inner.starts_with('\\')) + 1;
    let after: String = inner.chars().take(from).collect();
    let end = inner[after.len()..].find('\'');
    end.map_or((1, None), |end| {
        (1 + after.len() + end + 1, Some(Kind::String))
    })
}

fn word(word: &str, after: &str, before: &str) -> Option<Kind> {
    match word {
        "true" | "false" => Some(Kind::Literal),
        _ if KEYWORDS.contains(&word) => Some(Kind::Keyword),
        _ if word.starts_with(char::is_uppercase) => Some(Kind::Type),
        "bool" | "char" | "f32" | "f64" | "i32" | "i64" | "str" | "u8" | "u16" | "u32" | "u64"
        | "usize" => Some(Kind::Type),
        _ if before.ends_with("fn ") || after.starts_with(['(', '!']) => Some(Kind::Function),
        _ => None,
    }
}

fn run(text: &str, is_part: impl Fn(char) -> bool) -> usize {
    text.find(|letter| !is_part(letter)).unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::{Kind, rust};

    fn kinds(line: &str) -> Vec<(Kind, &str)> {
        let tokens = rust(&[line]).remove(0);
        let kinds = tokens.into_iter();
        kinds
            .map(|token| (token.kind, &line[token.range]))
            .collect()
    }

    #[test]
    fn tokens_have_their_kind() {
        assert_eq!(
            kinds("pub fn limit(mut self, n: &'a u32) -> Self // 1"),
            [
                (Kind::Keyword, "pub"),
                (Kind::Keyword, "fn"),
                (Kind::Function, "limit"),
                (Kind::Keyword, "mut"),
                (Kind::Keyword, "self"),
                (Kind::Attribute, "'a"),
                (Kind::Type, "u32"),
                (Kind::Type, "Self"),
                (Kind::Comment, "// 1"),
            ]
        );
        assert_eq!(
            kinds(r##"#[must_use] ('\'', 'x', r#"a"b"#, "c\"d", 1_0u8)"##),
            [
                (Kind::Attribute, "#[must_use]"),
                (Kind::String, r"'\''"),
                (Kind::String, "'x'"),
                (Kind::String, r##"r#"a"b"#"##),
                (Kind::String, r#""c\"d""#),
                (Kind::Literal, "1_0u8"),
            ]
        );
    }

    #[test]
    fn what_is_open_stays_open_on_the_next_line() {
        let lines = rust(&["\"a", "b\" true", "/* c", "d */ 1"]);
        assert_eq!(
            (lines[1][0].kind, lines[1][0].range.clone()),
            (Kind::String, 0..2)
        );
        assert_eq!(lines[1][1].kind, Kind::Literal);
        assert_eq!(
            (lines[3][0].kind, lines[3][0].range.clone()),
            (Kind::Comment, 0..4)
        );
    }

    #[test]
    fn no_text_is_too_strange() {
        for line in [
            "'", "'\\", "'é'", "'\\é", "b'", "r#", "r##\"é", "\\", "é'é", "#[é", "\"\\",
        ] {
            let end = rust(&[line])
                .remove(0)
                .last()
                .map_or(0, |token| token.range.end);
            assert!(end <= line.len(), "{line}");
        }
    }
}
