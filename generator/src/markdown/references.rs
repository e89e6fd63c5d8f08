//! Links whose address stands elsewhere in the text: `[the guide][1]`, and below it `[1]: https://…`.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::inline::{is_safe, link_to, span};
use super::{closes, opening};

/// A text with each such link in one place, and without the lines that say where they lead.
pub(super) fn resolved(text: &str) -> Cow<'_, str> {
    if !text.contains("]:") {
        return Cow::Borrowed(text);
    }
    let mut addresses: BTreeMap<String, &str> = BTreeMap::new();
    let mut kept: Vec<(&str, bool)> = Vec::new();
    let mut fence: Option<String> = None;
    for line in text.lines() {
        let trimmed = line.trim();
        let is_code = fence.is_some();
        match &fence {
            Some(open) if closes(trimmed, open) => fence = None,
            Some(_) => {}
            None => fence = opening(trimmed),
        }
        match definition(trimmed).filter(|_| !is_code) {
            Some((label, address)) => {
                addresses.entry(label).or_insert(address);
            }
            None => kept.push((line, is_code)),
        }
    }
    if addresses.is_empty() {
        return Cow::Borrowed(text);
    }
    let lines = kept.into_iter().map(|(line, is_code)| {
        if is_code {
            line.to_owned()
        } else {
            linked(line, &addresses)
        }
    });
    Cow::Owned(lines.collect::<Vec<String>>().join("\n"))
}

/// The label and the address of `[1]: https://…`.
fn definition(line: &str) -> Option<(String, &str)> {
    let (label, address) = line.strip_prefix('[')?.split_once("]:")?;
    let address = address.split_whitespace().next()?;
    let address = address.trim_start_matches('<').trim_end_matches('>');
    (is_safe(address) && is_label(label)).then(|| (folded(label), address))
}

fn is_label(label: &str) -> bool {
    !label.trim().is_empty() && !label.contains(['[', ']'])
}

/// Labels are equal whatever their case and spaces.
fn folded(label: &str) -> String {
    let words: Vec<&str> = label.split_whitespace().collect();
    words.join(" ").to_lowercase()
}

/// A line with the addresses of its links.
fn linked(line: &str, addresses: &BTreeMap<String, &str>) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(at) = rest.find(['[', '`', '\\']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let (piece, length) = if let Some(escaped) = rest.strip_prefix('\\') {
            let length = 1 + escaped.chars().next().map_or(0, char::len_utf8);
            (rest[..length].to_owned(), length)
        } else if rest.starts_with('`') {
            let ticks = || rest.len() - rest.trim_start_matches('`').len();
            let length = span(rest).unwrap_or_else(ticks);
            (rest[..length].to_owned(), length)
        } else {
            link(rest, addresses).unwrap_or_else(|| ("[".to_owned(), 1))
        };
        out.push_str(&piece);
        rest = &rest[length..];
    }
    out + rest
}

/// The link that begins here, and how long it is as it was written: `[text][label]`, `[label][]` or `[label]`.
fn link(rest: &str, addresses: &BTreeMap<String, &str>) -> Option<(String, usize)> {
    let end = 1 + rest[1..].find(['[', ']'])?;
    let text = &rest[1..end];
    let behind = rest[end..].strip_prefix(']')?;
    let (label, length) = match behind.strip_prefix('[') {
        Some(label) => {
            let length = label.find(['[', ']'])?;
            let named = Some(&label[..length]).filter(|label| !label.is_empty());
            (named.unwrap_or(text), end + 3 + length)
        }
        None if behind.starts_with('(') => return None,
        None => (text, end + 1),
    };
    let address = addresses.get(&folded(label))?;
    Some((link_to(text, address), length))
}

#[cfg(test)]
mod tests {
    use super::super::{line, lines};

    #[test]
    fn a_link_whose_address_stands_below_is_a_link() {
        let text = "See [the guide][1], [this][] or [That].\nNot `[1]`, [x](https://b.example) or [y].\n\n[1]: https://a.example/x \"Title\"\n[this]: <https://a.example/y>\n[that]: http://a.example/(z)\n";
        let expected = [
            "See [the guide](https://a.example/x), [this](https://a.example/y) or [That](http://a.example/%28z%29).",
            "Not `[1]`, [x](https://b.example) or \\[y\\].",
        ];
        assert_eq!(lines(text), expected);
        assert_eq!(
            line("[a][1]\n[1]: mailto:a@a.example"),
            "[a](mailto:a@a.example)"
        );
        assert_eq!(
            line("a [b][1]\n[1]: https://a.example"),
            "a [b](https://a.example)"
        );
    }

    #[test]
    fn a_line_that_says_no_address_is_text() {
        for (text, expected) in [
            (
                "[1]: javascript:alert(1)\n[a][1]",
                "\\[1\\]: javascript:alert(1)\n\\[a\\]\\[1\\]",
            ),
            (
                "```\n[1]: https://a.example\n```\n[a][1]",
                "```text\n[1]: https://a.example\n```\n\\[a\\]\\[1\\]",
            ),
            ("[a]: see [b]", "\\[a\\]: see \\[b\\]"),
        ] {
            assert_eq!(lines(text).join("\n"), expected, "{text}");
        }
    }

    #[test]
    fn many_brackets_are_read_in_time() {
        let text = "[a".repeat(100_000)
            + "\n"
            + &"[1]: https://a.example\n".repeat(50_000)
            + &"[x][1]".repeat(50_000);
        assert!(!lines(&text).is_empty());
    }
}
