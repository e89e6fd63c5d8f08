//! YAML and JSON, which is YAML for the eye: keys, strings, literals, comments. An excerpt begins anywhere, so that the
//! lines of a text whose head is not shown may be taken for keys.

use super::{Kind, Lines, Token};

/// The tokens of lines of a document.
pub(in super::super) fn document(lines: &[&str]) -> Lines {
    // The indentation of the line that began a block of text.
    let mut block: Option<usize> = None;
    lines
        .iter()
        .map(|line| {
            let text = line.trim_start();
            let depth = line.len() - text.len();
            if block.is_some_and(|block| text.is_empty() || depth > block) {
                return vec![Token {
                    range: depth..line.len(),
                    kind: Kind::String,
                }];
            }
            block = begins_block(text).then_some(depth);
            tokens(line, depth)
        })
        .collect()
}

/// Whether the lines below are text: `description: |-`.
fn begins_block(line: &str) -> bool {
    let Some((_, last)) = line.trim_end().rsplit_once(' ') else {
        return false;
    };
    let Some(marks) = last.strip_prefix(['|', '>']) else {
        return false;
    };
    marks.len() <= 2
        && marks
            .chars()
            .all(|mark| mark.is_ascii_digit() || "+-".contains(mark))
}

fn tokens(line: &str, from: usize) -> Vec<Token> {
    let mut found = Vec::new();
    let mut at = from;
    while at < line.len() {
        let rest = &line[at..];
        let first = rest.chars().next().unwrap_or(' ');
        let is_start = line[..at].ends_with([' ', '\t', '[', '{', ',']) || at == from;
        let (length, kind) = match first {
            '#' if is_start => (rest.len(), Some(Kind::Comment)),
            '"' | '\'' if is_start => string(rest, first),
            '&' | '*' | '!' if is_start => (plain(rest), Some(Kind::Attribute)),
            ' ' | '\t' | '[' | ']' | '{' | '}' | ',' | ':' => (1, None),
            '-' if rest.starts_with("- ") || rest == "-" => (1, None),
            _ => {
                let length = plain(rest);
                (length, Some(scalar(&rest[..length], &rest[length..])))
            }
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

/// A quoted text: a key, if a colon follows.
fn string(rest: &str, quote: char) -> (usize, Option<Kind>) {
    let mut is_escaped = false;
    let mut end = rest.len();
    for (at, letter) in rest.char_indices().skip(1) {
        if letter == quote && !is_escaped {
            end = at + 1;
            break;
        }
        is_escaped = letter == '\\' && quote == '"' && !is_escaped;
    }
    // JSON needs no space behind the colon.
    let is_key = rest[end..].trim_start().starts_with(':');
    (end, Some(if is_key { Kind::Key } else { Kind::String }))
}

fn is_key(after: &str) -> bool {
    let after = after.trim_start();
    after == ":" || after.starts_with(": ") || after.starts_with(":\t")
}

/// The length of a plain scalar: to a colon, a comment, or a sign of the flow style.
fn plain(rest: &str) -> usize {
    let mut last = ' ';
    for (at, letter) in rest.char_indices() {
        let is_end = match letter {
            ':' => matches!(rest[at + 1..].chars().next(), None | Some(' ' | '\t')),
            '#' => last == ' ' && at > 0,
            ',' | '[' | ']' | '{' | '}' => !rest[..at].contains(' ') && !rest.starts_with('/'),
            _ => false,
        };
        if is_end && at > 0 {
            return at - usize::from(letter == '#');
        }
        last = letter;
    }
    rest.len()
}

fn scalar(text: &str, after: &str) -> Kind {
    let text = text.trim_end();
    if is_key(after) {
        return Kind::Key;
    }
    let is_literal = matches!(text, "true" | "false" | "null" | "~") || text.parse::<f64>().is_ok();
    if is_literal {
        Kind::Literal
    } else {
        Kind::String
    }
}

#[cfg(test)]
mod tests {
    use super::{Kind, document};

    fn kinds(line: &str) -> Vec<(Kind, &str)> {
        let tokens = document(&[line]).remove(0);
        let kinds = tokens.into_iter();
        kinds
            .map(|token| (token.kind, &line[token.range]))
            .collect()
    }

    #[test]
    fn yaml_and_json_have_keys_and_values() {
        use Kind::{Attribute, Comment, Key, Literal, String};
        assert_eq!(
            kinds("  - name: a user's #id # why"),
            [(Key, "name"), (String, "a user's"), (Comment, "#id # why")]
        );
        assert_eq!(
            kinds("/users/{id}: &a"),
            [(Key, "/users/{id}"), (Attribute, "&a")]
        );
        assert_eq!(
            kinds("limits: {type: integer, maximum: 10}"),
            [
                (Key, "limits"),
                (Key, "type"),
                (String, "integer"),
                (Key, "maximum"),
                (Literal, "10")
            ]
        );
        assert_eq!(
            kinds(r#"    "a\"b": ["c", null, 1.5],"#),
            [
                (Key, r#""a\"b""#),
                (String, "\"c\""),
                (Literal, "null"),
                (Literal, "1.5")
            ]
        );
        assert_eq!(kinds("a: http://b"), [(Key, "a"), (String, "http://b")]);
    }

    #[test]
    fn a_block_of_text_is_text() {
        let lines = document(&["a: |-", "  b: c", "", "  # d", "e: f"]);
        assert!(lines[1..4].iter().all(|line| line[0].kind == Kind::String));
        assert_eq!(lines[4][0].kind, Kind::Key);
    }

    #[test]
    fn no_text_is_too_strange() {
        for line in [
            "\"",
            "'é",
            "\"\\",
            ":",
            "#",
            "é:",
            "é #",
            "-",
            "- -",
            "&",
            "\u{2028}",
            "a:\u{2028}b",
        ] {
            for token in document(&[line]).remove(0) {
                assert!(line.get(token.range).is_some(), "{line}");
            }
        }
    }
}
