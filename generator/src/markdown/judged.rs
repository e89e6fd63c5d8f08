//! What comes of any text, read by the package that rustdoc reads Markdown with.

use proptest::prelude::*;
use pulldown_cmark::{BrokenLink, CodeBlockKind, CowStr, Event, Options, Parser, Tag};

use super::{flat, line, lines};

/// What means something to HTML, to Markdown or to this module.
const PIECES: &[&str] = &[
    "word",
    " ",
    "  ",
    "    ",
    "\t",
    "\n",
    "\n\n",
    "\r\n",
    "é",
    "*",
    "**",
    "_",
    "`",
    "``",
    "```",
    "```rust\n",
    "~~~",
    "~~~\n",
    "[",
    "]",
    "(",
    ")",
    "[x]",
    "[x]: javascript:alert(1)\n",
    "[x]: https://a.example/x|y\n",
    "[ X ]: <http://a.example/(x)>\n",
    "[x][x]",
    "[`y`][x]",
    "[x][]",
    "[^1]",
    "[^1]: ",
    "](https://a.example)",
    "](javascript:x)",
    "![",
    "https://a.example/x",
    "http://",
    "mailto:a@b.example",
    "<https://a.example>",
    "<javascript:x>",
    "|",
    "| --- |",
    "---",
    "===",
    "- ",
    "* ",
    "1. ",
    "> ",
    "#",
    "# ",
    "\\",
    "&lt;script&gt;",
    "&#60;",
    "<",
    ">",
    "<!--",
    "-->",
    "<?x",
    "<![CDATA[",
    "<script>",
    "</script>",
    "<img src=x onerror=y>",
    "<b>",
    "</b>",
    "<i>",
    "</i>",
    "<code>",
    "</code>",
    "<a href=\"https://a.example/(x)\">",
    "<a href='javascript:x'>",
    "<a href=https://a.example/<b>>",
    "</a>",
    "<p>",
    "</p>",
    "<br>",
    "<ul>",
    "</ul>",
    "<ol>",
    "<li>",
    "</li>",
    "<h3>",
    "</h3>",
    "<blockquote>",
    "</blockquote>",
    "<table>",
    "<tr>",
    "<th>",
    "<td>",
    "</td>",
    "</tr>",
    "</table>",
    "<div\n>",
    "<P >",
    "</ b>",
];

fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        20 => prop::sample::select(PIECES).prop_map(str::to_owned),
        1 => any::<String>(),
    ];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

/// What of a text is no text to a reader: markup, what is loaded, what is compiled, and links that the document did not write.
fn faults(markdown: &str) -> Vec<String> {
    let mut unknown = Vec::new();
    let mut faults = Vec::new();
    let mut callback = |link: BrokenLink<'_>| -> Option<(CowStr<'_>, CowStr<'_>)> {
        unknown.push(format!("a link to an item: {}", link.reference));
        None
    };
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS;
    let is_safe = |address: &str| {
        let mut schemes = ["https://", "http://", "mailto:"].iter();
        schemes.any(|scheme| address.starts_with(scheme))
    };
    for event in Parser::new_with_broken_link_callback(markdown, options, Some(&mut callback)) {
        faults.extend(match event {
            Event::Html(tag) | Event::InlineHtml(tag) => Some(format!("HTML: {tag}")),
            Event::Start(Tag::Image { dest_url, .. }) => Some(format!("an image: {dest_url}")),
            Event::Start(Tag::Link { dest_url, .. }) if !is_safe(&dest_url) => {
                Some(format!("a link: {dest_url}"))
            }
            Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => {
                Some("an indented block".to_owned())
            }
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(word))) if &*word != "text" => {
                Some(format!("a block of {word:?}"))
            }
            Event::Start(Tag::FootnoteDefinition(name)) => Some(format!("a footnote: {name}")),
            _ => None,
        });
    }
    faults.extend(unknown);
    faults
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(4_000) })]

    #[test]
    fn no_text_of_the_document_is_more_than_text(text in texts()) {
        let whole = [lines(&text).join("\n"), line(&text)];
        // What is put behind a text of one line is not escaped by it.
        prop_assert_eq!(faults(&(line(&text) + "<br/>")), ["HTML: <br/>"]);
        for made in whole.into_iter().chain(flat(&text)) {
            prop_assert_eq!(faults(&made), Vec::<String>::new(), "{:?}", made);
        }
    }
}
