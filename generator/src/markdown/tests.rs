//! What becomes of texts, one kind a test.

use super::*;

#[test]
fn nothing_of_the_document_is_compiled_as_a_doctest() {
    let found = lines("before\n```rust\nstd::process::exit(1)\n```\n\n    indented();\n~~~\nopen");
    assert_eq!(
        found,
        [
            "before",
            "```text",
            "std::process::exit(1)",
            "```",
            "",
            "indented();",
            "~~~text",
            "open",
            "~~~"
        ]
    );
    for (text, expected) in [
        ("- ~~~rust\n  x();", vec!["- \\~\\~\\~rust", "  x();"]),
        ("> ```\n>     x();", vec!["> \\`\\`\\`", "> x();"]),
        ("1.      x();", vec!["1. x();"]),
        ("```\n     ```\nx", vec!["```text", "```", "x"]),
        ("[](x:y)~~~\nx();", vec!["\\~\\~\\~", "x();"]),
    ] {
        assert_eq!(lines(text), expected);
    }
    assert_eq!(line("~~~rust"), "\\~\\~\\~rust");
    assert_eq!(flat("a\n~~~\n<b>\n~~~\nc"), ["a", "`<b>`", "c"]);
}

#[test]
fn the_text_of_an_item_stands_below_its_first_line() {
    let text = "Is one of:\n* `A`: long\ntext\n    - inner\n      more\n\n  paragraph\n\nafter\n1. one\ntwo";
    let expected = [
        "Is one of:",
        "* `A`: long",
        "  text",
        "  - inner",
        "    more",
        "",
        "  paragraph",
        "",
        "after",
        "1. one",
        "   two",
    ];
    assert_eq!(lines(text), expected);
}

#[test]
fn nothing_of_the_document_becomes_a_link_or_html_by_accident() {
    let cases = [
        ("see [User] and <b>", "see \\[User\\] and \\<b>"),
        ("[docs](https://a.example/x)", "[docs](https://a.example/x)"),
        (
            "![shown](https://a.example/x.png)",
            "\\![shown](https://a.example/x.png)",
        ),
        ("[bad](javascript:alert(1))", "bad)"),
        ("at https://a.example/x.", "at <https://a.example/x>."),
        (
            "[https://a.example](https://a.example)",
            "[https://a.example](https://a.example)",
        ),
        ("`a < b [c]`", "`a < b [c]`"),
        (
            "[`](https://a.example) <b>`",
            "[\\`](https://a.example) \\<b>\\`",
        ),
        ("an open ` tick", "an open \\` tick"),
        ("\\[kept\\]", "\\[kept\\]"),
        ("[\\](x:y)<b>", "\\\\\\<b>"),
        ("at the end \\", "at the end \\\\"),
    ];
    for (text, expected) in cases {
        assert_eq!(line(text), expected, "{text}");
    }
}

#[test]
fn code_in_a_table_ends_in_the_cell_where_it_begins() {
    let text = "a | b\n--- | ---\n`<b>|` | `c\\|d`\n\n`<b>|`";
    let expected = ["a | b", "--- | ---", "`<b>\\|` | `c\\|d`", "", "`<b>|`"];
    assert_eq!(lines(text), expected);
}

#[test]
fn only_words_of_a_paragraph_are_text() {
    for (line, expected) in [
        ("The `id` of a user.", true),
        ("10 items", true),
        ("`id`, or nothing", true),
        ("- an item", false),
        ("1. an item", false),
        ("> quoted", false),
        ("# Title", false),
        ("| a | b |", false),
        ("---", false),
    ] {
        assert_eq!(is_text(line), expected, "{line}");
    }
}

#[test]
fn characters_that_nobody_sees_are_dropped() {
    assert_eq!(line("a\u{202e}b\u{7}c"), "abc");
}

#[test]
fn code_holds_any_backticks() {
    assert_eq!(code("a"), "`a`");
    assert_eq!(code("a`b``c"), "```a`b``c```");
    assert_eq!(code("`"), "`` ` ``");
}
