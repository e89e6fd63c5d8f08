//! What stands in a head.

#![expect(clippy::too_many_lines, reason = "a table")]

use super::{LIST, Named, bytes, head, headers, raw};
use crate::server::Step::{Drip, Hang, Reset, Send};

pub(super) fn heads() -> Vec<Named> {
    let line = |text: &str| {
        raw(format!(
            "HTTP/1.1 200 OK\r\n{text}\r\ncontent-length: 10\r\n\r\n{LIST}"
        ))
    };
    vec![
        ("nothing", vec![]),
        ("a reset at once", vec![Reset]),
        ("silence", vec![Hang]),
        ("half a status line", vec![Send(bytes("HTTP/1.1 20"))]),
        (
            "half a status line, then silence",
            vec![Send(bytes("HTTP/1.1 20")), Hang],
        ),
        (
            "half the headers",
            vec![Send(bytes("HTTP/1.1 200 OK\r\ncontent-ty"))],
        ),
        (
            "half the headers, then a reset",
            vec![Send(bytes("HTTP/1.1 200 OK\r\ncontent-ty")), Reset],
        ),
        (
            "half the headers, then silence",
            vec![Send(bytes("HTTP/1.1 200 OK\r\ncontent-ty")), Hang],
        ),
        (
            "headers without a body, then silence",
            vec![Send(bytes(head("200 OK", "content-length: 10\r\n"))), Hang],
        ),
        (
            "headers without a body, then a reset",
            vec![Send(bytes(head("200 OK", "content-length: 10\r\n"))), Reset],
        ),
        (
            "half a body, then silence",
            vec![
                Send(bytes(head("200 OK", "content-length: 10\r\n"))),
                Send(bytes("[\"us")),
                Hang,
            ],
        ),
        (
            "half a body, then a reset",
            vec![
                Send(bytes(head("200 OK", "content-length: 10\r\n"))),
                Send(bytes("[\"us")),
                Reset,
            ],
        ),
        (
            "a body to the end of the connection, then a reset",
            vec![Send(bytes(head("200 OK", ""))), Send(bytes(LIST)), Reset],
        ),
        (
            "a head byte by byte for ever",
            vec![
                Send(bytes("HTTP/1.1 200 OK\r\nx: ")),
                Drip(vec![b'y'; 100_000]),
            ],
        ),
        (
            "a body byte by byte for ever",
            vec![
                Send(bytes(head("200 OK", "content-length: 100000\r\n"))),
                Drip(vec![b' '; 100_000]),
            ],
        ),
        ("a header without a colon", line("x-broken")),
        ("a header without a name", line(": value")),
        ("a header with a space in its name", line("x broken: 1")),
        ("a header with a zero", line("x: a\0b")),
        ("a folded header", line("x: a\r\n folded")),
        (
            "a header of a megabyte",
            line(&format!("x: {}", "y".repeat(1 << 20))),
        ),
        ("ten thousand headers", line(&headers(10_000))),
        (
            "a status of four digits",
            raw(format!("HTTP/1.1 2000 OK\r\n\r\n{LIST}")),
        ),
        (
            "a status that is no number",
            raw(format!("HTTP/1.1 abc OK\r\n\r\n{LIST}")),
        ),
        (
            "a status of zero",
            raw(format!("HTTP/1.1 000 OK\r\n\r\n{LIST}")),
        ),
        (
            "no spaces in the status line",
            raw(format!("HTTP/1.1200OK\r\n\r\n{LIST}")),
        ),
    ]
}
