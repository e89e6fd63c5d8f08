//! HTML of a description as Markdown: what has a form there gets it, everything else stays for [`super::inline`] to escape.

mod marks;
mod tags;
mod writer;

use std::borrow::Cow;

use tags::{Piece, pieces};
use writer::Writer;

/// A text with the tags that Markdown has a form for in that form. The result is made safe like any other text.
pub(super) fn markdown(text: &str) -> Cow<'_, str> {
    if !text.contains('<') {
        return Cow::Borrowed(text);
    }
    let pieces = pieces(text);
    if pieces.iter().all(|piece| matches!(piece, Piece::Text(_))) {
        return Cow::Borrowed(text);
    }
    let mut writer = Writer::default();
    for piece in pieces {
        match piece {
            Piece::Text(text) => writer.text(text),
            Piece::Open(tag, attributes) => writer.open(tag, attributes),
            Piece::Close(tag) => writer.close(tag),
        }
    }
    Cow::Owned(writer.finish())
}

#[cfg(test)]
mod tests {
    use super::super::{flat, line, lines};

    #[test]
    fn html_of_a_description_is_markdown() {
        let cases = [
            (
                "<p>One.</p>\n\n<p>Two <code>a_b</code>.</p>",
                "One.\n\nTwo `a_b`.",
            ),
            (
                "<b>Note:</b> x <i>y</i> <strong> z </strong>!",
                "**Note:** x *y* **z** !",
            ),
            ("<b>Note:</b>then", "**Note:** then"),
            (
                "See <a href=\"https://a.example/x\" target=_blank>the <b>page</b></a>.",
                "See [the **page**](https://a.example/x).",
            ),
            (
                "See <a href=https://a.example/x>here</a> and <a href='/b'>there</a>.",
                "See [here](https://a.example/x) and there.",
            ),
            ("<a href=\"javascript:alert(1)\">x</a>", "x"),
            (
                "<a data-href=https://b.example title='an href=/x' HREF = https://a.example/x>here</a>",
                "[here](https://a.example/x)",
            ),
            ("a<br>b<br/><br />c", "a\nb\n\nc"),
            (
                "<ul><li>a</li><li><p>b</p><ul><li>c</ul></li></ul>after",
                "- a\n- b\n  - c\n\nafter",
            ),
            (
                "x.<h3>Scope</h3> <code>&lt;b&gt; &amp; c</code>",
                "x.\n\n**Scope**\n\n`<b> & c`",
            ),
            (
                "<blockquote><strong>Note:</strong> a</blockquote>b",
                "> **Note:** a\n\nb",
            ),
            (
                "t<table><thead><th>A</th><th>B</th></thead><tr><td>1|2</td><td>x<br>y</td></tr></table>u",
                "t\n\n| A | B |\n| --- | --- |\n| 1\\|2 | x y |\n\nu",
            ),
            (
                "`<b>x</b>` and\n~~~\n<b>x</b>\n~~~\n<b>y</b>",
                "`<b>x</b>` and\n~~~text\n<b>x</b>\n~~~\n**y**",
            ),
        ];
        for (text, expected) in cases {
            assert_eq!(lines(text).join("\n"), expected, "{text}");
        }
        assert_eq!(line("a<br><b>b</b> <p>c"), "a **b** c");
        assert_eq!(flat("a<br><b>b</b>"), ["a", "**b**"]);
    }

    #[test]
    fn what_is_no_html_stays_text() {
        for (text, expected) in [
            ("the index <i> of <id>", "the index \\<i> of \\<id>"),
            ("Map<String, b> and a < b", "Map\\<String, b> and a \\< b"),
            ("\\<b>x\\</b> <b>", "\\<b>x\\</b> \\<b>"),
            ("10<sup>-9</sup>", "10\\<sup>-9\\</sup>"),
            ("<script>alert(1)</script>", "\\<script>alert(1)\\</script>"),
            ("<b></b><b>*</b>", "*"),
        ] {
            assert_eq!(lines(text).join("\n"), expected, "{text}");
        }
    }

    #[test]
    fn many_tags_are_read_in_time() {
        let text =
            "<b><a href=x><code".repeat(50_000) + &"<b>".repeat(50_000) + &"</b>".repeat(100_000);
        let nested = "<b><i>x".repeat(30_000) + &"</i></b>".repeat(30_000);
        let fences = "~~~ <b>".repeat(60_000) + "</b>";
        for text in [text, nested, fences] {
            assert!(!lines(&text).is_empty());
        }
    }
}
