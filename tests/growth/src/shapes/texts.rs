//! Long descriptions, of the signs that Markdown has a meaning for.

use serde_json::{Value, json};

use super::{Shape, of};

macro_rules! shapes {
    ($($name:literal: $text:expr, $most:expr;)*) => {
        &[$(Shape { name: $name, document: |count| of(described(&$text.repeat(count))), most: $most }),*]
    };
}

pub(super) const SHAPES: &[Shape] = shapes! {
    "letters-of-a-description": "a", 1_000_000;
    "words-of-a-description": "word ", 200_000;
    "lines-of-a-description": "a line\n", 100_000;
    "paragraphs-of-a-description": "a paragraph\n\n", 100_000;
    "brackets": "[", 200_000;
    "closed-brackets": "[]", 200_000;
    "links": "[a](b)", 100_000;
    "open-links": "[a](", 100_000;
    "images": "![", 100_000;
    "reference-links": "[a]: b\n", 100_000;
    "footnotes": "[^a", 100_000;
    "angles": "<", 200_000;
    "tags-of-html": "<a ", 100_000;
    "comments-of-html": "<!--", 100_000;
    "addresses": "https://a.example ", 50_000;
    "addresses-in-angles": "<https://a.example", 50_000;
    "backticks": "`", 200_000;
    "backticks-apart": "` ", 100_000;
    "code": "`a` ", 100_000;
    "fences": "```\n", 100_000;
    "quotes": "> ", 100_000;
    "lines-of-quotes": "> a\n", 100_000;
    "list-items": "- a\n", 100_000;
    "lists-in-lists": "- ", 100_000;
    "numbers-of-lists": "1. a\n", 100_000;
    "stars": "*", 200_000;
    "stars-apart": "*a ", 100_000;
    "underscores": "_a ", 100_000;
    "backslashes": "\\", 200_000;
    "tables": "| a | b |\n| - | - |\n", 50_000;
    "pipes": "|", 200_000;
    "ampersands": "&", 200_000;
    "entities": "&amp;", 100_000;
    "tildes": "~", 200_000;
    "headings": "# a\n", 100_000;
    "blanks": " ", 200_000;
    "blank-lines": "\n", 200_000;
    "indented-lines": "    a\n", 100_000;
    "quotation-marks": "\"", 200_000;
    "emoji": "\u{1F600}", 100_000;
};

fn described(text: &str) -> Value {
    let text = format!("A{text}");
    json!({
        "type": "object", "description": text,
        "properties": { "a": { "type": "string", "description": text, "default": text, "example": text } },
    })
}
