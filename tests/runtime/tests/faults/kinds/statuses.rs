//! Answers by their status.

#![expect(clippy::too_many_lines, reason = "a table")]

use super::{LIST, Named, head, raw, whole};

pub(super) fn statuses() -> Vec<Named> {
    vec![
        (
            "101 unasked",
            raw(head(
                "101 Switching Protocols",
                "upgrade: websocket\r\nconnection: upgrade\r\n",
            )),
        ),
        ("204 with a body", whole("204 No Content", "", LIST)),
        ("205 with a body", whole("205 Reset Content", "", "")),
        (
            "206 unasked",
            whole(
                "206 Partial Content",
                "content-range: bytes 0-3/10\r\n",
                "[\"us",
            ),
        ),
        ("304 unasked", whole("304 Not Modified", "", "")),
        ("304 with a body", whole("304 Not Modified", "", LIST)),
        ("300 without a place", whole("300 Multiple Choices", "", "")),
        ("400", whole("400 Bad Request", "", "{\"message\":\"m\"}")),
        (
            "401",
            whole("401 Unauthorized", "www-authenticate: Basic\r\n", ""),
        ),
        (
            "403 with a page",
            whole("403 Forbidden", "content-type: text/html\r\n", "<html>"),
        ),
        (
            "404 with half of the JSON",
            whole("404 Not Found", "", "{\"message\":"),
        ),
        (
            "407",
            whole(
                "407 Proxy Authentication Required",
                "proxy-authenticate: Basic\r\n",
                "",
            ),
        ),
        (
            "408",
            whole("408 Request Timeout", "connection: close\r\n", ""),
        ),
        ("418", whole("418 I'm a teapot", "", "")),
        ("425", whole("425 Too Early", "", "")),
        (
            "500 with JSON",
            whole("500 Oops", "", "{\"error\":{\"message\":\"m\"}}"),
        ),
        (
            "500 with a wild message",
            whole("500 Oops", "", "{\"message\":\"a\\r\\n\\u001b[31mERROR\"}"),
        ),
        (
            "500 with a list without end",
            whole("500 Oops", "", "[".repeat(100_000)),
        ),
        (
            "502 with a page",
            whole("502 Bad Gateway", "content-type: text/html\r\n", "<html>"),
        ),
        ("503", whole("503 Unavailable", "", "")),
        (
            "503 for years",
            whole("503 Unavailable", "retry-after: 999999999\r\n", ""),
        ),
        (
            "503 beyond all numbers",
            whole(
                "503 Unavailable",
                "retry-after: 99999999999999999999999\r\n",
                "",
            ),
        ),
        (
            "503 until yesterday",
            whole(
                "503 Unavailable",
                "retry-after: Tue, 10 Nov 1994 10:00:00 GMT\r\n",
                "",
            ),
        ),
        (
            "503 until a day that is none",
            whole(
                "503 Unavailable",
                "retry-after: Tue, 99 Nov 9999 99:99:99 GMT\r\n",
                "",
            ),
        ),
        (
            "503 with a wait below zero",
            whole("503 Unavailable", "retry-after: -5\r\n", ""),
        ),
        (
            "503 with a wait of words",
            whole("503 Unavailable", "retry-after: soon\r\n", ""),
        ),
        (
            "503 with two waits",
            whole(
                "503 Unavailable",
                "retry-after: 0\r\nretry-after: 99999\r\n",
                "",
            ),
        ),
        (
            "504 with a truncated body",
            raw(format!("{}x", head("504 Late", "content-length: 10\r\n"))),
        ),
        ("599", whole("599 Odd", "", "")),
        ("999", whole("999 Denied", "", "")),
    ]
}
