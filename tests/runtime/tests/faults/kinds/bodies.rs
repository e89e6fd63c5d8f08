//! What stands in a body.

#![expect(clippy::too_many_lines, reason = "a table")]

use super::{LIST, Named, ok, raw, whole};

pub(super) fn bodies() -> Vec<Named> {
    let deep =
        |open: &str, close: &str, count| format!("{}{}", open.repeat(count), close.repeat(count));
    vec![
        ("no body", ok("", "")),
        ("a body of spaces", ok("", "   \n")),
        ("half of the JSON", ok("", "[\"user")),
        ("two documents", ok("", "[\"user_1\"][\"user_2\"]")),
        ("more after the JSON", ok("", "[\"user_1\"]x")),
        ("a zero after the JSON", ok("", "[\"user_1\"]\0")),
        ("a comma too many", ok("", "[\"user_1\",]")),
        ("a comment", ok("", "[\"user_1\"/* one */]")),
        ("single quotes", ok("", "['user_1']")),
        ("a guard against scripts", ok("", ")]}',\n[\"user_1\"]")),
        ("another type", ok("", "{\"users\":[]}")),
        ("numbers", ok("", "[1]")),
        ("not a number", ok("", "[NaN]")),
        ("infinite", ok("", "[Infinity]")),
        ("a huge number", ok("", "[1e999999]")),
        (
            "a number of a million digits",
            ok("", format!("[{}]", "9".repeat(1_000_000))),
        ),
        ("arrays without end", ok("", deep("[", "]", 100_000))),
        ("arrays that stay open", ok("", "[".repeat(200_000))),
        ("objects without end", ok("", deep("{\"a\":", "}", 100_000))),
        ("a text of bytes", ok("", b"[\"\xff\xfe\"]")),
        ("half a character", ok("", b"[\"\xe2\x82\"]")),
        ("a lone surrogate", ok("", "[\"\\ud800\"]")),
        ("a line break in a text", ok("", "[\"user\n1\"]")),
        (
            "UTF-16",
            ok(
                "",
                "[\"user_1\"]"
                    .encode_utf16()
                    .flat_map(u16::to_le_bytes)
                    .collect::<Vec<u8>>(),
            ),
        ),
        (
            "a page",
            whole(
                "200 OK",
                "content-type: text/html\r\n",
                "<!doctype html><title>Sign in</title>",
            ),
        ),
        (
            "a page as JSON",
            ok("", "<!doctype html><title>Sign in</title>"),
        ),
        (
            "gzip unasked",
            ok(
                "content-encoding: gzip\r\n",
                b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03",
            ),
        ),
        (
            "an unknown encoding",
            ok("content-encoding: lzma\r\n", LIST),
        ),
        (
            "an encoding within another",
            ok("content-encoding: gzip, gzip, gzip\r\n", LIST),
        ),
        (
            "an encoding that is no text",
            raw([
                b"HTTP/1.1 200 OK\r\ncontent-length: 10\r\ncontent-encoding: \xff\r\n\r\n"
                    .as_slice(),
                LIST.as_bytes(),
            ]
            .concat()),
        ),
        (
            "a million members of one name",
            ok("", format!("{{{}\"a\":1}}", "\"a\":1,".repeat(100_000))),
        ),
        ("a long line of blanks", ok("", " ".repeat(900_000))),
    ]
}
